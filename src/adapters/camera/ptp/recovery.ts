import { isFault } from '../../../base/fault.ts';
import type { ByteReader } from './byte-reader.ts';
import { responseAtEnd } from './container.ts';
import type { BytePipe } from './pipe.ts';

const DRAIN_BYTES = 64 * 1024;
/** A recording of hours may still be on its way where the camera knows no Cancel: then opening anew is quicker. */
const MOST_DRAINED_BYTES = 64 * 1024 * 1024;

/**
 * Tells the camera to drop a transaction. No response follows a Cancel, some cameras never finish the request itself, and
 * some halt at it: none of that matters, for what still comes is drained next.
 */
export async function sendCancel(pipe: BytePipe, transaction: number, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  const sent = pipe.cancel(transaction).catch((error: unknown) => {
    if (isFault(error) && error.code === 'camera-gone') throw error;
  });
  try {
    await Promise.race([sent, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes off the cable what an earlier transfer left there: up to its response, a halt, or silence. */
export async function drain(
  reader: ByteReader,
  transaction: number | null,
  ms: number,
): Promise<'answered' | 'halted' | 'silent'> {
  try {
    for (let drained = 0; drained < MOST_DRAINED_BYTES; ) {
      const { bytes, ends } = await reader.next(Number.POSITIVE_INFINITY, DRAIN_BYTES, { silentMs: ms });
      drained += bytes.length;
      if (ends && responseAtEnd(bytes, transaction) >= 0) return 'answered';
    }
  } catch (error) {
    if (!isFault(error) || error.code === 'camera-gone') throw error;
    if (error.code === 'camera-halted') return 'halted';
  }
  return 'silent';
}
