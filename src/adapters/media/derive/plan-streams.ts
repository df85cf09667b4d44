import type { AudioCodec, ConversionAudioOptions, ConversionVideoOptions, Input, VideoCodec } from 'mediabunny';
import type { StreamFate } from '../../../domain/ports/derivative-maker.ts';
import { type AskBrowser, audioQuestion, videoQuestion } from '../probe/can-play.ts';

/** What is to become of one stream, and what the library is told to do for that. */
export interface StreamPlan<O> {
  readonly fate: StreamFate;
  readonly options: O;
}

export interface StreamPlans {
  readonly picture: StreamPlan<ConversionVideoOptions>;
  readonly sound: StreamPlan<ConversionAudioOptions>;
}

/** What is encoded to, the quickest to play first; those the browser cannot encode are passed over. */
export interface Encoders {
  readonly picture: VideoCodec | null;
  readonly sound: AudioCodec | null;
}

const DISCARD = { discard: true } as const;

/**
 * A stream is kept as it is where the browser plays its codec in an MP4; it is encoded anew where the browser only decodes it.
 * Anything else is left out, and said.
 */
export async function planStreams(input: Input, ask: AskBrowser, encoders: Encoders): Promise<StreamPlans> {
  return {
    picture: await planPicture(input, ask, encoders.picture),
    sound: await planSound(input, ask, encoders.sound),
  };
}

async function planPicture(
  input: Input,
  ask: AskBrowser,
  codec: VideoCodec | null,
): Promise<StreamPlan<ConversionVideoOptions>> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return { fate: 'none', options: DISCARD };
  const [own, width, height] = [
    await orNull(() => track.getCodecParameterString()),
    await track.getCodedWidth(),
    await track.getCodedHeight(),
  ];
  const asked = { codec: own, width, height, rotation: 0, frameRate: null } as const;
  if (own !== null && (await ask(videoQuestion(asked, 'mp4', own))) === true) return { fate: 'kept', options: {} };
  if (codec === null || !(await track.canDecode())) return { fate: 'lost', options: DISCARD };
  return { fate: 're-encoded', options: { codec, forceTranscode: true } };
}

async function planSound(
  input: Input,
  ask: AskBrowser,
  codec: AudioCodec | null,
): Promise<StreamPlan<ConversionAudioOptions>> {
  const track = await input.getPrimaryAudioTrack();
  if (track === null) return { fate: 'none', options: DISCARD };
  const own = await orNull(() => track.getCodecParameterString());
  const [channels, sampleRate] = [await track.getNumberOfChannels(), await track.getSampleRate()];
  // PCM has no name of its own in an MP4 that a browser could be asked about.
  const isCompressed = own !== null && !/^(?:pcm|alaw|ulaw)/.test(own);
  if (isCompressed && (await ask(audioQuestion({ codec: own, channels, sampleRate }, 'mp4', own))) === true)
    return { fate: 'kept', options: {} };
  if (codec === null || !(await track.canDecode())) return { fate: 'lost', options: DISCARD };
  return { fate: 're-encoded', options: { codec, forceTranscode: true } };
}

async function orNull<T>(question: () => Promise<T | null>): Promise<T | null> {
  try {
    return await question();
  } catch {
    return null;
  }
}
