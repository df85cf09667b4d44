/**
 * Acts on items, begun in their order, several at once: each takes `width` of the lanes, at most all. After the first failure none is
 * begun any more; those under way are waited for, then it is thrown.
 */
export async function inLanes<T>(
  items: Iterable<T>,
  lanes: number,
  width: (item: T) => number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let taken = 0;
  const begin = (item: T, wide: number) => {
    taken += wide;
    const one: Promise<void> = act(item)
      .catch((reason: unknown) => void failures.push(reason))
      .finally(() => {
        taken -= wide;
        underWay.delete(one);
      });
    underWay.add(one);
  };
  for (const item of items) {
    const wide = Math.min(width(item), lanes);
    while (taken + wide > lanes && failures.length === 0) await Promise.race(underWay);
    if (failures.length > 0) break;
    begin(item, wide);
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
