import { done, type Outcome, refused } from '../base/outcome.ts';
import type { UnlinkedDecision } from '../domain/course-words.ts';
import type { BatchId, DivisionId, EntryId, RecordingId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export type UnlinkedRefusal = RuleRefusal | { readonly code: 'text-missing' };
type Signed = Promise<Outcome<EntryId, UnlinkedRefusal>>;

/** Art. 4: what the officer says of footage without an activity. */
export async function explainUnlinked(
  desk: Desk,
  seat: Seat,
  recording: RecordingId,
  text: string,
  division: DivisionId,
): Signed {
  const said = typed(text);
  if (said === null) return refused({ code: 'text-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'unlinked-explained',
    subject: subjectOf('recording', recording),
    body: { recording },
    details: { text: said },
    division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Art. 4: the legal affairs office decides; the footage stays either way. */
export async function decideUnlinked(
  desk: Desk,
  seat: Seat,
  recording: RecordingId,
  decision: UnlinkedDecision,
  text: string,
  division: DivisionId,
): Signed {
  const said = typed(text);
  if (said === null) return refused({ code: 'text-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'unlinked-decided',
    subject: subjectOf('recording', recording),
    body: { recording, decision },
    details: { text: said },
    division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Art. 2: the department head has read why footage comes from a device that is not in the register. */
export async function acknowledgeForeignSource(
  desk: Desk,
  seat: Seat,
  batch: BatchId,
  division: DivisionId,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'foreign-source-acknowledged',
    subject: subjectOf('batch', batch),
    body: { batch },
    details: null,
    division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
