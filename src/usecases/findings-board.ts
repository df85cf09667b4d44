import { isMerged } from '../domain/activity-stage.ts';
import type { BatchId, DeviceId, RecordingId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import { parseSubject, type Subject, type SubjectIds, type SubjectType, subjectOf } from '../domain/subject.ts';
import { type Instant, plusMs } from '../domain/time.ts';
import { dayOf, evaluate, type FactsToJudge } from '../regulation/evaluate.ts';
import { findingKey } from '../regulation/finding.ts';
import { NO_TALLY } from '../regulation/indicators.ts';
import { awaitedSteps } from '../regulation/matter-state.ts';
import type { RulesInForce } from '../regulation/rules-in-force.ts';
import { hasFootage, isExcusedWhole, isSettled } from '../regulation/standing.ts';
import type { Desk } from './desk.ts';
import { factsOf } from './facts-of.ts';
import { readActivity, rulesOf } from './findings-of.ts';
import { readIntake, readUnlinked } from './findings-of-intake.ts';
import { type JudgedUnit, type Kept, makeShelf, neighbours, type Reconciled } from './findings-shelf.ts';
import { principlesOf } from './principles-of.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Findings over the whole book, kept in memory and never stored. Each judgement remembers the records it looked at; of what was
 * written since, only the judgements that looked at it are made anew, and of time's passing only those it can change.
 */
export interface FindingsBoard {
  /** Everything that happened from a moment on, judged as of now. What is older is not even read. */
  refresh(now: Instant, from: Instant, report: (progress: Progress) => void): Promise<readonly JudgedUnit[]>;
  /** How many judgements the last refresh made anew. */
  readonly judged: () => number;
}

type Where = Pick<Desk, 'book'> & { readonly records: ReadModel };

interface Candidate {
  readonly subject: Subject;
  /** null: it is judged no more, as a recording that was put under an activity, or an activity merged into another. */
  readonly day: Instant | null;
  /** Of an intake. */
  readonly device: DeviceId | null;
}

/** Longer than any deadline of the rules: what is the same then as now, time does not change. */
const HORIZON_MS = 800 * 86_400_000;
const AT_ONCE = 25;

export const dayOfActivity = ({ arrived, finished, plannedAt, created }: ActivityRecord): Instant =>
  arrived?.at ?? finished?.at ?? plannedAt ?? created.at;

export function makeFindingsBoard(where: Where): FindingsBoard {
  const shelf = makeShelf();
  let candidates: Map<Subject, Instant> | null = null;
  let revision: number | null = null;
  let judged = 0;

  /** Takes away what the written records make stale, and takes up the new ones among them. */
  async function follow(): Promise<Map<Subject, Instant>> {
    const known = candidates;
    const changes = await where.records.changes(known === null ? null : revision);
    revision = changes.revision;
    if (changes.subjects === null || known === null) {
      shelf.clear();
      candidates = new Map(await allCandidates(where.records));
      for (const subject of candidates.keys()) shelf.missing.add(subject);
      return candidates;
    }
    for (const subject of changes.subjects) shelf.forgetReadersOf(subject);
    for (const { subject, day, device } of await candidatesAmong(where.records, changes.subjects)) {
      shelf.forget(subject);
      if (day === null) {
        known.delete(subject);
        shelf.missing.delete(subject);
      } else known.set(subject, day);
      if (day !== null && device !== null) for (const unit of neighbours(shelf, device, day)) shelf.forget(unit);
    }
    return known;
  }
  async function bringUp(now: Instant, from: Instant, report: (progress: Progress) => void) {
    const known = await follow();
    const stale = shelf.stale(known, from, now);
    judged = stale.length;
    const asked = { ...where, records: askingOnce(where.records) };
    for (let at = 0; at < stale.length; at += AT_ONCE) {
      report({ done: at, total: stale.length });
      const units = await judgeSome(asked, stale.slice(at, at + AT_ONCE), now);
      for (const unit of units) {
        shelf.keep(unit);
        known.set(unit.subject, unit.day);
      }
    }
    report({ done: stale.length, total: stale.length });
    return shelf.from(from);
  }
  // Two pages may ask at once while one is left for the other.
  let last: Promise<unknown> = Promise.resolve();
  return {
    judged: () => judged,
    refresh: (now, from, report) => {
      const next = last.then(() => bringUp(now, from, report));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** Those asked for, and the recordings of their intakes that stand without an activity. */
async function judgeSome(where: Where, subjects: readonly Subject[], now: Instant): Promise<readonly Kept[]> {
  const judged = await Promise.all(subjects.map((subject) => judge(where, subject, now)));
  const units = judged.flatMap((unit) => unit ?? []);
  const intakes = units.flatMap(({ about }) => (about.kind === 'intake' ? about.batch.recordings : []));
  return [...units, ...(await unlinkedAmong(where, intakes, now))];
}

async function allCandidates(records: ReadModel): Promise<readonly (readonly [Subject, Instant])[]> {
  const [activities, batches] = await Promise.all([records.all('activity'), records.all('batch')]);
  return [
    ...activities
      .filter((one) => !isMerged(one))
      .map((one) => [subjectOf('activity', one.id), dayOfActivity(one)] as const),
    ...batches.map((one) => [subjectOf('batch', one.id), one.completedAt] as const),
  ];
}

const idOf = <T extends SubjectType>(type: T, subject: Subject): SubjectIds[T] | null => {
  const parsed = parseSubject(subject);
  return parsed?.type === type ? (parsed.id as SubjectIds[T]) : null;
};

/** Of the records written, those that are judged themselves. */
async function candidatesAmong(records: ReadModel, subjects: readonly Subject[]): Promise<readonly Candidate[]> {
  const some = <T extends 'activity' | 'batch' | 'recording'>(type: T) =>
    records.getMany(
      type,
      subjects.flatMap((subject) => idOf(type, subject) ?? []),
    );
  const [activities, batches, recordings] = await Promise.all([some('activity'), some('batch'), some('recording')]);
  return [
    ...activities.map((one) => {
      const day = isMerged(one) ? null : dayOfActivity(one);
      return { subject: subjectOf('activity', one.id), day, device: null };
    }),
    ...batches.map((one) => ({ subject: subjectOf('batch', one.id), day: one.completedAt, device: one.device })),
    ...recordings.map((one) => {
      const day = one.activity === null ? takenInAt(one) : null;
      return { subject: subjectOf('recording', one.id), day, device: null };
    }),
  ];
}

const takenInAt = ({ sources }: RecordingRecord): Instant | null => sources[0]?.takenInAt ?? null;

/**
 * For one bringing up: every intake asks what else its device brought, thousands of lines, and a device has many intakes. What is
 * written meanwhile is followed by the next one.
 */
function askingOnce(records: ReadModel): ReadModel {
  const asked = new Map<string, ReturnType<ReadModel['register']>>();
  return {
    ...records,
    register: (query, page) => {
      const key = JSON.stringify([query, page]);
      const answer = asked.get(key) ?? records.register(query, page);
      asked.set(key, answer);
      return answer;
    },
  };
}

/** A read model that notes what is looked at. */
function noting(records: ReadModel, reads: Set<Subject>): ReadModel {
  return {
    ...records,
    get: (type, id) => {
      reads.add(subjectOf(type, id));
      return records.get(type, id);
    },
    getMany: (type, ids) => {
      for (const id of ids) reads.add(subjectOf(type, id));
      return records.getMany(type, ids);
    },
  };
}

async function judge(where: Where, subject: Subject, now: Instant): Promise<Kept | null> {
  const reads = new Set<Subject>();
  const noted = { book: where.book, records: noting(where.records, reads) };
  const activity = idOf('activity', subject);
  if (activity !== null) return judgeActivityUnit(noted, reads, activity, now);
  const batch = idOf('batch', subject);
  if (batch !== null) return judgeIntakeUnit(noted, reads, batch, now);
  const recording = idOf('recording', subject);
  return recording === null ? null : judgeUnlinkedUnit(noted, reads, recording, now);
}

async function judgeActivityUnit(
  where: Where,
  reads: Set<Subject>,
  id: ActivityRecord['id'],
  now: Instant,
): Promise<Kept | null> {
  const activity = await where.records.get('activity', id);
  if (activity === null) return null;
  const records = await readActivity(where.records, activity);
  const facts = factsOf(records, now);
  const rules = await rulesOf(where, dayOf(facts) ?? now);
  const judged = await settle(where, { activity: facts, intakes: [], unlinked: [] }, rules, now);
  const named = new Set(
    judged.findings.map((finding) => ('recording' in finding.facts ? finding.facts.recording : null)),
  );
  const about = {
    kind: 'activity',
    activity,
    named: records.recordings.filter((recording) => named.has(recording.id)),
    course: records.course,
    reconciled: reconciledOf(facts, rules, now),
    exportBy: facts.matter.surveillance?.exported === false ? facts.matter.surveillance.overwrittenAt : null,
    awaited: facts.endedAt === null ? [] : activity.matters.flatMap((row) => awaitedSteps(facts, row)),
  } as const;
  return {
    ...judged,
    final: judged.final && about.reconciled !== 'awaited',
    subject: subjectOf('activity', id),
    tally: principlesOf(facts, records.recordings, rules),
    about,
    day: dayOfActivity(activity),
    reads,
    judgedAt: now,
  };
}

/** null: not ended yet, so nothing is required. */
function reconciledOf(facts: ReturnType<typeof factsOf>, rules: RulesInForce, now: Instant): Reconciled | null {
  if (facts.endedAt === null) return null;
  if (hasFootage(facts)) return 'recorded';
  if (isExcusedWhole(facts) && facts.nonRecording?.report !== null) return 'explained';
  return isSettled(facts, rules, now) ? 'neither' : 'awaited';
}

async function judgeIntakeUnit(where: Where, reads: Set<Subject>, id: BatchId, now: Instant): Promise<Kept | null> {
  const batch = await where.records.get('batch', id);
  if (batch === null) return null;
  const [facts, rules] = await Promise.all([readIntake(where.records, batch), rulesOf(where, batch.completedAt)]);
  const judged = await settle(where, { activity: null, intakes: [facts], unlinked: [] }, rules, now);
  const about = { kind: 'intake', batch } as const;
  const subject = subjectOf('batch', id);
  return { ...judged, subject, tally: NO_TALLY, about, day: batch.completedAt, reads, judgedAt: now };
}

async function judgeUnlinkedUnit(
  where: Where,
  reads: Set<Subject>,
  id: RecordingId,
  now: Instant,
): Promise<Kept | null> {
  const recording = await where.records.get('recording', id);
  const facts = recording && (await readUnlinked(where.records, recording));
  if (recording === null || facts === null) return null;
  const rules = await rulesOf(where, facts.takenInAt);
  const judged = await settle(where, { activity: null, intakes: [], unlinked: [facts] }, rules, now);
  const about = { kind: 'unlinked', recording } as const;
  const subject = subjectOf('recording', id);
  const tally = principlesOf(null, [recording], rules);
  return { ...judged, subject, tally, about, day: facts.takenInAt, reads, judgedAt: now };
}

/** Recordings of an intake that stand without an activity are judged beside it. */
async function unlinkedAmong(where: Where, recordings: readonly RecordingId[], now: Instant): Promise<readonly Kept[]> {
  const known = await where.records.getMany('recording', recordings);
  const loose = known.filter(({ activity }) => activity === null);
  const units = await Promise.all(loose.map(({ id }) => judge(where, subjectOf('recording', id), now)));
  return units.flatMap((unit) => unit ?? []);
}

/** Findings as of now with what was said of them, and whether time can still change any. */
async function settle(
  where: Where,
  facts: FactsToJudge,
  rules: RulesInForce,
  now: Instant,
): Promise<Pick<Kept, 'findings' | 'answers' | 'final'>> {
  const { findings } = evaluate(facts, rules, now);
  const later = evaluate(facts, rules, plusMs(now, HORIZON_MS)).findings;
  const said = await where.records.getMany('findingAnswers', findings.map(findingKey));
  return {
    findings,
    answers: new Map(said.map((one) => [one.id, one])),
    final: JSON.stringify(findings) === JSON.stringify(later),
  };
}
