import type { WorkerPort } from '../../src/adapters/media/probe/line.ts';
import type { ProbeAnswer, ProbeRequest } from '../../src/adapters/media/probe/protocol.ts';

/** What the double does with a request: answer it, now or later, or do nothing and seem to hang. */
export type MediaWorkerRole = (request: ProbeRequest, post: (answer: unknown) => void) => void;

export interface MediaWorkerDouble extends WorkerPort {
  readonly asked: readonly ProbeRequest[];
  readonly ended: () => boolean;
  /** Falls over, as a worker does whose script throws or cannot be loaded. */
  fail(): void;
}

/** A worker in the same thread that answers as `role` says. `ready` false: its script never comes up. */
export function makeMediaWorker(role: MediaWorkerRole, ready = true): MediaWorkerDouble {
  const events = new EventTarget();
  const asked: ProbeRequest[] = [];
  let ended = false;
  const post = (answer: unknown): void => {
    if (!ended) events.dispatchEvent(new MessageEvent('message', { data: answer }));
  };
  if (ready) queueMicrotask(() => post({ kind: 'ready' } satisfies ProbeAnswer));
  return {
    asked,
    ended: () => ended,
    fail: () => void events.dispatchEvent(new Event('error')),
    addEventListener: events.addEventListener.bind(events) as WorkerPort['addEventListener'],
    terminate: () => {
      ended = true;
    },
    postMessage: (request: ProbeRequest) => {
      asked.push(request);
      queueMicrotask(() => role(request, post));
    },
  };
}
