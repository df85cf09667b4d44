import { claimedInstants } from '../../../domain/capture-claim.ts';
import type { FileTrace } from '../../../domain/course-words.ts';
import { editorMarkIn, writersIn } from '../../../domain/editor-marks.ts';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { FileSigns } from '../../../domain/ports/footage-examiner.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { boxAt, childBoxes } from '../formats/isobmff-boxes.ts';
import { tablesAreSane } from '../formats/isobmff-tables.ts';
import type { BoundedReader } from '../read/bounded-reader.ts';
import { word } from '../read/bytes-at.ts';
import { aviLengths } from './avi-lengths.ts';
import { type MovieClaims, movieClaims } from './box-durations.ts';

/**
 * Traces of editing in one file (Art. 11). Each may have an innocent cause: a recorder with an encoder of the desk inside it, a
 * clock set while it ran. Nothing here judges.
 */

/** Recorders round to whole seconds, and the sound may end a little after the picture. */
const LENGTH_SLACK_MS = 1_500;
/** Pictures that are shown in another order than they are stored in, and the start-up of sound, take a few frames. */
const SKIP_SLACK_MS = 400;
/** FAT keeps two seconds; the last bytes are written after the header. */
const HEADER_SLACK_SEC = 2;
const DIRECTORY_SLACK_MS = 120_000;

const HEAD_BYTES = 64 * 1024;
const TAG_BYTES = 256 * 1024;
const MOST_BOXES = 64;

interface Movie {
  readonly claims: MovieClaims | null;
  /** Parts of the file in which programs write their names. */
  readonly texts: readonly string[];
}

/** What is known of a file from elsewhere. */
export interface OutsideSigns {
  readonly modifiedAt: Instant | null;
  readonly ownWriters: readonly string[];
}

export async function findTraces(
  reader: BoundedReader,
  facts: MediaFacts,
  { modifiedAt, ownWriters }: OutsideSigns,
): Promise<Pick<FileSigns, 'traces' | 'writers'>> {
  const isMovie = facts.container === 'mp4' || facts.container === 'mov';
  const movie = isMovie ? await readMovie(reader) : { claims: null, texts: await bothEnds(reader) };
  const avi = facts.container === 'avi' && facts.damaged === null ? await aviLengths(reader) : null;
  const lengths = movie.claims ?? avi;
  const texts = [facts.writtenBy ?? '', ...movie.texts];
  const isTagged = texts.some((text) => editorMarkIn(text, ownWriters) !== null);
  const traces: readonly (FileTrace | false)[] = [
    isTagged && 'editorTag',
    // Of a cut-off file the index is not whole; that is said elsewhere.
    facts.damaged === null && lengths !== null && lengthsDiffer(lengths) && 'durationDiffers',
    (headerRunsBack(movie.claims) || isCreatedLater(facts, modifiedAt)) && 'createdAfterModified',
  ];
  return { traces: traces.filter((trace) => trace !== false), writers: writersIn(texts.join('\0')) };
}

function lengthsDiffer({
  headerMs,
  tableMs,
  skippedMs = 0,
}: Pick<MovieClaims, 'headerMs' | 'tableMs'> & { readonly skippedMs?: number }): boolean {
  if (skippedMs > SKIP_SLACK_MS) return true;
  if (headerMs === null || tableMs === null) return false;
  const slack = Math.max(LENGTH_SLACK_MS, Math.max(headerMs, tableMs) / 100);
  return Math.abs(headerMs - tableMs) > slack;
}

const headerRunsBack = (claims: MovieClaims | null): boolean =>
  claims !== null &&
  claims.createdSec !== null &&
  claims.modifiedSec !== null &&
  claims.createdSec > claims.modifiedSec + HEADER_SLACK_SEC;

/** Created after the directory says it was last written, by every reading of the claim. */
function isCreatedLater({ captureClaims }: MediaFacts, modifiedAt: Instant | null): boolean {
  const inside = captureClaims.find(({ source }) => source === 'container' || source === 'exif');
  const readings = inside === undefined ? [] : claimedInstants(inside).map(fromInstant);
  return (
    modifiedAt !== null && readings.length > 0 && Math.min(...readings) > fromInstant(modifiedAt) + DIRECTORY_SLACK_MS
  );
}

const latin = (bytes: Uint8Array): string => word(bytes, 0, bytes.length);

/** Encoders write their names before the first picture, taggers at either end. */
async function bothEnds(reader: BoundedReader): Promise<readonly string[]> {
  const head = await reader.read(0, HEAD_BYTES);
  const tail = await reader.read(Math.max(head.length, reader.sizeBytes - HEAD_BYTES), reader.sizeBytes);
  return [head, tail].map(textOf);
}

/** In slices: a call cannot take a whole file's bytes as arguments. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += latin(bytes.subarray(at, at + 8192));
  return text;
}

async function readMovie(reader: BoundedReader): Promise<Movie> {
  const texts: string[] = [];
  let claims: MovieClaims | null = null;
  let hasMedia = false;
  let at = 0;
  for (let n = 0; n < MOST_BOXES && at < reader.sizeBytes; n++) {
    const box = await boxAt(reader, at);
    if (box === null) break;
    const end = Math.min(box.end, reader.sizeBytes);
    if (box.name === 'moov' && box.end <= reader.sizeBytes) {
      const movie = await reader.read(box.contentAt, end);
      if (tablesAreSane(movie)) claims ??= movieClaims(movie);
      texts.push(...namesIn(movie, 0));
    } else if (box.name === 'uuid' || box.name === 'udta' || box.name === 'meta') {
      texts.push(textOf(await reader.read(box.contentAt, Math.min(end, box.contentAt + TAG_BYTES))));
    } else if (box.name === 'mdat' && !hasMedia) {
      hasMedia = true;
      texts.push(textOf(await reader.read(box.contentAt, Math.min(end, box.contentAt + HEAD_BYTES))));
    }
    at = box.end;
  }
  return { claims, texts };
}

const NAMED = new Set(['udta', 'meta', 'uuid', 'stsd', 'hdlr']);
const DOWN = new Set(['trak', 'mdia', 'minf', 'stbl']);

/** Tags, names of handlers and of compressors; not the tables, which are large and hold no text. */
function namesIn(content: Uint8Array, depth: number): readonly string[] {
  return childBoxes(content).flatMap((box) => {
    if (NAMED.has(box.name)) return [textOf(box.content.subarray(0, TAG_BYTES))];
    return DOWN.has(box.name) && depth < 6 ? namesIn(box.content, depth + 1) : [];
  });
}
