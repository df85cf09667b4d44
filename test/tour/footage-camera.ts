import { open } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { installUsb } from '../browser/usb/install.ts';
import { listFootage } from './check-export.ts';

const PLACE = '/usb-double/';

const two = (n: number): string => String(n).padStart(2, '0');
const ptpDate = (at: Date): string =>
  `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}T${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;

/** Plugs in a camera that holds the files of a folder. Their bytes come to the worker in pieces, when the camera is asked for them. */
export async function plugFootageCamera(context: BrowserContext, folder: string): Promise<void> {
  const files = listFootage(folder);
  await context.route(`**${PLACE}*`, async (route) => {
    const file = files[Number(new URL(route.request().url()).pathname.slice(PLACE.length))];
    const [, from = 0, to = 0] = (/^bytes=(\d+)-(\d+)$/.exec(route.request().headers().range ?? '') ?? []).map(Number);
    if (file === undefined) return route.fulfill({ status: 404 });
    await route.fulfill({ status: 206, body: await readRange(join(folder, file.path), from, to + 1) });
  });
  await installUsb(context, {
    files: files.map(({ path, sizeBytes, modifiedAt }, i) => ({
      path: path.split(sep).join('/'),
      bytes: sizeBytes,
      at: `${PLACE}${i}`,
      modified: ptpDate(modifiedAt),
    })),
    isGranted: true,
    knobs: {},
    lacks: [],
  });
}

async function readRange(path: string, from: number, end: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(end - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
