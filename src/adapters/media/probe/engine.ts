import { type MediaFacts, unknownFacts } from '../../../domain/media-facts.ts';
import type { CaptureClaim } from '../../../domain/records.ts';
import { findInAdts } from '../formats/adts.ts';
import { findInAmr } from '../formats/amr.ts';
import { findInAsf } from '../formats/asf.ts';
import { findInAvi } from '../formats/avi.ts';
import { findInExif } from '../formats/exif.ts';
import { type Finding, mergeFindings } from '../formats/finding.ts';
import { type BoxOutline, outlineBoxes } from '../formats/isobmff.ts';
import { movieClaim } from '../formats/isobmff-tags.ts';
import { findInTransport, type TransportFinding } from '../formats/mpegts.ts';
import { findInPicture } from '../formats/picture.ts';
import { findInTracks, hasDemuxer, type TrackCodecs } from '../formats/tracks.ts';
import { findInWav } from '../formats/wav.ts';
import {
  assertReadable,
  type BoundedReader,
  boundedReader,
  READ_LIMITS,
  ReadLimitReached,
  type ReadLimits,
} from '../read/bounded-reader.ts';
import { isSidecarName, SNIFF_BYTES, type Sniffed, sniff } from '../read/sniff.ts';
import { type AskBrowser, tellPlayable } from './can-play.ts';
import { type Label, outerClaims } from './outer-claims.ts';

export interface Exhibit extends Label {
  readonly blob: Blob;
}

export interface Surroundings {
  readonly ask: AskBrowser;
  /** Facts as far as they go, for the case that looking further never ends. */
  readonly report: (soFar: MediaFacts) => void;
  readonly limits?: ReadLimits;
}

/** Looks into one file. Throws `Unreadable` and nothing else: hostile content is answered, not thrown. */
export async function examine(exhibit: Exhibit, surroundings: Surroundings): Promise<MediaFacts> {
  const limits = surroundings.limits ?? READ_LIMITS;
  // Two budgets: a demuxer that spent its own must not hide that the file ends early.
  const readers = { headers: boundedReader(exhibit.blob, limits), tracks: boundedReader(exhibit.blob, limits) };
  try {
    const facts = await look(exhibit, surroundings, readers);
    const limited = readers.headers.limitReached() || readers.tracks.limitReached();
    return limited ? { ...facts, unfinished: 'read-limit' } : facts;
  } finally {
    // Goes before any result: facts of a file whose bytes did not come are no facts.
    assertReadable(readers.headers, readers.tracks);
  }
}

interface Readers {
  readonly headers: BoundedReader;
  readonly tracks: BoundedReader;
}

async function look(exhibit: Exhibit, { ask, report }: Surroundings, readers: Readers): Promise<MediaFacts> {
  const outside = outerClaims(exhibit);
  const head = await readers.headers.read(0, SNIFF_BYTES);
  const sniffed = sniff(head, exhibit.name);
  if (sniffed === null) return notMedia(exhibit, outside);
  report(toFacts(sniffed, [], outside));
  const { inner, codecs } = await findOrGiveUp(sniffed, readers);
  const facts = toFacts(sniffed, inner, outside);
  report(facts);
  return { ...facts, playable: await tellPlayable(facts, codecs, ask) };
}

interface Inside {
  readonly inner: readonly Finding[];
  readonly codecs: TrackCodecs;
}

const NO_CODECS: TrackCodecs = { video: null, audio: null };

/** The last net: what no reader of a format expected is damage in the file, unless it was only too much to read. */
async function findOrGiveUp(sniffed: Sniffed, readers: Readers): Promise<Inside> {
  try {
    return await findInside(sniffed, readers);
  } catch (error) {
    return { inner: error instanceof ReadLimitReached ? [] : [{ damaged: 'malformed' }], codecs: NO_CODECS };
  }
}

async function findInside(sniffed: Sniffed, readers: Readers): Promise<Inside> {
  const { container } = sniffed;
  if (container === 'mp4' || container === 'mov') return findInMovie(container, readers);
  if (container === 'mpegts') return findInStream(readers);
  if (container === 'aac') return findInAac(readers.headers);
  const tracks = hasDemuxer(container) ? await findInTracks(readers.tracks, container, 'end') : null;
  // A sound the library does not know is no damage: whether there is some, the reader of WAV says.
  const inner = tracks === null || isNotKnown(container, tracks.finding) ? [] : [tracks.finding];
  for (const reading of readingsOf(sniffed, readers.headers)) inner.push(await orNothing(reading));
  return { inner, codecs: tracks?.codecs ?? NO_CODECS };
}

