import { createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { WATCHED } from '../../../text/watched.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { type ChosenSource, useFootageDesk, type WatchedState } from '../../live/footage-desk.ts';

export interface WatchedSheetProps {
  /** What must be answered before anything is taken in. */
  readonly cannot: string | undefined;
  readonly onChosen: (source: ChosenSource) => void;
}

/** The folder that is watched, and what is new in it. */
export function WatchedSheet(props: WatchedSheetProps): JSX.Element {
  const footage = useFootageDesk();
  onMount(() => footage.lookAtWatched());
  const at = <K extends WatchedState['kind']>(kind: K) => {
    const now = footage.watched();
    return now.kind === kind ? (now as Extract<WatchedState, { kind: K }>) : undefined;
  };
  const take = () => {
    const source = footage.openWatched();
    if (source !== null) props.onChosen(source);
  };
  const stop = () => (
    <Button look="quiet" onPress={() => footage.stopWatching()}>
      {WATCHED.stop}
    </Button>
  );
  return (
    <Sheet title={WATCHED.title}>
      <Switch fallback={<ChooseFolder />}>
        <Match when={at('watching')}>
          {(now) => (
            <Stack>
              <b>{now().fresh > 0 ? WATCHED.fresh(now().label, now().fresh) : WATCHED.nothing(now().label)}</b>
              <Sub>
                <Show when={now().growing > 0}>{WATCHED.growing(now().growing)} </Show>
                {now().tells ? WATCHED.tells : WATCHED.onFocus}
              </Sub>
              <Line>
                <Show when={now().fresh > 0}>
                  <Button look="primary" cannot={props.cannot} onPress={take}>
                    {WATCHED.take(now().fresh)}
                  </Button>
                </Show>
                {stop()}
              </Line>
            </Stack>
          )}
        </Match>
        <Match when={at('asks')}>
          {(now) => (
            <Stack>
              <Note
                tone="wait"
                title={WATCHED.asks(now().label)}
                act={<Button onPress={() => footage.allowWatched()}>{WATCHED.allow}</Button>}
              >
                {WATCHED.asksWhy}
              </Note>
              <Line>{stop()}</Line>
            </Stack>
          )}
        </Match>
        <Match when={at('lost')}>
          {(now) => (
            <Stack>
              <Note
                tone="wait"
                title={WATCHED.lost(now().label)}
                act={<Button onPress={() => footage.lookAtWatched()}>{WATCHED.again}</Button>}
              >
                {WATCHED.lostWhy}
              </Note>
              <Line>{stop()}</Line>
            </Stack>
          )}
        </Match>
      </Switch>
    </Sheet>
  );
}

function ChooseFolder(): JSX.Element {
  const footage = useFootageDesk();
  const [cannot, setCannot] = createSignal(false);
  return (
    <Stack>
      <p>{WATCHED.none}</p>
      <Line>
        <Button onPress={async () => setCannot(!(await footage.watchFolder()))}>{WATCHED.choose}</Button>
      </Line>
      <Show when={cannot()}>
        <p role="alert">{WATCHED.cannotKeep}</p>
      </Show>
    </Stack>
  );
}
