import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageIn, holes, joined, lengthOf, type Span, within } from './coverage.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([from, length]): Span => ({ from, to: from + length }));
const spans = fc.array(span, { maxLength: 12 });
const devices = fc.array(spans, { maxLength: 4 });
const join = fc.integer({ min: 0, max: 50 });
const window = fc
  .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_500 }))
  .map(([from, length]): Span => ({ from, to: from + length }));

/** The slow way: moment by moment. */
const touches = (list: readonly Span[], moment: number): boolean =>
  list.some(({ from, to }) => from <= moment && moment < to);

describe('joining spans', () => {
  it('is done once: joining again changes nothing', () => {
    fc.assert(
      fc.property(spans, join, (list, ms) => {
        expect(joined(joined(list, ms), ms)).toEqual(joined(list, ms));
      }),
    );
  });

  it('does not depend on the order of files', () => {
    const shuffled = spans.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, join, ([list, other], ms) => {
        expect(joined(other, ms)).toEqual(joined(list, ms));
      }),
    );
  });

  it('leaves nothing out, and adds only holes no longer than the join', () => {
    fc.assert(
      fc.property(spans, join, fc.integer({ min: 0, max: 2_400 }), (list, ms, moment) => {
        const whole = joined(list, ms);
        if (touches(list, moment)) return touches(whole, moment);
        const before = Math.max(...list.filter(({ from, to }) => to > from && to <= moment).map(({ to }) => to));
        const after = Math.min(...list.filter(({ from, to }) => to > from && from > moment).map(({ from }) => from));
        return touches(whole, moment) === after - before <= ms;
      }),
    );
  });
});

describe('coverage', () => {
  it('and holes together are the whole, and do not overlap', () => {
    fc.assert(
      fc.property(window, devices, join, fc.integer({ min: 0, max: 2_500 }), (w, list, ms, moment) => {
        const coverage = coverageIn(w, list, ms);
        const inWindow = moment >= w.from && moment < w.to;
        expect(lengthOf(coverage.spans) + lengthOf(coverage.holes)).toBe(w.to - w.from);
        expect(touches(coverage.spans, moment) !== touches(coverage.holes, moment)).toBe(inWindow);
      }),
    );
  });

  it('is never above the whole and never below nothing', () => {
    fc.assert(
      fc.property(window, devices, join, (w, list, ms) => {
        const { share } = coverageIn(w, list, ms);
        return share >= 0 && share <= 1;
      }),
    );
  });

  it('does not fall when a device is added, nor depend on which device it was', () => {
    fc.assert(
      fc.property(window, devices, spans, join, (w, list, more, ms) => {
        const without = coverageIn(w, list, ms);
        const first = coverageIn(w, [more, ...list], ms);
        expect(coverageIn(w, [...list, more], ms)).toEqual(first);
        return first.share >= without.share;
      }),
    );
  });

  it('has no hole between segments that a join bridges', () => {
    fc.assert(
      fc.property(window, devices, join, (w, list, ms) =>
        coverageIn(w, list, ms)
          .holes.filter(({ from, to }) => from > w.from && to < w.to)
          .every(({ from, to }) => to - from > ms),
      ),
    );
  });

  it('of nothing is one hole, of more than the window none', () => {
    expect(holes([], { from: 3, to: 9 })).toEqual([{ from: 3, to: 9 }]);
    expect(coverageIn({ from: 3, to: 9 }, [[{ from: 0, to: 20 }]], 0)).toMatchObject({ share: 1, holes: [] });
    expect(within([{ from: 0, to: 3 }], { from: 3, to: 9 })).toEqual([]);
  });
});
