import { done, type Outcome, refused } from '../base/outcome.ts';
import type { ActivityId, EntryId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { beijingDate, fromInstant, type Instant } from '../domain/time.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { linkFootage } from './link-footage.ts';
import { signAct } from './signed-act.ts';

/** Two activities that look like one, created on two machines that had not met (trap 17). */
export interface Twins {
  /** The one that has more to it, or is older: it stays. */
  readonly kept: ActivityRecord;
  readonly other: ActivityRecord;
}

/** Planned or begun as close as two people would type the same appointment. */
const CLOSE_MS = 2 * 3_600_000;

const momentOf = ({ arrived, plannedAt, created }: ActivityRecord): Instant => arrived?.at ?? plannedAt ?? created.at;

const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.trim() === b.trim();

function alike(a: ActivityRecord, b: ActivityRecord): boolean {
  // One machine gives no number twice, and whoever made two there meant two.
  if (a.no.station === b.no.station || a.type !== b.type) return false;
  const [first, second] = [momentOf(a), momentOf(b)];
  if (beijingDate(first) !== beijingDate(second)) return false;
  if (Math.abs(fromInstant(first) - fromInstant(second)) > CLOSE_MS) return false;
  if (!a.officers.some((one) => b.officers.includes(one))) return false;
  return same(a.party, b.party) || same(a.place, b.place) || same(a.title, b.title);
}

const weight = ({ recordings, marks }: ActivityRecord): number => recordings.length * 100 + marks.length;

const keep = (a: ActivityRecord, b: ActivityRecord): Twins => {
  // Ids decide between two of one moment, so that every machine proposes the same.
  const age = ({ created, id }: ActivityRecord): string => `${created.at} ${id}`;
  const first = weight(a) - weight(b) || (age(a) < age(b) ? 1 : -1);
  return first > 0 ? { kept: a, other: b } : { kept: b, other: a };
};

/** Pairs that look like one activity; a person says whether they are. Days are looked at apart, so the cost follows the days. */
export function twinsAmong(activities: readonly ActivityRecord[]): readonly Twins[] {
  const days = new Map<string, ActivityRecord[]>();
  for (const activity of activities) {
    if (activity.mergedInto !== undefined) continue;
    const day = beijingDate(momentOf(activity));
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return [...days.values()].flatMap((day) =>
    day.flatMap((a, index) => day.slice(index + 1).flatMap((b) => (alike(a, b) ? [keep(a, b)] : []))),
  );
}

export type MergeRefusal = RuleRefusal | { readonly code: 'activity-unknown' };

/** The other has been the kept one all along: its footage goes there, each piece by an act of its own, and then it is merged. */
export async function mergeActivities(
  desk: Desk,
  seat: Seat,
  other: ActivityId,
  kept: ActivityId,
): Promise<Outcome<EntryId, MergeRefusal>> {
  const record = await desk.records.get('activity', other);
  if (record === null) return refused({ code: 'activity-unknown' });
  for (const recording of await desk.records.getMany('recording', record.recordings)) {
    const linked = await linkFootage(desk, seat, recording, { kind: 'activity', activity: kept });
    if (!linked.ok) return linked;
  }
  const signed = await signAct(desk, seat.signer, {
    kind: 'activities-merged',
    subject: subjectOf('activity', other),
    body: { activity: other, into: kept },
    details: null,
    division: record.division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
