import { useNavigate } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import type { RecordingRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateWord } from '../../kit/Words.tsx';
import styles from './Activities.module.css';
import type { Naming } from './activities-view.ts';
import { type RecordingLine, recordingLines } from './activity-view.ts';

const T = ACTIVITIES.recordings;
const C = T.columns;

const COLUMNS: readonly Column<RecordingLine>[] = [
  { id: 'no', head: C.no, cell: (row) => <a href={`/register/${row.id}`}>{row.no}</a>, title: (row) => row.no },
  { id: 'kind', head: C.kind, width: '4rem', cell: (row) => row.kind, onlyWide: true },
  {
    id: 'device',
    head: C.device,
    width: '7.5rem',
    cell: (row) => row.device,
    title: (row) => row.device,
    onlyWide: true,
  },
  { id: 'taken', head: C.taken, width: '8.75rem', cell: (row) => row.taken, onlyWide: true },
  { id: 'length', head: C.length, width: '4.5rem', align: 'end', cell: (row) => row.length, onlyWide: true },
  { id: 'size', head: C.size, width: '5rem', align: 'end', cell: (row) => row.size, onlyWide: true },
  { id: 'state', head: C.state, width: '6rem', cell: (row) => <State row={row} />, title: (row) => row.stateWords },
];

function State(props: { readonly row: RecordingLine }): JSX.Element {
  const waits = (): boolean => props.row.state === 'buffered' || props.row.state === 'damaged';
  return (
    <Show when={waits()} fallback={props.row.stateWords}>
      <StateWord state="waiting">{props.row.stateWords}</StateWord>
    </Show>
  );
}

/** The footage of the activity; a line opens the recording. */
export function ActivityRecordings(props: {
  readonly recordings: readonly RecordingRecord[];
  readonly naming: Naming;
}): JSX.Element {
  const navigate = useNavigate();
  const lines = createMemo(() => recordingLines(props.recordings, props.naming));
  return (
    <Sheet bare low title={T.heading} sub={lines().length === 0 ? undefined : T.open(lines().length)}>
      <Show when={lines().length > 0} fallback={<p class={styles.nothing}>{T.none}</p>}>
        <div class={styles.recordings}>
          <DataTable
            name={T.heading}
            rows={lines()}
            columns={COLUMNS}
            rowId={(row) => row.id}
            rowName={(row) => row.no}
            onOpen={(row) => navigate(`/register/${row.id}`)}
            waits={(row) => row.state === 'damaged'}
          />
        </div>
      </Show>
    </Sheet>
  );
}
