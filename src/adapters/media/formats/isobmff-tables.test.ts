import { describe, expect, it } from 'vitest';
import { tablesAreSane } from './isobmff-tables.ts';

const words = (...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 4);
  values.forEach((value, i) => {
    new DataView(bytes.buffer).setUint32(i * 4, value);
  });
  return bytes;
};
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const box = (name: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = join(...parts);
  return join(
    words(content.length + 8),
    Uint8Array.from(name, (sign) => sign.charCodeAt(0)),
    content,
  );
};
const inTrack = (...tables: readonly Uint8Array[]): Uint8Array =>
  box('trak', box('mdia', box('minf', box('stbl', ...tables))));

const TIMES = box('stts', words(0, 1, 3, 40));
const SIZES = box('stsz', words(0, 0, 3, 100, 100, 100));
const CHUNKS = box('stsc', words(0, 1, 1, 3, 1));
const PLACES = box('stco', words(0, 1, 48));
const OFFSETS = box('ctts', words(0, 1, 3, 0));

describe('tables of a movie', () => {
  it('an ordinary track passes', () => {
    expect(tablesAreSane(inTrack(TIMES, OFFSETS, SIZES, CHUNKS, PLACES))).toBe(true);
  });

  it('zeros after the last box are padding, anything else is not', () => {
    expect(tablesAreSane(join(inTrack(TIMES), new Uint8Array(12)))).toBe(true);
    expect(tablesAreSane(join(inTrack(TIMES), words(7, 7, 7)))).toBe(false);
  });

  it.each([
    ['more runs than the box holds', inTrack(box('stts', words(0, 9, 3, 40)))],
    ['more sizes than the box holds', inTrack(box('stsz', words(0, 0, 0xffffffff)))],
    ['runs of more samples than there are sizes', inTrack(box('stts', words(0, 1, 0xa40000, 40)), OFFSETS, SIZES)],
    ['a chunk of more samples than there are', inTrack(SIZES, box('stsc', words(0, 1, 1, 0xff7f007f, 1)), PLACES)],
    ['chunks that run backwards', inTrack(SIZES, box('stsc', words(0, 2, 1, 1, 1, 1, 1, 1)), PLACES)],
    ['chunks beyond the last', inTrack(SIZES, box('stsc', words(0, 2, 1, 1, 1, 9, 1, 1)), PLACES)],
    ['a table met twice', inTrack(TIMES, TIMES)],
    ['a box larger than its parent', inTrack(join(words(0xed0000), box('stco', words(0, 0)).subarray(4)))],
    ['a fragment run without end', box('traf', box('trun', words(0, 0xffffffff)))],
    ['fragment runs that add up', box('traf', box('trun', words(0, 999_999)), box('trun', words(0, 999_999)))],
    ['a key of no length', box('meta', words(0), box('keys', words(0, 1, 0, 0)))],
  ])('%s: the demuxer does not see it', (_, content) => expect(tablesAreSane(content)).toBe(false));

  it('bare PCM may have billions of samples, for its runs stay folded', () => {
    const pcm = inTrack(
      box('stts', words(0, 1, 1_700_000_000, 1)),
      box('stsz', words(0, 4, 1_700_000_000)),
      box('stsc', words(0, 1, 1, 48_000, 1)),
      PLACES,
    );
    expect(tablesAreSane(pcm)).toBe(true);
  });

  it('boxes nested without end are left alone', () => {
    let content = words(8, 0x66726565);
    for (let n = 0; n < 20; n++) content = box('trak', content);
    expect(tablesAreSane(content)).toBe(false);
  });
});
