import { toClaim } from '../../../domain/capture-claim.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText, u16le, u32le, word } from '../read/bytes-at.ts';
import { audioOf, fromDateText } from './avi.ts';
import type { Finding } from './finding.ts';
import { chunksIn, chunkText, endsEarly } from './riff.ts';

/**
 * What the demuxer leaves out of a WAV: the broadcast extension (EBU Tech 3285), the date of INFO, a missing end, and the sound
 * itself where it is of a kind it does not know, as the ADPCM of voice recorders.
 */
export async function findInWav(reader: BoundedReader): Promise<Finding> {
  let format: Uint8Array = new Uint8Array(0);
  let [samples, soundBytes] = [0, 0];
  const claims: (CaptureClaim | null)[] = [];
  let device: Finding['device'] = { make: null, model: null, serial: null };
  for await (const chunk of chunksIn(reader, 12, reader.sizeBytes)) {
    if (chunk.id === 'bext') {
      const bytes = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 602));
      // Originator at 256, its reference at 288, date and time at 320 and 330; the time names no zone.
      claims.push(toClaim(fromDateText(`${word(bytes, 320, 10)} ${word(bytes, 330, 8)}`), 'container', 'local'));
      device = { make: null, model: cleanText(word(bytes, 256, 32)), serial: cleanText(word(bytes, 288, 32)) };
    }
    if (chunk.id === 'fmt ') format = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 40));
    if (chunk.id === 'fact') samples = u32le(await reader.read(chunk.contentAt, chunk.contentAt + 4), 0);
    if (chunk.id === 'data') soundBytes = Math.min(chunk.end, reader.sizeBytes) - chunk.contentAt;
    if (chunk.form !== 'INFO') continue;
    for await (const tag of chunksIn(reader, chunk.contentAt, Math.min(chunk.end, reader.sizeBytes))) {
      if (tag.id === 'ICRD') claims.push(toClaim(fromDateText(await chunkText(reader, tag)), 'container', 'local'));
    }
  }
  return {
    ...soundOf(format, samples, soundBytes),
    damaged: (await endsEarly(reader)) ? 'truncated' : format.length < 16 ? 'malformed' : null,
    claims: claims.filter((claim) => claim !== null),
    device,
  };
}

/** An extensible format names the sound itself 24 bytes on; the rest of its fields are as ever. */
const EXTENSIBLE = 0xfffe;

function soundOf(format: Uint8Array, samples: number, soundBytes: number): Finding {
  const sampleRate = u32le(format, 4);
  const bytesPerSec = u32le(format, 8);
  if (format.length < 16 || sampleRate === 0) return {};
  const bare = format.slice();
  if (u16le(format, 0) === EXTENSIBLE) bare.set(format.subarray(24, 26));
  const sec = samples > 0 ? samples / sampleRate : bytesPerSec > 0 ? soundBytes / bytesPerSec : 0;
  const durationMs = Math.round(sec * 1000);
  return { audio: audioOf({ format: bare }), ...(durationMs > 0 ? { durationMs, durationFrom: 'header' } : {}) };
}
