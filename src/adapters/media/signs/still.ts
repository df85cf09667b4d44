import { CanvasSink } from 'mediabunny';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import { firstJpegFrame } from '../formats/avi.ts';
import { openTracks } from '../formats/tracks.ts';
import { assertReadable, type BoundedReader, boundedReader } from '../read/bounded-reader.ts';
import { fitInto, type Size, tooLarge } from '../read/fit.ts';

const MAX_PHOTO_BYTES = 64 * 2 ** 20;

/** One picture of a file as pixels. Runs where OffscreenCanvas is. Throws `Unreadable`, or what a decoder throws. */
export async function takeStill(
  blob: Blob,
  facts: MediaFacts,
  { atSec, maxSide }: { readonly atSec: number; readonly maxSide: number },
): Promise<ImageData | null> {
  const reader = boundedReader(blob);
  try {
    if (facts.mediaType === 'photo') return await ofPhoto(blob, facts, maxSide);
    if (facts.video === null || facts.container === null) return null;
    if (facts.container !== 'avi') return await ofTrack(reader, facts.container, atSec, maxSide);
    const frame = facts.video.codec === 'mjpeg' ? await firstJpegFrame(reader) : null;
    return frame && (await pixelsOf(new Blob([frame], { type: 'image/jpeg' }), facts.video, maxSide));
  } finally {
    assertReadable(reader);
  }
}

async function ofPhoto(blob: Blob, { photo, mime }: MediaFacts, maxSide: number): Promise<ImageData | null> {
  if (photo === null || blob.size > MAX_PHOTO_BYTES) return null;
  return pixelsOf(blob.slice(0, blob.size, mime ?? ''), photo, maxSide);
}

async function pixelsOf(picture: Blob, claimed: Size, maxSide: number): Promise<ImageData | null> {
  if (tooLarge(claimed)) return null;
  const small = fitInto(claimed, maxSide);
  const side = claimed.width >= claimed.height ? { resizeWidth: small.width } : { resizeHeight: small.height };
  const bitmap = await createImageBitmap(picture, { ...side, resizeQuality: 'medium' });
  try {
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? null;
  } finally {
    bitmap.close();
  }
}

async function ofTrack(
  reader: BoundedReader,
  container: string,
  atSec: number,
  maxSide: number,
): Promise<ImageData | null> {
  const input = openTracks(reader, container);
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) return null;
    const shown = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
    if (tooLarge(shown)) return null;
    const sink = new CanvasSink(track, { ...fitInto(shown, maxSide), fit: 'contain' });
    const wrapped = await sink.getCanvas((await track.getFirstTimestamp()) + atSec);
    if (wrapped === null || !(wrapped.canvas instanceof OffscreenCanvas)) return null;
    const { width, height } = wrapped.canvas;
    return wrapped.canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? null;
  } finally {
    input.dispose();
  }
}
