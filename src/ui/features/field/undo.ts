import type { ActivityRecord } from '../../../domain/records.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { withdrawMark } from '../../../usecases/mark-activity.ts';
import { withdrawCourseMark } from '../../../usecases/mark-step.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { Marking } from './marking.ts';
import type { Taken } from './site-view.ts';

/** Takes one's own mark back, which is signed too. */
export function createUndo(
  activity: () => ActivityRecord,
  marking: Pick<Marking, 'undo'>,
): (taken: Taken, title: string) => Promise<boolean> {
  const { desk } = useOffice();
  const seat = useSeat();
  return (taken, title) => {
    const said = FIELD.said.undone(title);
    return taken.kind === 'activity'
      ? marking.undo(() => withdrawMark(desk, seat(), activity(), taken.mark), said, markRefusal)
      : marking.undo(() => withdrawCourseMark(desk, seat(), activity(), taken.mark), said, courseRefusal);
  };
}
