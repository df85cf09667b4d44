import { createResource, For, type JSX, onCleanup, Show } from 'solid-js';
import { CAMERA, healthLines } from '../../../text/camera.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub, Tag } from '../../kit/Words.tsx';
import type { ChosenSource } from '../../live/footage-desk.ts';

/** Battery, clock and space, each with where it comes from. A device that tells nothing is normal. */
export function DeviceHealth(props: {
  readonly source: ChosenSource;
  /** Asked anew with each look: a telephone that was locked tells more by then. */
  readonly look: unknown;
}): JSX.Element {
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const [health] = createResource(
    () => ({ source: props.source, look: props.look }),
    ({ source: { source } }) => source.health(stop.signal).catch(() => null),
  );
  // A device that cannot be asked has said nothing, and why stands below.
  return (
    <Show when={health.loading || health()}>
      <Sheet
        title={CAMERA.health}
        sub={CAMERA.healthHint}
        aside={
          <Button size="s" href="/check">
            {CAMERA.check}
          </Button>
        }
      >
        <Show when={health()} fallback={<Sub>{CAMERA.asking}</Sub>}>
          {(told) => (
            <Facts
              small
              columns={2}
              facts={healthLines(told()).map(({ term, value }) => ({
                term,
                detail: (
                  <For each={[value]}>
                    {(words) => (
                      <Show when={words} fallback={<Sub>{CAMERA.notTold}</Sub>}>
                        {words} <Tag>{CAMERA.readFromDevice}</Tag>
                      </Show>
                    )}
                  </For>
                ),
              }))}
            />
          )}
        </Show>
      </Sheet>
    </Show>
  );
}
