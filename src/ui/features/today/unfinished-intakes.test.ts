import { expect, it } from 'vitest';
import { LI, march, recordingId, ZHANG } from '../../../../test/doubles/sample-records.ts';
import type { Job } from '../../../base/job.ts';
import { asId, type BatchId, type PersonId } from '../../../domain/ids.ts';
import type { IntakeItem, IntakeSession } from '../../../domain/ports/local-state.ts';
import { unfinishedIntakes } from './unfinished-intakes.ts';

const item = (key: string, recorded: boolean): IntakeItem => ({
  key,
  path: key,
  name: key,
  sizeBytes: 1,
  modifiedAt: null,
  activity: null,
  unlinkedReason: null,
  state: recorded ? { kind: 'recorded', recording: recordingId(key), duplicate: false } : { kind: 'failed', code: 'x' },
});

const session = (batch: string, person: PersonId, items: readonly IntakeItem[]): IntakeSession => ({
  batch: asId<BatchId>(batch),
  device: null,
  unregisteredExplanation: null,
  person,
  sourceLabel: 'DCIM',
  sourceHandle: null,
  startedAt: march(5, 16),
  items,
});

const progress = { files: { done: 0, total: 1 }, bytes: { done: 0, total: 1 } };

it('the person’s own intakes that stand still with files left', () => {
  const sessions = [
    session('mine', ZHANG, [item('a', true), item('b', false), item('c', false)]),
    session('works', ZHANG, [item('d', false)]),
    session('stopped', ZHANG, [item('e', false)]),
    session('whole', ZHANG, [item('f', true)]),
    session('hers', LI, [item('g', false)]),
  ];
  const jobs: Record<string, Job<unknown, unknown>> = {
    works: { kind: 'running', progress, startedAtMs: 0 },
    stopped: { kind: 'stopped', progress },
  };
  expect(unfinishedIntakes(sessions, ZHANG, (batch) => jobs[batch] ?? null)).toEqual([
    { id: 'mine', sourceLabel: 'DCIM', startedAt: march(5, 16), filesLeft: 2 },
    { id: 'stopped', sourceLabel: 'DCIM', startedAt: march(5, 16), filesLeft: 1 },
  ]);
});
