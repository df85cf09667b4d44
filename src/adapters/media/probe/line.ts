import { Fault } from '../../../base/fault.ts';
import type { MediaFaultCode } from '../../../domain/ports/media-probe.ts';
import { decodeAnswer, type ProbeAnswer, type ProbeRequest } from './protocol.ts';

/** The part of `Worker` that is used, so that a test can stand in for one. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export type FinalAnswer = Exclude<ProbeAnswer, { readonly kind: 'ready' | 'so-far' }>;

/** How an exchange with the worker ended. */
export type Ending =
  | { readonly kind: 'answered'; readonly answer: FinalAnswer }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'hung-up' };

/** One worker and at most one exchange with it at a time. */
export interface Line {
  /** Rejects with `Fault<'media-probe-unavailable'>` if the worker does not come up. */
  readonly ready: Promise<void>;
  ask(
    request: ProbeRequest,
    onSoFar: (answer: Extract<ProbeAnswer, { readonly kind: 'so-far' }>) => void,
  ): Promise<Ending>;
  /** Ends the worker in the middle of whatever it does. */
  hangUp(): void;
  readonly broken: () => boolean;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> = { resolve: () => undefined, reject: () => undefined };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

export function openLine(startWorker: () => WorkerPort): Line {
  const worker = startWorker();
  const up = deferred<void>();
  // Whoever asks sees the rejection; a line closed before anybody asked must not raise an alarm.
  up.promise.catch(() => undefined);
  let listener: ((answer: ProbeAnswer) => void) | null = null;
  let end: ((ending: Ending) => void) | null = null;
  let broken = false;

  function finish(ending: Ending): void {
    end?.(ending);
    end = null;
    listener = null;
  }

  function breakDown(cause: unknown, ending: Ending): void {
    broken = true;
    worker.terminate();
    up.reject(new Fault<MediaFaultCode>('media-probe-unavailable', {}, cause));
    finish(ending);
  }

  worker.addEventListener('message', (event) => {
    const answer = decodeAnswer(event.data);
    if (answer?.kind === 'ready') up.resolve();
    else if (answer !== null) listener?.(answer);
  });
  worker.addEventListener('error', (event) => breakDown(event, { kind: 'crashed' }));
  worker.addEventListener('messageerror', (event) => breakDown(event, { kind: 'crashed' }));

  return {
    ready: up.promise,
    broken: () => broken,
    hangUp: () => breakDown(undefined, { kind: 'hung-up' }),
    ask(request, onSoFar) {
      if (broken) return Promise.resolve({ kind: 'crashed' });
      const ending = deferred<Ending>();
      end = ending.resolve;
      listener = (answer) => {
        if (answer.kind === 'ready' || answer.id !== request.id) return;
        if (answer.kind === 'so-far') onSoFar(answer);
        else finish({ kind: 'answered', answer });
      };
      worker.postMessage(request);
      return ending.promise;
    },
  };
}
