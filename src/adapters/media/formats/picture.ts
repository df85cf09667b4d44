import type { BoundedReader } from '../read/bounded-reader.ts';
import { i32le, u8, u16be, u16le, u32be, word } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';

/** Size of a photograph, and whether its end is missing, from its markers. Pixels are never decoded for this. */
export async function findInPicture(reader: BoundedReader, container: string): Promise<Finding> {
  switch (container) {
    case 'jpeg':
      return findInJpeg(reader);
    case 'png':
      return findInPng(reader);
    case 'gif': {
      const head = await reader.read(0, 10);
      return sized(u16le(head, 6), u16le(head, 8));
    }
    case 'bmp': {
      const head = await reader.read(0, 26);
      return sized(i32le(head, 18), Math.abs(i32le(head, 22)));
    }
    default:
      return {};
  }
}

const sized = (width: number, height: number): Finding =>
  width > 0 && height > 0 && width <= 1_000_000 && height <= 1_000_000 ? { photo: { width, height } } : {};

/** Photographs of body-worn recorders have at most some 10 MB; of a larger one the missing end is not looked for. */
const MAX_SCANNED_BYTES = 32 * 2 ** 20;
const MAX_SEGMENTS = 2048;

/** ITU T.81 Annex B: start-of-frame markers hold the size; C4, C8 and CC of the same row are tables. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

async function findInJpeg(reader: BoundedReader): Promise<Finding> {
  let size: Finding = {};
  let at = 2;
  for (let n = 0; n < MAX_SEGMENTS; n++) {
    const head = await reader.read(at, at + 9);
    if (head.length < 4) return { ...size, damaged: 'truncated' };
    const marker = u8(head, 1);
    if (u8(head, 0) !== 0xff) return { ...size, damaged: 'malformed' };
    // Fill bytes before a marker, and markers that have no content (T.81 B.1.1.2, B.1.1.3).
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker === 0xda) return { ...size, damaged: await afterScan(reader, at + 2 + u16be(head, 2)) };
    else if (marker === 0xd9) return { ...size, damaged: 'malformed' };
    else {
      if (isStartOfFrame(marker)) size = sized(u16be(head, 7), u16be(head, 5));
      at += 2 + Math.max(2, u16be(head, 2));
    }
  }
  return { ...size, damaged: 'malformed' };
}

/** In coded data FF is always followed by 00 or a restart marker, so the first FF D9 is the end of the picture. */
async function afterScan(reader: BoundedReader, from: number): Promise<'truncated' | null> {
  if (reader.sizeBytes > MAX_SCANNED_BYTES) return null;
  const bytes = await reader.read(from, reader.sizeBytes);
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd9) return null;
  return 'truncated';
}

/** PNG (ISO 15948 §5): chunks up to IEND. */
async function findInPng(reader: BoundedReader): Promise<Finding> {
  const head = await reader.read(0, 24);
  const size = word(head, 12) === 'IHDR' ? sized(u32be(head, 16), u32be(head, 20)) : {};
  let at = 8;
  for (let n = 0; n < 100_000; n++) {
    const chunk = await reader.read(at, at + 8);
    if (chunk.length < 8) return { ...size, damaged: 'truncated' };
    const end = at + 12 + u32be(chunk, 0);
    if (end > reader.sizeBytes) return { ...size, damaged: 'truncated' };
    if (word(chunk, 4) === 'IEND') return size;
    if (!/^[A-Za-z]{4}$/.test(word(chunk, 4))) return { ...size, damaged: 'malformed' };
    at = end;
  }
  return size;
}
