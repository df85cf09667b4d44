import { type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { type Column, DataTable, type Sort } from '../../kit/DataTable.tsx';
import { StateWord } from '../../kit/Words.tsx';
import styles from './Activities.module.css';
import type { ActivityRow } from './activities-view.ts';

const C = ACTIVITIES.columns;

const COLUMNS: readonly Column<ActivityRow>[] = [
  {
    id: 'no',
    head: C.no,
    width: '6.5rem',
    sortable: true,
    cell: (row) => row.no,
    title: (row) => row.no,
    onlyWide: true,
  },
  {
    id: 'title',
    head: C.title,
    cell: (row) => <Title row={row} />,
    title: (row) => row.title,
  },
  { id: 'kind', head: C.kind, width: '9rem', cell: (row) => row.kind, title: (row) => row.kind, onlyWide: true },
  {
    id: 'officers',
    head: C.officers,
    width: '7rem',
    cell: (row) => row.officers,
    title: (row) => row.officers,
    onlyWide: true,
  },
  { id: 'place', head: C.place, width: '7rem', cell: (row) => row.place, title: (row) => row.place, onlyWide: true },
  {
    id: 'day',
    head: C.when,
    width: '11.5rem',
    sortable: true,
    cell: (row) => row.when,
    title: (row) => row.when,
    onlyWide: true,
  },
  {
    id: 'footage',
    head: C.footage,
    width: '4.5rem',
    align: 'end',
    sortable: true,
    cell: (row) => row.footage,
    onlyWide: true,
  },
  {
    id: 'stage',
    head: C.stage,
    width: 'min(13.5rem, 40vw)',
    cell: (row) => <Stage row={row} />,
    title: (row) => row.stageWords,
  },
];

/** On phones number and day stand under the name: many activities bear the same one. */
function Title(props: { readonly row: ActivityRow }): JSX.Element {
  return (
    <>
      <a href={`/activities/${props.row.id}`}>{props.row.title}</a>
      <span class={styles.onPhone}>
        {props.row.no} {props.row.when}
      </span>
    </>
  );
}

/** What waits has a sign beside the words. */
function Stage(props: { readonly row: ActivityRow }): JSX.Element {
  return (
    <Show when={props.row.waits} fallback={props.row.stageWords}>
      <StateWord state="waiting">{props.row.stageWords}</StateWord>
    </Show>
  );
}

/** Wide enough for the title beside all columns; where phones leave most of them out, beside the state alone. */
const MIN_WIDTH = 'clamp(27rem, (100% - 44rem) * 1000, 68rem)';

export interface ActivityTableProps {
  readonly rows: readonly ActivityRow[];
  readonly sort: Sort;
  readonly onSort: (by: string) => void;
  readonly onOpen: (row: ActivityRow) => void;
}

export function ActivityTable(props: ActivityTableProps): JSX.Element {
  return (
    <DataTable
      name={ACTIVITIES.list.name}
      rows={props.rows}
      columns={COLUMNS}
      rowId={(row) => row.id}
      rowName={(row) => row.no}
      sort={props.sort}
      onSort={props.onSort}
      onOpen={props.onOpen}
      waits={(row) => row.late}
      minWidth={MIN_WIDTH}
      empty={ACTIVITIES.filter.nothing}
    />
  );
}
