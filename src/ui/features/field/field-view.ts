import { intakesOf } from '../../../domain/activity-stage.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { ActivityMark, ActivityRecord, PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { renderNotice } from '../../../regulation/notice.ts';
import { MARK } from '../../../text/activities.ts';
import { FIELD } from '../../../text/field.ts';
import { clock, countdownWords, lengthInCell, momentNear } from '../../../text/times.ts';
import { activityDue } from '../../../usecases/activity-due.ts';
import { asksNotice } from '../../../usecases/asks-notice.ts';

/** The one act that comes next. */
export type NextAct = 'arrived' | 'noticed' | 'finished' | 'intake';

export function nextAct({ arrived, noticed, finished, matters }: ActivityRecord): NextAct {
  if (finished !== null) return 'intake';
  if (arrived === null) return 'arrived';
  return noticed === null && asksNotice(matters) ? 'noticed' : 'finished';
}

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

/** For so long a mark can be taken back where it was made; later on the activity's page. */
export const UNDO_MS = 10_000;
const SHOWN = 3;

export interface LastMark {
  readonly id: string;
  readonly mark: ActivityMark;
  readonly at: string;
  readonly title: string;
  /** Who, or that it is recorded, or that it was taken back. */
  readonly words: string;
  readonly undo: boolean;
}

/** The last three marks, newest first. Only one's own can be taken back. */
export function lastMarks(
  { marks }: ActivityRecord,
  me: PersonId,
  now: Instant,
  person: (id: PersonId) => string,
): readonly LastMark[] {
  return marks
    .slice(-SHOWN)
    .reverse()
    .map((mark) => {
      const { by, at, entry } = mark.signed;
      const own = by.kind === 'person' && by.person === me;
      const other = by.kind === 'person' && !own ? FIELD.marks.by(person(by.person)) : FIELD.marks.recorded;
      const withdrawn = mark.withdrawnBy !== null;
      return {
        id: entry,
        mark,
        at: clock(at),
        title: MARK[mark.kind],
        words: withdrawn ? FIELD.marks.withdrawn : other,
        undo: own && !withdrawn && fromInstant(now) - fromInstant(at) < UNDO_MS,
      };
    });
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
