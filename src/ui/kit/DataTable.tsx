import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './DataTable.module.css';
import { AS } from './grid-roles.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import { createTableControl } from './table-control.ts';
import { toLines } from './table-model.ts';
import { createVirtualLines, type TableElements } from './virtual-lines.ts';

export interface Column<T> {
  readonly id: string;
  readonly head: string;
  /** A rem width. Where there is room to spare, columns share it in proportion, or the one without a width takes it. */
  readonly width?: string | undefined;
  /** Numbers stand right. */
  readonly align?: 'start' | 'end' | undefined;
  readonly mono?: boolean | undefined;
  readonly cell: (row: T) => JSX.Element;
  /** The whole text of a cell that may be clipped. Cells clip, they never wrap. */
  readonly title?: ((row: T) => string) | undefined;
  readonly sortable?: boolean | undefined;
  /** Left out on phones. */
  readonly onlyWide?: boolean | undefined;
}

export interface Sort {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

export interface DataTableProps<T> {
  /** What the table lists. */
  readonly name: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowId: (row: T) => string;
  /** How a row is called when it is read out: its number. */
  readonly rowName: (row: T) => string;
  /** Sorting is the page's: the table only shows and asks. */
  readonly sort?: Sort | undefined;
  readonly onSort?: ((by: string) => void) | undefined;
  /** A row click or Enter. */
  readonly onOpen?: ((row: T) => void) | undefined;
  /** With `onSelect`, rows have check boxes. */
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** A row that needs the person. */
  readonly waits?: ((row: T) => boolean) | undefined;
  /** Rows come in runs; a heading stands before each. */
  readonly groupOf?: ((row: T) => string) | undefined;
  readonly groupHead?: ((key: string, count: number) => JSX.Element) | undefined;
  /** Below this the table scrolls sideways, and only the table: "69rem". */
  readonly minWidth?: string | undefined;
  readonly empty?: JSX.Element | undefined;
  /** Stands at the foot: a `SelectionBar`. */
  readonly bar?: JSX.Element | undefined;
}

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
        <table class={styles.table} {...AS.table} style={{ 'min-width': props.minWidth }}>
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
