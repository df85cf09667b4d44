/** Whether two plain values (objects, arrays, maps, sets, texts, numbers) say the same. What is one object is not looked into. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSameValue(one, b[i]));
  if (a instanceof Map) return b instanceof Map && isSameValue([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && isSameValue([...a], [...b]);
  if (Object.getPrototypeOf(a) !== Object.prototype) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([key, one]) => right.has(key) && isSameValue(one, right.get(key)));
}
