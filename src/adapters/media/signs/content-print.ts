import { EncodedPacketSink } from 'mediabunny';
import { toHex } from '../../../base/hex.ts';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import { openTracks } from '../formats/tracks.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { u8, u16be } from '../read/bytes-at.ts';

/**
 * Two files with the same pictures inside and other bytes around them have the same print. It is taken of the encoded pictures
 * themselves, a few at the beginning, one in the middle and the last, so that a card of hours costs no more than one of minutes.
 */

const FIRST_PACKETS = 16;
const MOST_BYTES = 2 ** 20;

export async function contentPrint(reader: BoundedReader, facts: MediaFacts): Promise<string | null> {
  if (facts.damaged !== null) return null;
  if (facts.container === 'jpeg') return ofParts(await jpegPicture(reader));
  const isMovie = (facts.container === 'mp4' || facts.container === 'mov') && facts.durationFrom === 'header';
  return isMovie ? ofParts(await filmParts(reader, facts.container ?? '')) : null;
}

async function ofParts(parts: readonly Uint8Array[]): Promise<string | null> {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  if (bytes === 0) return null;
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
}

/** Pictures only: sound may have been exchanged and the film still be the same. */
async function filmParts(reader: BoundedReader, container: string): Promise<readonly Uint8Array[]> {
  const input = openTracks(reader, container);
  try {
    const track = (await input.getPrimaryVideoTrack()) ?? (await input.getPrimaryAudioTrack());
    if (track === null) return [];
    const sink = new EncodedPacketSink(track);
    const parts: Uint8Array[] = [];
    let end = 0;
    for await (const packet of sink.packets()) {
      parts.push(packet.data);
      if (parts.length >= FIRST_PACKETS) break;
    }
    const first = await track.getFirstTimestamp();
    end = await track.computeDuration();
    for (const at of [(first + end) / 2, end]) {
      const packet = await sink.getPacket(at);
      if (packet !== null) parts.push(packet.data);
    }
    const lengthMs = Math.round((end - first) * 100) * 10;
    return parts.length === 0 ? [] : [...parts, new TextEncoder().encode(String(lengthMs))];
  } finally {
    input.dispose();
  }
}

/** All behind the headers (ITU-T T.81 §B.2): what a tag editor leaves untouched. */
async function jpegPicture(reader: BoundedReader): Promise<readonly Uint8Array[]> {
  let at = 2;
  for (let n = 0; n < 256 && at + 4 < reader.sizeBytes; n++) {
    const head = await reader.read(at, at + 4);
    if (u8(head, 0) !== 0xff) return [];
    if (u8(head, 1) === 0xda) {
      const length = new TextEncoder().encode(String(reader.sizeBytes - at));
      return [await reader.read(at, Math.min(reader.sizeBytes, at + MOST_BYTES)), length];
    }
    at += 2 + Math.max(2, u16be(head, 2));
  }
  return [];
}
