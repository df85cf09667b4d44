import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import type { SourceHealth } from '../../../domain/ports/footage-source.ts';
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
  const [health, setHealth] = createSignal<SourceHealth | 'asking' | null>('asking');
  // No resource: the whole page would stand empty until a slow device has answered.
  createEffect(
    on([() => props.source, () => props.look], ([{ source }]) => {
      const stop = new AbortController();
      onCleanup(() => stop.abort());
      setHealth('asking');
      const tell = (told: SourceHealth | null) => !stop.signal.aborted && setHealth(told);
      source.health(stop.signal).then(tell, () => tell(null));
    }),
  );
  const told = () => {
    const now = health();
    return now === 'asking' ? null : now;
  };
  // A device that cannot be asked has said nothing, and why stands below.
  return (
    <Show when={health()}>
      <Sheet
        title={CAMERA.health}
        sub={CAMERA.healthHint}
        aside={
          <Button size="s" href="/check">
            {CAMERA.check}
          </Button>
        }
      >
        <Show when={told()} fallback={<Sub>{CAMERA.asking}</Sub>}>
          {(readings) => (
            <Facts
              small
              columns={2}
              facts={healthLines(readings()).map(({ term, value }) => ({
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
