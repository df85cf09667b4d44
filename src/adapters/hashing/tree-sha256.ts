import { toHex } from '../../base/hex.ts';
import { type TreeSha256Hex, toTreeSha256 } from '../../domain/digest.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const LEAF = 0x00;
const NODE = 0x01;

const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function tagged(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.byteLength, 0));
  out[0] = tag;
  let at = 1;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}

/**
 * MTH of RFC 6962 §2.1. The data of a leaf is the 32-byte SHA-256 of its 4 MiB chunk (the last may be shorter; an empty
 * file has no leaf). Level by level: pairs from the left, an odd last node goes up as it is, which is the same tree as
 * the RFC's split at the largest power of two.
 */
export async function treeSha256(chunkDigests: readonly Uint8Array[]): Promise<TreeSha256Hex> {
  if (chunkDigests.length === 0) return toTreeSha256(toHex(await sha256(new Uint8Array(0))));
  let level = await Promise.all(chunkDigests.map((digest) => sha256(tagged(LEAF, digest))));
  while (level.length > 1) {
    const pairs = Array.from(
      { length: Math.ceil(level.length / 2) },
      (_, i) => [level[2 * i], level[2 * i + 1]] as const,
    );
    level = await Promise.all(
      pairs.map(async ([left, right]) => {
        if (left === undefined) throw new RangeError('a pair without a left node');
        return right === undefined ? left : sha256(tagged(NODE, left, right));
      }),
    );
  }
  return toTreeSha256(toHex(level[0] ?? new Uint8Array(32)));
}
