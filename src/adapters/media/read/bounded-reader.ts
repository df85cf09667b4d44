/** More was asked of the file than a look inside may cost. */
export class ReadLimitReached extends Error {
  constructor() {
    super('read limit reached');
    this.name = 'ReadLimitReached';
  }
}

/** The bytes could not be read: the card is gone or the file changed. `cause` is what the platform threw. */
export class Unreadable extends Error {
  constructor(cause: unknown) {
    super('bytes could not be read', { cause });
    this.name = 'Unreadable';
  }
}

/** Random access to a file under a budget. Remembers how it failed, because a library may swallow what `read` threw. */
export interface BoundedReader {
  readonly sizeBytes: number;
  /** The bytes from `start` up to `end`, cut at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Set once the platform could not deliver bytes: the card is gone, or the file changed under the reader. */
  unreadable(): { readonly cause: unknown } | null;
  limitReached(): boolean;
}

export interface ReadLimits {
  readonly totalBytes: number;
  readonly onceBytes: number;
}

/** A moov box of a ten-hour recording has some 20 MB; four times that is still no burden on a 4 GB PC. */
export const READ_LIMITS: ReadLimits = { totalBytes: 96 * 2 ** 20, onceBytes: 48 * 2 ** 20 };

/**
 * Walks over headers ask for a few bytes each, so small reads are served from the page read last. Small, because the walk over
 * a long fragmented recording jumps thousands of times.
 */
const PAGE_BYTES = 1024;

export function boundedReader(blob: Blob, limits: ReadLimits = READ_LIMITS): BoundedReader {
  let spentBytes = 0;
  let failure: { readonly cause: unknown } | null = null;
  let limited = false;
  let page: { readonly start: number; readonly bytes: Uint8Array<ArrayBuffer> } | null = null;

  async function fetchBytes(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    if (end - start > limits.onceBytes || spentBytes + end - start > limits.totalBytes) {
      limited = true;
      throw new ReadLimitReached();
    }
    spentBytes += end - start;
    try {
      const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
      if (bytes.length !== end - start) throw new RangeError('the file is shorter than it was');
      return bytes;
    } catch (cause) {
      failure ??= { cause };
      throw cause;
    }
  }

  return {
    sizeBytes: blob.size,
    unreadable: () => failure,
    limitReached: () => limited,
    async read(start, end) {
      const from = Math.max(0, Math.min(start, blob.size));
      const to = Math.max(from, Math.min(end, blob.size));
      if (from === to) return new Uint8Array(0);
      if (to - from > PAGE_BYTES) return fetchBytes(from, to);
      if (page === null || from < page.start || to > page.start + page.bytes.length) {
        page = { start: from, bytes: await fetchBytes(from, Math.min(from + PAGE_BYTES, blob.size)) };
      }
      return page.bytes.subarray(from - page.start, to - page.start);
    },
  };
}

/** Throws `Unreadable` if the platform failed to deliver bytes to one of them, whoever swallowed it then. */
export function assertReadable(...readers: readonly BoundedReader[]): void {
  for (const reader of readers) {
    const failure = reader.unreadable();
    if (failure !== null) throw new Unreadable(failure.cause);
  }
}
