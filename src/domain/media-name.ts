import { toClaim } from './capture-claim.ts';
import { readFileName } from './file-name.ts';
import { type MediaFacts, unknownFacts } from './media-facts.ts';
import type { MediaType } from './records.ts';
import type { Instant } from './time.ts';

/** Endings recorders and cameras write. A look inside knows better; over a slow cable the name must do at first. */
const ENDINGS: Readonly<Record<Exclude<MediaType, 'other'>, RegExp>> = {
  video: /\.(?:mp4|m4v|mov|avi|mts|m2ts|ts|mpg|mpeg|vob|3gp|mkv|dav|wmv|asf|flv)$/i,
  audio: /\.(?:wav|mp3|m4a|aac|amr|ogg|oga|flac|wma)$/i,
  photo: /\.(?:jpe?g|png|heic|heif|avif|webp|gif|bmp|tiff?|dng|cr2|cr3|nef|arw|raf|orf|rw2)$/i,
  sidecar: /\.(?:log|txt|csv|xml|json|srt|ass|vtt|gpx|nmea|gps|idx|ini|inf|cfg|md5|sha256|thm|lrv|xmp|bif)$/i,
};

export function mediaTypeOfName(name: string): MediaType {
  const found = Object.entries(ENDINGS).find(([, endings]) => endings.test(name));
  return (found?.[0] as MediaType | undefined) ?? 'other';
}

/** What a directory entry alone says: kind by ending, time by the recorder's naming habit, else by modification. */
export function factsOfName(name: string, modifiedAt: Instant | null): MediaFacts {
  const claims = [readFileName(name)?.claim ?? null, toClaim(modifiedAt, 'mtime', 'utc')];
  return { ...unknownFacts(claims.filter((claim) => claim !== null)), mediaType: mediaTypeOfName(name) };
}
