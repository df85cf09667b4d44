import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './DataTable.module.css';
import { AS } from './grid-roles.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import { createTableControl } from './table-control.ts';
import { toLines } from './table-model.ts';
import type { Column, DataTableProps, Sort } from './table-props.ts';
import { createVirtualLines, type TableElements } from './virtual-lines.ts';

export type { Column, DataTableProps, Sort };

/** A long list: only the lines in sight are in the document. Put it into `<Sheet bare fill>`, which gives it its height. */
export function DataTable<T>(props: DataTableProps<T>): JSX.Element {
  const prefix = createUniqueId();
  const elements: TableElements = {};
  const lines = createMemo(() => toLines(props.rows, props.rowId, props.groupOf));
  const virtualLines = createVirtualLines(() => lines().length, elements);
  const control = createTableControl(props, lines, {
    scroller: () => elements.scroller,
    pageLines: virtualLines.pageLines,
    show: (index) => virtualLines.virtual.scrollToIndex(index, { align: 'auto' }),
  });
  return (
    <div class={styles.root}>
      <span
        class={styles.sizer}
        aria-hidden="true"
        ref={(el) => {
          elements.sizer = el;
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see grid-roles.ts */}
      <div
        class={styles.scroller}
        role="grid"
        tabIndex="0"
        aria-label={props.name}
        aria-describedby={`${prefix}-keys`}
        aria-rowcount={lines().length + 1}
        aria-multiselectable={props.onSelect ? 'true' : undefined}
        aria-activedescendant={control.activeIndex() >= 0 ? `${prefix}-${control.activeIndex()}` : undefined}
        ref={(el) => {
          elements.scroller = el;
        }}
        onKeyDown={control.onKey}
      >
        <table class={styles.table} {...AS.table} style={{ '--min-width': props.minWidth }}>
          <TableHead
            columns={props.columns}
            sort={props.sort}
            onSort={props.onSort}
            total={props.rows.length}
            allSelected={control.allSelected()}
            someSelected={control.selected().size > 0}
            onSelectAll={props.onSelect ? control.selectAll : undefined}
            ref={(el) => {
              elements.head = el;
            }}
          />
          <TableBody table={props} lines={lines()} virtual={virtualLines} control={control} prefix={prefix} />
        </table>
        <Show when={props.rows.length === 0}>
          <div class={styles.empty}>{props.empty}</div>
        </Show>
      </div>
      <span id={`${prefix}-keys`} hidden>
        {props.onSelect ? KIT.table.keys : KIT.table.keysOpen}
      </span>
      {props.bar}
    </div>
  );
}
