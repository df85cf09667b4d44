import { CanvasSink } from 'mediabunny';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import { firstJpegFrame } from '../formats/avi.ts';
import { openTracks } from '../formats/tracks.ts';
import { assertReadable, type BoundedReader, boundedReader } from '../read/bounded-reader.ts';
import { fitInto, type Size, tooLarge } from '../read/fit.ts';

const MAX_PHOTO_BYTES = 64 * 2 ** 20;
const JPEG = { type: 'image/jpeg', quality: 0.7 } as const;

/**
 * A small picture, or null where none can be made. Runs where OffscreenCanvas is. Throws `Unreadable`, or whatever a decoder
 * throws at content it cannot decode.
 */
export async function makeThumbnail(blob: Blob, facts: MediaFacts, maxWidth: number): Promise<Blob | null> {
  const reader = boundedReader(blob);
  try {
    return await draw(blob, reader, facts, maxWidth);
  } finally {
    assertReadable(reader);
  }
}

async function draw(blob: Blob, reader: BoundedReader, facts: MediaFacts, maxWidth: number): Promise<Blob | null> {
  if (facts.mediaType === 'photo') return fromPhoto(blob, facts, maxWidth);
  if (facts.video === null || facts.container === null) return null;
  if (facts.container === 'avi')
    return facts.video.codec === 'mjpeg' ? fromMotionJpeg(reader, facts.video, maxWidth) : null;
  return fromTrack(reader, facts.container, facts.durationMs ?? 0, maxWidth);
}

async function fromPhoto(blob: Blob, { photo, mime }: MediaFacts, maxWidth: number): Promise<Blob | null> {
  // Without a size from the header there is no telling what unpacking costs.
  if (blob.size > MAX_PHOTO_BYTES || photo === null || tooLarge(photo)) return null;
  return shrink(blob.slice(0, blob.size, mime ?? ''), photo, maxWidth);
}

async function fromMotionJpeg(
  reader: BoundedReader,
  video: NonNullable<MediaFacts['video']>,
  maxWidth: number,
): Promise<Blob | null> {
  const frame = await firstJpegFrame(reader);
  return frame === null || tooLarge(video) ? null : shrink(new Blob([frame], { type: 'image/jpeg' }), video, maxWidth);
}

async function shrink(picture: Blob, claimed: Size, maxWidth: number): Promise<Blob | null> {
  const small = fitInto(claimed, maxWidth);
  // One side only: the decoder keeps the proportions after turning the picture upright, which the header's size is not.
  const side = claimed.width >= claimed.height ? { resizeWidth: small.width } : { resizeHeight: small.height };
  const bitmap = await createImageBitmap(picture, { ...side, resizeQuality: 'medium' });
  try {
    const fitted = fitInto(bitmap, maxWidth);
    const canvas = new OffscreenCanvas(fitted.width, fitted.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, fitted.width, fitted.height);
    return await canvas.convertToBlob(JPEG);
  } finally {
    bitmap.close();
  }
}

async function fromTrack(
  reader: BoundedReader,
  container: string,
  durationMs: number,
  maxWidth: number,
): Promise<Blob | null> {
  const input = openTracks(reader, container);
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) return null;
    const shown = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
    if (tooLarge(shown)) return null;
    const sink = new CanvasSink(track, { ...fitInto(shown, maxWidth), fit: 'contain' });
    const first = await track.getFirstTimestamp();
    // The very first frame is often black; a second in, the lens has opened.
    for (const offset of [Math.min(1, durationMs / 10_000), 0]) {
      const wrapped = await sink.getCanvas(first + offset).catch(() => null);
      if (wrapped !== null && wrapped.canvas instanceof OffscreenCanvas)
        return await wrapped.canvas.convertToBlob(JPEG);
    }
    return null;
  } finally {
    input.dispose();
  }
}
