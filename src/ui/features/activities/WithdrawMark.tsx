import type { JSX } from 'solid-js';
import type { Struck } from '../../../domain/course-records.ts';
import { DESK } from '../../../text/activity-desk.ts';
import { courseRefusal } from '../../../text/course.ts';
import { timeWithSeconds } from '../../../text/times.ts';
import { withdrawCourseMark } from '../../../usecases/mark-step.ts';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import type { DeskPart } from './desk-acts.ts';

const T = DESK.stepDialog;

/** Strikes out one's own mark of the course; it stays in the list. */
export function WithdrawMark(
  props: DeskPart & { readonly what: string; readonly mark: Struck; readonly onClose: () => void },
): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const at = (): string => timeWithSeconds(props.mark.signed.at);
  return (
    <SignDialog
      title={T.withdrawTitle(props.what)}
      sentence={T.withdrawSentence(props.naming.person(seat().person), props.what, at())}
      correction={T.withdrawCorrection}
      act={T.withdrawTitle(props.what)}
      wayOut={T.withdrawWayOut}
      done={T.withdrawnNow}
      onClose={props.onClose}
      onSign={() =>
        signRoutine(
          () => withdrawCourseMark(office.desk, seat(), props.judged.records.activity, props.mark),
          courseRefusal,
        )
      }
    />
  );
}
