export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A photograph of 100 megapixels takes 400 MB unpacked; a forged one can claim any size in a few bytes. */
const MAX_PIXELS = 60_000_000;

export const tooLarge = ({ width, height }: Size): boolean => width * height > MAX_PIXELS;

/** The size that fits into a square of `max`, never larger than the picture. */
export function fitInto({ width, height }: Size, max: number): Size {
  const scale = Math.min(1, max / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
