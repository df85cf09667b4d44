import { type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { type Column, DataTable, type Sort } from '../../kit/DataTable.tsx';
import { StateWord } from '../../kit/Words.tsx';
import type { ActivityRow } from './activities-view.ts';

const C = ACTIVITIES.columns;

const COLUMNS: readonly Column<ActivityRow>[] = [
  { id: 'no', head: C.no, width: '6.5rem', sortable: true, cell: (row) => row.no, title: (row) => row.no },
  {
    id: 'title',
    head: C.title,
    cell: (row) => <a href={`/activities/${row.id}`}>{row.title}</a>,
    title: (row) => row.title,
  },
  { id: 'kind', head: C.kind, width: '11rem', cell: (row) => row.kind, title: (row) => row.kind, onlyWide: true },
  {
    id: 'officers',
    head: C.officers,
    width: '8rem',
    cell: (row) => row.officers,
    title: (row) => row.officers,
    onlyWide: true,
  },
  { id: 'place', head: C.place, width: '9rem', cell: (row) => row.place, title: (row) => row.place, onlyWide: true },
  { id: 'day', head: C.when, width: '12rem', sortable: true, cell: (row) => row.when, title: (row) => row.when },
  {
    id: 'footage',
    head: C.footage,
    width: '5rem',
    align: 'end',
    sortable: true,
    cell: (row) => row.footage,
    onlyWide: true,
  },
  { id: 'stage', head: C.stage, width: '9rem', cell: (row) => <Stage row={row} />, title: (row) => row.stageWords },
  { id: 'due', head: C.due, width: '10.5rem', cell: (row) => row.due, title: (row) => row.due, onlyWide: true },
];

/** What waits has a sign beside the word. */
function Stage(props: { readonly row: ActivityRow }): JSX.Element {
  const waits = (): boolean =>
    props.row.stage === 'awaiting-intake' ||
    props.row.stage === 'partly-taken-in' ||
    props.row.stage === 'end-not-marked';
  return (
    <Show when={waits()} fallback={props.row.stageWords}>
      <StateWord state="waiting">{props.row.stageWords}</StateWord>
    </Show>
  );
}

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
      minWidth="62rem"
      empty={ACTIVITIES.filter.nothing}
    />
  );
}
