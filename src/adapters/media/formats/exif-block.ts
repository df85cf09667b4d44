import type { BoundedReader } from '../read/bounded-reader.ts';
import { u8, u16be, u32be, word } from '../read/bytes-at.ts';
import { boxAt, childBoxes } from './isobmff-boxes.ts';

/**
 * Finds the TIFF block that holds a photograph's EXIF, so that the library gets it and nothing else: given whole files it never
 * comes back from some damaged ones.
 */

const MAX_BLOCK_BYTES = 2 ** 20;

export async function exifBlock(reader: BoundedReader, container: string): Promise<Uint8Array<ArrayBuffer> | null> {
  switch (container) {
    case 'jpeg':
      return inJpeg(reader);
    case 'heic':
    case 'avif':
      return inHeif(reader);
    case 'tiff':
      return reader.read(0, MAX_BLOCK_BYTES);
    default:
      return null;
  }
}

/** Exif 2.32 §4.7.2: an APP1 segment among the first ones. */
async function inJpeg(reader: BoundedReader): Promise<Uint8Array<ArrayBuffer> | null> {
  let at = 2;
  for (let n = 0; n < 32; n++) {
    const head = await reader.read(at, at + 10);
    const marker = u8(head, 1);
    if (u8(head, 0) !== 0xff || marker === 0xda || marker === 0xd9) return null;
    const end = at + 2 + Math.max(2, u16be(head, 2));
    if (marker === 0xe1 && word(head, 4, 6) === 'Exif\0\0') return reader.read(at + 10, end);
    at = end;
  }
  return null;
}

/** ISO 14496-12 §8.11: `iinf` names the item of type Exif, `iloc` says where it lies. */
async function inHeif(reader: BoundedReader): Promise<Uint8Array<ArrayBuffer> | null> {
  const meta = await metaContent(reader);
  if (meta === null) return null;
  const boxes = childBoxes(meta.subarray(4));
  const content = (name: string): Uint8Array => boxes.find((box) => box.name === name)?.content ?? new Uint8Array(0);
  const item = exifItemId(content('iinf'));
  const place = item === null ? null : placeOf(content('iloc'), item);
  if (place === null || place.bytes > MAX_BLOCK_BYTES) return null;
  const bytes = await reader.read(place.at, place.at + place.bytes);
  // ISO 23008-12 Annex A: four bytes say how far behind them the TIFF header begins.
  const skip = 4 + u32be(bytes, 0);
  return skip < bytes.length ? bytes.subarray(skip) : null;
}

async function metaContent(reader: BoundedReader): Promise<Uint8Array | null> {
  let at = 0;
  for (let n = 0; n < 16; n++) {
    const box = await boxAt(reader, at);
    if (box === null || box.end > reader.sizeBytes) return null;
    if (box.name === 'meta') return reader.read(box.contentAt, Math.min(box.end, box.contentAt + 4 * MAX_BLOCK_BYTES));
    at = box.end;
  }
  return null;
}

function exifItemId(iinf: Uint8Array): number | null {
  const entries = childBoxes(iinf.subarray(u8(iinf, 0) === 0 ? 6 : 8));
  for (const { name, content } of entries) {
    const version = u8(content, 0);
    if (name !== 'infe' || version < 2) continue;
    const wide = version >= 3;
    if (word(content, wide ? 10 : 8) === 'Exif') return wide ? u32be(content, 4) : u16be(content, 4);
  }
  return null;
}

interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** The first extent of an item that lies in the file itself (construction method 0). */
function placeOf(iloc: Uint8Array, wanted: number): Place | null {
  const version = u8(iloc, 0);
  const [offsetSize, lengthSize] = [u8(iloc, 4) >> 4, u8(iloc, 4) & 15];
  const [baseSize, indexSize] = [u8(iloc, 5) >> 4, version === 0 ? 0 : u8(iloc, 5) & 15];
  let at = 6;
  const take = (size: number): number => {
    at += size;
    return size === 0 ? 0 : number(iloc, at - size, size);
  };
  const wide = version === 2 ? 4 : 2;
  for (let items = take(wide); items > 0 && at < iloc.length; items--) {
    const item = take(wide);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const base = take(baseSize);
    const extents = take(2);
    if (item !== wanted) at += extents * (indexSize + offsetSize + lengthSize);
    else if (method !== 0 || extents === 0) return null;
    else {
      take(indexSize);
      return { at: base + take(offsetSize), bytes: take(lengthSize) };
    }
  }
  return null;
}

/** Big-endian; eight bytes are exact up to 2⁵³. */
function number(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let n = 0; n < size; n++) value = value * 256 + u8(bytes, at + n);
  return value;
}
