import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { DESK } from '../../../text/activity-desk.ts';
import { Button } from '../../kit/Button.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Timeline } from '../../kit/Timeline.tsx';
import { Sub } from '../../kit/Words.tsx';
import styles from './Activities.module.css';
import type { DeskPart } from './desk-acts.ts';
import { activityTimeline, type TimelineRow } from './timeline-view.ts';

const T = DESK.timeline;

const COLUMNS: readonly Column<TimelineRow>[] = [
  { id: 'at', head: T.columns.at, width: 'min(11rem, 28vw)', cell: (row) => row.at },
  { id: 'lane', head: T.columns.lane, width: 'min(8rem, 25vw)', cell: (row) => row.lane, title: (row) => row.lane },
  { id: 'words', head: T.columns.words, cell: (row) => row.words, title: (row) => row.words },
  { id: 'length', head: T.columns.length, width: '8rem', align: 'end', cell: (row) => row.length, onlyWide: true },
];

/** Arts. 9 and 11 at a glance: every device's footage, what they cover together, gaps and marks; and the same as a table. */
export function TimelineSheet(props: DeskPart): JSX.Element {
  const timeline = createMemo(() => activityTimeline(props.judged, props.naming));
  const [table, setTable] = createSignal(false);
  return (
    <Show when={timeline()}>
      {(known) => (
        <Sheet
          bare
          low
          title={T.heading}
          sub={known().sub}
          aside={
            <Button size="s" look="quiet" expanded={table()} onPress={() => setTable(!table())}>
              {table() ? T.hideTable : T.showTable}
            </Button>
          }
        >
          <Timeline
            name={T.name}
            marksName={T.marks}
            ticks={known().ticks}
            lanes={known().lanes}
            gaps={known().gaps}
            marks={known().marks}
            edges={known().edges}
          />
          <Show when={known().unplaced > 0}>
            <p class={styles.legend}>
              <Sub>{T.unplaced(known().unplaced)}</Sub>
            </p>
          </Show>
          <Show when={table()}>
            <div class={styles.recordings}>
              <DataTable
                name={T.table}
                rows={known().rows}
                columns={COLUMNS}
                rowId={(row) => row.id}
                rowName={(row) => `${row.at} ${row.words}`}
              />
            </div>
          </Show>
        </Sheet>
      )}
    </Show>
  );
}
