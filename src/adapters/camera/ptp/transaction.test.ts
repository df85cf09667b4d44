import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { container } from '../../../../test/doubles/camera/wire.ts';
import { isFault } from '../../../base/fault.ts';
import { ByteReader } from './byte-reader.ts';
import { cameraFault } from './camera-fault.ts';
import type { Arrived, BytePipe } from './pipe.ts';
import { type Expected, receiveAnswer } from './transaction.ts';

const RUNS = process.env.SOAK === '1' ? 100_000 : 400;
const WAIT = { silentMs: 10_000 };
const ASKED: Expected = {
  operation: 0x1009,
  transaction: 5,
  sizeBytes: null,
  firstBytes: 512,
  isCareless: false,
  onStray: () => undefined,
};

/** A cable on which these transfers come, and then nothing any more. */
function cableOf(transfers: readonly Arrived[], most: (length: number) => void = () => undefined) {
  const left = [...transfers];
  const receive = async (length: number): Promise<Arrived> => {
    most(length);
    const next = left.shift();
    if (next === undefined) throw cameraFault('camera-gone');
    if (next.bytes.length <= length) return next;
    left.unshift({ ...next, bytes: next.bytes.slice(length) });
    return { bytes: next.bytes.slice(0, length), isShort: false };
  };
  return new ByteReader({ packetBytes: 512, receive } as Partial<BytePipe> as BytePipe);
}

async function count(reader: ByteReader, asked: Expected) {
  const receiving = receiveAnswer(reader, asked, WAIT);
  let bytes = 0;
  for (;;) {
    const { value, done } = await receiving.next();
    if (done === true) return { bytes, response: value };
    bytes += value.length;
  }
}

describe('whatever comes over the cable', () => {
  /** Likelier than pure noise to get past the first check. */
  const nearly = fc
    .record({
      length: fc.oneof(fc.constantFrom(11, 12, 13, 16, 32, 33, 0xffff_ffff), fc.nat(2000)),
      type: fc.nat(5),
      code: fc.constantFrom(0x1009, 0x2001, 0x2019, 0x4002, 0),
      transaction: fc.nat(6),
      payload: fc.uint8Array({ maxLength: 600 }),
    })
    .map(({ length, type, code, transaction, payload }) => container(type, code, transaction, payload, length));
  const transfer = fc.record({
    bytes: fc.oneof(
      nearly,
      fc.uint8Array({ maxLength: 700 }).map((bytes) => bytes.slice()),
    ),
    isShort: fc.boolean(),
  });

  it('gives an answer or one of the named faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(transfer, { maxLength: 12 }),
        fc.oneof(fc.constantFrom(null, 'untold' as const), fc.nat(3000)),
        async (transfers, sizeBytes) => {
          try {
            expect((await count(cableOf(transfers), { ...ASKED, sizeBytes })).response.code).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect(isFault(error) && /^camera-(?:garbled|gone)$/.test(error.code)).toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('cut into any pieces, an answer is the same', async () => {
    const payload = fc.uint8Array({ minLength: 0, maxLength: 3000 });
    const cuts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(payload, cuts, async (data, lengths) => {
        const whole = Buffer.concat([
          container(2, 0x1009, 5, data),
          container(3, 0x2001, 5, Uint8Array.of(7, 0, 0, 0)),
        ]);
        const transfers: Arrived[] = [];
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const bytes = Uint8Array.from(whole.subarray(at, at + (lengths[turn % lengths.length] ?? 1)));
          transfers.push({ bytes, isShort: true });
          at += bytes.length;
        }
        const answer = await count(cableOf(transfers), ASKED);
        expect(answer).toEqual({ bytes: data.length, response: { code: 0x2001, params: [7] } });
      }),
      { numRuns: RUNS },
    );
  });
});

it('an endless row of empty packets is nonsense, not a wait without end', async () => {
  const empty = { bytes: new Uint8Array(0), isShort: true };
  await expect(count(cableOf(Array.from({ length: 100 }, () => empty)), ASKED)).rejects.toMatchObject({
    code: 'camera-garbled',
  });
});

describe('5 GiB', () => {
  const MIB = 1024 * 1024;
  const SIZE = 5 * 1024 * MIB;
  const block = new Uint8Array(MIB);

  /** One block over and over: what is counted is bytes, not what they are. */
  function longCable(told: number, most: (pending: number) => void) {
    let left = SIZE;
    let pending = 0;
    const head = container(2, 0x1009, 5, new Uint8Array(0), told);
    const sent: Uint8Array<ArrayBuffer>[] = [head];
    const receive = async (length: number): Promise<Arrived> => {
      pending += 1;
      most(pending);
      await Promise.resolve();
      pending -= 1;
      const first = sent.shift();
      if (first !== undefined) return { bytes: first, isShort: true };
      if (left === 0) return { bytes: container(3, 0x2001, 5), isShort: true };
      const bytes = block.subarray(0, Math.min(length, left));
      left -= bytes.length;
      return { bytes, isShort: bytes.length < length };
    };
    return new ByteReader({ packetBytes: 512, receive } as Partial<BytePipe> as BytePipe);
  }

  it.each([
    ['untold', 0xffff_ffff],
    ['modulo 2³²', (SIZE + 12) % 2 ** 32],
    // Of a file some bytes below 4 GiB.
    ['shorter than its header', 11],
  ])(
    'in a container whose length is %s arrive whole, and never more than three receives are under way',
    async (_, told) => {
      let most = 0;
      const reader = longCable(told, (pending) => {
        most = Math.max(most, pending);
      });
      expect((await count(reader, { ...ASKED, sizeBytes: SIZE })).bytes).toBe(SIZE);
      expect(most).toBe(3);
    },
  );

  it('nobody knows the size of arrive whole too, one receive at a time', async () => {
    let most = 0;
    const reader = longCable((SIZE + 12) % 2 ** 32, (pending) => {
      most = Math.max(most, pending);
    });
    expect((await count(reader, { ...ASKED, sizeBytes: 'untold' })).bytes).toBe(SIZE);
    expect(most).toBeLessThanOrEqual(3);
  });
});

it('receives are asked for only while their bytes are owed', async () => {
  const asked: number[] = [];
  const data = new Uint8Array(2 * 1024 * 1024 + 100);
  const whole = container(2, 0x1009, 5, data);
  const transfers = [
    { bytes: whole, isShort: true },
    { bytes: container(3, 0x2001, 5), isShort: true },
  ];
  await count(
    cableOf(transfers, (length) => asked.push(length)),
    { ...ASKED, firstBytes: 1024 * 1024 },
  );
  // 1 MiB, then what is left of 2 MiB and 112 bytes, then the response.
  expect(asked).toEqual([1024 * 1024, 1024 * 1024, 512, 512]);
});
