import { encode } from 'uqr';
import type { FormStamp } from '../form-cell.ts';
import { shortDigest } from './format.ts';

/** `formCode|recordId|sha256[0..16]|signerKeyId`: what a reader of the paper needs to find and check the entry. */
export const stampText = (formCode: string, stamp: FormStamp): string =>
  [formCode, stamp.recordId, shortDigest(stamp.sha256), stamp.signerKeyId].join('|');

export interface QrDrawing {
  /** Side in modules, quiet zone included. */
  readonly size: number;
  /** SVG path of the dark modules, one unit each. */
  readonly path: string;
}

/** ISO/IEC 18004 wants a quiet zone of four modules; level M survives a fold and a stapler. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { size, path: runs.join('') };
}

/** Neighbouring dark modules are one shape: printers leave hairlines between single squares. */
function darkRuns(row: readonly boolean[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
