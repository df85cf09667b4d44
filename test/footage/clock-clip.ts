import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drawCode } from './code-video.ts';

const run = promisify(execFile);

export interface ClockClip {
  readonly text: string;
  /** Seconds into the film during which the screen is in sight. */
  readonly from: number;
  readonly to: number;
  /** What the recorder's clock says at the first picture, as its container has it. */
  readonly createdAt: string;
}

/** A recorder films the station's screen, held a little askew, and looks elsewhere before and after. */
export async function filmClock({ text, from, to, createdAt }: ClockClip): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'luzheng-clock-'));
  try {
    const picture = join(folder, 'code.pgm');
    await writeFile(picture, drawCode(text, 8));
    const screen = '[1:v]rotate=0.12:ow=rotw(0.12):oh=roth(0.12):c=gray,boxblur=1[code]';
    const shown = `[0:v][code]overlay=(W-w)/2:(H-h)/2:enable='between(t,${from},${to})',format=yuv420p`;
    await run('ffmpeg', [
      ...['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=1280x720:rate=25:duration=8', '-i', picture],
      ...['-filter_complex', `${screen};${shown}`, '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '30', '-g', '50'],
      ...['-metadata', `creation_time=${createdAt}`, join(folder, 'clip.mp4')],
    ]);
    return new Uint8Array(await readFile(join(folder, 'clip.mp4')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
