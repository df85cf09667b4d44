import type { Brand } from '../base/brand.ts';

export type Sha256Hex = Brand<string, 'Sha256Hex'>;
export type Sm3Hex = Brand<string, 'Sm3Hex'>;
export type TreeSha256Hex = Brand<string, 'TreeSha256Hex'>;

/**
 * The three digests of one file, lower-case hex. `sha256` and `sm3` (GM/T 0004-2012) are of the whole file and can be
 * checked with `sha256sum` and `openssl dgst -sm3`. `treeSha256` is MTH of RFC 6962 §2.1 over the SHA-256 of each
 * 4 MiB chunk (the last may be shorter; an empty file has no chunk): it localises damage and can be resumed.
 */
export interface FootageDigests {
  readonly sha256: Sha256Hex;
  readonly sm3: Sm3Hex;
  readonly treeSha256: TreeSha256Hex;
}

export const TREE_CHUNK_BYTES = 4 * 1024 * 1024;

const HEX64 = /^[0-9a-f]{64}$/;
export const isDigestHex = (text: string): boolean => HEX64.test(text);

function mint<T extends string>(text: string): Brand<string, T> {
  if (!HEX64.test(text)) throw new RangeError('not a 256-bit digest in lower-case hex');
  return text as Brand<string, T>;
}

export const toSha256 = (hex: string): Sha256Hex => mint<'Sha256Hex'>(hex);
export const toSm3 = (hex: string): Sm3Hex => mint<'Sm3Hex'>(hex);
export const toTreeSha256 = (hex: string): TreeSha256Hex => mint<'TreeSha256Hex'>(hex);
