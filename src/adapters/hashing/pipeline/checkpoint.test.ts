import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCheckpoint, decodeFinished, isOfSource, startsAlike } from './checkpoint.ts';

const LEAF = 'a'.repeat(64);
const checkpoint = {
  version: 1,
  chunks: 2,
  sizeBytes: 2500,
  modifiedAt: null,
  leaves: [LEAF, LEAF],
  states: { sha256: 'A'.repeat(155), sm3: 'B'.repeat(144) },
};
const text = (change: object) => JSON.stringify({ ...checkpoint, ...change });

describe('a checkpoint read from disk', () => {
  it('is taken as written', () => {
    expect(decodeCheckpoint(text({}), 1000)).toEqual(checkpoint);
    expect(decodeCheckpoint(text({ states: null }), 1000)).toMatchObject({ states: null });
  });

  it.each([
    ['torn', text({}).slice(0, -20)],
    ['empty', ''],
    ['of another version', text({ version: 2 })],
    ['with a leaf too few', text({ leaves: [LEAF] })],
    ['with a leaf that is none', text({ leaves: [LEAF, 'x'.repeat(64)] })],
    ['beyond the file', text({ sizeBytes: 1999 })],
    ['of no chunk', text({ chunks: 0, leaves: [] })],
    ['with a state that is none', text({ states: { sha256: '!', sm3: 'B'.repeat(144) } })],
  ])('%s counts as none', (_, written) => {
    expect(decodeCheckpoint(written, 1000)).toBeNull();
  });

  it('any text is an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (written) => {
        expect(decodeCheckpoint(written, 1000)).toBeNull();
        expect(decodeFinished(written, 1000)).toBeNull();
      }),
    );
  });

  it('belongs to a source of the same size, time and first chunk only', async () => {
    expect(isOfSource(checkpoint, { sizeBytes: 2500, modifiedAt: null })).toBe(true);
    expect(isOfSource(checkpoint, { sizeBytes: 2501, modifiedAt: null })).toBe(false);
    expect(isOfSource(checkpoint, { sizeBytes: 2500, modifiedAt: '2026-03-05T06:30:00.000Z' })).toBe(false);
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const kept = decodeCheckpoint(text({ leaves: [abc, LEAF] }), 1000);
    if (kept === null) throw new Error('not decoded');
    expect(await startsAlike(kept, new TextEncoder().encode('abc'))).toBe(true);
    expect(await startsAlike(kept, new TextEncoder().encode('abd'))).toBe(false);
  });
});

it('what a pass found is taken only with every leaf of its size', () => {
  const found = { version: 1, sizeBytes: 1500, modifiedAt: null, leaves: [LEAF, LEAF], treeSha256: LEAF, whole: null };
  expect(decodeFinished(JSON.stringify(found), 1000)).toEqual(found);
  expect(decodeFinished(JSON.stringify({ ...found, sizeBytes: 2500 }), 1000)).toBeNull();
  expect(decodeFinished(JSON.stringify({ ...found, sizeBytes: 0, leaves: [] }), 1000)).toMatchObject({ leaves: [] });
});
