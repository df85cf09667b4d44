import type { JSX } from 'solid-js';

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
  /** Below this the table scrolls sideways, and only the table: "69rem". On phones it does not hold: columns are left out there. */
  readonly minWidth?: string | undefined;
  readonly empty?: JSX.Element | undefined;
  /** Stands at the foot: a `SelectionBar`. */
  readonly bar?: JSX.Element | undefined;
}
