import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Act } from '../ledger/book.ts';
import type { KindName } from '../ledger/kinds.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** Why an act about the course of an activity is not even signed. */
export type CourseRefusal =
  | RuleRefusal
  | {
      readonly code:
        | 'reason-missing'
        | 'basis-missing'
        | 'step-unknown'
        | 'row-not-chosen'
        | 'not-deferrable'
        | 'cannot-show'
        | 'not-finished'
        | 'not-arrived'
        | 'time-impossible'
        | 'already-withdrawn'
        | 'not-reported';
    };

export type CourseSigned = Promise<Outcome<EntryId, CourseRefusal>>;

/** Signs an act about an activity into its division's carrier. */
export async function signCourse<K extends KindName>(
  desk: Pick<Desk, 'book' | 'now'>,
  seat: Seat,
  activity: Pick<ActivityRecord, 'id' | 'division'>,
  act: Pick<Act<K>, 'kind' | 'body' | 'details' | 'refs'>,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const signed = await signAct<K>(desk, seat.signer, {
    ...act,
    subject: subjectOf('activity', activity.id),
    division: activity.division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Text a person typed; null where there is none. */
export const typed = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};