const isNotKnown = (container: string, { damaged, audio }: Finding): boolean =>
  container === 'wav' && damaged === 'malformed' && !audio;

async function findInStream(readers: Readers): Promise<Inside> {
  const { finding, codecs } = await findInTracks(readers.tracks, 'mpegts', 'header');
  const own = await findInTransport(readers.headers);
  const { frameRate, streams } = own;
  const video = finding.video ? { ...finding.video, frameRate } : unreadPicture(own);
  const audio = finding.audio ?? (streams?.audio ? { codec: streams.audio, channels: 0, sampleRate: 0 } : null);
  const isSecondLayer = audio?.codec === 'mp3' && streams?.audio === 'mp2';
  const found = {
    ...finding,
    ...(video ? { video, mediaType: 'video' as const } : {}),
    audio: isSecondLayer ? { ...audio, codec: 'mp2' } : audio,
  };
  return { inner: [found, own.finding], codecs };
}

/** There by the program map, and of a kind the demuxer leaves out. */
function unreadPicture({ streams, frameRate }: TransportFinding): MediaFacts['video'] {
  if (!streams?.video) return null;
  const { width = 0, height = 0 } = streams.picture ?? {};
  return { codec: streams.video, width, height, rotation: 0, frameRate };
}

async function findInAac(reader: BoundedReader): Promise<Inside> {
  const { finding, codec } = await findInAdts(reader);
  return { inner: [finding], codecs: { video: null, audio: codec } };
}

/** Time for the walk over fragments, so that a slow disk leaves some for the tracks. */
const WALK_MS = 5_000;

async function findInMovie(container: string, readers: Readers): Promise<Inside> {
  const until = performance.now() + WALK_MS;
  const outline = await outlineBoxes(readers.headers, () => performance.now() > until);
  const own = ofOutline(outline);
  if (!outline.indexed || !outline.sane) return { inner: [own], codecs: NO_CODECS };
  const tracks = await findInTracks(readers.tracks, container, outline.endKnown ? 'end' : 'start');
  return { inner: [tracks.finding, own], codecs: tracks.codecs };
}

function ofOutline({ createdSec, truncated, sane }: BoxOutline): Finding {
  const claim = movieClaim(createdSec);
  return { damaged: truncated ? 'truncated' : sane ? null : 'malformed', claims: claim === null ? [] : [claim] };
}

function notMedia({ blob, name }: Exhibit, outside: readonly CaptureClaim[]): MediaFacts {
  return {
    ...unknownFacts(outside),
    mediaType: isSidecarName(name) ? 'sidecar' : 'other',
    damaged: blob.size === 0 ? 'empty' : null,
    playable: 'no',
  };
}

/** What is read besides the tracks, by container. */
function readingsOf({ container }: Sniffed, reader: BoundedReader): readonly (() => Promise<Finding>)[] {
  switch (container) {
    case 'avi':
      return [() => findInAvi(reader)];
    case 'wav':
      return [() => findInWav(reader)];
    case 'amr':
      return [() => findInAmr(reader)];
    case 'asf':
      return [() => findInAsf(reader)];
    default:
      return [() => findInPicture(reader, container), () => findInExif(reader, container)];
  }
}

async function orNothing(reading: () => Promise<Finding>): Promise<Finding> {
  try {
    return await reading();
  } catch {
    return {};
  }
}

function toFacts(sniffed: Sniffed, inner: readonly Finding[], outside: readonly CaptureClaim[]): MediaFacts {
  const found = mergeFindings(inner);
  // A missing end explains an unreadable structure, so it is the one that is said.
  const damages = inner.map((finding) => finding.damaged);
  const damaged = damages.includes('truncated') ? 'truncated' : damages.includes('malformed') ? 'malformed' : null;
  return {
    ...unknownFacts([...(found.claims ?? []), ...outside]),
    mediaType: found.mediaType ?? sniffed.mediaType,
    container: sniffed.container,
    mime: found.mime ?? sniffed.mime,
    video: found.video ?? null,
    audio: found.audio ?? null,
    photo: found.photo ?? null,
    durationMs: found.durationMs ?? null,
    durationFrom: found.durationFrom ?? null,
    damaged,
    gps: found.gps ?? null,
    device: found.device ?? { make: null, model: null, serial: null },
    writtenBy: found.writtenBy ?? null,
  };
}
