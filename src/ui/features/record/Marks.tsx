import { For, type JSX } from 'solid-js';
import styles from './record.module.css';

/** Who is looking and when, over the picture; the original is not touched. */
export function Marks(props: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <div class={styles.marks}>
      <For each={props.lines.filter((line) => line !== '')}>{(line) => <span>{line}</span>}</For>
    </div>
  );
}
