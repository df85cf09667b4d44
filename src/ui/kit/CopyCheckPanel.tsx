import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Job } from '../../base/job.ts';
import type { RecordingId } from '../../domain/ids.ts';
import { faultWords } from '../../text/faults.ts';
import { CHECK_RESULT } from '../../text/nouns.ts';
import { COPY_CHECK } from '../../text/record.ts';
import { STORE } from '../../text/store.ts';
import type { CopyCheck } from '../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../usecases/footage-ports.ts';
import { Button } from './Button.tsx';
import styles from './CopyCheckPanel.module.css';
import { JobPanel } from './JobPanel.tsx';
import { Line } from './Layout.tsx';
import { Tag } from './Words.tsx';

export interface CopyCheckPanelProps {
  readonly medium: string;
  readonly job: Job<CopyCheck, MediumRefusal>;
  readonly nowMs: number;
  readonly nameOf: (recording: RecordingId) => string;
  readonly onStop: () => void;
  /** Asks the browser for the medium; what is wrong, as words, or undefined once it is connected. */
  readonly onConnect: () => Promise<string | undefined>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** One round of 复核 in place: its gauge, what it found, or the medium to be connected first. */
export function CopyCheckPanel(props: CopyCheckPanelProps): JSX.Element {
  const [unconnected, setUnconnected] = createSignal<string>();
  const connect = async (): Promise<void> => {
    const words = await props.onConnect();
    setUnconnected(words);
    if (words === undefined) props.onAgain();
  };
  const close = (): JSX.Element => (
    <Button look="quiet" size="s" onPress={props.onClose}>
      {COPY_CHECK.close}
    </Button>
  );
  const acts = (): JSX.Element => {
    switch (props.job.kind) {
      case 'waiting':
      case 'running':
        return (
          <Button size="s" onPress={props.onStop}>
            {COPY_CHECK.stop}
          </Button>
        );
      case 'refused':
        return (
          <Line>
            <Button size="s" look="primary" onPress={connect}>
              {COPY_CHECK.connect}
            </Button>
            {close()}
          </Line>
        );
      default:
        return (
          <Line>
            <Button size="s" onPress={props.onAgain}>
              {COPY_CHECK.again}
            </Button>
            {close()}
          </Line>
        );
    }
  };
  return (
    <section class={styles.panel} aria-label={COPY_CHECK.name(props.medium)}>
      <h3>{COPY_CHECK.name(props.medium)}</h3>
      <JobPanel
        name={COPY_CHECK.name(props.medium)}
        job={props.job}
        nowMs={props.nowMs}
        acts={acts()}
        done={(found) => (
          <div class={styles.found}>
            <Found found={found} nameOf={props.nameOf} />
            {acts()}
          </div>
        )}
        refused={(refusal) => <span role="alert">{unconnected() ?? STORE.refusal[refusal.code]}</span>}
        failed={(code) => faultWords(code)}
      />
    </section>
  );
}

function Found(props: { readonly found: CopyCheck; readonly nameOf: CopyCheckPanelProps['nameOf'] }): JSX.Element {
  return (
    <Show when={props.found.wrong.length > 0} fallback={<Tag tone="good">{COPY_CHECK.same(props.found.same)}</Tag>}>
      <div role="alert">
        <b>{COPY_CHECK.wrong(props.found.wrong.length, props.found.same)}</b>
        <ul class={styles.wrong}>
          <For each={props.found.wrong}>
            {({ recording, result }) => <li>{COPY_CHECK.wrongLine(props.nameOf(recording), CHECK_RESULT[result])}</li>}
          </For>
        </ul>
      </div>
    </Show>
  );
}
