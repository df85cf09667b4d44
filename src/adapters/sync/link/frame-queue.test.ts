import { expect, it } from 'vitest';
import { isFault } from '../../../base/fault.ts';
import { queueFrames } from './frame-queue.ts';
import type { Pipe } from './pipe.ts';

it('frames without a byte in them are a flood too', async () => {
  let arrive: (frame: Uint8Array<ArrayBuffer>) => void = () => undefined;
  const pipe: Pick<Pipe, 'listen'> = {
    listen: ({ frame }) => {
      arrive = frame;
    },
  };
  const frames = queueFrames({
    ...pipe,
    way: 'same-pc',
    binding: null,
    send: async () => undefined,
    close: () => undefined,
  });
  for (let i = 0; i < 200_000; i++) arrive(new Uint8Array());
  let read = 0;
  const end = await (async () => {
    for (; ; read++) await frames.next();
  })().catch((error: unknown) => error);
  expect(isFault(end) && end.code).toBe('flood');
  expect(read).toBeLessThan(140_000);
});
