import { concat } from '../../../base/bytes.ts';
import { fromHex, toHex } from '../../../base/hex.ts';

/** Order n of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3), and the greatest s of a low signature, (n − 1) / 2. */
export const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_ORDER = fromHex((P256_ORDER >> 1n).toString(16));

export const toScalar = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

/** IEEE P1363 signature r ‖ s, 64 bytes, with s in the lower half of its range. */
export function isLowS(signature: Uint8Array): boolean {
  if (signature.byteLength !== 64) return false;
  const s = signature.subarray(32);
  const differs = s.findIndex((byte, i) => byte !== HALF_ORDER[i]);
  return differs < 0 || (s[differs] ?? 0) < (HALF_ORDER[differs] ?? 0);
}

/** Of the two signatures (r, s) and (r, n − s) that verify alike, the one that entries use. */
export function toLowS(signature: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (isLowS(signature)) return signature;
  const s = P256_ORDER - toScalar(signature.subarray(32));
  return concat(signature.subarray(0, 32), fromHex(s.toString(16).padStart(64, '0')));
}
