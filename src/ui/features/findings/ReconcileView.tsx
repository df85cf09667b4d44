import { useNavigate } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import { FINDINGS, RECONCILED } from '../../../text/findings-page.ts';
import { commas, dateInTable } from '../../../text/times.ts';
import type { Reconciled } from '../../../usecases/findings-shelf.ts';
import { Tally } from '../../kit/Board.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import styles from './findings.module.css';
import type { principleFigures, ReconcileRow } from './findings-page-view.ts';

const T = FINDINGS.reconcile;

const toneOf = (state: Reconciled): 'good' | 'wait' | 'plain' =>
  state === 'recorded' ? 'good' : state === 'neither' ? 'wait' : 'plain';

const COLUMNS: readonly Column<ReconcileRow>[] = [
  {
    id: 'no',
    head: T.columns.no,
    width: 'min(9rem, 32vw)',
    cell: (row) => <a href={`/activities/${row.id}`}>{row.no}</a>,
  },
  { id: 'title', head: T.columns.title, cell: (row) => row.title, title: (row) => row.title },
  { id: 'ended', head: T.columns.ended, width: '10rem', cell: (row) => row.ended, onlyWide: true },
  {
    id: 'state',
    head: T.columns.state,
    width: 'min(8rem, 26vw)',
    cell: (row) => <Tag tone={toneOf(row.state)}>{RECONCILED[row.state]}</Tag>,
  },
];

/** Required, recorded, explained, neither: the list a Kansas City audit had to make by hand. */
export function ReconcileView(props: {
  readonly rows: readonly ReconcileRow[];
  readonly principles: ReturnType<typeof principleFigures>;
  readonly from: Instant;
}): JSX.Element {
  const navigate = useNavigate();
  const count = (state: Reconciled): string => commas(props.rows.filter((row) => row.state === state).length);
  return (
    <>
      <Sheet bare low title={FINDINGS.principles.heading} aside={FINDINGS.principles.article}>
        <Tally figures={props.principles} />
      </Sheet>
      <Sheet bare fill title={T.heading} aside={T.article}>
        <p class={styles.lead}>{T.lead(dateInTable(props.from))}</p>
        <Tally
          figures={[
            { figure: commas(props.rows.length), words: T.tally.required },
            { figure: count('recorded'), words: T.tally.recorded },
            { figure: count('explained'), words: T.tally.explained },
            { figure: count('awaited'), words: T.tally.awaited },
            { figure: count('neither'), words: T.tally.neither },
          ]}
        />
        <DataTable
          name={T.table}
          rows={props.rows}
          columns={COLUMNS}
          rowId={(row) => row.id}
          rowName={(row) => row.no}
          onOpen={(row) => navigate(`/activities/${row.id}`)}
          waits={(row) => row.state === 'neither'}
          empty={T.none}
        />
      </Sheet>
    </>
  );
}
