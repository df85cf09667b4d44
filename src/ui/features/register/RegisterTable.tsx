import { createMemo, type JSX } from 'solid-js';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { MEDIA_TYPE, MEDIA_TYPE_SHORT } from '../../../text/nouns.ts';
import { REGISTER } from '../../../text/register.ts';
import { timeInTable, timeWithoutYear } from '../../../text/times.ts';
import { type Column, DataTable, type Sort } from '../../kit/DataTable.tsx';
import { RecordingStateWord } from '../../kit/RecordingStateWord.tsx';
import type { Naming } from './register-csv.ts';
import { activityCell, lengthCell, mattersCell, numberCell, rowName, yearsMix } from './register-view.ts';

export interface RegisterTableProps {
  readonly rows: readonly RegisterRow[];
  readonly naming: Naming;
  readonly sort: Pick<RegisterQuery, 'sort' | 'descending'>;
  readonly onSort: (sort: Pick<RegisterQuery, 'sort' | 'descending'>) => void;
  readonly onOpen: (row: RegisterRow) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The box in the head, or Ctrl+A: everything that matches is meant, listed or not. */
  readonly onSelectAll: () => void;
  /** Fewer rows than match are here: the next are wanted soon. */
  readonly onNearEnd: () => void;
  readonly bar: JSX.Element;
}

const C = REGISTER.columns;
/** Screens of rows that should lie below what is in sight. */
const SCREENS_AHEAD = 3;

type Sorted = RegisterQuery['sort'];
const SORT_OF: Readonly<Record<string, Sorted>> = {
  no: 'no',
  capturedAt: 'capturedAt',
  length: 'durationMs',
  takenInAt: 'takenInAt',
};
const columnOf = (sort: Sorted): string => Object.entries(SORT_OF).find(([, by]) => by === sort)?.[0] ?? '';

const officersOf =
  (naming: Naming) =>
  (row: RegisterRow): string =>
    activityCell(row, row.officers.length === 0 ? null : row.officers.map(naming.person).join(REGISTER.join));

const deviceOf =
  (naming: Naming) =>
  (row: RegisterRow): string =>
    row.device === null ? REGISTER.notBureauDevice : naming.device(row.device);

/** A text that may be clipped; the whole stands in its title. */
const text = (id: string, head: string, width: string, cell: (row: RegisterRow) => string): Column<RegisterRow> => ({
  id,
  head,
  width,
  cell,
  title: cell,
  onlyWide: true,
});

/**
 * Numbers with a year take their room from texts that may be clipped: the state stays in sight, down to a window of 1280. Where there is
 * more room, all columns share it.
 */
function columnsOf(naming: Naming, mixed: boolean): readonly Column<RegisterRow>[] {
  const officers = officersOf(naming);
  const device = deviceOf(naming);
  return [
    {
      id: 'no',
      head: C.no,
      width: mixed ? '7.25rem' : '5.125rem',
      sortable: true,
      cell: (row) => <a href={`/register/${row.id}`}>{numberCell(row, mixed)}</a>,
      title: rowName,
    },
    {
      id: 'type',
      head: C.type,
      width: '3.25rem',
      cell: (row) => MEDIA_TYPE_SHORT[row.mediaType],
      title: (row) => MEDIA_TYPE[row.mediaType],
      onlyWide: true,
    },
    {
      id: 'capturedAt',
      head: C.capturedAt,
      width: 'min(8.6rem, 33vw)',
      sortable: true,
      cell: (row) => timeInTable(row.capturedAt),
      title: (row) => (row.capturedIsClaim ? timeInTable(row.capturedAt) : REGISTER.notClaimed),
    },
    { id: 'length', head: C.length, width: '4.25rem', align: 'end', sortable: true, cell: lengthCell, onlyWide: true },
    text('matters', C.matters, mixed ? '5.25rem' : '5.75rem', mattersCell),
    text('place', C.place, mixed ? '5rem' : '5.5rem', (row) => activityCell(row, row.place)),
    text('party', C.party, mixed ? '5.5rem' : '6rem', (row) => activityCell(row, row.party)),
    text('officers', C.officers, mixed ? '5.5rem' : '5.75rem', officers),
    text('device', C.device, '5rem', device),
    {
      id: 'takenInAt',
      head: C.takenInAt,
      width: '6.25rem',
      sortable: true,
      cell: (row) => timeWithoutYear(row.takenInAt),
      title: (row) => timeInTable(row.takenInAt),
      onlyWide: true,
    },
    {
      id: 'copies',
      head: C.copies,
      width: '3.25rem',
      align: 'end',
      cell: (row) => REGISTER.copiesOf(row.copies, PARAMETERS.minCopies.value),
      onlyWide: true,
    },
    {
      id: 'state',
      head: C.state,
      width: 'min(6.25rem, 26vw)',
      cell: (row) => <RecordingStateWord state={row.state} />,
    },
  ];
}

/** The register's table. It is short of rows only for the moment until the next page is here. */
export function RegisterTable(props: RegisterTableProps): JSX.Element {
  const mixed = createMemo(() => yearsMix(props.rows));
  const columns = createMemo(() => columnsOf(props.naming, mixed()));
  const sort = (): Sort => ({
    by: columnOf(props.sort.sort),
    direction: props.sort.descending ? 'descending' : 'ascending',
  });
  const sortBy = (column: string): void => {
    const by = SORT_OF[column];
    if (by === undefined) return;
    props.onSort({ sort: by, descending: by === props.sort.sort ? !props.sort.descending : true });
  };
  const scrolled = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLElement)) return;
    if (box.scrollHeight - box.scrollTop - box.clientHeight < SCREENS_AHEAD * box.clientHeight) props.onNearEnd();
  };
  // The table knows the rows it was given; who asked it for all of them is seen on the way down.
  let asksAll = false;
  const asked = (event: Event): void => {
    const { target } = event;
    const inHead = event.type === 'change' && target instanceof Element && target.closest('thead') !== null;
    const byKey = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key === 'a';
    asksAll = inHead || byKey;
  };
  const select = (selected: ReadonlySet<string>): void => {
    const all = asksAll && selected.size >= props.rows.length && props.rows.length > 0;
    asksAll = false;
    if (all) props.onSelectAll();
    else props.onSelect(selected);
  };
  return (
    <div
      style={{ display: 'contents' }}
      ref={(element) => {
        // Scrolling does not bubble.
        element.addEventListener('scroll', scrolled, { capture: true, passive: true });
        for (const name of ['change', 'keydown', 'click']) element.addEventListener(name, asked, { capture: true });
      }}
    >
      <DataTable
        name={REGISTER.list}
        rows={props.rows}
        columns={columns()}
        rowId={(row) => row.id}
        rowName={rowName}
        minWidth="66.75rem"
        sort={sort()}
        onSort={sortBy}
        onOpen={props.onOpen}
        selected={props.selected}
        onSelect={select}
        waits={(row) => row.state === 'damaged'}
        empty={REGISTER.nothing}
        bar={props.bar}
      />
    </div>
  );
}
