import { expect, it } from 'vitest';
import { inTurn, MOST_UNREAD_BYTES } from './in-turn.ts';

it('messages without a byte count towards a flood as well', async () => {
  let release: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    release = resolve;
  });
  const deliver = inTurn(
    () => busy,
    (error) => expect.unreachable(String(error)),
  );
  let sent = 1;
  for (; deliver('book', new Uint8Array()) <= MOST_UNREAD_BYTES && sent < 100_000; sent++);
  expect(sent).toBeLessThan(50_000);
  release();
});

it('what was read counts no more', async () => {
  const deliver = inTurn(
    async () => undefined,
    (error) => expect.unreachable(String(error)),
  );
  const first = deliver('book', new Uint8Array(1_000));
  for (let turns = 0; turns < 9; turns++) await Promise.resolve();
  expect(deliver('book', new Uint8Array(1_000))).toBe(first);
});
