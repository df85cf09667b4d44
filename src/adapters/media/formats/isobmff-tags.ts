import { toClaim } from '../../../domain/capture-claim.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import { cleanText } from '../read/bytes-at.ts';
import type { Finding } from './finding.ts';

const SEC_1904_TO_1970 = 2_082_844_800;

const SEC_1970_TO_2000 = 946_684_800;

/**
 * The claim of the movie header: UTC by the standard, local time by the habit of many recorders, so its zone is not known. Some
 * count from 1970 instead of 1904, which shows as a time before there was video.
 */
export function movieClaim(createdSec: number | null): CaptureClaim | null {
  if (createdSec === null || createdSec < SEC_1970_TO_2000 || createdSec > 2 ** 40) return null;
  const sinceSec = createdSec < SEC_1904_TO_1970 ? createdSec : createdSec - SEC_1904_TO_1970;
  const text = new Date(sinceSec * 1000).toISOString().replace('.000', '');
  return toClaim(text, 'container', 'unknown');
}

type RawTags = Readonly<Record<string, unknown>>;

const textOf = (tags: RawTags, ...keys: readonly string[]): string | null => {
  for (const key of keys) {
    const text = cleanText(tags[key]);
    if (text !== null) return text;
  }
  return null;
};

/** Tags of phones and cameras in `udta` and `meta`, under the names QuickTime and Android give them. */
export function findInTags(tags: RawTags): Finding {
  const created = textOf(tags, 'com.apple.quicktime.creationdate', '©day');
  const zoned = created?.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2') ?? null;
  const claim = toClaim(zoned, 'container', zoned?.endsWith('Z') === true ? 'utc' : 'local');
  return {
    claims: claim === null ? [] : [claim],
    gps: fromIso6709(textOf(tags, 'com.apple.quicktime.location.ISO6709', '©xyz')),
    device: {
      make: textOf(tags, 'com.apple.quicktime.make', 'com.android.manufacturer', '©mak'),
      model: textOf(tags, 'com.apple.quicktime.model', 'com.android.model', '©mod'),
      serial: textOf(tags, 'com.apple.quicktime.camera.identifier', 'com.apple.quicktime.serial'),
    },
    writtenBy: textOf(tags, 'com.apple.quicktime.software', '©swr', '©too', 'ISFT', 'TSSE', 'encoder', 'vendor'),
  };
}

/** `+34.6197+112.4540+140.000/` in decimal degrees (ISO 6709 Annex H); degrees with minutes are not written by any phone. */
export function fromIso6709(text: string | null): { readonly latitude: number; readonly longitude: number } | null {
  const match = /^([+-]\d{1,2}(?:\.\d{1,10})?)([+-]\d{1,3}(?:\.\d{1,10})?)/.exec(text ?? '');
  return match === null ? null : toPlace(Number(match[1]), Number(match[2]));
}

/** A place on Earth, or null: 0/0 is a receiver without a fix. */
export function toPlace(
  latitude: unknown,
  longitude: unknown,
): { readonly latitude: number; readonly longitude: number } | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  // Seven decimals are a centimetre; the rest is what dividing by 3,600 leaves.
  const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  return { latitude: round(latitude), longitude: round(longitude) };
}
