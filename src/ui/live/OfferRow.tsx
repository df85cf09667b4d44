import { createSignal, For, type JSX, Show } from 'solid-js';
import type { CourseRecord } from '../../domain/course-records.ts';
import type { ActivityRecord } from '../../domain/records.ts';
import { matterByRow } from '../../regulation/checklist.ts';
import { rowsToOffer } from '../../regulation/matter-state.ts';
import { MATTER } from '../../text/matter.ts';
import { activityRefusal } from '../../text/refusals.ts';
import { addMatter } from '../../usecases/create-activity.ts';
import { announce } from '../kit/announce.ts';
import { attempt } from '../kit/attempt.ts';
import { Button } from '../kit/Button.tsx';
import { Note } from '../kit/Note.tsx';
import { useOffice, useSeat } from './office.ts';

/** What the marks show to have happened has a row of its own: the party refused, so row 8 is offered. One press signs the change. */
export function OfferRow(props: {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [fault, setFault] = createSignal<string>();
  const rows = (): readonly number[] =>
    rowsToOffer({
      matters: props.activity.matters,
      steps: (props.course?.steps ?? []).filter(({ withdrawnBy }) => withdrawnBy === null),
    });
  const add = async (row: number): Promise<void> => {
    const words = await attempt(() => addMatter(office.desk, seat(), props.activity, row), activityRefusal);
    setFault(words);
    announce(words ?? MATTER.offerDone(nameOf(row)), words === undefined ? 'polite' : 'assertive');
  };
  return (
    <For each={rows()}>
      {(row) => (
        <Note title={MATTER.offer(row, nameOf(row))}>
          <Button size="s" onPress={() => add(row)}>
            {MATTER.offerAct}
          </Button>
          <Show when={fault()}>{(words) => <p>{words()}</p>}</Show>
        </Note>
      )}
    </For>
  );
}

const nameOf = (row: number): string => matterByRow(row)?.cells.matter.normalized ?? '';
