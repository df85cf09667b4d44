import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { encode } from 'uqr';

const run = promisify(execFile);

/** A code as a grey picture (PGM), each module some pixels wide, on its white margin. */
export function drawCode(text: string, modulePx: number, ecc: 'L' | 'M' = 'M'): Buffer {
  const { data, size } = encode(text, { ecc, border: 4 });
  const side = size * modulePx;
  const pixels = Buffer.alloc(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      pixels[y * side + x] = data[Math.floor(y / modulePx)]?.[Math.floor(x / modulePx)] ? 30 : 225;
  return Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`, 'latin1'), pixels]);
}

/** What a camera sees that looks at a screen with this code: a file Chromium takes for its fake camera. */
export async function filmedScreen(text: string, path: string): Promise<void> {
  const picture = `${path}.pgm`;
  await writeFile(picture, drawCode(text, 6, 'L'));
  const filter = 'scale=640:640:flags=neighbor,rotate=0.05:c=gray,pad=1280:720:(ow-iw)/2:(oh-ih)/2:gray,format=yuv420p';
  await run('ffmpeg', ['-y', '-v', 'error', '-loop', '1', '-i', picture, '-vf', filter, '-r', '5', '-t', '1', path]);
  await rm(picture);
}
