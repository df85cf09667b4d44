import { concat, utf8 } from '../../base/bytes.ts';
import { done, type Outcome, refused } from '../../base/outcome.ts';
import { P256_ORDER, toScalar } from './web-crypto/low-s.ts';

/**
 * The recovery key as printed: the 32 bytes of a P-256 private scalar in Crockford's base32 (https://www.crockford.com/base32.html),
 * 52 characters, and 4 characters of checksum: the first 20 bits of SHA-256(`luzheng-recovery-key` ‖ 0x00 ‖ scalar). Groups of
 * four, 14 of them. Whoever copies it from paper may write small letters, O for 0, I or L for 1, and any separators.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SCALAR_CHARACTERS = 52;
const CHECK_CHARACTERS = 4;
const SEPARATORS = /[\s\p{Pd}._·,，。、]/u;

export type RecoveryTextRefusal =
  /** `at`: place among the characters that count, from 1. */
  | { readonly code: 'character-unknown'; readonly at: number; readonly character: string }
  | { readonly code: 'length-wrong'; readonly characters: number; readonly expected: number }
  /** At least one character is not the printed one. */
  | { readonly code: 'checksum-wrong' };

/** Throws RangeError unless given the 32 bytes of a private scalar, 1 to n − 1. */
export async function toRecoveryText(scalar: Uint8Array): Promise<string> {
  if (!isPrivateScalar(scalar)) throw new RangeError('not a P-256 private scalar');
  const text = toBase32(toScalar(scalar), SCALAR_CHARACTERS) + (await checksum(scalar));
  return text.match(/.{4}/g)?.join('-') ?? text;
}

/** The 32 bytes of the private scalar that was printed. */
export async function parseRecoveryText(text: string): Promise<Outcome<Uint8Array<ArrayBuffer>, RecoveryTextRefusal>> {
  const expected = SCALAR_CHARACTERS + CHECK_CHARACTERS;
  const digits: number[] = [];
  for (const character of text.normalize('NFKC').toUpperCase()) {
    if (SEPARATORS.test(character)) continue;
    const digit = ALPHABET.indexOf(meant(character));
    if (digit < 0) return refused({ code: 'character-unknown', at: digits.length + 1, character });
    digits.push(digit);
  }
  if (digits.length !== expected) return refused({ code: 'length-wrong', characters: digits.length, expected });
  const value = digits.slice(0, SCALAR_CHARACTERS).reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  const scalar = toBytes32(value);
  const check = digits.slice(SCALAR_CHARACTERS).map((digit) => ALPHABET.charAt(digit));
  const printed = scalar !== null && isPrivateScalar(scalar) && check.join('') === (await checksum(scalar));
  return printed ? done(scalar) : refused({ code: 'checksum-wrong' });
}

const meant = (character: string): string =>
  character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character;

const isPrivateScalar = (bytes: Uint8Array): boolean => {
  const value = bytes.byteLength === 32 ? toScalar(bytes) : 0n;
  return value > 0n && value < P256_ORDER;
};

function toBase32(value: bigint, characters: number): string {
  let text = '';
  for (let rest = value; text.length < characters; rest >>= 5n) text = ALPHABET.charAt(Number(rest & 31n)) + text;
  return text;
}

/** null past 256 bits: 52 characters hold four bits more than a scalar has. */
function toBytes32(value: bigint): Uint8Array<ArrayBuffer> | null {
  const out = new Uint8Array(32);
  let rest = value;
  for (let i = 31; i >= 0; i--, rest >>= 8n) out[i] = Number(rest & 255n);
  return rest === 0n ? out : null;
}

async function checksum(scalar: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', concat(utf8('luzheng-recovery-key\0'), scalar)));
  return toBase32(toScalar(hash.subarray(0, 3)) >> 4n, CHECK_CHARACTERS);
}
