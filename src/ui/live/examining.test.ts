import { expect, test } from 'vitest';
import { Fault } from '../../base/fault.ts';
import type { ExaminationControl } from '../../ledger/examined.ts';
import type { BookExamination } from '../../usecases/examine-book.ts';
import { createExamining } from './examining.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('one examination at a time; stopped by the signal, it says so and can be begun again', async () => {
  const controls: ExaminationControl[] = [];
  const examining = createExamining((control) => {
    controls.push(control);
    return new Promise((_, reject) => {
      control.signal.addEventListener('abort', () => reject(control.signal.reason));
    });
  });
  expect(examining.state()).toEqual({ kind: 'none' });
  examining.start();
  examining.start();
  expect(controls).toHaveLength(1);
  controls[0]?.report({ stage: 'signatures', done: 1, total: 2 });
  expect(examining.state()).toMatchObject({ kind: 'running', progress: { done: 1 } });
  examining.stop();
  await settled();
  controls[0]?.report({ stage: 'chains', done: 2, total: 2 });
  expect(examining.state()).toEqual({ kind: 'stopped' });
  examining.start();
  expect(controls).toHaveLength(2);
});

test('its end is kept: the result, or the code of what failed', async () => {
  const result = { sound: true } as BookExamination;
  const good = createExamining(() => Promise.resolve(result));
  good.start();
  await settled();
  expect(good.state()).toEqual({ kind: 'done', examination: result });
  const bad = createExamining(() => Promise.reject(new Fault('storage-failed')));
  bad.start();
  await settled();
  expect(bad.state()).toEqual({ kind: 'failed', code: 'storage-failed' });
});
