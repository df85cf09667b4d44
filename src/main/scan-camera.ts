import { done, refused } from '../base/outcome.ts';
import type { CodeReader } from '../domain/ports/code-reader.ts';
import type { CodeScanner, ScanRefusal } from '../ui/live/join-desk.ts';

/** Few enough a second for an old PC, and enough for a hand that does not hold still. */
const EVERY_MS = 250;
const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' } as const;

const REFUSALS: Readonly<Record<string, ScanRefusal['code']>> = {
  NotAllowedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
};

/** Reads codes held before this PC's camera. The reader and its WebAssembly are loaded when somebody scans. null: no camera can be had. */
export function makeCodeScanner(): CodeScanner | null {
  // Absent on pages that are not secure.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return null;
  return {
    start: async (video, onText) => {
      let stream: MediaStream;
      try {
        stream = await devices.getUserMedia({ video: WANTED, audio: false });
      } catch (error) {
        const code = error instanceof DOMException ? REFUSALS[error.name] : undefined;
        return refused({ code: code ?? 'camera-held' });
      }
      video.srcObject = stream;
      await video.play().catch(() => undefined);
      const { createCodeReader } = await import('../adapters/scan/code-reader.ts');
      const reader = createCodeReader();
      const end = readOn(video, reader, onText);
      return done(() => {
        end();
        reader.close();
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      });
    },
  };
}

/** One picture after another, each when the one before is read. */
function readOn(video: HTMLVideoElement, reader: CodeReader, onText: (text: string) => void): () => void {
  const stop = new AbortController();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const look = async (): Promise<void> => {
    if (stop.signal.aborted || context === null) return;
    if (video.videoWidth > 0) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      context.drawImage(video, 0, 0);
      const texts = await reader.readCodes(context.getImageData(0, 0, canvas.width, canvas.height), stop.signal);
      for (const text of texts) onText(text);
    }
    if (!stop.signal.aborted) setTimeout(next, EVERY_MS);
  };
  // A picture the reader broke down on is followed by another.
  const next = (): void => void look().catch(() => !stop.signal.aborted && setTimeout(next, EVERY_MS));
  next();
  return () => stop.abort();
}
