import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { TrackCodecs } from '../formats/tracks.ts';

/** One stream as the browser is asked about it: a content type with exactly one codec. */
export type PlayQuestion =
  | {
      readonly kind: 'video';
      readonly contentType: string;
      readonly width: number;
      readonly height: number;
      readonly frameRate: number;
    }
  | { readonly kind: 'audio'; readonly contentType: string; readonly channels: number; readonly sampleRate: number };

/** What the browser answers; null: it cannot be asked. */
export type AskBrowser = (question: PlayQuestion) => Promise<boolean | null>;

/** Under which type the media element opens a container. MOV goes by the type of MP4: Chromium reads its content, not its name. */
const ELEMENT_TYPES: Readonly<Record<string, string>> = {
  mp4: 'mp4',
  mov: 'mp4',
  webm: 'webm',
  mkv: 'webm',
  ogg: 'ogg',
  wav: 'wav',
  mp3: 'mpeg',
  aac: 'aac',
  flac: 'flac',
};

/** Format tag a WAV codec is asked under (RFC 2361). */
const WAV_TAGS: Readonly<Record<string, string>> = {
  pcm_u8: '1',
  pcm_s16le: '1',
  pcm_s24le: '1',
  pcm_f32le: '3',
  pcm_alaw: '6',
  pcm_mulaw: '7',
};

const PICTURES_SHOWN = new Set(['jpeg', 'png', 'gif', 'webp', 'bmp', 'avif']);

type Played = Pick<MediaFacts, 'mediaType' | 'container' | 'video' | 'audio' | 'damaged' | 'durationMs'>;

/** Whether the media element of this browser can be expected to play the file, or the page to show it. */
export async function tellPlayable(
  facts: Played,
  codecs: TrackCodecs,
  ask: AskBrowser,
): Promise<MediaFacts['playable']> {
  const { mediaType, container } = facts;
  if (mediaType === 'photo') return picturePlayable(facts);
  if ((mediaType !== 'video' && mediaType !== 'audio') || container === null) return 'no';
  const type = ELEMENT_TYPES[container];
  if (type === undefined) return 'no';
  if (facts.video === null && facts.audio === null) return facts.damaged === null ? 'unknown' : 'no';
  const picture = facts.video === null ? true : await ask(videoQuestion(facts.video, type, codecs.video));
  if (picture === false) return 'no';
  const sound = facts.audio === null ? true : await ask(audioQuestion(facts.audio, type, codecs.audio));
  if (facts.video === null && sound === false) return 'no';
  // A picture without its sound is not what was recorded; nor is a file whose end is missing sure to open.
  return picture === true && sound === true && facts.damaged === null ? 'likely' : 'unknown';
}

const picturePlayable = (facts: Played): MediaFacts['playable'] => {
  if (facts.container === null || !PICTURES_SHOWN.has(facts.container)) return 'no';
  return facts.damaged === null ? 'likely' : 'unknown';
};

const withCodec = (type: string, codec: string | null): string =>
  codec === null ? type : `${type}; codecs="${codec}"`;

export function videoQuestion(video: NonNullable<Played['video']>, type: string, codec: string | null): PlayQuestion {
  const { width, height, frameRate } = video;
  return {
    kind: 'video',
    contentType: withCodec(`video/${type}`, codec ?? video.codec),
    width: width || 640,
    height: height || 360,
    frameRate: frameRate ?? 25,
  };
}

export function audioQuestion(audio: NonNullable<Played['audio']>, type: string, codec: string | null): PlayQuestion {
  const bare = type === 'mpeg' || type === 'aac' || type === 'flac';
  const named = type === 'wav' ? (WAV_TAGS[audio.codec ?? ''] ?? audio.codec) : (codec ?? audio.codec);
  return {
    kind: 'audio',
    contentType: withCodec(`audio/${type}`, bare ? null : named),
    channels: audio.channels || 1,
    sampleRate: audio.sampleRate || 8_000,
  };
}

/** Asks the Media Capabilities of the worker or window this runs in. Bit rates are those of a body-worn recorder. */
export const askMediaCapabilities: AskBrowser = async (question) => {
  const { mediaCapabilities } = navigator;
  if (mediaCapabilities === undefined) return null;
  const { contentType } = question;
  try {
    const answer = await mediaCapabilities.decodingInfo(
      question.kind === 'video'
        ? {
            type: 'file',
            video: {
              contentType,
              width: question.width,
              height: question.height,
              framerate: question.frameRate,
              bitrate: 8_000_000,
            },
          }
        : {
            type: 'file',
            audio: {
              contentType,
              channels: String(question.channels),
              samplerate: question.sampleRate,
              bitrate: 128_000,
            },
          },
    );
    return answer.supported;
  } catch {
    // A codec string the browser cannot even parse is one it cannot play; but it did not say so.
    return null;
  }
};
