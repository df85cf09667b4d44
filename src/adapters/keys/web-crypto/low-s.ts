import { concat } from '../../../base/bytes.ts';
import { fromHex, toHex } from '../../../base/hex.ts';

/** Order n of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3), and the greatest s of a low signature, (n − 1) / 2. */
export const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_ORDER = P256_ORDER >> 1n;

export const toScalar = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

/** IEEE P1363 signature r ‖ s, 64 bytes, with s in the lower half of its range. */
export const isLowS = (signature: Uint8Array): boolean =>
  signature.byteLength === 64 && toScalar(signature.subarray(32)) <= HALF_ORDER;

/** Of the two signatures (r, s) and (r, n − s) that verify alike, the one that entries use. */
export function toLowS(signature: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (isLowS(signature)) return signature;
  const s = P256_ORDER - toScalar(signature.subarray(32));
  return concat(signature.subarray(0, 32), fromHex(s.toString(16).padStart(64, '0')));
}
