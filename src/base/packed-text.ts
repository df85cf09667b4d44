import { fromBase64url, toBase64url } from './base64url.ts';
import { concat, equalBytes, fromUtf8, utf8 } from './bytes.ts';
import { done, type Outcome, refused } from './outcome.ts';

/**
 * Small texts that people carry by hand: pasted, scanned, read from a file. `mark` + base64url of
 * length (2 bytes) ‖ first 4 bytes of SHA-256(mark ‖ deflated) ‖ deflated (RFC 1951).
 * The length tells a text that was cut off from one that was damaged: the remedy differs.
 */
export type UnpackRefusal = 'no-mark' | 'cut-off' | 'damaged';

const HEAD_BYTES = 6;
const CHECK_BYTES = 4;
const MOST_PACKED_BYTES = 0xffff;

export async function packText(mark: string, text: string): Promise<string> {
  const deflated = await through(utf8(text), new CompressionStream('deflate-raw'), MOST_PACKED_BYTES);
  if (deflated === null) throw new RangeError('too long for a packed text');
  const length = Uint8Array.of(deflated.byteLength >> 8, deflated.byteLength & 0xff);
  return mark + toBase64url(concat(length, await checkOf(mark, deflated), deflated));
}

/**
 * Finds the first packed text with this mark in whatever was pasted: line breaks, spaces and what stands before or after it
 * do not matter. `mostBytes` bounds what it may inflate to. Never throws on hostile text.
 */
export async function unpackText(
  mark: string,
  pasted: string,
  mostBytes: number,
): Promise<Outcome<string, UnpackRefusal>> {
  const packed = cutOut(mark, pasted);
  if (packed === null) return refused('no-mark');
  // Two bytes say how long the rest is; what follows it belongs to something else.
  const head = bytesOf(packed.slice(0, 4));
  if (packed.length < 4 || head === null) return refused('cut-off');
  const deflatedBytes = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
  const chars = Math.ceil(((HEAD_BYTES + deflatedBytes) * 4) / 3);
  if (packed.length < chars) return refused('cut-off');
  const bytes = bytesOf(packed.slice(0, chars));
  if (bytes === null) return refused('damaged');
  const deflated = bytes.subarray(HEAD_BYTES);
  if (!equalBytes(await checkOf(mark, deflated), bytes.subarray(2, HEAD_BYTES))) return refused('damaged');
  const text = await inflate(deflated, mostBytes);
  return text === null ? refused('damaged') : done(text);
}

/** Spaces of every width, line breaks, and the invisible marks that chat programs put into long words. */
const FILLER = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g;

function cutOut(mark: string, pasted: string): string | null {
  const text = pasted.replaceAll(FILLER, '');
  const at = text.indexOf(mark);
  return at < 0 ? null : (/^[A-Za-z0-9_-]*/.exec(text.slice(at + mark.length))?.[0] ?? '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64url(text);
  } catch {
    return null;
  }
}

async function checkOf(mark: string, deflated: Uint8Array): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', concat(utf8(mark), deflated));
  return new Uint8Array(digest, 0, CHECK_BYTES);
}

async function inflate(deflated: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<string | null> {
  try {
    const bytes = await through(deflated, new DecompressionStream('deflate-raw'), mostBytes);
    return bytes === null ? null : fromUtf8(bytes);
  } catch {
    return null;
  }
}

/** null as soon as more than `mostBytes` come out: 40 bytes can inflate to 40 KB. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = stream.writable.getWriter();
  // What fails here fails in the reader too, which is where it is seen.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    total += next.value.byteLength;
    if (total > mostBytes) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(next.value);
  }
  return concat(...parts);
}
