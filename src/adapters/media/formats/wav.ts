import { toClaim } from '../../../domain/capture-claim.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText, word } from '../read/bytes-at.ts';
import { fromDateText } from './avi.ts';
import type { Finding } from './finding.ts';
import { chunksIn, chunkText, endsEarly } from './riff.ts';

/** What the demuxer leaves out of a WAV: the broadcast extension (EBU Tech 3285), the date of INFO, and a missing end. */
export async function findInWav(reader: BoundedReader): Promise<Finding> {
  const claims: (CaptureClaim | null)[] = [];
  let device: Finding['device'] = { make: null, model: null, serial: null };
  for await (const chunk of chunksIn(reader, 12, reader.sizeBytes)) {
    if (chunk.id === 'bext') {
      const bytes = await reader.read(chunk.contentAt, Math.min(chunk.end, chunk.contentAt + 602));
      // Originator at 256, its reference at 288, date and time at 320 and 330; the time names no zone.
      claims.push(toClaim(fromDateText(`${word(bytes, 320, 10)} ${word(bytes, 330, 8)}`), 'container', 'local'));
      device = { make: null, model: cleanText(word(bytes, 256, 32)), serial: cleanText(word(bytes, 288, 32)) };
    }
    if (chunk.form !== 'INFO') continue;
    for await (const tag of chunksIn(reader, chunk.contentAt, Math.min(chunk.end, reader.sizeBytes))) {
      if (tag.id === 'ICRD') claims.push(toClaim(fromDateText(await chunkText(reader, tag)), 'container', 'local'));
    }
  }
  return {
    damaged: (await endsEarly(reader)) ? 'truncated' : null,
    claims: claims.filter((claim) => claim !== null),
    device,
  };
}
