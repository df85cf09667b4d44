import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { isAbort } from '../../base/fault.ts';
import { DEMO } from '../../text/demonstration-desk.ts';
import type { DemonstrationDesk, LoadProgress } from '../live/demonstration-desk.ts';
import { Button } from './Button.tsx';
import { Gauge } from './Gauge.tsx';
import { Line, Stack } from './Layout.tsx';
import { Sheet } from './Sheet.tsx';
import { Sub } from './Words.tsx';

type Standing =
  | { readonly kind: 'unknown' | 'none' | 'loaded' }
  | { readonly kind: 'loading'; readonly progress: LoadProgress | null };

export interface DemonstrationSheetProps {
  readonly desk: DemonstrationDesk;
  /** First use: what a new clerk wants is to see it. */
  readonly first?: boolean | undefined;
}

/** Loads the demonstration, enters it, deletes it. */
export function DemonstrationSheet(props: DemonstrationSheetProps): JSX.Element {
  const [at, setAt] = createSignal<Standing>({ kind: 'unknown' });
  const [said, setSaid] = createSignal('');
  let stop: AbortController | null = null;
  onCleanup(() => stop?.abort());
  const look = async (): Promise<void> => void setAt({ kind: (await props.desk.isLoaded()) ? 'loaded' : 'none' });
  onMount(look);
  const load = async (): Promise<void> => {
    const own = new AbortController();
    stop = own;
    setSaid('');
    setAt({ kind: 'loading', progress: null });
    try {
      await props.desk.load({ signal: own.signal, report: (progress) => setAt({ kind: 'loading', progress }) });
      if (props.first === true) return props.desk.enter();
      setSaid(DEMO.loaded);
    } catch (error) {
      setSaid(isAbort(error) ? DEMO.cancelled : DEMO.failed);
      if (!isAbort(error)) console.error(error);
    }
    await look();
  };
  const remove = async (): Promise<void> => {
    await props.desk.remove();
    setSaid(DEMO.removed);
    await look();
  };
  const loading = () => {
    const now = at();
    return now.kind === 'loading' ? now : undefined;
  };
  return (
    <Sheet title={DEMO.title}>
      <Stack>
        <Sub>{DEMO.why}</Sub>
        <Switch>
          <Match when={loading()}>
            {(now) => <Loading progress={now().progress} onCancel={() => stop?.abort()} />}
          </Match>
          <Match when={at().kind === 'none'}>
            <Line>
              <Button onPress={load}>{props.first === true ? DEMO.loadFirst : DEMO.load}</Button>
            </Line>
          </Match>
          <Match when={at().kind === 'loaded'}>
            <Sub>{DEMO.passphrase}</Sub>
            <Line>
              <Show when={props.desk.inside} fallback={<Button onPress={props.desk.enter}>{DEMO.enter}</Button>}>
                <Button onPress={props.desk.leave}>{DEMO.leave}</Button>
              </Show>
              <Button look="quiet" onPress={remove}>
                {DEMO.remove}
              </Button>
            </Line>
          </Match>
        </Switch>
        <span role="status">{said()}</span>
      </Stack>
    </Sheet>
  );
}

function Loading(props: { readonly progress: LoadProgress | null; readonly onCancel: () => void }): JSX.Element {
  const share = (): number => (props.progress === null ? 0 : props.progress.done / props.progress.total);
  return (
    <>
      <Gauge name={DEMO.gauge} value={share()} size="l" />
      <Line>
        <span>
          {props.progress === null ? DEMO.preparing : DEMO.loading(props.progress.done, props.progress.total)}
        </span>
        <Button size="s" onPress={props.onCancel}>
          {DEMO.cancel}
        </Button>
      </Line>
    </>
  );
}
