import type { Struck } from '../../../domain/course-records.ts';
import type { ActivityRecord, PersonRecord } from '../../../domain/records.ts';
import { endOfBeijingDay, type Instant } from '../../../domain/time.ts';
import { dayEndAfter, statementDue } from '../../../regulation/deadlines.ts';
import { type Code, type Finding, findingKey } from '../../../regulation/finding.ts';
import { DEFAULT_VALUES } from '../../../regulation/parameters.ts';
import { findingStanding } from '../../../usecases/answer-finding.ts';
import type { JudgedUnit } from '../../../usecases/findings-shelf.ts';
import { mayAnswer } from '../../kit/finding-line.ts';
import type { Due, DueOrder } from './today-view.ts';

export type JudgedDue = Extract<
  Due,
  { readonly kind: 'explain' | 'deferred' | 'export' | 'explain-footage' | 'decide' | 'read-report' | 'read-gap' }
>;

type OfActivity = JudgedUnit & { readonly about: Extract<JudgedUnit['about'], { readonly kind: 'activity' }> };

const isOfActivity = (unit: JudgedUnit): unit is OfActivity => unit.about.kind === 'activity';

/** What findings, reports and steps with a later result leave to this person. Advice asks for little. */
export function judgedItems(units: readonly JudgedUnit[], viewer: PersonRecord, now: Instant): readonly JudgedDue[] {
  const activities = units.filter(isOfActivity);
  const others = units.filter((unit) => !isOfActivity(unit));
  return [
    ...activities.flatMap((unit) => [
      ...explain(unit, viewer, now),
      ...deferred(unit, viewer),
      ...exportFootage(unit, viewer, now),
      ...readReport(unit, viewer, now),
      ...readGap(unit, viewer, now),
    ]),
    ...pile('explain-footage', others, (unit) => toExplain(unit, viewer, takersOf(unit)).length, now),
    ...(viewer.roles.includes('legalAffairsOffice') ? pile('decide', units, toDecide(viewer), now) : []),
  ];
}

/** Advice that asks for something all the same, while there is time: a gap to be stated, footage to be put under an activity, preserved evidence to be decided on. */
const ASKING: ReadonlySet<string> = new Set<Code>(['A09-3', 'A04-2', 'C04-2']);

const today = (since: Instant, now: Instant): DueOrder => ({ by: endOfBeijingDay(now), hasDeadline: false, since });

const standingOf = (unit: JudgedUnit, finding: Finding) =>
  findingStanding(unit.answers.get(findingKey(finding)) ?? null);

const toExplain = (unit: JudgedUnit, viewer: PersonRecord, officers: ActivityRecord['officers']): readonly Finding[] =>
  unit.findings.filter(
    (finding) =>
      (finding.grade !== 'advisory' || ASKING.has(finding.code)) &&
      standingOf(unit, finding) === 'to-explain' &&
      isAsked(finding, viewer, officers),
  );

/** A head may answer for the division, and is not asked to for each of its officers. */
const isAsked = (finding: Finding, viewer: PersonRecord, officers: ActivityRecord['officers']): boolean =>
  finding.answeredBy === 'officer' ? officers.includes(viewer.id) : mayAnswer(finding, viewer, officers);

/** The rule's own time for a statement, where the finding names one; else that of Arts. 7 and 11 after the end. */
function explain(unit: OfActivity, viewer: PersonRecord, now: Instant): readonly JudgedDue[] {
  const { activity } = unit.about;
  const open = toExplain(unit, viewer, activity.officers);
  if (open.length === 0) return [];
  const named = open.flatMap(({ facts }) => ('due' in facts ? [facts.due] : [])).sort()[0];
  const by = named ?? (activity.finished === null ? null : statementDue(activity.finished.at, DEFAULT_VALUES));
  const order: DueOrder = by === null ? today(unit.day, now) : { by, hasDeadline: true, since: unit.day };
  return [{ kind: 'explain', id: `explain ${activity.id}`, order, activity, count: open.length }];
}

/** Rows 11 and 12: postal results and proofs of announcement, awaited for so many days after the end. */
function deferred({ about: { activity, awaited } }: OfActivity, { id }: PersonRecord): readonly JudgedDue[] {
  const { finished } = activity;
  if (finished === null || awaited.length === 0 || !activity.officers.includes(id)) return [];
  const by = dayEndAfter(finished.at, DEFAULT_VALUES.deferredResultDays);
  const order: DueOrder = { by, hasDeadline: true, since: finished.at };
  return [{ kind: 'deferred', id: `deferred ${activity.id}`, order, activity, count: awaited.length }];
}

/** Row 9: the office's fixed cameras write over their own footage. What is lost by then is C09-2's. */
function exportFootage(
  { about: { activity, exportBy } }: OfActivity,
  { id }: PersonRecord,
  now: Instant,
): readonly JudgedDue[] {
  if (exportBy === null || exportBy < now || !activity.officers.includes(id)) return [];
  const order: DueOrder = { by: exportBy, hasDeadline: true, since: activity.finished?.at ?? activity.created.at };
  return [{ kind: 'export', id: `export ${activity.id}`, order, activity, count: 1 }];
}

function readReport(
  { about: { activity, course } }: OfActivity,
  { id }: PersonRecord,
  now: Instant,
): readonly JudgedDue[] {
  const report = course?.nonRecordingReport ?? null;
  if (report === null || report.acknowledged !== null || report.to !== id) return [];
  const since = report.signed.at;
  return [{ kind: 'read-report', id: `read-report ${activity.id}`, order: today(since, now), activity, since }];
}

const stands = ({ withdrawnBy }: Struck): boolean => withdrawnBy === null;

function readGap(
  { about: { activity, course } }: OfActivity,
  { id, roles, division }: PersonRecord,
  now: Instant,
): readonly JudgedDue[] {
  if (!roles.includes('departmentHead')) return [];
  const own = activity.division === division;
  const open = [
    ...(course?.gapReports ?? []).filter((one) => own || one.to === id),
    ...(course?.gapStatements ?? []).filter(() => own),
  ].filter((one) => stands(one) && one.acknowledged === null);
  const since = open.map(({ signed }) => signed.at).sort()[0];
  if (since === undefined) return [];
  return [{ kind: 'read-gap', id: `read-gap ${activity.id}`, order: today(since, now), activity, since }];
}

function takersOf({ about }: JudgedUnit): ActivityRecord['officers'] {
  if (about.kind === 'intake') return [about.batch.takenInBy];
  return about.kind === 'unlinked' ? about.recording.sources.map(({ takenInBy }) => takenInBy) : [];
}

/** Answered by somebody else, and not decided. */
const toDecide =
  ({ id }: PersonRecord) =>
  (unit: JudgedUnit): number =>
    unit.findings.filter((finding) => {
      const answers = unit.answers.get(findingKey(finding))?.answers ?? [];
      const own = answers.some(({ by }) => by.kind === 'person' && by.person === id);
      return standingOf(unit, finding) === 'answered' && !own;
    }).length;

/** One row for many things that are done on the page of findings. */
function pile(
  kind: 'explain-footage' | 'decide',
  units: readonly JudgedUnit[],
  count: (unit: JudgedUnit) => number,
  now: Instant,
): readonly JudgedDue[] {
  const open = units.map((unit) => ({ day: unit.day, count: count(unit) })).filter((one) => one.count > 0);
  const since = open.map(({ day }) => day).sort()[0];
  if (since === undefined) return [];
  const sum = open.reduce((all, one) => all + one.count, 0);
  return [{ kind, id: kind, order: today(since, now), count: sum, since }];
}
