import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { JOINING, SCAN_REFUSAL } from '../../../text/joining.ts';
import { Stack } from '../../kit/Layout.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { CodeScanner } from '../../live/join-desk.ts';
import styles from './first-run.module.css';

export interface ScanBoxProps {
  readonly scanner: CodeScanner;
  /** true: this was what was looked for. */
  readonly onText: (text: string) => Promise<boolean>;
  readonly onFound: () => void;
}

/** What this PC's camera sees, looked through for a code until one fits. */
export function ScanBox(props: ScanBoxProps): JSX.Element {
  const [fault, setFault] = createSignal<string>();
  const [other, setOther] = createSignal(false);
  let video: HTMLVideoElement | undefined;
  let stop: (() => void) | null = null;
  let gone = false;
  const end = (): void => {
    gone = true;
    stop?.();
    stop = null;
  };
  const take = async (text: string): Promise<void> => {
    if (gone) return;
    if (!(await props.onText(text))) setOther(true);
    else if (!gone) {
      end();
      props.onFound();
    }
  };
  onMount(async () => {
    if (video === undefined) return;
    const started = await props.scanner.start(video, (text) => void take(text));
    if (!started.ok) setFault(SCAN_REFUSAL[started.refusal.code]);
    else if (gone) started.value();
    else stop = started.value;
  });
  onCleanup(end);
  return (
    <Stack>
      <Show
        when={fault()}
        fallback={
          <>
            <video
              class={styles.scan}
              aria-label={JOINING.scanSees}
              muted
              playsinline
              ref={(el) => {
                video = el;
              }}
            />
            <Sub>{other() ? JOINING.scanOther : JOINING.scanHow}</Sub>
          </>
        }
      >
        {(words) => <p role="alert">{words()}</p>}
      </Show>
    </Stack>
  );
}
