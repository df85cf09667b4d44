import type { FootageItem } from '../../../../domain/ports/footage-source.ts';
import type { MtpSource } from '../../mtp/mtp-source.ts';
import type { PeekedEnds } from './protocol.ts';

/** A key frame, or a photograph's own small picture, is in the first of these. */
const HEAD_BYTES = 1024 * 1024;
/** Recorders write the index of an MP4 at its end; for an hour of film it has about 1 MB. */
const TAIL_BYTES = 1536 * 1024;
const INDEX_AT_END = /\.(?:mp4|mov|m4v|3gp|avi)$/i;

/** null where the camera cannot read in parts, or does not know how long the file is. */
export async function peekEnds(source: MtpSource, item: FootageItem, signal: AbortSignal): Promise<PeekedEnds | null> {
  const opened = source.readsInParts(item.sizeBytes) ? await source.open(item, signal) : null;
  if (opened?.kind !== 'stream' || opened.sizeBytes === null) return null;
  const { sizeBytes } = opened;
  if (!source.readsInParts(sizeBytes)) return null;
  const take = async (from: number, length: number) => fill(opened.from(from, signal).getReader(), length);
  const head = await take(0, Math.min(HEAD_BYTES, sizeBytes));
  const tailBytes = INDEX_AT_END.test(item.name) ? Math.min(TAIL_BYTES, sizeBytes - head.length) : 0;
  // The first read may have shown that it only claimed to read in parts.
  if (tailBytes > 0 && !source.readsInParts(sizeBytes)) return null;
  const tail = tailBytes === 0 ? new Uint8Array(0) : await take(sizeBytes - tailBytes, tailBytes);
  return { head, tail, sizeBytes };
}

async function fill(reader: ReadableStreamDefaultReader<Uint8Array>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(length);
  let at = 0;
  try {
    while (at < length) {
      const { value, done } = await reader.read();
      if (done) break;
      const part = value.subarray(0, length - at);
      out.set(part, at);
      at += part.length;
    }
  } finally {
    await reader.cancel();
  }
  return out.subarray(0, at);
}
