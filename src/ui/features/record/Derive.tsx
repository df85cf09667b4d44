import { createSignal, For, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { isAbort, isFault } from '../../../base/fault.ts';
import type { Derivative } from '../../../domain/ports/derivative-maker.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import { faultLine } from '../../../text/fault-line.ts';
import { DERIVATIVE_REFUSAL, derivativeLines, RECORD } from '../../../text/record.ts';
import { announce } from '../../kit/announce.ts';
import { Button } from '../../kit/Button.tsx';
import { Gauge } from '../../kit/Gauge.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import styles from './record.module.css';

const T = RECORD.review.derive;

type Making =
  | { readonly kind: 'asked' }
  | { readonly kind: 'making'; readonly part: number; readonly stop: AbortController }
  | { readonly kind: 'ended'; readonly words: string };

/** Offers a 派生件 of what the browser cannot play, makes it and hands it on; or says plainly why there is none. */
export function Derive(props: {
  readonly recording: RecordingRecord;
  readonly original: Blob;
  readonly offer: string;
  readonly onMade: (derivative: Derivative) => void;
}): JSX.Element {
  const footage = useFootageDesk();
  const [state, setState] = createSignal<Making>({ kind: 'asked' });
  const making = () => {
    const now = state();
    return now.kind === 'making' ? now : undefined;
  };
  const end = (words: string) => {
    setState({ kind: 'ended', words });
    announce(words);
  };
  const leaving = new AbortController();
  onCleanup(() => leaving.abort());

  const make = async (): Promise<void> => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, leaving.signal]);
    setState({ kind: 'making', part: 0, stop });
    try {
      const report = (part: number) => making() && setState({ kind: 'making', part, stop });
      const made = await footage.derive(props.recording, props.original, { signal, report });
      if (leaving.signal.aborted) footage.dropDerivative(props.recording.id);
      else if (made.ok) props.onMade(made.value);
      else end(DERIVATIVE_REFUSAL[made.refusal.code]);
    } catch (error) {
      if (!leaving.signal.aborted)
        end(isAbort(error) ? T.stopped : faultLine(isFault(error) ? error.code : 'unexpected'));
    }
  };
  const again = (): string => {
    const now = state();
    return now.kind === 'ended' ? now.words : T.lead;
  };
  return (
    <div class={styles.derive}>
      <Switch
        fallback={
          <>
            <p>{again()}</p>
            <Button onPress={make}>{props.offer}</Button>
          </>
        }
      >
        <Match when={making()}>
          {(now) => (
            <>
              <Gauge value={now().part} name={T.making} />
              <Button onPress={() => now().stop.abort()}>{T.stop}</Button>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

/** What stands under the picture as long as a derivative is shown: that it is one, of what, and made how. */
export function DerivedNote(props: { readonly derivative: Derivative; readonly sha256: string }): JSX.Element {
  return (
    <div class={styles.derived}>
      <strong>{T.name}</strong>
      <ul>
        <For each={derivativeLines(props.derivative, props.sha256)}>{(line) => <li>{line}</li>}</For>
      </ul>
    </div>
  );
}
