import { describe, expect, it } from 'vitest';
import { makeCard } from '../../test/doubles/footage.ts';
import type { FootageItem } from '../domain/ports/footage-source.ts';
import { toInstant } from '../domain/time.ts';
import { footageKey, freshIn, onlyFresh } from './watched-folder.ts';

const NOW = Date.UTC(2026, 2, 5, 6);
const file = (path: string, ageMs: number, sizeBytes = 10): FootageItem => ({
  path,
  name: path,
  sizeBytes,
  modifiedAt: toInstant(NOW - ageMs),
});
const names = (items: readonly FootageItem[]) => items.map(({ path }) => path);

describe('a folder that is watched', () => {
  it('offers what was not taken in, and leaves alone what is still being written', () => {
    const [old, fresh, growing] = [file('A.MP4', 60_000), file('B.MP4', 60_000), file('C.MP4', 2_000)] as const;
    const seen = freshIn([old, fresh, growing], new Set([footageKey(old)]), toInstant(NOW));
    expect(names(seen.fresh)).toEqual(['B.MP4']);
    expect(seen.growing).toBe(1);
  });

  it('a file written anew under its old name is another one', () => {
    const taken = new Set([footageKey(file('A.MP4', 60_000))]);
    expect(names(freshIn([file('A.MP4', 60_000, 11)], taken, toInstant(NOW)).fresh)).toEqual(['A.MP4']);
    expect(names(freshIn([file('A.MP4', 30_000)], taken, toInstant(NOW)).fresh)).toEqual(['A.MP4']);
  });

  it('a clock that is ahead of ours keeps nothing back', () => {
    expect(names(freshIn([file('A.MP4', -3_600_000)], new Set(), toInstant(NOW)).fresh)).toEqual(['A.MP4']);
  });

  it('a file under the name that programs give it until it is whole is left alone, but not for good', () => {
    const half = [file('A.MP4.crdownload', 60_000), file('B.MP4.part', 60_000), file('C.tmp', 7_200_000)];
    const seen = freshIn(half, new Set(), toInstant(NOW));
    expect(names(seen.fresh)).toEqual(['C.tmp']);
    expect(seen.growing).toBe(2);
  });

  it('what is still being written when it is listed is passed over, and accounted for', async () => {
    const { source } = makeCard([
      { path: 'A.MP4', content: 'a' },
      { path: 'B.MP4.part', content: 'b' },
    ]);
    const aged = {
      ...source,
      list: async (control: Parameters<typeof source.list>[0]) =>
        (await source.list(control)).map((item) => ({ ...item, modifiedAt: toInstant(NOW - 60_000) })),
    };
    const folder = onlyFresh(aged, new Set(), () => toInstant(NOW));
    expect(names(await folder.list({ signal: new AbortController().signal, report: () => undefined }))).toEqual([
      'A.MP4',
    ]);
    expect(names(folder.passedOver?.() ?? [])).toEqual(['B.MP4.part']);
  });

  it('is listed without what was taken in, also while it is listed', async () => {
    const { source } = makeCard([
      { path: 'A.MP4', content: 'a' },
      { path: 'B.MP4', content: 'b' },
    ]);
    const told: FootageItem[] = [];
    const walked = {
      ...source,
      list: async (control: Parameters<typeof source.list>[0]) => {
        const all = await source.list(control);
        control.found?.(all);
        return all;
      },
    };
    const control = {
      signal: new AbortController().signal,
      report: () => undefined,
      found: (some: readonly FootageItem[]) => told.push(...some),
    };
    const taken = new Set([footageKey({ path: 'A.MP4', sizeBytes: 1, modifiedAt: null })]);
    const folder = onlyFresh(walked, taken, () => toInstant(NOW));
    expect(names(await folder.list(control))).toEqual(['B.MP4']);
    expect(names(told)).toEqual(['B.MP4']);
    // It is there all the same, and counts when the folder is accounted for.
    expect(names(folder.passedOver?.() ?? [])).toEqual(['A.MP4']);
  });
});
