import exifr from 'exifr';
import { toClaim } from '../../../domain/capture-claim.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { cleanText, u32be } from '../read/bytes-at.ts';
import { exifBlock } from './exif-block.ts';
import type { Finding } from './finding.ts';
import { toPlace } from './isobmff-tags.ts';

/** Values as they stand in the file: a revived date would have been read in the zone of this PC. */
const OPTIONS = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  xmp: false,
  icc: false,
  iptc: false,
  interop: false,
  ifd1: false,
  makerNote: false,
  userComment: false,
  translateValues: false,
  reviveValues: false,
} as const;

/** Little- and big-endian TIFF. Anything else the library would take for a file of another kind. */
const TIFF_MAGIC = new Set([0x49492a00, 0x4d4d002a]);

export async function findInExif(reader: BoundedReader, container: string): Promise<Finding> {
  const block = await exifBlock(reader, container);
  if (block === null || !TIFF_MAGIC.has(u32be(block, 0))) return {};
  // A view is not enough: the library reads the buffer behind it from its start.
  const tags: unknown = await exifr.parse(block.slice().buffer, OPTIONS);
  if (typeof tags !== 'object' || tags === null) return {};
  const tag = (name: string): unknown => (tags as Record<string, unknown>)[name];
  return {
    claims: claimsOf(tag),
    gps: toPlace(tag('latitude'), tag('longitude')),
    device: { make: cleanText(tag('Make')), model: cleanText(tag('Model')), serial: serialOf(tag) },
    writtenBy: cleanText(tag('Software')),
  };
}

const serialOf = (tag: (name: string) => unknown): string | null =>
  cleanText(tag('SerialNumber')) ?? cleanText(tag('CameraSerialNumber'));

/** Exif 2.32 §4.6.5: local time of the camera, its offset in a tag of its own since 2016. */
function claimsOf(tag: (name: string) => unknown): readonly CaptureClaim[] {
  const pairs = [
    ['DateTimeOriginal', 'OffsetTimeOriginal'],
    ['CreateDate', 'OffsetTimeDigitized'],
    ['ModifyDate', 'OffsetTime'],
  ] as const;
  const claims = pairs.map(([time, offset]) => {
    const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(cleanText(tag(time)) ?? '');
    if (match === null) return null;
    const zone = /^[+-]\d\d:\d\d$/.exec(cleanText(tag(offset)) ?? '')?.[0] ?? '';
    return toClaim(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`, 'exif', 'local');
  });
  return claims.filter((claim) => claim !== null);
}
