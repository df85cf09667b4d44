import {
  BlobSource,
  Conversion,
  Input,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from 'mediabunny';
import { done, type Outcome, refused } from '../../../base/outcome.ts';
import type { DerivativeAccount, DerivativeRefusal } from '../../../domain/ports/derivative-maker.ts';
import { outlineBoxes } from '../formats/isobmff.ts';
import { findInTransport, type TransportFinding } from '../formats/mpegts.ts';
import { formatsOf, hasDemuxer } from '../formats/tracks.ts';
import { boundedReader } from '../read/bounded-reader.ts';
import { SNIFF_BYTES, sniff } from '../read/sniff.ts';
import { deriveAvi } from './derive-avi.ts';
import { isOfDisk } from './failure.ts';
import { planStreams, type StreamPlans } from './plan-streams.ts';
import type { DeriveSurroundings } from './surroundings.ts';

/** The library writes its name into nothing; it is said here, with the version that `package.json` pins. */
export const TOOL = 'Mediabunny 1.61.0';

type Made = Outcome<DerivativeAccount, DerivativeRefusal>;

/**
 * Puts the streams of a film into an MP4 the browser plays, each taken over as it is where that will do. What the library
 * throws at the very start is a refusal; a film that breaks off later is made as far as it goes.
 */
export async function derive(
  original: Blob,
  name: string,
  sink: WritableStream<StreamTargetChunk>,
  surroundings: DeriveSurroundings,
): Promise<Made> {
  const container = await readableContainer(original, name);
  if (typeof container !== 'string') return refused(container);
  if (container === 'avi') return ofAvi(original, sink, surroundings);
  const { ask, encoders, report } = surroundings;
  const source = new BlobSource(original, { handleUnhandledError: () => undefined });
  let furthest = 0;
  // By bytes: how long a damaged stream is, the library finds out by walking through it.
  source.on('read', ({ end }) => {
    furthest = Math.max(furthest, end);
    report(Math.min(1, furthest / original.size));
  });
  const input = new Input({ source, formats: [...formatsOf(container)] });
  try {
    const planned = await planStreams(input, ask, encoders).catch(() => null);
    if (planned === null) return refused({ code: 'unreadable' });
    const plans = container === 'mpegts' ? withUnread(planned, await transportOf(original)) : planned;
    const fates = [plans.picture.fate, plans.sound.fate];
    if (fates.every((fate) => fate === 'none')) return refused({ code: 'unreadable' });
    if (fates.every((fate) => fate === 'none' || fate === 'lost')) return refused({ code: 'codec-unread' });
    const made = await convert(input, plans, sink);
    return container === 'mpegts' ? withEnd(made, await cutStreamEnd(original)) : made;
  } finally {
    input.dispose();
  }
}

const transportOf = (original: Blob) => findInTransport(boundedReader(original));

/** What the program map names and the library passes over is lost, and not absent. Sound of layer II it takes for layer III. */
function withUnread(plans: StreamPlans, { streams }: TransportFinding): StreamPlans {
  const lost = { fate: 'lost', options: { discard: true } } as const;
  const isSecondLayer = streams?.audio === 'mp2';
  const isPictureUnread = plans.picture.fate === 'none' && streams?.video != null;
  const isSoundUnread = isSecondLayer || (plans.sound.fate === 'none' && streams?.audio != null);
  return { picture: isPictureUnread ? lost : plans.picture, sound: isSoundUnread ? lost : plans.sound };
}

/** Where a transport stream ends that was cut in mid-packet; null: at a packet's end, where nothing tells a cut from the end. */
async function cutStreamEnd(original: Blob): Promise<number | null> {
  const { finding } = await transportOf(original);
  return finding.damaged === 'truncated' && finding.durationMs !== undefined && finding.durationMs !== null
    ? finding.durationMs / 1000
    : null;
}

const withEnd = (made: Made, endsAtSec: number | null): Made =>
  made.ok && made.value.endsAtSec === null ? done({ ...made.value, endsAtSec }) : made;

/** The same gate as before every look inside: forged tables fill the memory of the page. */
async function readableContainer(original: Blob, name: string): Promise<string | DerivativeRefusal> {
  const reader = boundedReader(original);
  const sniffed = sniff(await reader.read(0, SNIFF_BYTES), name);
  if (sniffed === null || sniffed.mediaType === 'photo') return { code: 'format-unread' };
  const { container } = sniffed;
  if (container === 'avi') return container;
  if (!hasDemuxer(container)) return { code: 'format-unread' };
  if (container !== 'mp4' && container !== 'mov') return container;
  const outline = await outlineBoxes(reader);
  if (!outline.indexed) return { code: 'no-index' };
  return outline.sane ? container : { code: 'unreadable' };
}

/** Small parts at the front would be thousands of writes; the index at the end costs no memory. */
const outputTo = (sink: WritableStream<StreamTargetChunk>): Output =>
  new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(sink, { chunked: true, chunkSize: 4 * 2 ** 20 }),
  });

async function ofAvi(
  original: Blob,
  sink: WritableStream<StreamTargetChunk>,
  surroundings: DeriveSurroundings,
): Promise<Made> {
  const output = outputTo(sink);
  const derived = await deriveAvi(original, output, surroundings);
  if (derived === null) return refused({ code: 'unreadable' });
  if (output.state === 'pending') return refused({ code: 'codec-unread' });
  await output.finalize();
  surroundings.report(1);
  return done({ ...derived, tool: TOOL });
}

async function convert(
  input: Input,
  { picture, sound }: StreamPlans,
  sink: WritableStream<StreamTargetChunk>,
): Promise<Made> {
  const output = outputTo(sink);
  const conversion = await Conversion.init({
    input,
    output,
    tracks: 'primary',
    video: picture.options,
    audio: sound.options,
    // Ours to finish: of a film that breaks off, what came before is worth seeing.
    composable: true,
    showWarnings: false,
  });
  if (conversion.utilizedTracks.length === 0) return refused({ code: 'codec-unread' });
  await output.start();
  const endsAtSec = await runSecondBySecond(conversion);
  if (endsAtSec === 0) return refused({ code: 'unreadable' });
  await output.finalize();
  const used = new Set(conversion.utilizedTracks.map(({ type }) => type));
  return done({
    picture: used.has('video') ? picture.fate : lostOrNone(picture.fate),
    sound: used.has('audio') ? sound.fate : lostOrNone(sound.fate),
    endsAtSec,
    skippedFrames: 0,
    tool: TOOL,
  });
}

/** Up to where it came when it broke off, in seconds; null: through to the end. */
async function runSecondBySecond(conversion: Conversion): Promise<number | null> {
  for (let sec = 1; ; sec += 1) {
    try {
      await conversion.execute({ until: sec });
    } catch (error) {
      if (isOfDisk(error)) throw error;
      return sec - 1;
    }
    if (conversion.state === 'done') return null;
  }
}

const lostOrNone = (fate: StreamPlans['picture']['fate']) => (fate === 'none' ? 'none' : 'lost');
