import { expect, test } from 'vitest';
import { AT, recordingId } from '../../../../test/doubles/stored-samples.ts';
import { plusMs } from '../../../domain/time.ts';
import { type CareFacts, careItems } from './care-items.ts';

const later = plusMs(AT, 60_000);
const spilled = (n: number, copies: number) => ({ id: recordingId(n), copies: Array.from({ length: copies }) });
const spill = (n: number) => ({ recordings: [recordingId(n)], ordered: { at: AT } });
const facts = (more: object): CareFacts => ({ waiting: [], spills: [], spilled: [], ...more }) as unknown as CareFacts;

test('what waits for this person to sign second stands on the desk, once, since the oldest', () => {
  const waiting = [
    { mine: true, at: later },
    { mine: false, at: AT },
    { mine: true, at: AT },
  ];
  expect(careItems(facts({ waiting }), [], later)).toMatchObject([
    { kind: 'sign-second', count: 2, order: { since: AT, hasDeadline: false } },
  ]);
  expect(careItems(facts({ waiting: [{ mine: false, at: AT }] }), [], later)).toEqual([]);
});

test('copies of spilled footage that are still on media are the custodian’s, until there are none', () => {
  const open = facts({ spills: [spill(1), spill(2)], spilled: [spilled(1, 2), spilled(2, 0)] });
  expect(careItems(open, ['custodian'], later)).toMatchObject([{ kind: 'spilled-copies', count: 2 }]);
  expect(careItems(open, ['officer'], later)).toEqual([]);
  expect(careItems(facts({ spills: [spill(1)], spilled: [spilled(1, 0)] }), ['custodian'], later)).toEqual([]);
});
