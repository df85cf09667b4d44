import { done, type Outcome, refused } from '../base/outcome.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import { playbackOnlyBy } from '../regulation/closing.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export type ReviewRefusal =
  | RuleRefusal
  | { readonly code: 'not-own-batch' | 'handed-over' | 'set-apart' | 'no-sound-or-picture' };

/**
 * Whether a person may play a recording as 采集核对: inside the own intake batch, until hand-over is signed. Everything
 * else is a viewing under Art. 16.
 */
export function mayReview(recording: RecordingRecord, person: PersonId): Outcome<null, ReviewRefusal> {
  if (recording.handover !== null) return refused({ code: 'handed-over' });
  // Art. 4: what has nothing to do with work is for the legal affairs office to look at, and for nobody in passing.
  if (recording.activity === null && playbackOnlyBy(recording.unlinkedReason) !== null) {
    return refused({ code: 'set-apart' });
  }
  if (!recording.sources.some((source) => source.takenInBy === person)) return refused({ code: 'not-own-batch' });
  const plays = recording.mediaType === 'video' || recording.mediaType === 'audio' || recording.mediaType === 'photo';
  return plays ? done(null) : refused({ code: 'no-sound-or-picture' });
}

export interface PlayedStretch {
  readonly fromSec: number;
  readonly toSec: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** Logs one stretch that was played. `activity` decides the carrier; unlinked footage goes with the person's division. */
export async function logReview(
  desk: Desk,
  seat: Seat,
  recording: RecordingRecord,
  activity: ActivityRecord | null,
  played: PlayedStretch,
): Promise<Outcome<null, ReviewRefusal>> {
  const may = mayReview(recording, seat.person);
  if (!may.ok) return may;
  const person = await desk.records.get('person', seat.person);
  const division = activity?.division ?? person?.division;
  const signed = await signAct(desk, seat.signer, {
    kind: 'footage-reviewed',
    subject: subjectOf('recording', recording.id),
    body: { recording: recording.id, ...played },
    details: null,
    ...(division === undefined ? {} : { division }),
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
