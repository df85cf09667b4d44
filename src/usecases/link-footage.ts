import { done, type Outcome, refused } from '../base/outcome.ts';
import type { ActivityId, DivisionId, RecordingId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord, UnlinkedReason } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export type FootagePlace =
  | { readonly kind: 'activity'; readonly activity: ActivityId }
  | { readonly kind: 'unlinked'; readonly reason: UnlinkedReason };

/** The next free item number of an activity: numbers once given are not given again. */
export async function nextItem(records: ReadModel, activity: ActivityRecord): Promise<number> {
  const known = await records.getMany('recording', activity.recordings);
  return (
    1 + Math.max(0, ...known.map((recording) => (recording.activity === activity.id ? (recording.no?.item ?? 0) : 0)))
  );
}

/** Art. 4: puts a recording under an activity, or says why it stands under none. Nothing is ever deleted. */
export async function linkFootage(
  desk: Desk,
  seat: Seat,
  recording: RecordingRecord,
  place: FootagePlace,
): Promise<Outcome<RecordingId, RuleRefusal | { readonly code: 'activity-unknown' }>> {
  const activity = place.kind === 'activity' ? await desk.records.get('activity', place.activity) : null;
  if (place.kind === 'activity' && activity === null) return refused({ code: 'activity-unknown' });
  const person = await desk.records.get('person', seat.person);
  const division: DivisionId | undefined = activity?.division ?? person?.division;
  const signed = await signAct(desk, seat.signer, {
    kind: 'footage-linked',
    subject: subjectOf('recording', recording.id),
    body: {
      recording: recording.id,
      from: recording.activity,
      activity: activity?.id ?? null,
      no: activity === null ? null : { activity: activity.no, item: await nextItem(desk.records, activity) },
      unlinkedReason: place.kind === 'unlinked' ? place.reason : null,
    },
    details: null,
    ...(division === undefined ? {} : { division }),
  });
  return signed.ok ? done(recording.id) : refused(signed.refusal);
}
