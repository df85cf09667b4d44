import { done, type Outcome, refused } from '../base/outcome.ts';
import type { DivisionId } from '../domain/ids.ts';
import type { BatchRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** The officer puts a name under what the station signed of an intake. */
export async function countersignIntake(
  desk: Desk,
  seat: Seat,
  batch: BatchRecord,
  division: DivisionId,
): Promise<Outcome<null, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'intake-countersigned',
    subject: subjectOf('batch', batch.id),
    body: { batch: batch.id, recordings: batch.recordings.slice(0, 1000) },
    details: null,
    refs: batch.entries,
    division,
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
