import { createSignal, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { digestShort } from '../../text/times.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import styles from './Digest.module.css';

export interface DigestProps {
  /** As the standard writes it: SHA-256, SM3, tree-sha256. Always beside the value. */
  readonly algorithm: string;
  /** Lower-case hex, all of it. */
  readonly hex: string;
  /** Puts text on the clipboard; a rejection shows the whole value instead. */
  readonly copy: (text: string) => Promise<void>;
}

/** First and last eight digits, and the whole on request. */
export function Digest(props: DigestProps): JSX.Element {
  const [state, setState] = createSignal<'short' | 'copied' | 'whole'>('short');
  const copy = async (): Promise<void> => {
    try {
      await props.copy(props.hex);
      setState('copied');
      announce(KIT.digest.copied);
    } catch {
      // No permission for the clipboard is no fault of the person's: the value itself serves.
      setState('whole');
      announce(KIT.digest.cannotCopy);
    }
  };
  return (
    <div class={styles.digest}>
      <span class={styles.algorithm}>{props.algorithm}</span>
      <span class={styles.value} title={props.hex}>
        <Show when={state() === 'whole'} fallback={digestShort(props.hex)}>
          {props.hex}
          <small class={styles.note}>{KIT.digest.cannotCopy}</small>
        </Show>
      </span>
      <Button look="quiet" size="s" name={KIT.digest.copyOf(props.algorithm)} onPress={copy}>
        {state() === 'copied' ? KIT.digest.copied : KIT.digest.copy}
      </Button>
    </div>
  );
}
