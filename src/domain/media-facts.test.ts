import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { decodeMediaFacts, type MediaFacts, mediaFactsSchema, unknownFacts } from './media-facts.ts';
import type { CaptureClaim, MediaType } from './records.ts';

const CLAIM: CaptureClaim = { text: '2026-03-05T09:31:12', source: 'file-name', zone: 'local' };

describe('facts of a file, stored and read again', () => {
  it('unknown facts are facts', () => {
    expect(v.parse(mediaFactsSchema, unknownFacts([CLAIM]))).toEqual(unknownFacts([CLAIM]));
    expect(unknownFacts([CLAIM]).capturedAtRaw).toEqual(CLAIM);
  });

  it('every fault is named with its path', () => {
    const broken = {
      ...unknownFacts(),
      mediaType: 'film',
      durationMs: -1,
      capturedAtRaw: { ...CLAIM, text: 'gestern' },
      gps: { latitude: 91, longitude: 0 },
    };
    const decoded = decodeMediaFacts(broken);
    expect(decoded.ok).toBe(false);
    const paths = decoded.ok ? [] : decoded.refusal.map((issue) => issue.path);
    expect(paths).toEqual(['mediaType', 'durationMs', 'capturedAtRaw.text', 'gps.latitude']);
  });

  it('a container this version does not know is kept, one that is no word is not', () => {
    const read = (container: string) => decodeMediaFacts({ ...unknownFacts(), container }).ok;
    expect(read('mkv3d')).toBe(true);
    expect(read('<script>')).toBe(false);
  });

  it('anything that is no object is refused', () => {
    for (const raw of [null, 1, 'x', [], undefined]) expect(decodeMediaFacts(raw).ok).toBe(false);
  });

  it('the records and the facts speak of the same claims and types', () => {
    expectTypeOf<NonNullable<MediaFacts['capturedAtRaw']>>().toEqualTypeOf<CaptureClaim>();
    expectTypeOf<MediaFacts['mediaType']>().toEqualTypeOf<MediaType>();
  });
});
