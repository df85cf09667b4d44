import * as v from 'valibot';
import { done, type Outcome, refused } from '../base/outcome.ts';
import { isClaimText } from './capture-claim.ts';
import type { CaptureClaim, MediaType } from './records.ts';

/**
 * What a file says about itself. Every field is the file's own claim, never examined against anything else, and null is
 * a normal answer: a file that says nothing is taken in all the same.
 */

const MEDIA_TYPES = ['video', 'audio', 'photo', 'sidecar', 'other'] as const satisfies readonly MediaType[];

const shortText = v.pipe(v.string(), v.maxLength(200));
const nullableText = v.nullable(shortText);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const pixels = v.pipe(count, v.maxValue(1_000_000));

const claim = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(40), v.check(isClaimText, 'not a time of the calendar')),
    source: v.picklist(['container', 'exif', 'file-name', 'mtime']),
    zone: v.picklist(['utc', 'local', 'unknown']),
  }),
  v.readonly(),
);

export const mediaFactsSchema = v.pipe(
  v.object({
    mediaType: v.picklist(MEDIA_TYPES),
    /** `mp4`, `mov`, `mpegts`, `avi`, `jpeg`, … An open word: a newer version may know more of them. */
    container: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9]{2,16}$/))),
    /** With codecs where known (RFC 6381). From the content, never from the name. */
    mime: nullableText,
    video: v.nullable(
      v.pipe(
        v.object({
          codec: nullableText,
          width: pixels,
          height: pixels,
          /** Clockwise degrees the picture must be turned by to stand upright. */
          rotation: v.picklist([0, 90, 180, 270]),
          frameRate: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))),
        }),
        v.readonly(),
      ),
    ),
    audio: v.nullable(v.pipe(v.object({ codec: nullableText, channels: count, sampleRate: count }), v.readonly())),
    photo: v.nullable(v.pipe(v.object({ width: pixels, height: pixels }), v.readonly())),
    durationMs: v.nullable(count),
    /**
     * `header`: what the file's index or header states, missing parts included; `counted`: from the first to the last
     * time stamp or frame there is; `estimated`: from size and bit rate.
     */
    durationFrom: v.nullable(v.picklist(['header', 'counted', 'estimated'])),
    /** `truncated`: the file ends before its own structure does; `malformed`: the structure cannot be read. */
    damaged: v.nullable(v.picklist(['empty', 'truncated', 'malformed'])),
    /** Why the look inside ended early, so that a null above may mean "not looked". */
    unfinished: v.nullable(v.picklist(['time-limit', 'read-limit', 'crashed'])),
    capturedAtRaw: v.nullable(claim),
    /** Every claim found, the one in `capturedAtRaw` first. Two that differ by whole hours are evidence for the zone. */
    captureClaims: v.pipe(v.array(claim), v.maxLength(8), v.readonly()),
    gps: v.nullable(
      v.pipe(
        v.object({
          latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
          longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
        }),
        v.readonly(),
      ),
    ),
    device: v.pipe(v.object({ make: nullableText, model: nullableText, serial: nullableText }), v.readonly()),
    /** The program that wrote or last saved the file, as tagged in it. */
    writtenBy: nullableText,
    /** Whether the browser of the machine that looked can play it; another machine may differ. */
    playable: v.picklist(['likely', 'no', 'unknown']),
  }),
  v.readonly(),
);

export type MediaFacts = v.InferOutput<typeof mediaFactsSchema>;

export interface MediaFactsIssue {
  readonly path: string;
  readonly message: string;
}

/** Reads stored or posted facts. Members of a newer version are dropped; every fault is named with its path. */
export function decodeMediaFacts(raw: unknown): Outcome<MediaFacts, readonly MediaFactsIssue[]> {
  const parsed = v.safeParse(mediaFactsSchema, raw);
  if (parsed.success) return done(parsed.output);
  return refused(parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })));
}

/** Facts of a file of which nothing is known but the claims made outside it. */
export const unknownFacts = (claims: readonly CaptureClaim[] = []): MediaFacts => ({
  mediaType: 'other',
  container: null,
  mime: null,
  video: null,
  audio: null,
  photo: null,
  durationMs: null,
  durationFrom: null,
  damaged: null,
  unfinished: null,
  capturedAtRaw: claims[0] ?? null,
  captureClaims: claims.slice(0, 8),
  gps: null,
  device: { make: null, model: null, serial: null },
  writtenBy: null,
  playable: 'unknown',
});
