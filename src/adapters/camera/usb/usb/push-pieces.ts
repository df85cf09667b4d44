import { isFault } from '../../../../base/fault.ts';
import type { FootagePull, FootagePush } from '../../../../domain/ports/footage-source.ts';

/** Smaller pieces are copied: handing a buffer on costs more than that. */
const WORTH_HANDING_ON = 64 * 1024;

/** Pushes what `open` yields through a port, no more than was pulled, then the end or the fault; stops when cancelled. */
export function pushPieces(
  port: MessagePort,
  open: (signal: AbortSignal) => AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const stop = new AbortController();
  let credit = 0;
  let wake = (): void => undefined;
  port.onmessage = (event: MessageEvent<FootagePull>) => {
    if (event.data.kind === 'cancel') stop.abort();
    else credit += event.data.pieces;
    wake();
  };
  const push = (message: FootagePush, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  async function run(): Promise<void> {
    for await (const piece of open(stop.signal)) {
      while (credit === 0 && !stop.signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (stop.signal.aborted) return;
      credit -= 1;
      const bytes = own(piece);
      push({ kind: 'piece', bytes }, [bytes.buffer]);
    }
    push({ kind: 'end' });
  }

  return run()
    .catch((error: unknown) => {
      if (stop.signal.aborted) return;
      if (isFault(error)) push({ kind: 'fault', code: error.code, facts: error.facts });
      else push({ kind: 'fault', code: 'camera-garbled', facts: { error: String(error).slice(0, 200) } });
    })
    .finally(() => port.close());
}

/**
 * A piece that may be handed on. What stands before it in its buffer was read already; what stands behind it is the next
 * container's, and a buffer that still holds that must stay here.
 */
function own(piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isLast = piece.byteOffset + piece.byteLength === piece.buffer.byteLength;
  return isLast && piece.byteLength >= WORTH_HANDING_ON ? piece : piece.slice();
}
