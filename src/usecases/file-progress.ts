import type { Progress } from '../base/job.ts';
import { SMALL_COPIES_AT_ONCE, SMALL_COPY_BYTES } from '../domain/ports/digester.ts';
import type { RecordingRecord } from '../domain/records.ts';

interface FileOfJob {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** While so many small files are being copied or digested, as many others are opened or looked into. */
export const SMALL_FILE_LANES = 2 * SMALL_COPIES_AT_ONCE;

/** Small files several at once, others one by one. */
export const lanesOf = ({ sizeBytes }: { readonly sizeBytes: number }): number =>
  sizeBytes < SMALL_COPY_BYTES ? 1 : SMALL_FILE_LANES;

export const asFile = ({ id, sizeBytes, sources: [source] }: RecordingRecord): FileOfJob => ({
  id,
  name: source?.originalName ?? '',
  sizeBytes,
});

/** Progress of files that are worked on several at once. */
export function makeFileProgress(files: readonly FileOfJob[], report: (progress: Progress) => void) {
  const total = { files: files.length, bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
  const underWay = new Map<string, number>();
  const done = { files: 0, bytes: 0 };
  const tell = (current: string): void => {
    let bytes = done.bytes;
    for (const some of underWay.values()) bytes += some;
    report({ files: { done: done.files, total: total.files }, bytes: { done: bytes, total: total.bytes }, current });
  };
  return {
    at: ({ id, name }: FileOfJob, bytes: number): void => {
      underWay.set(id, bytes);
      tell(name);
    },
    end: ({ id, name, sizeBytes }: FileOfJob): void => {
      underWay.delete(id);
      done.files += 1;
      done.bytes += sizeBytes;
      tell(name);
    },
  };
}
