import type { MediaType } from '../../../domain/records.ts';
import { u8, u16be, u32be, word } from './bytes-at.ts';

/** What the first bytes are, told by their signatures. Names lie: a login page saved as `.MP4` is no video. */
export interface Sniffed {
  readonly container: string;
  readonly mediaType: Extract<MediaType, 'video' | 'audio' | 'photo'>;
  readonly mime: string;
}

/** As many bytes as `sniff` wants to see; fewer are accepted. */
export const SNIFF_BYTES = 1024;

const is = (mediaType: Sniffed['mediaType'], container: string, mime: string): Sniffed => ({
  mediaType,
  container,
  mime,
});

const VIDEO_BOXES = new Set(['moov', 'mdat', 'moof', 'wide', 'free', 'skip', 'pnot', 'sidx', 'styp']);

export function sniff(head: Uint8Array, name: string): Sniffed | null {
  return byBox(head) ?? byRiff(head) ?? byPicture(head) ?? byVideo(head) ?? bySound(head, name);
}

function byBox(head: Uint8Array): Sniffed | null {
  const type = word(head, 4);
  if (type === 'ftyp') return byBrands(head);
  // QuickTime before 2001 and cameras cut off by a flat battery write no file type box.
  const size = u32be(head, 0);
  return VIDEO_BOXES.has(type) && (size >= 8 || size < 2) ? is('video', 'mov', 'video/quicktime') : null;
}

function byBrands(head: Uint8Array): Sniffed {
  const brands = [word(head, 8)];
  for (let at = 16; at + 4 <= Math.min(u32be(head, 0), head.length); at += 4) brands.push(word(head, at));
  const has = (...wanted: readonly string[]): boolean => brands.some((brand) => wanted.includes(brand));
  const major = brands[0] ?? '';
  if (major === 'qt  ') return is('video', 'mov', 'video/quicktime');
  if (has('avif', 'avis')) return is('photo', 'avif', 'image/avif');
  if (has('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx')) return is('photo', 'heic', 'image/heic');
  if (['mif1', 'msf1'].includes(major)) return is('photo', 'heic', 'image/heif');
  if (['M4A ', 'M4B '].includes(major)) return is('audio', 'mp4', 'audio/mp4');
  return is('video', 'mp4', 'video/mp4');
}

function byRiff(head: Uint8Array): Sniffed | null {
  if (!['RIFF', 'RF64', 'RIFX'].includes(word(head, 0))) return null;
  switch (word(head, 8)) {
    case 'AVI ':
      return is('video', 'avi', 'video/x-msvideo');
    case 'WAVE':
      return is('audio', 'wav', 'audio/wav');
    case 'WEBP':
      return is('photo', 'webp', 'image/webp');
    default:
      return null;
  }
}

function byPicture(head: Uint8Array): Sniffed | null {
  if (u16be(head, 0) === 0xffd8 && u8(head, 2) === 0xff) return is('photo', 'jpeg', 'image/jpeg');
  if (u32be(head, 0) === 0x89504e47 && u32be(head, 4) === 0x0d0a1a0a) return is('photo', 'png', 'image/png');
  if (['GIF87a', 'GIF89a'].includes(word(head, 0, 6))) return is('photo', 'gif', 'image/gif');
  if (word(head, 0, 2) === 'BM' && u32be(head, 6) === 0) return is('photo', 'bmp', 'image/bmp');
  if ([0x49492a00, 0x4d4d002a].includes(u32be(head, 0))) return is('photo', 'tiff', 'image/tiff');
  return null;
}

/** Transport packets of 188 bytes, bare, with 4 bytes of time before (AVCHD) or 16 of error correction after. */
const TS_LAYOUTS = [
  { offset: 0, stride: 188 },
  { offset: 4, stride: 192 },
  { offset: 0, stride: 204 },
] as const;

/** Where packets begin and how far apart they are; null if this is no transport stream. */
export function transportLayout(head: Uint8Array): { readonly offset: number; readonly stride: number } | null {
  const fits = ({ offset, stride }: { readonly offset: number; readonly stride: number }): boolean => {
    const starts = [0, 1, 2, 3, 4].map((n) => offset + n * stride).filter((at) => at < head.length);
    return starts.length >= 2 && starts.every((at) => head[at] === 0x47);
  };
  return TS_LAYOUTS.find(fits) ?? null;
}

function byVideo(head: Uint8Array): Sniffed | null {
  if (transportLayout(head) !== null) return is('video', 'mpegts', 'video/mp2t');
  // Recorders and network cameras of the two large Chinese makers export these, often under the name .mp4.
  if (word(head, 0) === 'DHAV') return is('video', 'dhav', 'video/x-dhav');
  if (u32be(head, 0) === 0x000001ba || word(head, 0) === 'IMKH') return is('video', 'mpegps', 'video/mp2p');
  if (u32be(head, 0) === 0x1a45dfa3) return byDocType(head);
  if (u32be(head, 0) === 0x3026b275) return is('video', 'asf', 'video/x-ms-asf');
  if (word(head, 0, 3) === 'FLV') return is('video', 'flv', 'video/x-flv');
  return null;
}

/** EBML names its document type in its header (RFC 9559 §6); both words fit into the first bytes of any such file. */
const byDocType = (head: Uint8Array): Sniffed =>
  word(head, 0, 64).includes('webm') ? is('video', 'webm', 'video/webm') : is('video', 'mkv', 'video/x-matroska');

function bySound(head: Uint8Array, name: string): Sniffed | null {
  if (['#!AMR\n', '#!AMR-'].includes(word(head, 0, 6))) return is('audio', 'amr', 'audio/amr');
  if (word(head, 0) === 'OggS') return is('audio', 'ogg', 'audio/ogg');
  if (word(head, 0) === 'fLaC') return is('audio', 'flac', 'audio/flac');
  const tagged = word(head, 0, 3) === 'ID3';
  const adts = (u16be(head, 0) & 0xfff6) === 0xfff0;
  if (adts || (tagged && /\.aac$/i.test(name))) return is('audio', 'aac', 'audio/aac');
  return tagged || isLayerThree(u32be(head, 0)) ? is('audio', 'mp3', 'audio/mpeg') : null;
}

/** Sync, a version, layer III, a bit rate and a sample rate that exist (ISO 11172-3 §2.4.2.3). */
const isLayerThree = (header: number): boolean =>
  header >>> 21 === 0x7ff &&
  ((header >>> 19) & 3) !== 1 &&
  ((header >>> 17) & 3) === 1 &&
  ((header >>> 12) & 15) !== 0 &&
  ((header >>> 12) & 15) !== 15 &&
  ((header >>> 10) & 3) !== 3;

const SIDECAR_NAME = /\.(log|txt|csv|xml|json|srt|ass|vtt|gpx|nmea|gps|idx|ini|inf|cfg|md5|sha256|thm|lrv|xmp|bif)$/i;

/** A companion of footage by its name; only asked where the content is no media. */
export const isSidecarName = (name: string): boolean => SIDECAR_NAME.test(name);
