import { intakesOf } from '../../../domain/activity-stage.ts';
import type { ActivityRecord, PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { renderNotice } from '../../../regulation/notice.ts';
import { FIELD } from '../../../text/field.ts';
import { countdownWords, lengthInCell, momentNear } from '../../../text/times.ts';
import { activityDue } from '../../../usecases/activity-due.ts';

/** 00:00:40 since the arrival; stands still once the end is marked. */
export function elapsedWords(
  { arrived, finished, plannedAt }: ActivityRecord,
  now: Instant,
): { readonly figure: string; readonly words: string } {
  const T = FIELD.elapsed;
  if (arrived === null) {
    if (finished !== null) return { figure: T.zero, words: T.onlyEnd };
    return { figure: T.zero, words: plannedAt === null ? T.unplanned : T.planned(momentNear(plannedAt, now)) };
  }
  const ms = Math.max(0, fromInstant(finished?.at ?? now) - fromInstant(arrived.at));
  return { figure: lengthInCell(ms).padStart(8, '0'), words: finished === null ? T.running : T.ended };
}

/** Why the person cannot mark anything here. */
export function cannotMark(
  person: PersonRecord,
  { officers }: ActivityRecord,
  tab: 'writer' | 'follower',
): string | undefined {
  if (tab === 'follower') return FIELD.cannot.otherWindow;
  if (!person.roles.includes('officer')) return FIELD.cannot.notOfficer;
  return officers.includes(person.id) ? undefined : FIELD.cannot.notOnActivity;
}

/** The same of what can only be marked after the arrival. */
export const cannotMarkYet = (
  person: PersonRecord,
  activity: ActivityRecord,
  tab: 'writer' | 'follower',
): string | undefined =>
  cannotMark(person, activity, tab) ?? (activity.arrived === null ? FIELD.steps.notArrived : undefined);

/** Under 去采集: until when. */
export function intakeWords(
  activity: ActivityRecord,
  recordings: readonly Pick<RecordingRecord, 'sources'>[],
  now: Instant,
): string {
  const due = activityDue(activity, now, intakesOf(recordings));
  if (due.kind === 'open' || due.kind === 'late') return FIELD.next.intakeSub(countdownWords(due.deadline, now).end);
  return due.kind === 'away' ? FIELD.next.intakeAway : FIELD.next.intakeDone;
}

/** Art. 8's phrase, apart at the names so that they can be set off. */
export interface CueWords {
  readonly text: string;
  readonly before: string;
  readonly names: string;
  readonly after: string;
  /** What the officers must know before they read it out. */
  readonly remark: string | undefined;
}

/** Names of the activity's officers in its order; null where one is not on this station. */
export const namesOf = (
  { officers }: ActivityRecord,
  persons: readonly Pick<PersonRecord, 'id' | 'name'>[],
): readonly (string | null)[] => officers.map((id) => persons.find((person) => person.id === id)?.name ?? null);

/** `names`: of the officers in order; null where a name is not on this station. */
export function cueWords(names: readonly (string | null)[]): CueWords {
  const known = names.filter((name) => name !== null && name.trim() !== '').map((name) => String(name).trim());
  const text = renderNotice(known);
  const joined = known.join(FIELD.list);
  const at = joined === '' ? -1 : text.indexOf(joined);
  const remark = known.length < names.length ? FIELD.cue.nameless : known.length === 1 ? FIELD.cue.oneName : undefined;
  if (at < 0) return { text, before: text, names: '', after: '', remark };
  return { text, before: text.slice(0, at), names: joined, after: text.slice(at + joined.length), remark };
}
