import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

/** Acts that end when the test says so, in any order. */
function stage() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const act = (item: number) =>
    new Promise<void>((resolve) => {
      begun.push(item);
      ends.set(item, resolve);
    });
  const end = async (item: number) => {
    ends.get(item)?.();
    ends.delete(item);
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { begun, act, end, underWay: () => [...ends.keys()] };
}

describe('lanes', () => {
  it('whatever ends first, items begin in their order, each once, and never more than the lanes hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        async (widths, which) => {
          const { begun, act, end, underWay } = stage();
          const width = (item: number) => widths[item] ?? 1;
          const all = inLanes(widths.keys(), 4, width, act);
          for (const choice of which) {
            const open = underWay();
            if (open.length === 0) break;
            expect(open.reduce((sum, item) => sum + Math.min(width(item), 4), 0)).toBeLessThanOrEqual(4);
            await end(open[choice % open.length] ?? 0);
          }
          await all;
          expect(begun).toEqual([...widths.keys()]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('after a failure nothing is begun, what is under way is waited for, and the failure is thrown', async () => {
    const { begun, act, end } = stage();
    const failing = (item: number) => (item === 1 ? Promise.reject(new Error('card pulled')) : act(item));
    let isOver = false;
    const all = inLanes([0, 1, 2, 3, 4], 3, () => 1, failing).finally(() => {
      isOver = true;
    });
    const thrown = expect(all).rejects.toThrow('card pulled');
    await end(2);
    expect([isOver, begun]).toEqual([false, [0, 2]]);
    await end(0);
    await thrown;
    expect(begun).toEqual([0, 2]);
  });
});
