import { fromUtf8 } from './bytes.ts';

/** What newer browsers do themselves, several times faster than by way of a binary string. */
interface OwnCoding {
  readonly fromBase64?: (text: string, how: { alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>;
  readonly prototype: {
    toBase64?: (how: { alphabet: 'base64url'; omitPadding: true }) => string;
    setFromBase64?: (text: string, how: { alphabet: 'base64url' }) => { readonly written: number };
  };
}
const own = Uint8Array as unknown as OwnCoding;
const decodeNatively = own.fromBase64?.bind(Uint8Array);
const encodeNatively = own.prototype.toBase64;
const decodeInto = own.prototype.setFromBase64;

/** RFC 4648 §5 without padding, as JOSE writes it. */
export function toBase64url(bytes: Uint8Array): string {
  if (encodeNatively !== undefined) return encodeNatively.call(bytes, { alphabet: 'base64url', omitPadding: true });
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Last characters whose spare bits are zero, by how many characters stand in the last group. */
const CANONICAL_END: Readonly<Record<number, string>> = { 2: 'AQgw', 3: 'AEIMQUYcgkosw048' };

function mustBeCanonical(text: string): void {
  const rest = text.length % 4;
  if (rest === 1 || !/^[A-Za-z0-9_-]*$/.test(text)) throw new RangeError('not base64url');
  if (rest > 0 && !CANONICAL_END[rest]?.includes(text.slice(-1))) throw new RangeError('not canonical base64url');
}

/** Throws RangeError on anything but canonical unpadded base64url: two texts must never name the same bytes. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  mustBeCanonical(text);
  if (decodeNatively !== undefined) return decodeNatively(text, { alphabet: 'base64url' });
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}

/** Nobody but `utf8FromBase64url` sees it, and only until it returns. */
const scratch = new Uint8Array(64 * 1024);

/** The UTF-8 text inside. Throws RangeError as `fromBase64url`, and TypeError on malformed UTF-8. */
export function utf8FromBase64url(text: string): string {
  // Thousands of entries are read at once, and fresh memory for each costs several times what decoding does.
  if (decodeInto === undefined || text.length > scratch.byteLength) return fromUtf8(fromBase64url(text));
  mustBeCanonical(text);
  const { written } = decodeInto.call(scratch, text, { alphabet: 'base64url' });
  return fromUtf8(scratch.subarray(0, written));
}
