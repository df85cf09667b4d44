import { createMemo, type JSX, Show } from 'solid-js';
import type { ActivityId } from '../../../domain/ids.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { CAMERA } from '../../../text/camera.ts';
import { INTAKE } from '../../../text/intake.ts';
import { STORE } from '../../../text/store.ts';
import { size } from '../../../text/times.ts';
import { Countdown } from '../../kit/Countdown.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Article, Sub, Tag } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { useOffice } from '../../live/office.ts';
import { firstDeadline } from './intake-view.ts';

export interface RunSideProps {
  readonly device: string;
  /** null: the intake is over, and nobody kept it. */
  readonly byCable: boolean | null;
  readonly sourceLabel: string;
  /** Every activity, and those that files of this intake go to. */
  readonly activities: readonly ActivityRecord[];
  readonly chosen: ReadonlySet<ActivityId>;
}

/** Source, target and deadline, always in sight. */
export function RunSide(props: RunSideProps): JSX.Element {
  const footage = useFootageDesk();
  const office = useOffice();
  const chosen = createMemo(() => props.activities.filter(({ id }) => props.chosen.has(id)));
  const due = createMemo(() => firstDeadline(chosen(), office.now()));
  /** Without a deadline, an activity that has ended is one whose footage is all in. */
  const isMet = () => chosen().some(({ finished }) => finished !== null);
  const waiting = () => footage.safety();
  return (
    <>
      <Sheet title={INTAKE.source} aside={<Tag tone="good">{INTAKE.readOnly}</Tag>}>
        <Facts
          small
          facts={[
            { term: INTAKE.sourceFacts.device, detail: props.device },
            ...(props.byCable === null
              ? []
              : [{ term: INTAKE.sourceFacts.way, detail: props.byCable ? CAMERA.way : INTAKE.wayFolder }]),
            { term: INTAKE.sourceFacts.folder, detail: props.sourceLabel },
          ]}
        />
      </Sheet>
      <Sheet title={INTAKE.target}>
        <p>{INTAKE.targetBuffer}</p>
        <Show when={waiting().bufferedFiles > 0}>
          <p>
            <Sub>{STORE.listed(waiting().bufferedFiles, size(waiting().bufferedBytes))}</Sub>
          </p>
        </Show>
      </Sheet>
      <Sheet title={INTAKE.deadline} aside={<Article article={13} />}>
        <Show when={due()} fallback={<p>{isMet() ? INTAKE.deadlineMet : INTAKE.deadlineNone}</p>}>
          {(at) => <Countdown deadline={at()} now={office.now} says={ACTIVITIES.due.says} note={INTAKE.deadlineNote} />}
        </Show>
      </Sheet>
    </>
  );
}
