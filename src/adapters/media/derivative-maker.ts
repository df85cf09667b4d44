import { Fault } from '../../base/fault.ts';
import { never } from '../../base/never.ts';
import { done, type Outcome, refused } from '../../base/outcome.ts';
import type {
  DerivativeAccount,
  DerivativeFaultCode,
  DerivativeMaker,
  DerivativeRefusal,
} from '../../domain/ports/derivative-maker.ts';
import { type DeriveRequest, decodeDeriveAnswer } from './derive/protocol.ts';
import type { WorkerPort } from './probe/line.ts';

export interface DerivativeMakerOptions {
  /** So long without a word and the worker is ended: some damaged files lead the library in circles. */
  readonly stillMs?: number;
  readonly startWorker?: () => WorkerPort;
}

const STILL_MS = 60_000;

const startDeriveWorker = (): WorkerPort =>
  new Worker(new URL('./derive/derive.worker.ts', import.meta.url), { type: 'module', name: 'derive' });

/** One worker for each derivative, ended with it: whatever a damaged film did to its memory goes too. */
export function createDerivativeMaker(options: DerivativeMakerOptions = {}): DerivativeMaker {
  const { stillMs = STILL_MS, startWorker = startDeriveWorker } = options;
  return {
    make: (original, name, { directory, name: fileName }, control) =>
      run(startWorker, stillMs, { original, name, directory, fileName }, control),
  };
}

const failed = (code: DerivativeFaultCode, cause: string) => new Fault<DerivativeFaultCode>(code, { cause });

function run(
  startWorker: () => WorkerPort,
  stillMs: number,
  request: DeriveRequest,
  { signal, report }: Parameters<DerivativeMaker['make']>[3],
): Promise<Outcome<DerivativeAccount, DerivativeRefusal>> {
  signal.throwIfAborted();
  const worker = startWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new AbortController();
  const made = new Promise<Outcome<DerivativeAccount, DerivativeRefusal>>((resolve, reject) => {
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(failed('derivative-failed', 'still')), stillMs);
    };
    alive();
    signal.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
    for (const broken of ['error', 'messageerror'] as const)
      worker.addEventListener(broken, () => reject(failed('derivative-failed', broken)));
    worker.addEventListener('message', (event) => {
      const answer = decodeDeriveAnswer(event.data);
      if (answer === null) return;
      alive();
      switch (answer.kind) {
        case 'moved':
          return report(answer.done);
        case 'made':
          return resolve(done(answer.account));
        case 'refused':
          return resolve(refused({ code: answer.code }));
        case 'failed':
          return reject(failed(answer.code, answer.cause));
        default:
          return never(answer);
      }
    });
    worker.postMessage(request);
  });
  return made.finally(() => {
    clearTimeout(timer);
    ended.abort();
    worker.terminate();
  });
}
