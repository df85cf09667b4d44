import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './SelectionBar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  /** 录像 2，录音 1；1:14:10；3.16 GB */
  readonly words?: string | undefined;
  readonly onClear: () => void;
  /** Small buttons for what is selected. */
  readonly children: JSX.Element;
}

/** Sticks to the foot of a table while something is selected. */
export function SelectionBar(props: SelectionBarProps): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <div class={styles.bar}>
        <b>{KIT.table.selected(props.count)}</b>
        <Show when={props.words}>
          <span>{props.words}</span>
        </Show>
        <button type="button" class={styles.clear} onClick={() => props.onClear()}>
          {KIT.table.unselect}
        </button>
        <span class={styles.acts}>{props.children}</span>
      </div>
    </Show>
  );
}
