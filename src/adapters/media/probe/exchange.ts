import type { MediaFacts } from '../../../domain/media-facts.ts';
import { type FinalAnswer, type Line, openLine, type WorkerPort } from './line.ts';
import type { ProbeRequest } from './protocol.ts';

type Unnumbered = ProbeRequest extends infer R ? (R extends ProbeRequest ? Omit<R, 'id'> : never) : never;

export type Result =
  | { readonly kind: 'answered'; readonly answer: FinalAnswer }
  | { readonly kind: 'time-limit' | 'crashed'; readonly soFar: MediaFacts | null };

/** Asks the worker, starting one where there is none; ends it when an act takes too long, is aborted, or it broke down. */
export function makeExchange(startWorker: () => WorkerPort, timeLimitMs: number) {
  let line: Line | null = null;
  let lastId = 0;

  function hangUp(): void {
    line?.hangUp();
    line = null;
  }

  /** Rejects with `Fault<'media-probe-unavailable'>`, or with the reason of an abort; then the next one gets a fresh worker. */
  async function exchange(request: Unnumbered, signal: AbortSignal): Promise<Result> {
    if (line === null || line.broken()) line = openLine(startWorker);
    lastId += 1;
    let soFar: MediaFacts | null = null;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      hangUp();
    }, timeLimitMs);
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      const current = line;
      await current.ready;
      const ending = await current.ask({ ...request, id: lastId }, (answer) => {
        soFar = answer.facts;
      });
      signal.throwIfAborted();
      return ending.kind === 'answered' ? ending : { kind: timedOut ? 'time-limit' : 'crashed', soFar };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', hangUp);
    }
  }

  return { exchange, hangUp };
}
