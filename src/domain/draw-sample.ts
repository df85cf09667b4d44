/**
 * A sample anyone can draw again: the ids in ascending order are shuffled by Fisher and Yates with numbers of sfc32 (Chris
 * Doty-Humphrey) whose state is the seed, and the first n are taken. No outside randomness, so the same seed and the same ids give
 * the same sample on any machine.
 */
export function drawSample<T extends string>(ids: readonly T[], seed: string, n: number): readonly T[] {
  const next = sfc32(seed);
  const pool = [...new Set(ids)].sort();
  const most = Math.min(n, pool.length);
  for (let at = 0; at < most; at++) {
    const other = at + below(next, pool.length - at);
    const [here, there] = [pool[at], pool[other]];
    if (here === undefined || there === undefined) continue;
    pool[at] = there;
    pool[other] = here;
  }
  return pool.slice(0, most);
}

export const SEED_FORM = /^[0-9a-f]{32}$/;

/** Numbers of 32 bits; the first twelve are thrown away, as its author says. */
function sfc32(seed: string): () => number {
  if (!SEED_FORM.test(seed)) throw new RangeError('a seed is 32 hex digits');
  let [a = 0, b = 0, c = 0, d = 0] = [0, 8, 16, 24].map((from) => Number.parseInt(seed.slice(from, from + 8), 16) | 0);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Uniform below `limit`: numbers of the last, incomplete run are drawn again. */
function below(next: () => number, limit: number): number {
  const whole = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const drawn = next();
    if (drawn < whole) return drawn % limit;
  }
}
