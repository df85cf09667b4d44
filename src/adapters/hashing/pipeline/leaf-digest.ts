import type { IHasher } from 'hash-wasm';

/** One way to make the SHA-256 of a chunk. The bytes are taken at the call. */
export type LeafDigest = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

/** Chunks both ways are tried on: the first of each is not warm yet. */
const TRIALS = 3;

export const byWebCrypto: LeafDigest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const byHasher =
  (hasher: IHasher): LeafDigest =>
  (bytes) =>
    new Uint8Array(hasher.init().update(bytes).digest('binary'));

/**
 * Makes leaves by Web Crypto or by the digest library, whichever is faster on this machine. Web Crypto takes a fresh copy
 * of each chunk, which on some machines costs more than the processor's own SHA-256 saves. The first chunks are digested
 * both ways and must agree. Throws if they do not.
 */
export function fasterLeafDigest(native: LeafDigest, library: LeafDigest, nowMs: () => number): LeafDigest {
  const best = { native: Number.POSITIVE_INFINITY, library: Number.POSITIVE_INFINITY };
  let tried = 0;
  let bytesTried = 0;

  async function timed(way: keyof typeof best, make: LeafDigest, bytes: Uint8Array<ArrayBuffer>) {
    const startedMs = nowMs();
    const leaf = await make(bytes);
    best[way] = Math.min(best[way], nowMs() - startedMs);
    return leaf;
  }

  async function both(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const ours = await timed('library', library, bytes);
    const theirs = await timed('native', native, bytes);
    if (ours.some((byte, i) => byte !== theirs[i])) throw new Error('two ways to make a SHA-256 disagree');
    return ours;
  }

  return (bytes) => {
    // Only chunks of one size can be compared; the short last one of a file tells nothing.
    if (bytes.byteLength < bytesTried) return native(bytes);
    bytesTried = bytes.byteLength;
    if (tried < TRIALS) {
      tried += 1;
      return both(bytes);
    }
    return best.library < best.native ? library(bytes) : native(bytes);
  };
}
