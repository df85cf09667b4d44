import { type JSX, Show } from 'solid-js';
import { cx } from './cx.ts';
import styles from './Note.module.css';

export interface NoteProps {
  /** The sentence that matters, bold. */
  readonly title?: JSX.Element | undefined;
  readonly children?: JSX.Element;
  /** `wait`: amber, for what waits or is doubtful. */
  readonly tone?: 'plain' | 'wait' | undefined;
  /** One button, at the right. */
  readonly act?: JSX.Element | undefined;
}

/** One thing to know, with one act. */
export function Note(props: NoteProps): JSX.Element {
  return (
    <section class={cx(styles.note, props.tone === 'wait' && styles.wait)}>
      <div class={styles.words}>
        <Show when={props.title}>{(title) => <b class={styles.title}>{title()}</b>}</Show> {props.children}
      </div>
      <Show when={props.act}>{(act) => <div class={styles.act}>{act()}</div>}</Show>
    </section>
  );
}
