import { Fault } from '../../src/base/fault.ts';
import { asId, type BatchId } from '../../src/domain/ids.ts';
import type { OpenedFootage } from '../../src/domain/ports/footage-source.ts';
import type { FootageBuffer } from '../../src/usecases/footage-ports.ts';

/**
 * What every footage buffer does. Plain checks that throw, so that the one of the browser runs them in a page and the
 * double in a unit test. Each gets an empty buffer.
 */
export interface FootageBufferCheck {
  readonly states: string;
  readonly check: (buffer: FootageBuffer) => Promise<void>;
}

const place = { batch: asId<BatchId>('suitesuitesuitesuitesu'), key: 'one' };
const ABC: OpenedFootage = { kind: 'blob', blob: new Blob(['abc']) };
const EMPTY: OpenedFootage = { kind: 'blob', blob: new Blob([]) };
const says = (sizeBytes: number) => ({ sizeBytes, modifiedAt: null });
const calm = () => ({ signal: new AbortController().signal, report: () => undefined });

/** The digests of "abc": FIPS 180-4, GM/T 0004-2012 annex A; the tree is SHA-256(0x00 ‖ SHA-256("abc")). */
const OF_ABC = {
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  treeSha256: '8a7deab2cc5ee003b6394337538a52b3198f1a6ddeb10c7daf62fe1c9834b43b',
};
const OF_NOTHING = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sm3: '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b',
  treeSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no fault';
  } catch (error) {
    if (error instanceof Fault) return error.code;
    return error instanceof Error ? error.name : String(error);
  }
}

const ordered = ({ sha256, sm3, treeSha256 }: typeof OF_ABC) => ({ sha256, sm3, treeSha256 });

export const FOOTAGE_BUFFER_CHECKS: readonly FootageBufferCheck[] = [
  {
    states: 'a file is taken in with its three digests and can be opened',
    check: async (buffer) => {
      const taken = await buffer.takeIn(place, ABC, says(3), calm());
      same({ ...ordered(taken.digests), sizeBytes: taken.sizeBytes }, { ...OF_ABC, sizeBytes: 3 });
      same(await (await buffer.open(place)).text(), 'abc');
    },
  },
  {
    states: 'an empty file is a file',
    check: async (buffer) => {
      const taken = await buffer.takeIn(place, EMPTY, says(0), calm());
      same(ordered(taken.digests), OF_NOTHING);
      same((await buffer.open(place)).size, 0);
    },
  },
  {
    states: 'the report ends with every byte and never goes back',
    check: async (buffer) => {
      const reports: number[] = [];
      await buffer.takeIn(place, ABC, says(3), { ...calm(), report: (bytes) => reports.push(bytes) });
      same(
        reports,
        [...reports].sort((a, b) => a - b),
      );
      same(reports.at(-1), 3);
    },
  },
  {
    states: 'a file of another size than listed has changed, and is not in the buffer',
    check: async (buffer) => {
      for (const size of [2, 4]) same(await codeOf(buffer.takeIn(place, ABC, says(size), calm())), 'item-changed');
      same(await codeOf(buffer.open(place)), 'buffer-missing');
    },
  },
  {
    states: 'a stop is heard, and the same call goes on afterwards',
    check: async (buffer) => {
      const signal = AbortSignal.abort();
      same(await codeOf(buffer.takeIn(place, ABC, says(3), { ...calm(), signal })), 'AbortError');
      same(ordered((await buffer.takeIn(place, ABC, says(3), calm())).digests), OF_ABC);
    },
  },
  {
    states: 'taking the same file in again gives the same digests',
    check: async (buffer) => {
      await buffer.takeIn(place, ABC, says(3), calm());
      same(ordered((await buffer.takeIn(place, ABC, says(3), calm())).digests), OF_ABC);
      same(await (await buffer.open(place)).text(), 'abc');
    },
  },
  {
    states: 'files of one batch do not touch one another',
    check: async (buffer) => {
      const other = { ...place, key: 'two' };
      await buffer.takeIn(place, ABC, says(3), calm());
      await buffer.takeIn(other, EMPTY, says(0), calm());
      await buffer.purge(other);
      same(await (await buffer.open(place)).text(), 'abc');
      same(await codeOf(buffer.open(other)), 'buffer-missing');
    },
  },
  {
    states: 'what is let go of is gone; letting go of nothing is no fault',
    check: async (buffer) => {
      await buffer.takeIn(place, ABC, says(3), calm());
      await buffer.purge(place);
      same(await codeOf(buffer.open(place)), 'buffer-missing');
      await buffer.purge(place);
    },
  },
];
