import { describe, expect, it } from 'vitest';
import { CAMERA_3, makeActivity, march, signedBy, ZHANG } from '../../../../test/doubles/sample-records.ts';
import type { Job } from '../../../base/job.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import type { IntakeItem, IntakeItemState } from '../../../domain/ports/local-state.ts';
import {
  before,
  firstDeadline,
  inTurnOrder,
  isSlow,
  type PlanLine,
  situation,
  tally,
  tooLarge,
} from './intake-view.ts';

const item = (name: string, sizeBytes: number, state: IntakeItemState): IntakeItem => ({
  key: name,
  path: name,
  name,
  sizeBytes,
  modifiedAt: null,
  activity: null,
  unlinkedReason: 'pending',
  state,
});
const recorded = (duplicate = false): IntakeItemState => ({
  kind: 'recorded',
  recording: 'a'.repeat(64) as RecordingId,
  duplicate,
});

describe('an intake that stands still', () => {
  it('says how many files are safe and how many only the card has, in that order', () => {
    const items = [
      item('C', 3_000_000, { kind: 'queued' }),
      item('A', 1_000_000, recorded()),
      item('B', 2_000_000, { kind: 'failed', code: 'item-gone' }),
      item('D', 4_000_000, { kind: 'queued' }),
    ];
    const said = situation(items);
    expect(said.map(({ term }) => term)).toEqual(['已记录', '没有采成', '未开始']);
    expect(said.at(-1)?.words).toBe('2 个文件，7.00 MB。还只在卡上，请不要格式化这张卡。');
  });

  it('says nothing about what there is none of', () => {
    expect(situation([item('A', 1, recorded())]).map(({ term }) => term)).toEqual(['已记录']);
  });

  it('counts content that was known already as recorded, and apart', () => {
    const items = [item('A', 1, recorded()), item('B', 1, recorded(true)), item('C', 1, { kind: 'queued' })];
    expect(tally({ items })).toMatchObject({ recorded: 2, duplicates: 1, total: 3 });
  });
});

describe('the deadline beside an intake', () => {
  const ended = (day: number) => makeActivity({ devices: [CAMERA_3], finished: signedBy(ZHANG, march(day, 14)) });

  it('is the first of those that run', () => {
    expect(firstDeadline([ended(6), ended(5)], march(5, 16))).toBe(march(6));
  });

  it('is none where nothing has ended yet', () => {
    expect(firstDeadline([makeActivity()], march(5, 16))).toBeNull();
  });
});

it('of intakes, those in the queue stand in the order of their turns, those that stand still apart', () => {
  const sessions = [{ batch: 'c' }, { batch: 'b' }, { batch: 'a' }, { batch: 'left by the last session' }];
  const job = (kind: 'waiting' | 'stopped' | 'running') => (): Job<unknown, unknown> =>
    kind === 'waiting'
      ? { kind }
      : { kind, startedAtMs: 0, progress: { files: { done: 0, total: 1 }, bytes: { done: 0, total: 1 } } };
  const jobs = [
    { id: 'plan', job: job('running') },
    { id: 'a', job: job('running') },
    { id: 'b', job: job('stopped') },
    { id: 'c', job: job('waiting') },
  ];
  const { underWay, still } = inTurnOrder(sessions, jobs);
  expect(underWay.map(({ batch }) => batch)).toEqual(['a', 'c']);
  expect(still.map(({ batch }) => batch)).toEqual(['b', 'left by the last session']);
  expect(['a', 'c', 'b'].map((batch) => before(underWay, batch))).toEqual([0, 1, 0]);
});

it('a look that finds nothing for ten seconds is said to be slow, one that finds something is not', () => {
  const progress = { files: { done: 0, total: 0 }, bytes: { done: 0, total: 0 } };
  const running: Job<never, never> = { kind: 'running', startedAtMs: 1_000, progress };
  expect([9_000, 11_000].map((sinceMs) => isSlow(running, 0, sinceMs))).toEqual([false, true]);
  expect(isSlow({ kind: 'waiting' }, 0, 11_000)).toBe(true);
  expect(isSlow(running, 1, 60_000)).toBe(false);
  expect(isSlow({ kind: 'stopped', progress }, 0, 60_000)).toBe(false);
});

describe('more than the buffer takes', () => {
  const line = (sizeBytes: number) => ({ planned: { item: { sizeBytes } } }) as unknown as PlanLine;

  it('is said before anything is copied, with both figures', () => {
    expect(tooLarge([line(40_000_000_000), line(24_000_000_000)], 20_000_000_000)).toContain('64.0 GB');
    expect(tooLarge([line(64)], 63)).toBeDefined();
  });

  it('is not said where it fits, or where nobody knows', () => {
    expect(tooLarge([line(64)], 64)).toBeUndefined();
    expect(tooLarge([line(64)], null)).toBeUndefined();
  });
});
