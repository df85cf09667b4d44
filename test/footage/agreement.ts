import type { MediaFacts } from '../../src/domain/media-facts.ts';
import { EXPECTED } from './expected.ts';
import type { ManifestFile } from './manifest.ts';

/** ffprobe leaves out the padding of the first or the length of the last frame of sound, up to 64 ms at 16 kHz. */
const TOLERANCE_MS = 70;

/** Where facts differ from what is expected and from what ffprobe says, a line each; empty: they agree. */
export function disagreements(file: ManifestFile, facts: MediaFacts): readonly string[] {
  const expected = EXPECTED[file.path];
  if (expected === undefined) return [`${file.path}: nothing is expected of it`];
  const wrong = Object.entries(expected).flatMap(([member, value]) => {
    const found = facts[member as keyof MediaFacts];
    return JSON.stringify(found) === JSON.stringify(value)
      ? []
      : [`${file.path}: ${member} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
  });
  return [...wrong, ...againstFfprobe(file, facts)];
}

function againstFfprobe({ path, ffprobe }: ManifestFile, facts: MediaFacts): readonly string[] {
  if (ffprobe === null || (facts.mediaType !== 'video' && facts.mediaType !== 'audio')) return [];
  // Known to be nothing of ours to read, or cut: the header says what was meant to be, ffprobe what is left.
  if (facts.container === 'mpegps' || facts.damaged !== null) return [];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['video codec', facts.video?.codec, ffprobe.video?.codec],
    ['width', facts.video?.width, ffprobe.video?.width],
    ['height', facts.video?.height, ffprobe.video?.height],
    ['audio codec', facts.audio?.codec, ffprobe.audio?.codec],
    ['channels', facts.audio?.channels, ffprobe.audio?.channels],
    ['sample rate', facts.audio?.sampleRate, ffprobe.audio?.sampleRate],
  ];
  const wrong = pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([what, ours, theirs]) => `${path}: ${what} is ${ours}, ffprobe says ${theirs}`);
  const apartMs = Math.abs((facts.durationMs ?? 0) - (ffprobe.durationMs ?? 0));
  const rateApart = Math.abs((facts.video?.frameRate ?? 0) - (ffprobe.video?.frameRate ?? 0));
  return [
    ...wrong,
    ...(apartMs > TOLERANCE_MS ? [`${path}: ${facts.durationMs} ms, ffprobe says ${ffprobe.durationMs}`] : []),
    ...(rateApart > 0.1
      ? [`${path}: ${facts.video?.frameRate} frames/s, ffprobe says ${ffprobe.video?.frameRate}`]
      : []),
  ];
}
