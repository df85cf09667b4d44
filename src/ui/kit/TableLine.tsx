import { For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import { AS } from './grid-roles.ts';
import type { Column } from './table-props.ts';

export interface RowLineProps<T> {
  readonly id: string;
  readonly row: T;
  readonly name: string;
  readonly rowIndex: number;
  readonly columns: readonly Column<T>[];
  readonly active: boolean;
  readonly waits: boolean;
  readonly opens: boolean;
  /** Undefined: rows can't be selected. */
  readonly selected: boolean | undefined;
  readonly onSelect: (range: boolean) => void;
  readonly onPress: (event: MouseEvent) => void;
}

export function RowLine<T>(props: RowLineProps<T>): JSX.Element {
  const look = (): string =>
    cx(
      styles.row,
      props.opens && styles.opens,
      props.selected && styles.selected,
      props.waits && styles.waits,
      props.active && styles.active,
    );
  return (
    <tr
      id={props.id}
      {...AS.row}
      class={look()}
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      onClick={(event) => props.onPress(event)}
    >
      <Show when={props.selected !== undefined}>
        <td {...AS.cell}>
          <label class={styles.checkCell}>
            <input
              type="checkbox"
              class={styles.check}
              tabindex="-1"
              aria-label={KIT.table.select(props.name)}
              checked={props.selected}
              onClick={(event) => {
                const box = event.currentTarget;
                props.onSelect(event.shiftKey);
                // The set of selected rows decides what is ticked; the browser has ticked by itself already.
                queueMicrotask(() => {
                  box.checked = props.selected === true;
                });
              }}
            />
          </label>
        </td>
      </Show>
      <For each={props.columns}>
        {(column) => (
          <td
            {...AS.cell}
            class={cx(
              column.align === 'end' && styles.end,
              column.mono && styles.mono,
              column.onlyWide && styles.onlyWide,
            )}
            title={column.title?.(props.row)}
          >
            <div class={styles.cell}>{column.cell(props.row)}</div>
          </td>
        )}
      </For>
    </tr>
  );
}

/** Its second cell goes with the columns that phones leave out: a cell that spans columns which are not there makes them anew. */
export function GroupLine(props: {
  readonly narrow: number;
  readonly wide: number;
  readonly rowIndex: number;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <tr {...AS.row} class={styles.group} aria-rowindex={props.rowIndex}>
      <td {...AS.cell} colspan={props.narrow}>
        {props.children}
      </td>
      <Show when={props.wide > 0}>
        <td aria-hidden="true" class={styles.onlyWide} colspan={props.wide} />
      </Show>
    </tr>
  );
}
