import { Fault } from '../../base/fault.ts';
import type { CodeReader, CodeReaderFaultCode } from '../../domain/ports/code-reader.ts';
import { decodeAnswer, type ReadAnswer, type ReadRequest } from './worker/protocol.ts';

/** The part of `Worker` that is used, so that a test can stand in for one. */
export type CodeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const MOST_PIXELS = 32_000_000;
/** A hostile or huge picture must not hold up the next ones for ever. */
const TIME_LIMIT_MS = 20_000;

const startCodeWorker = (): CodeWorker =>
  new Worker(new URL('./worker/codes.worker.ts', import.meta.url), { type: 'module', name: 'codes' });

/** The worker and a megabyte of WebAssembly come with the first picture. */
export function createCodeReader(startWorker: () => CodeWorker = startCodeWorker): CodeReader {
  let worker: CodeWorker | null = null;
  let lastId = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const close = (): void => {
    worker?.terminate();
    worker = null;
  };

  const ask = async (image: ImageData, signal: AbortSignal | undefined): Promise<readonly string[]> => {
    signal?.throwIfAborted();
    worker ??= startWorker();
    const id = ++lastId;
    // A copy: the caller's frame stays its own.
    const pixels = new Uint8ClampedArray(image.data).buffer;
    const request: ReadRequest = { id, width: image.width, height: image.height, pixels };
    try {
      const answer = await exchange(worker, request, signal);
      if (answer.kind === 'read') return answer.texts;
      throw new Fault<CodeReaderFaultCode>('code-reader-unavailable', { cause: answer.cause });
    } catch (error) {
      close();
      throw error;
    }
  };

  return {
    close,
    readCodes: (image, signal) => {
      if (image.width * image.height > MOST_PIXELS) return Promise.reject(new RangeError('too many pixels'));
      const reading = turn.then(() => ask(image, signal));
      turn = reading.catch(() => undefined);
      return reading;
    },
  };
}

/** Rejects when the worker breaks down, takes too long, or the reading is aborted; the worker is then of no more use. */
function exchange(worker: CodeWorker, request: ReadRequest, signal: AbortSignal | undefined): Promise<ReadAnswer> {
  return new Promise<ReadAnswer>((resolve, reject) => {
    const done = new AbortController();
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      done.abort();
      act();
    };
    const fail = (code: CodeReaderFaultCode, cause?: unknown): void => settle(() => reject(new Fault(code, {}, cause)));
    const timer = setTimeout(() => fail('code-reader-crashed'), TIME_LIMIT_MS);
    const listening = { signal: done.signal };
    worker.addEventListener(
      'message',
      ({ data }) => {
        const answer = decodeAnswer(data);
        if (answer?.id === request.id) settle(() => resolve(answer));
      },
      listening,
    );
    worker.addEventListener('error', (event) => fail('code-reader-crashed', event), listening);
    worker.addEventListener('messageerror', (event) => fail('code-reader-crashed', event), listening);
    signal?.addEventListener('abort', () => settle(() => reject(signal.reason)), listening);
    worker.postMessage(request, [request.pixels]);
  });
}
