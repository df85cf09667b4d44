import type { Control } from '../../../base/job.ts';
import { answered } from './answered.ts';
import type { CopyDone, CopyStart, DigestStart } from './protocol.ts';

/** The workers of the ring as the client needs them; a test hands in doubles. */
export interface RingWorkers {
  readonly copy: Worker;
  readonly sha256: Worker;
  readonly sm3: Worker;
}

export type CopyJob = Omit<CopyStart, 'kind' | 'ring'>;

/** Connects the three workers for one file, and waits for its end, its fault, a crash of any worker, or the stop. */
export function runRing(workers: RingWorkers, task: CopyJob, control: Control<number>): Promise<CopyDone> {
  const [toSha, toSm3, back] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  const whole = task.wants === 'all';
  const states = task.resume?.states ?? null;
  const sha256: DigestStart = {
    algorithm: 'sha256',
    whole,
    state: states?.sha256 ?? null,
    from: toSha.port2,
    to: toSm3.port1,
  };
  const sm3: DigestStart = { algorithm: 'sm3', whole, state: states?.sm3 ?? null, from: toSm3.port2, to: back.port1 };
  const ring = { toDigests: toSha.port1, fromDigests: back.port2 };
  const start: CopyStart = { ...task, kind: 'start', ring };
  const done = answered(workers.copy, [workers.sha256, workers.sm3], control);
  workers.sha256.postMessage(sha256, [sha256.from, sha256.to]);
  workers.sm3.postMessage(sm3, [sm3.from, sm3.to]);
  workers.copy.postMessage(start, [ring.toDigests, ring.fromDigests, ...handedOver(start.source)]);
  return done;
}

/** One worker does all of one small file. */
export function runSmall(worker: Worker, task: CopyJob, control: Control<number>): Promise<CopyDone> {
  const done = answered(worker, [], control);
  const start: CopyStart = { ...task, kind: 'start', ring: null };
  worker.postMessage(start, handedOver(start.source));
  return done;
}

/** What of a source moves into the worker rather than being told to it. */
function handedOver(source: CopyStart['source']): Transferable[] {
  if (source.kind === 'stream') return [source.stream];
  return source.kind === 'port' ? [source.port] : [];
}
