import { databaseNameOf, openBureauStorage } from '../../../src/adapters/storage/bureau-storage.ts';
import { deviceDayId, emptyCourse } from '../../../src/domain/course-records.ts';
import { type ActivityId, asId, type BatchId, type BureauId } from '../../../src/domain/ids.ts';
import type { ActivityRecord, Signed } from '../../../src/domain/records.ts';
import { type Subject, subjectOf } from '../../../src/domain/subject.ts';
import { beijingDate, plusMs, toInstant } from '../../../src/domain/time.ts';
import type { FoldedRecord } from '../../../src/ledger/ports.ts';
import { type FindingsBoard, makeFindingsBoard } from '../../../src/usecases/findings-board.ts';
import { findingsOf } from '../../../src/usecases/findings-of.ts';
import {
  activityId,
  CAMERA_3,
  makeActivity,
  makeBatch,
  makeDevice,
  makePerson,
  makeRecording,
  recordingId,
  signedBy,
  ZHANG,
} from '../../doubles/sample-records.ts';

const PER_ACTIVITY = 10;
const AT_ONCE = 200;
const NOW = toInstant(Date.UTC(2026, 5, 1, 2));
const ALWAYS = toInstant(0);

type Storage = Awaited<ReturnType<typeof openBureauStorage>>;

let storage: Storage | null = null;
let board: FindingsBoard | null = null;
let bureau: BureauId | null = null;
let serial = 0;

const theStorage = (): Storage => {
  if (storage === null) throw new Error('nothing kept yet');
  return storage;
};
const where = () => {
  if (bureau === null) throw new Error('no bureau');
  // The rules ask the book for nothing but the bureau's id.
  return { records: theStorage().model, book: { bureau } as never, now: () => NOW };
};
const folded = (type: string, subject: Subject, record: unknown): FoldedRecord =>
  ({ type, subject, record, upTo: { lc: 1, id: subject } }) as FoldedRecord;
const put = (records: readonly FoldedRecord[]): Promise<void> =>
  theStorage().book.commit({ entries: [], details: [], heads: [], records, growth: 0 });

const nameOf = (i: number): ActivityId => activityId(`activity${i}x`);

/** One visit of an hour, with ten files and an intake; each tenth stops for five minutes. */
function visit(i: number): readonly FoldedRecord[] {
  const from = toInstant(Date.UTC(2022, 0, 3, 1) + i * 3_600_000 * 3);
  const by = (ms: number): Signed => signedBy(ZHANG, plusMs(from, ms));
  const id = nameOf(i);
  const batch = asId<BatchId>(`batch${i}x`.padEnd(22, '0'));
  const ids = Array.from({ length: PER_ACTIVITY }, (_, n) => recordingId(`${i}-${n}`));
  const activity: ActivityRecord = {
    ...makeActivity(),
    id,
    officers: [ZHANG],
    devices: [CAMERA_3],
    matters: [1],
    arrived: by(0),
    finished: by(3_600_000),
    recordings: ids,
    devicesTakenIn: [CAMERA_3],
    firstTakenInAt: plusMs(from, 7_200_000),
    lastTakenInAt: plusMs(from, 7_200_000),
  };
  const recordings = ids.map((recording, n) => {
    const start = plusMs(from, n * 360_000 + (i % 10 === 0 && n >= 5 ? 300_000 : 0));
    const sample = makeRecording(`${i}-${n}`, CAMERA_3, plusMs(from, 7_200_000), { activity: id, durationMs: 360_000 });
    const capturedAtRaw = { text: start, source: 'container' as const, zone: 'utc' as const };
    return { ...sample, id: recording, sources: sample.sources.map((one) => ({ ...one, batch, capturedAtRaw })) };
  });
  const day = deviceDayId(CAMERA_3, beijingDate(from));
  return [
    folded('activity', subjectOf('activity', id), activity),
    folded('course', subjectOf('course', id), emptyCourse(id)),
    folded('deviceDay', subjectOf('deviceDay', day), { id: day, device: CAMERA_3, checks: [] }),
    folded('batch', subjectOf('batch', batch), {
      ...makeBatch(),
      id: batch,
      device: CAMERA_3,
      takenInBy: ZHANG,
      completedAt: plusMs(from, 7_200_000),
      recordings: ids,
    }),
    ...recordings.map((one) => folded('recording', subjectOf('recording', one.id), one)),
  ];
}

/** A step marked in the activity: its course is written anew, as a commit of the book would. */
async function change(i: number): Promise<void> {
  const id = nameOf(i);
  const course = (await theStorage().model.get('course', id)) ?? emptyCourse(id);
  const mark = {
    signed: signedBy(ZHANG, NOW, `mark${serial++}`.padEnd(43, '0')),
    withdrawnBy: null,
    step: 'r01.s1',
    state: 'done' as const,
    item: null,
    footage: null,
    reason: null,
  };
  await put([folded('course', subjectOf('course', id), { ...course, steps: [...course.steps, mark] })]);
}

/** What the bench of the rules asks of a page; everything is measured inside it. */
export const rules = {
  /** Records of so many activities, ten recordings each, straight into the tables: what they were folded from does not matter here. */
  grow: async (activities: number) => {
    bureau = asId<BureauId>(`bench${activities}x`.padEnd(22, '0'));
    storage = await openBureauStorage(bureau);
    await put([
      folded('person', subjectOf('person', ZHANG), makePerson({ id: ZHANG })),
      folded('device', subjectOf('device', CAMERA_3), makeDevice({ id: CAMERA_3 })),
    ]);
    for (let from = 0; from < activities; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, activities - from) }, (_, n) => from + n);
      await put(some.flatMap(visit));
    }
    return { activities, recordings: activities * PER_ACTIVITY };
  },

  /** Everything judged for the first time. */
  judgeAll: async () => {
    board = makeFindingsBoard(where());
    const started = performance.now();
    const units = await board.refresh(NOW, ALWAYS, () => undefined);
    const findings = units.reduce((sum, unit) => sum + unit.findings.length, 0);
    return { ms: performance.now() - started, units: units.length, findings };
  },

  /** One activity changes: the board is brought up, and the activity's own page judges it. Times of `turns` such changes. */
  rejudgeOne: async (turns: number, among: number): Promise<readonly { board: number; page: number }[]> => {
    if (board === null) throw new Error('nothing judged yet');
    const times: { board: number; page: number }[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const i = (turn * 7919) % among;
      await change(i);
      const started = performance.now();
      const units = await board.refresh(NOW, ALWAYS, () => undefined);
      const between = performance.now();
      if (board.judged() !== 1)
        throw new Error(`turn ${turn}: ${board.judged()} of ${units.length} were judged anew among ${among}`);
      const judged = await findingsOf(where(), nameOf(i));
      if (judged === null) throw new Error('no such activity');
      times.push({ board: between - started, page: performance.now() - between });
    }
    return times;
  },

  drop: async (): Promise<void> => {
    storage?.close();
    if (bureau !== null) indexedDB.deleteDatabase(databaseNameOf(bureau));
  },
};

export type RulesHarness = typeof rules;

declare global {
  interface Window {
    rules: RulesHarness;
  }
}

window.rules = rules;
