import { describe, expect, test } from 'vitest';
import type { Job, Progress } from '../../base/job.ts';
import { fractionOf, jobView, timeLeftMs } from './job-view.ts';

const GB = 1e9;
const progress = (doneGB: number, files = 31): Progress => ({
  files: { done: files, total: 48 },
  bytes: { done: doneGB * GB, total: 29.7 * GB },
});
const running = (doneGB: number, resumedAt?: number): Job<never, never> => ({
  kind: 'running',
  progress: progress(doneGB),
  startedAtMs: 1_000,
  ...(resumedAt === undefined ? {} : { resumedAt }),
});

describe('time left', () => {
  test('nothing is promised before 5 s of data', () => {
    expect(timeLeftMs(running(1), 5_999)).toBeUndefined();
    expect(timeLeftMs(running(1), 6_000)).toBeCloseTo(143_500);
    expect(timeLeftMs(running(0), 60_000)).toBeUndefined();
  });

  test('what was done before the run was taken up again does not count as speed', () => {
    expect(timeLeftMs(running(14.85, 14.85 * GB), 61_000)).toBeUndefined();
    expect(timeLeftMs(running(19.8, 9.9 * GB), 61_000)).toBeCloseTo(60_000);
    expect(timeLeftMs(running(19.8), 61_000)).toBeCloseTo(30_000);
  });

  test('a job that does not run has no time left', () => {
    expect(timeLeftMs({ kind: 'paused', progress: progress(5) }, 90_000)).toBeUndefined();
  });
});

test('a running job says percent, files, bytes and time left', () => {
  const view = jobView(running(18.4), 401_000);
  expect(view.measured).toMatchObject({
    percent: '61%',
    files: '31 / 48 个文件',
    bytes: '18.4 / 29.7 GB',
    left: '约剩 5 分',
  });
  expect(view.still).toBe(false);
});

test('the notch stands where the run was taken up again', () => {
  expect(jobView(running(19.8, 9.9 * GB), 61_000).measured?.notch).toBeCloseTo(1 / 3);
  expect(jobView(running(19.8), 61_000).measured?.notch).toBeUndefined();
});

test('paused, stopped and failed jobs stand still and keep their measure', () => {
  for (const job of [
    { kind: 'paused', progress: progress(12) },
    { kind: 'stopped', progress: progress(12) },
    { kind: 'failed', code: 'x', facts: {}, progress: progress(12) },
  ] as const) {
    const view = jobView(job, 0);
    expect(view.still).toBe(true);
    expect(view.measured?.percent).toBe('40%');
  }
});

test('a job that was refused, or failed before the start, has no measure', () => {
  expect(jobView({ kind: 'refused', refusal: 'not-registered' }, 0).measured).toBeUndefined();
  expect(jobView({ kind: 'failed', code: 'x', facts: {} }, 0).measured).toBeUndefined();
});

test('files count where there are no bytes, and an empty job is not done', () => {
  expect(fractionOf({ files: { done: 1, total: 4 }, bytes: { done: 0, total: 0 } })).toBe(0.25);
  expect(fractionOf({ files: { done: 0, total: 0 }, bytes: { done: 0, total: 0 } })).toBe(0);
});
