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

/** NAL units of a byte stream: their kinds, with the parameter set's profile, flags and level. */
function unitsOf(frame: Uint8Array): { readonly isKey: boolean; readonly codec: string | null } {
  let isKey = false;
  let codec: string | null = null;
  for (let at = 0; at + 7 < frame.length; at++) {
    if (frame[at] !== 0 || frame[at + 1] !== 0 || frame[at + 2] !== 1) continue;
    const kind = (frame[at + 3] ?? 0) & 0x1f;
    if (kind === 5) isKey = true;
    if (kind === 7)
      codec ??= `avc1.${[4, 5, 6].map((n) => (frame[at + n] ?? 0).toString(16).padStart(2, '0')).join('')}`;
    // Slices are the bulk of a frame, and nothing of interest comes behind the first.
    if (kind === 1 || kind === 5) break;
    at += 3;
  }
  return { isKey, codec };
}

async function keptH264({ width, height, first, ask }: AviPictureAsk): Promise<AviPicture | null> {
  const { codec, isKey } = unitsOf(first);
  const question = videoQuestion({ codec, width, height, rotation: 0, frameRate: null }, 'mp4', codec);
  if (codec === null || !isKey || (await ask(question)) !== true) return null;
  const source = new EncodedVideoPacketSource('avc');
  const meta = { decoderConfig: { codec, codedWidth: width, codedHeight: height } };
  const add: AviPicture['add'] = (frame, atSec, forSec) =>
    source.add(new EncodedPacket(frame, unitsOf(frame).isKey ? 'key' : 'delta', atSec, forSec), meta);
  return { fate: 'kept', source, add };
}
