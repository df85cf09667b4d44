import { createEffect, For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import { AS } from './grid-roles.ts';
import type { Column, Sort } from './table-props.ts';

export interface TableHeadProps<T> {
  readonly columns: readonly Column<T>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
  readonly total: number;
  readonly allSelected: boolean;
  readonly someSelected: boolean;
  readonly onSelectAll: (() => void) | undefined;
  readonly ref: (element: HTMLTableSectionElement) => void;
}

export function TableHead<T>(props: TableHeadProps<T>): JSX.Element {
  const sorted = (column: Column<T>): Sort['direction'] | undefined =>
    props.sort?.by === column.id ? props.sort.direction : undefined;
  return (
    <>
      <colgroup>
        <Show when={props.onSelectAll}>
          <col class={styles.checkCol} />
        </Show>
        <For each={props.columns}>
          {(column) => <col class={cx(column.onlyWide && styles.onlyWide)} style={{ width: column.width }} />}
        </For>
      </colgroup>
      <thead {...AS.group} ref={props.ref}>
        <tr {...AS.row} aria-rowindex="1">
          <Show when={props.onSelectAll}>
            {(selectAll) => (
              <th {...AS.head} scope="col">
                <input
                  type="checkbox"
                  class={styles.check}
                  aria-label={KIT.table.selectAll(props.total)}
                  checked={props.allSelected}
                  ref={(el) =>
                    createEffect(() => {
                      el.indeterminate = props.someSelected && !props.allSelected;
                    })
                  }
                  disabled={props.total === 0}
                  onChange={() => selectAll()()}
                />
              </th>
            )}
          </Show>
          <For each={props.columns}>
            {(column) => (
              <th
                {...AS.head}
                scope="col"
                class={cx(column.align === 'end' && styles.end, column.onlyWide && styles.onlyWide)}
                aria-sort={sorted(column)}
              >
                <Show when={column.sortable && props.onSort} fallback={column.head}>
                  {(sort) => (
                    <button type="button" class={styles.sort} onClick={() => sort()(column.id)}>
                      {column.head}
                      <Show when={sorted(column)}>
                        <span aria-hidden="true">{sorted(column) === 'descending' ? ' ▼' : ' ▲'}</span>
                      </Show>
                    </button>
                  )}
                </Show>
              </th>
            )}
          </For>
        </tr>
      </thead>
    </>
  );
}
