import fc from 'fast-check';

/** One wound: bytes overwritten at a place that is a part of the way through the file, its head being struck most. */
interface Wound {
  readonly part: number;
  readonly bytes: Uint8Array;
}

export interface Mutant {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NASTY = fc.constantFrom(
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0, 0, 0, 0),
  Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
  Uint8Array.of(0, 0, 0, 1),
  Uint8Array.of(0x80),
  Uint8Array.of(0),
);

const wound: fc.Arbitrary<Wound> = fc.record({
  part: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true })),
  bytes: fc.oneof(NASTY, fc.uint8Array({ minLength: 1, maxLength: 4 })),
});

/** Files as a failing card or a forger leaves them: wounded, cut, or doubled. */
export function mutants(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): fc.Arbitrary<Mutant> {
  const path = fc.constantFrom(...files.keys());
  const keep = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true }));
  const fromEnd = fc.boolean();
  return fc
    .record({ path, wounds: fc.array(wound, { minLength: 1, maxLength: 8 }), keep, fromEnd, doubled: fc.boolean() })
    .map((made) => {
      const original = files.get(made.path) ?? new Uint8Array(0);
      const bytes = original.slice(0, Math.ceil(original.length * made.keep));
      for (const { part, bytes: struck } of made.wounds) {
        const place = Math.floor(part * bytes.length);
        const at = made.fromEnd ? bytes.length - place - struck.length : place;
        if (at >= 0) bytes.set(struck.subarray(0, Math.max(0, bytes.length - at)), at);
      }
      return { path: made.path, bytes: made.doubled ? Uint8Array.from([...bytes, ...bytes]) : bytes };
    });
}
