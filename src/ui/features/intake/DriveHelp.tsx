import { For, type JSX, Show } from 'solid-js';
import { DEVICE_PROFILES, driveStepsOf, profileOf } from '../../../domain/device-profile.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { CLOCK_HABIT, DEVICE_PROFILE, PROFILE } from '../../../text/device-profile.ts';
import { Sub } from '../../kit/Words.tsx';

/** Step by step into U-disk mode: as stated of the chosen device or its model, and as its kind does; every kind where that is not known. */
export function DriveHelp(props: {
  readonly device: DeviceRecord | null;
  readonly devices: readonly DeviceRecord[];
}): JSX.Element {
  const fitting = () => {
    const { device } = props;
    const own = profileOf([device?.brand, device?.model].filter(Boolean).join(' ') || null);
    if (own !== null) return [own];
    const alike = DEVICE_PROFILES.filter(({ carrier }) => carrier === device?.carrier);
    return alike.length > 0 ? alike : DEVICE_PROFILES;
  };
  return (
    <details>
      <summary>{PROFILE.howToDrive}</summary>
      <Show when={driveStepsOf(props.device, props.devices)}>
        {(steps) => (
          <ol>
            <For each={steps().split('\n')}>{(step) => <li>{step}</li>}</For>
          </ol>
        )}
      </Show>
      <For each={fitting()}>
        {(profile) => (
          <section aria-label={DEVICE_PROFILE[profile.id].name}>
            <b>{DEVICE_PROFILE[profile.id].name}</b>{' '}
            <Sub>
              {CLOCK_HABIT[profile.clock]}
              <Show when={PROFILE.segment(profile)}>{(words) => `；${words()}`}</Show>
            </Sub>
            <ol>
              <For each={DEVICE_PROFILE[profile.id].driveSteps}>{(step) => <li>{step}</li>}</For>
            </ol>
          </section>
        )}
      </For>
    </details>
  );
}
