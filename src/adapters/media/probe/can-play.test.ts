import { describe, expect, it } from 'vitest';
import { type AskBrowser, type PlayQuestion, tellPlayable } from './can-play.ts';

const VIDEO = { codec: 'h264', width: 1920, height: 1080, rotation: 0, frameRate: 25 } as const;
const AUDIO = { codec: 'aac', channels: 1, sampleRate: 16_000 } as const;
const CODECS = { video: 'avc1.42c00b', audio: 'mp4a.40.2' };
const film = {
  mediaType: 'video',
  container: 'mp4',
  video: VIDEO,
  audio: AUDIO,
  damaged: null,
  durationMs: 2000,
} as const;

const browser = (answers: (question: PlayQuestion) => boolean | null) => {
  const asked: PlayQuestion[] = [];
  const ask: AskBrowser = async (question) => {
    asked.push(question);
    return answers(question);
  };
  return { ask, asked };
};
const tell = (
  facts: Parameters<typeof tellPlayable>[0],
  answers: (question: PlayQuestion) => boolean | null = () => true,
) => tellPlayable(facts, CODECS, browser(answers).ask);

describe('whether the browser can play a file', () => {
  it('picture and sound both decoded: likely', async () => {
    const { ask, asked } = browser(() => true);
    expect(await tellPlayable(film, CODECS, ask)).toBe('likely');
    expect(asked.map((question) => question.contentType)).toEqual([
      'video/mp4; codecs="avc1.42c00b"',
      'audio/mp4; codecs="mp4a.40.2"',
    ]);
  });
  it('no picture: no', async () => expect(await tell(film, ({ kind }) => kind === 'audio')).toBe('no'));
  it('picture without its sound: unknown', async () =>
    expect(await tell(film, ({ kind }) => kind === 'video')).toBe('unknown'));
  it('the browser cannot be asked: unknown', async () => expect(await tell(film, () => null)).toBe('unknown'));
  it('the end is missing: unknown', async () => expect(await tell({ ...film, damaged: 'truncated' })).toBe('unknown'));
  it('no index at all: no', async () =>
    expect(await tell({ ...film, damaged: 'truncated', video: null, audio: null })).toBe('no'));
  it.each(['avi', 'mpegts', 'mpegps', 'amr'])('the media element opens no %s', async (container) =>
    expect(await tell({ ...film, container })).toBe('no'),
  );
  it('sound alone is asked for alone', async () => {
    const wav = {
      ...film,
      mediaType: 'audio',
      container: 'wav',
      video: null,
      audio: { ...AUDIO, codec: 'pcm_alaw' },
    } as const;
    const { ask, asked } = browser(() => true);
    expect(await tellPlayable(wav, { video: null, audio: null }, ask)).toBe('likely');
    expect(asked.map((question) => question.contentType)).toEqual(['audio/wav; codecs="6"']);
  });
  it('photographs: those every browser shows', async () => {
    const photo = { ...film, mediaType: 'photo', video: null, audio: null } as const;
    expect(await tell({ ...photo, container: 'jpeg' })).toBe('likely');
    expect(await tell({ ...photo, container: 'heic' })).toBe('no');
  });
  it('what is no media is not played', async () => expect(await tell({ ...film, mediaType: 'sidecar' })).toBe('no'));
});
