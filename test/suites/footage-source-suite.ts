import { beforeEach, describe, expect, it } from 'vitest';
import { isFault } from '../../src/base/fault.ts';
import {
  type FootageItem,
  type FootageSource,
  isSourceLost,
  type OpenedFootage,
} from '../../src/domain/ports/footage-source.ts';

/** A source with a hand at the card behind it. */
export interface SourceStand {
  readonly source: FootageSource;
  readonly put: (path: string, bytes: Uint8Array<ArrayBuffer>, minute?: number) => void;
  readonly remove: (path: string) => void;
  readonly unplug: () => void;
  /** Back again: the same source goes on, or the one that is given for it. */
  readonly plug: () => Promise<FootageSource>;
}

const never = new AbortController().signal;
const noise = (length: number, seed = 1) => new Uint8Array(length).map((_, i) => (i * 31 + seed * 7 + (i >> 9)) & 255);

export async function readFrom(opened: OpenedFootage, offset: number): Promise<Uint8Array> {
  if (opened.kind === 'blob') return new Uint8Array(await opened.blob.slice(offset).arrayBuffer());
  const parts: Uint8Array[] = [];
  for await (const piece of opened.from(offset, never)) parts.push(piece);
  return Buffer.concat(parts);
}

const list = (source: FootageSource, found?: (items: readonly FootageItem[]) => void) =>
  source.list({ signal: never, report: () => undefined, ...(found === undefined ? {} : { found }) });

async function itemAt(source: FootageSource, path: string): Promise<FootageItem> {
  const item = (await list(source)).find((one) => one.path === path);
  if (item === undefined) throw new Error(`${path} is not listed`);
  return item;
}

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'nothing was thrown';
  } catch (error) {
    return isFault(error) ? error.code : String(error);
  }
};

/** What every source of footage must do, whether it is a folder or a camera on a cable. */
export function footageSourceSuite(name: string, make: () => Promise<SourceStand>): void {
  describe(`${name} as a source of footage`, () => {
    let stand: SourceStand;
    const small = noise(1000);
    const large = noise(5 * 1024 * 1024 + 333, 2);
    beforeEach(async () => {
      stand = await make();
      stand.put('DCIM/100MEDIA/B.MP4', small, 1);
      stand.put('DCIM/100MEDIA/A.MP4', large, 2);
      stand.put('DCIM/101MEDIA/A.MP4', noise(0), 3);
      stand.put('notes.txt', noise(12), 4);
    });

    it('lists every file below it, in the order of paths, with size and time', async () => {
      const items = await list(stand.source);
      expect(items.map(({ path, name: own, sizeBytes }) => ({ path, own, sizeBytes }))).toEqual([
        { path: 'DCIM/100MEDIA/A.MP4', own: 'A.MP4', sizeBytes: large.length },
        { path: 'DCIM/100MEDIA/B.MP4', own: 'B.MP4', sizeBytes: small.length },
        { path: 'DCIM/101MEDIA/A.MP4', own: 'A.MP4', sizeBytes: 0 },
        { path: 'notes.txt', own: 'notes.txt', sizeBytes: 12 },
      ]);
      expect(items.map(({ modifiedAt }) => modifiedAt)).toEqual(
        [2, 1, 3, 4].map((minute) => `2026-03-05T06:0${minute}:00.000Z`),
      );
    });

    it('names each file once while it walks', async () => {
      const found: FootageItem[] = [];
      const items = await list(stand.source, (some) => found.push(...some));
      const paths = (all: readonly FootageItem[]) => all.map(({ path }) => path).sort();
      expect(paths(found)).toEqual(paths(items));
    });

    it('gives a file whole and from any place', async () => {
      const opened = await stand.source.open(await itemAt(stand.source, 'DCIM/100MEDIA/A.MP4'), never);
      for (const offset of [0, 1, 4096, 4 * 1024 * 1024, large.length - 1, large.length])
        expect(Buffer.compare(await readFrom(opened, offset), large.subarray(offset))).toBe(0);
    });

    it('gives an empty file as one', async () => {
      const opened = await stand.source.open(await itemAt(stand.source, 'DCIM/101MEDIA/A.MP4'), never);
      expect((await readFrom(opened, 0)).length).toBe(0);
    });

    it('says of one that changed since the listing that it changed', async () => {
      const item = await itemAt(stand.source, 'notes.txt');
      stand.remove('notes.txt');
      stand.put('notes.txt', noise(13), 4);
      expect(await codeOf(stand.source.open(item, never))).toBe('item-changed');
    });

    it('says of one that vanished that it is gone', async () => {
      const item = await itemAt(stand.source, 'DCIM/100MEDIA/B.MP4');
      stand.remove('DCIM/100MEDIA/B.MP4');
      expect(await codeOf(stand.source.open(item, never))).toBe('item-gone');
    });

    it('says when the whole source is out of reach, and goes on with the old listing once it is back', async () => {
      const item = await itemAt(stand.source, 'DCIM/100MEDIA/B.MP4');
      stand.unplug();
      expect(isSourceLost(await codeOf(stand.source.open(item, never)))).toBe(true);
      expect(isSourceLost(await codeOf(list(stand.source)))).toBe(true);
      const again = await stand.plug();
      expect(Buffer.compare(await readFrom(await again.open(item, never), 0), small)).toBe(0);
    });

    it('stops when told to', async () => {
      const item = await itemAt(stand.source, 'notes.txt');
      const stopped = AbortSignal.abort();
      await expect(stand.source.open(item, stopped)).rejects.toMatchObject({ name: 'AbortError' });
      await expect(stand.source.list({ signal: stopped, report: () => undefined })).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    it('tells of battery, clock and space, or that it does not tell', async () => {
      const health = await stand.source.health(never);
      for (const reading of [health.battery, health.clock, health.space])
        expect(['device', 'not-told']).toContain(reading.origin);
    });
  });
}
