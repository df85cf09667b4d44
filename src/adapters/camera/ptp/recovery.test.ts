import { expect, it } from 'vitest';
import { container } from '../../../../test/doubles/camera/wire.ts';
import { ByteReader } from './byte-reader.ts';
import type { BytePipe } from './pipe.ts';
import { Recovery } from './recovery.ts';

const none = async (): Promise<void> => undefined;

it('an answer cut in two by the transfers it came in is an answer', async () => {
  const answer = container(3, 0x2001, 7, Uint8Array.of(1, 0, 0, 0));
  const transfers = [new Uint8Array(100), answer.slice(0, 12), answer.slice(12)];
  const pipe: BytePipe = {
    packetBytes: 512,
    send: none,
    receive: async () => ({ bytes: transfers.shift() ?? new Uint8Array(0), isShort: true }),
    cancel: none,
    clearHalt: none,
    reopen: none,
    close: none,
  };
  const recovery = new Recovery(pipe, new ByteReader(pipe), { drainMs: 1_000, busyMs: 1 });
  expect(await recovery.readOut({ transaction: 7, isSmall: true, fault: null })).toBe(true);
  expect(transfers).toHaveLength(0);
});
