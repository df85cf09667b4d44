// Made once: making one costs more than most texts it is used for.
const encoder = new TextEncoder();
// A byte order mark is bytes like any other: whoever leaves it out has read another text than was signed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** UTF-8 of a character takes at most this many bytes. */
const MOST_BYTES = 3;
const scratch = new Uint8Array(96 * 1024);

/** UTF-8 in memory the next call writes over, for whoever takes the bytes at once: fresh memory costs several times the encoding. */
export function utf8ForNow(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * MOST_BYTES > scratch.byteLength) return utf8(text);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** Decodes strictly. Throws TypeError on malformed UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, i) => byte === b[i]);
}
