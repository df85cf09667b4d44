import {
  type CourseRecord,
  emptyCourse,
  goesOnWith,
  type Interruption,
  type Resumption,
} from '../domain/course-records.ts';
import type { ActivityId, EntryId } from '../domain/ids.ts';
import type { MatterStatements } from '../domain/matter-statements.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord } from '../domain/records.ts';
import type { Signed } from '../domain/signed.ts';

type Read = Pick<ReadModel, 'get' | 'getMany'>;

/** An activity and its course. */
export interface WholeActivity {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
}

/** Trap 17: what two officers marked on two machines under two numbers is one course once the two were merged. */
export async function readWhole(records: Read, activity: ActivityRecord): Promise<WholeActivity> {
  const others = await mergedInto(records, activity);
  const own = await records.get('course', activity.id);
  if (others.length === 0) return { activity, course: own };
  const ids = others.map(({ id }) => id);
  const courses = await records.getMany('course', ids);
  return { activity: together(activity, others), course: courseOf(activity.id, own, courses) };
}

/** The same for a list of all: no look-ups, and only the few that were merged are put together. */
export function wholeActivities(all: readonly ActivityRecord[]): readonly ActivityRecord[] {
  if (!all.some(({ mergedFrom }) => mergedFrom !== undefined)) return all;
  const byId = new Map(all.map((one) => [one.id, one]));
  const under = ({ mergedFrom = [] }: ActivityRecord): readonly ActivityRecord[] =>
    mergedFrom.flatMap((id) => byId.get(id) ?? []).flatMap((one) => [one, ...under(one)]);
  return all.map((one) => (one.mergedFrom === undefined ? one : together(one, under(one))));
}

/** Those merged into it, and into them. */
async function mergedInto(records: Read, activity: ActivityRecord): Promise<readonly ActivityRecord[]> {
  const found: ActivityRecord[] = [];
  let next = activity.mergedFrom ?? [];
  while (next.length > 0) {
    const some = await records.getMany('activity', next);
    found.push(...some);
    next = some.flatMap(({ mergedFrom = [] }) => mergedFrom).filter((id) => !found.some((one) => one.id === id));
  }
  return found;
}

/** Under which of them a mark lies: there it is taken back, or acknowledged. */
export async function homeOf(records: Read, activity: ActivityRecord, entry: EntryId): Promise<ActivityRecord> {
  for (const other of await mergedInto(records, activity)) {
    const course = await records.get('course', other.id);
    if ([...other.marks, ...marksOf(course)].some(({ signed }) => signed.entry === entry)) return other;
  }
  return activity;
}

const marksOf = (course: CourseRecord | null): readonly { readonly signed: Signed }[] =>
  course === null
    ? []
    : [
        ...course.steps,
        ...course.interruptions,
        ...course.gapReports,
        ...course.gapStatements,
        ...course.voiceMarks,
        ...course.locatedNotices,
        ...(course.nonRecordingReport === null ? [] : [course.nonRecordingReport]),
      ];

interface Dated {
  readonly at: string;
}
const inOrder = <S extends Dated>(all: readonly (S | null)[]): readonly S[] =>
  all.flatMap((one) => (one === null ? [] : [one])).sort((a, b) => (a.at < b.at ? -1 : 1));
const first = <S extends Dated>(all: readonly (S | null)[]): S | null => inOrder(all)[0] ?? null;
const last = <S extends Dated>(all: readonly (S | null)[]): S | null => inOrder(all).at(-1) ?? null;
const union = <I>(all: readonly (readonly I[])[]): readonly I[] => [...new Set(all.flat())];

/** The plan is the kept one's; who came, with what and for which rows is what both say. Marks count as within one activity. */
function together(kept: ActivityRecord, others: readonly ActivityRecord[]): ActivityRecord {
  const all = [kept, ...others];
  return {
    ...kept,
    officers: union(all.map(({ officers }) => officers)),
    devices: union(all.map(({ devices }) => devices)),
    matters: [...union(all.map(({ matters }) => matters))].sort((a, b) => a - b),
    recordings: union(all.map(({ recordings }) => recordings)),
    arrived: first(all.map(({ arrived }) => arrived)),
    noticed: first(all.map(({ noticed }) => noticed)),
    finished: last(all.map(({ finished }) => finished)),
    away: last(all.map(({ away }) => away)),
    returned: last(all.map(({ returned }) => returned)),
    marks: all.flatMap(({ marks }) => marks).sort((a, b) => (a.signed.at < b.signed.at ? -1 : 1)),
  };
}

function courseOf(id: ActivityId, own: CourseRecord | null, others: readonly CourseRecord[]): CourseRecord | null {
  const all = [...(own === null ? [] : [own]), ...others];
  if (all.length === 0) return null;
  const listed = <M extends { readonly signed: Signed }>(of: (course: CourseRecord) => readonly M[]): readonly M[] =>
    all.flatMap(of).sort((a, b) => (a.signed.at < b.signed.at ? -1 : 1));
  const lastSigned = <M extends { readonly signed: Signed }>(of: (course: CourseRecord) => M | null): M | null =>
    listed((course) => [of(course)].flatMap((one) => one ?? [])).at(-1) ?? null;
  const lines = all.flatMap(({ matterLines }) => matterLines ?? []);
  const resumptions = listed((course) => course.resumptions ?? []);
  return {
    id,
    steps: listed(({ steps }) => steps),
    interruptions: listed(({ interruptions }) => interruptions).map((one) => endedAcross(one, resumptions)),
    resumptions,
    gapReports: listed(({ gapReports }) => gapReports),
    gapStatements: listed(({ gapStatements }) => gapStatements),
    voiceMarks: listed(({ voiceMarks }) => voiceMarks),
    locatedNotices: listed(({ locatedNotices }) => locatedNotices),
    noticeException: last(all.map(({ noticeException }) => noticeException)),
    content: lastSigned(({ content }) => content),
    notRecorded: lastSigned(({ notRecorded }) => notRecorded),
    nonRecordingReport: lastSigned(({ nonRecordingReport }) => nonRecordingReport),
    matter: all.reduce((stated, { matter }) => fillIn(stated, matter), emptyCourse(id).matter),
    matterLines: lines.filter(({ row }, at) => lines.findIndex((one) => one.row === row) === at),
  };
}

/** What was stopped under one number goes on when it is said under any of them: the first word after the stop ends it, as in one course. */
function endedAcross(stopped: Interruption, resumptions: readonly Resumption[]): Interruption {
  const after = resumptions.filter((one) => one.signed.at >= stopped.signed.at && goesOnWith(one, stopped));
  const ends = [...(stopped.resumed === null ? [] : [stopped.resumed]), ...after.map(({ signed }) => signed)];
  const [first = null] = ends.sort((a, b) => (a.at === b.at ? (a.entry < b.entry ? -1 : 1) : a.at < b.at ? -1 : 1));
  return first === stopped.resumed ? stopped : { ...stopped, resumed: first };
}

/** What the kept one states of a row counts; the others' where it states nothing. */
function fillIn(stated: MatterStatements, more: MatterStatements): MatterStatements {
  const given = Object.entries(stated).filter(
    ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...more, ...Object.fromEntries(given) };
}
