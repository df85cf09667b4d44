/** Numbers and words out of a header. Past the end everything is 0 or empty: a cut header is no exception. */

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const fits = (bytes: Uint8Array, at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;

export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
export const u16be = (bytes: Uint8Array, at: number): number => (fits(bytes, at, 2) ? view(bytes).getUint16(at) : 0);
export const u16le = (bytes: Uint8Array, at: number): number =>
  fits(bytes, at, 2) ? view(bytes).getUint16(at, true) : 0;
export const u32be = (bytes: Uint8Array, at: number): number => (fits(bytes, at, 4) ? view(bytes).getUint32(at) : 0);
export const u32le = (bytes: Uint8Array, at: number): number =>
  fits(bytes, at, 4) ? view(bytes).getUint32(at, true) : 0;
export const i32le = (bytes: Uint8Array, at: number): number =>
  fits(bytes, at, 4) ? view(bytes).getInt32(at, true) : 0;
/** Exact up to 2⁵³; sizes beyond that are nonsense in any file. */
export const u64be = (bytes: Uint8Array, at: number): number => u32be(bytes, at) * 2 ** 32 + u32be(bytes, at + 4);

/** Latin-1, as four-character codes are written. */
export const word = (bytes: Uint8Array, at: number, length = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Text of a tag from a file nobody vouches for: no control characters, trimmed, at most 200 characters; null if nothing is left. */
export function cleanText(raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const text = String(raw).replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/g, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, 200).trim() || null;
}
