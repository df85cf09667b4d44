import { createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import type { Job } from '../../../base/job.ts';
import { asId, type MediumId, type RecordingId } from '../../../domain/ids.ts';
import type { RecordingRecord } from '../../../domain/records.ts';
import { type Instant, plusMs, toInstant } from '../../../domain/time.ts';
import type { CopyCheck } from '../../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import type { FootageDesk } from '../../live/footage-desk.ts';
import { coveredBy, digestCheckOf } from './digest-check.ts';

const ID = asId<RecordingId>('a'.repeat(64));
const MEDIUM = asId<MediumId>('M'.repeat(22));
const RECORDING = { id: ID, copies: [{ medium: MEDIUM, storedAt: '' }] } as unknown as RecordingRecord;
const START = toInstant(Date.parse('2026-03-05T08:00:00Z'));

type End = Job<CopyCheck, MediumRefusal>;

/** Reads a medium until it is told how that ended. */
function slowDesk() {
  const [job, setJob] = createSignal<End>({ kind: 'waiting' });
  let tell: (end: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => {
    tell = resolve;
  });
  const running = { id: 'check', kind: 'checking', href: '/register', job, ended, stop: () => undefined };
  const desk = { check: () => running } as unknown as Pick<FootageDesk, 'check'>;
  return {
    desk,
    end: (how: End) => {
      setJob(() => how);
      tell(how);
    },
  };
}

let at: Instant = START;
const now = () => at;

test('a check goes on while its page is gone, and stands for an hour', async () => {
  at = START;
  const { desk, end } = slowDesk();
  const run = digestCheckOf('one', desk, now).run([RECORDING]);
  // The desk was locked and opened again: the page is made anew.
  const again = digestCheckOf('one', desk, now);
  expect(again.state().kind).toBe('running');
  end({ kind: 'done', value: { same: 1, wrong: [] } });
  await run;
  expect(again.state()).toMatchObject({ kind: 'passed', at: START });
  expect([...(coveredBy(digestCheckOf('one', desk, now).state()) ?? [])]).toEqual([ID]);
  at = plusMs(START, 61 * 60_000);
  expect(digestCheckOf('one', desk, now).state().kind).toBe('not-yet');
});

test('a check of one hand-over says nothing of another, and what came to nothing is begun anew', async () => {
  at = START;
  const { desk, end } = slowDesk();
  const one = digestCheckOf('two', desk, now);
  const run = one.run([RECORDING]);
  expect(digestCheckOf('three', desk, now).state().kind).toBe('not-yet');
  end({ kind: 'done', value: { same: 0, wrong: [{ recording: ID, result: 'missing' }] } });
  await run;
  expect(one.state()).toEqual({ kind: 'wrong', count: 1 });
  expect(digestCheckOf('two', desk, now).state().kind).toBe('not-yet');
});
