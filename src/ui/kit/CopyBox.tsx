import { createSignal, type JSX, Show } from 'solid-js';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import styles from './CopyBox.module.css';
import { copyText } from './copy-text.ts';
import { Line } from './Layout.tsx';

export interface CopyBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  readonly cannotCopy: string;
  /** Lines in sight; the rest scrolls. */
  readonly rows?: number | undefined;
  /** Other ways to hand the text over, beside the button. */
  readonly other?: JSX.Element | undefined;
}

/** A long text that is carried to another PC: shown whole, so that it can be selected where copying is refused. */
export function CopyBox(props: CopyBoxProps): JSX.Element {
  const [said, setSaid] = createSignal('');
  let box: HTMLTextAreaElement | undefined;
  const copy = async (): Promise<void> => {
    const words = await copyText(props.text).then(
      () => props.copied,
      () => props.cannotCopy,
    );
    if (words === props.cannotCopy) box?.select();
    setSaid(words);
    announce(words);
  };
  return (
    <div class={styles.box}>
      <label for={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        readonly
        rows={props.rows ?? 2}
        spellcheck={false}
        value={props.text}
        aria-describedby={props.hint ? `${props.id}-hint` : undefined}
        ref={(el) => {
          box = el;
        }}
      />
      <Show when={props.hint}>
        {(hint) => (
          <small id={`${props.id}-hint`} class={styles.hint}>
            {hint()}
          </small>
        )}
      </Show>
      <Line>
        <Button size="s" onPress={copy}>
          {props.copy}
        </Button>
        {props.other}
        <span>{said()}</span>
      </Line>
    </div>
  );
}
