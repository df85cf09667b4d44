import { expect, test } from 'vitest';
import type { EntryId } from '../domain/ids.ts';
import { MOST_ASKED, makeDetailsAsker } from './missing-details.ts';

/** A book that lacks the words of so many entries, and a neighbour who answers at most so many of each message. */
function scene(lacking: number, answers: number) {
  const missing = new Set(Array.from({ length: lacking }, (_, i) => `entry ${i}` as EntryId));
  const messages: number[] = [];
  const ask = makeDetailsAsker(
    async function* () {
      yield* [...missing];
    },
    (entries) => {
      messages.push(entries.length);
      for (const entry of entries.slice(0, answers)) missing.delete(entry);
    },
  );
  return { ask, messages, missing };
}

test('more than one message’s worth is asked for message after message, until nothing is missing', async () => {
  const { ask, messages, missing } = scene(2 * MOST_ASKED + 1, MOST_ASKED);
  for (let look = 0; look < 6; look++) await ask('b');
  expect(missing.size).toBe(0);
  expect(messages).toEqual([MOST_ASKED, MOST_ASKED, 1]);
});

test('what an answer had no room for is asked for again', async () => {
  const { ask, missing } = scene(MOST_ASKED, 300);
  for (let look = 0; look < 12; look++) await ask('b');
  expect(missing.size).toBe(0);
});

test('where nobody has the rest the asking ends, and begins anew when somebody else is met', async () => {
  const { ask, messages } = scene(3, 0);
  for (let look = 0; look < 50; look++) await ask('b');
  const asked = messages.length;
  expect(asked).toBeLessThan(10);
  await ask('b');
  expect(messages).toHaveLength(asked);
  await ask('');
  expect(messages).toHaveLength(asked);
  await ask('c');
  expect(messages).toHaveLength(asked + 1);
});
