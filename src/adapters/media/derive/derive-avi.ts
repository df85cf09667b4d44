import { Conversion, type Input, type Output } from 'mediabunny';
import type { StreamFate } from '../../../domain/ports/derivative-maker.ts';
import { type AviStream, aviStreams, pictureCodec } from '../formats/avi.ts';
import { endsEarly } from '../formats/riff.ts';
import { boundedReader } from '../read/bounded-reader.ts';
import { i32le } from '../read/bytes-at.ts';
import { chunksOfStreams, type StreamChunk, WindowedBlob } from './avi-chunks.ts';
import { type AviPicture, pictureOf } from './avi-picture.ts';
import { soundOf } from './avi-sound.ts';
import { isOfDisk } from './failure.ts';
import { planStreams } from './plan-streams.ts';
import type { DeriveSurroundings } from './surroundings.ts';

export interface AviDerived {
  readonly picture: StreamFate;
  readonly sound: StreamFate;
  readonly endsAtSec: number | null;
  readonly skippedFrames: number;
}

interface Film {
  readonly stream: AviStream;
  readonly frames: readonly StreamChunk[];
  readonly picture: AviPicture | null;
}

interface Tone {
  readonly fate: StreamFate;
  readonly conversion: Conversion | null;
}

/** Encoders that store pictures out of order do so within the first seconds. */
const EARLY_FRAMES = 100;

/** Looking for the pieces takes a third of the time. */
const FOUND = 0.3;

/** No library for browsers reads AVI: its streams are taken out here and put into `output`. null: it has none to speak of. */
export async function deriveAvi(
  original: Blob,
  output: Output,
  surroundings: DeriveSurroundings,
): Promise<AviDerived | null> {
  const reader = boundedReader(original);
  const streams = await aviStreams(reader);
  const indexOf = (kind: string) => streams.findIndex((stream) => stream.kind === kind);
  const [video, audio] = [streams[indexOf('vids')], streams[indexOf('auds')]];
  if (video === undefined && audio === undefined) return null;
  const pieces = await findPieces(original, surroundings.report);
  const film =
    video === undefined ? null : await filmOf(original, video, pieces.get(indexOf('vids')) ?? [], surroundings);
  const input = audio === undefined ? null : soundOf(original, pieces.get(indexOf('auds')) ?? [], audio.format);
  try {
    if (film?.picture) output.addVideoTrack(film.picture.source);
    const tone = await toneOf(input, output, surroundings);
    if (!film?.picture && tone.conversion === null)
      return { ...NOTHING, picture: fateOf(film), sound: toneFate(audio, tone) };
    await output.start();
    const ran = await run(original, film, tone, surroundings.report);
    const isCut = await endsEarly(reader);
    return {
      picture: fateOf(film),
      sound: toneFate(audio, tone),
      endsAtSec: isCut ? ran.reachedSec : null,
      skippedFrames: ran.skippedFrames,
    };
  } finally {
    input?.dispose();
  }
}

const NOTHING = { endsAtSec: null, skippedFrames: 0 } as const;
const fateOf = (film: Film | null): StreamFate => (film === null ? 'none' : (film.picture?.fate ?? 'lost'));
const toneFate = (audio: AviStream | undefined, { fate }: Tone): StreamFate =>
  audio === undefined ? 'none' : fate === 'none' ? 'lost' : fate;

async function findPieces(
  original: Blob,
  report: (done: number) => void,
): Promise<ReadonlyMap<number, readonly StreamChunk[]>> {
  const found = new Map<number, StreamChunk[]>();
  let seen = 0;
  for await (const chunk of chunksOfStreams(new WindowedBlob(original))) {
    const own = found.get(chunk.stream);
    if (own === undefined) found.set(chunk.stream, [chunk]);
    else own.push(chunk);
    seen += 1;
    if (seen % 500 === 0) report((FOUND * chunk.at) / original.size);
  }
  return found;
}

async function filmOf(
  original: Blob,
  stream: AviStream,
  frames: readonly StreamChunk[],
  { ask, encoders }: DeriveSurroundings,
): Promise<Film> {
  const head = frames.find(({ bytes }) => bytes > 0);
  const isTimed = stream.rate > 0 && stream.scale > 0;
  if (head === undefined || !isTimed) return { stream, frames, picture: null };
  const picture = await pictureOf({
    codec: pictureCodec(stream),
    width: Math.abs(i32le(stream.format, 4)),
    height: Math.abs(i32le(stream.format, 8)),
    first: await bytesOf(original, head),
    early: framesOf(original, frames.slice(0, EARLY_FRAMES)),
    ask,
    encoder: encoders.picture,
  });
  return { stream, frames, picture };
}

const bytesOf = async (original: Blob, { at, bytes }: StreamChunk): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await original.slice(at, at + bytes).arrayBuffer());

async function* framesOf(original: Blob, frames: readonly StreamChunk[]): AsyncIterable<Uint8Array<ArrayBuffer>> {
  for (const frame of frames) yield await bytesOf(original, frame);
}

async function toneOf(input: Input | null, output: Output, { ask, encoders }: DeriveSurroundings): Promise<Tone> {
  if (input === null) return { fate: 'none', conversion: null };
  const plan = await planStreams(input, ask, encoders).catch(() => null);
  if (plan === null || plan.sound.fate === 'none' || plan.sound.fate === 'lost')
    return { fate: 'lost', conversion: null };
  const conversion = await Conversion.init({
    input,
    output,
    video: { discard: true },
    audio: plan.sound.options,
    composable: true,
    showWarnings: false,
  });
  return conversion.utilizedTracks.length === 0
    ? { fate: 'lost', conversion: null }
    : { fate: plan.sound.fate, conversion };
}

interface Ran {
  readonly reachedSec: number;
  readonly skippedFrames: number;
}

/** Picture and sound in step, a second at a time: whichever is ahead would wait in memory. */
async function run(
  original: Blob,
  film: Film | null,
  { conversion }: Tone,
  report: (done: number) => void,
): Promise<Ran> {
  const file = new WindowedBlob(original);
  const { picture = null, frames = [], stream } = film ?? {};
  const frameSec = stream === undefined ? 0 : stream.scale / stream.rate;
  let [reachedSec, skippedFrames, soundSec] = [0, 0, 0];
  for (const [n, { at, bytes }] of picture === null ? [] : frames.entries()) {
    const atSec = n * frameSec;
    for (; conversion !== null && soundSec < atSec; soundSec += 1) await conversion.execute({ until: soundSec + 1 });
    reachedSec = atSec + frameSec;
    if (bytes === 0) continue;
    try {
      await picture?.add(await file.read(at, bytes), atSec, frameSec);
    } catch (error) {
      if (isOfDisk(error)) throw error;
      // A broken frame is not shown; the one before stands longer.
      skippedFrames += 1;
    }
    if (n % 25 === 0) report(FOUND + ((1 - FOUND) * at) / original.size);
  }
  await conversion?.execute();
  return { reachedSec, skippedFrames };
}
