import {
  EncodedPacket,
  EncodedVideoPacketSource,
  QUALITY_MEDIUM,
  type VideoCodec,
  VideoSample,
  VideoSampleSource,
} from 'mediabunny';
import type { StreamFate } from '../../../domain/ports/derivative-maker.ts';
import { type AskBrowser, videoQuestion } from '../probe/can-play.ts';

export interface AviPicture {
  readonly fate: StreamFate;
  readonly source: VideoSampleSource | EncodedVideoPacketSource;
  /** Adds one frame. Throws what a decoder throws at content that is none. */
  readonly add: (frame: Uint8Array<ArrayBuffer>, atSec: number, forSec: number) => Promise<void>;
}

interface AviPictureAsk {
  readonly codec: string | null;
  readonly width: number;
  readonly height: number;
  readonly first: Uint8Array<ArrayBuffer>;
  /** Frames of the first seconds, for a look at their order. */
  readonly early: AsyncIterable<Uint8Array<ArrayBuffer>>;
  readonly ask: AskBrowser;
  readonly encoder: VideoCodec | null;
}

/** null: frames of a kind that nothing here reads. */
export async function pictureOf(asked: AviPictureAsk): Promise<AviPicture | null> {
  if (asked.codec === 'h264') return keptH264(asked);
  if (asked.codec !== 'mjpeg' || asked.encoder === null || typeof createImageBitmap === 'undefined') return null;
  const source = new VideoSampleSource({
    codec: asked.encoder,
    quality: QUALITY_MEDIUM,
    sizeChangeBehavior: 'contain',
  });
  const add: AviPicture['add'] = async (frame, timestamp, duration) => {
    const bitmap = await createImageBitmap(new Blob([frame], { type: 'image/jpeg' }));
    const sample = new VideoSample(bitmap, { timestamp, duration });
    try {
      await source.add(sample);
    } finally {
      sample.close();
      bitmap.close();
    }
  };
  return { fate: 're-encoded', source, add };
}

/** Two numbers of Exp-Golomb begin a slice; the second says its kind (H.264, 7.3.3). */
function sliceKind(header: Uint8Array): number {
  const bits = [...header].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const next = (): number => {
    const zeros = bits.indexOf('1', at) - at;
    const end = at + 2 * zeros + 1;
    const value = Number.parseInt(bits.slice(at + zeros, end), 2) - 1;
    at = end;
    return value;
  };
  next();
  return next();
}

/** 1 and 6: predicted from a picture that is shown later. */
const isReorderedSlice = (kind: number): boolean => kind === 1 || kind === 6;

interface Units {
  readonly isKey: boolean;
  readonly codec: string | null;
  readonly isReordered: boolean;
}

/** NAL units of a byte stream: their kinds, with the parameter set's profile, flags and level. */
function unitsOf(frame: Uint8Array): Units {
  let isKey = false;
  let isReordered = false;
  let codec: string | null = null;
  for (let at = 0; at + 7 < frame.length; at++) {
    if (frame[at] !== 0 || frame[at + 1] !== 0 || frame[at + 2] !== 1) continue;
    const kind = (frame[at + 3] ?? 0) & 0x1f;
    if (kind === 5) isKey = true;
    if (kind === 7)
      codec ??= `avc1.${[4, 5, 6].map((n) => (frame[at + n] ?? 0).toString(16).padStart(2, '0')).join('')}`;
    // Slices are the bulk of a frame, and nothing of interest comes behind the first.
    if (kind === 1 || kind === 5) {
      isReordered = isReorderedSlice(sliceKind(frame.subarray(at + 4, at + 20)));
      break;
    }
    at += 3;
  }
  return { isKey, codec, isReordered };
}

/** AVI has no time for each picture: one stored before others that are shown earlier cannot be put where it belongs. */
async function areReordered(early: AviPictureAsk['early']): Promise<boolean> {
  for await (const frame of early) if (unitsOf(frame).isReordered) return true;
  return false;
}

async function keptH264({ width, height, first, early, ask }: AviPictureAsk): Promise<AviPicture | null> {
  const { codec, isKey } = unitsOf(first);
  const question = videoQuestion({ codec, width, height, rotation: 0, frameRate: null }, 'mp4', codec);
  if (codec === null || !isKey || (await ask(question)) !== true) return null;
  if (await areReordered(early)) return null;
  const source = new EncodedVideoPacketSource('avc');
  const meta = { decoderConfig: { codec, codedWidth: width, codedHeight: height } };
  const add: AviPicture['add'] = async (frame, atSec, forSec) => {
    const { isKey, isReordered } = unitsOf(frame);
    if (isReordered) throw new Error('a picture out of its order');
    await source.add(new EncodedPacket(frame, isKey ? 'key' : 'delta', atSec, forSec), meta);
  };
  return { fate: 'kept', source, add };
}
