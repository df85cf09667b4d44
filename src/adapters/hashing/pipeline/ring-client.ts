import { Fault } from '../../../base/fault.ts';
import type { Control } from '../../../base/job.ts';
import type { CopyAnswer, CopyDone, CopyStart, DigestStart } from './protocol.ts';

/** The workers of the ring as the client needs them; a test hands in doubles. */
export interface RingWorkers {
  readonly copy: Worker;
  readonly sha256: Worker;
  readonly sm3: Worker;
}

export type RingTask = Omit<CopyStart, 'kind' | 'toDigests' | 'fromDigests'>;

/** A worker that was told to stop answers at its next chunk; one that hangs in the platform is ended after this long. */
const STOP_GRACE_MS = 3_000;

/** Connects the three workers for one file, and waits for its end, its fault, a crash of any worker, or the stop. */
export function runRing(workers: RingWorkers, task: RingTask, control: Control<number>): Promise<CopyDone> {
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
  const start: CopyStart = { ...task, kind: 'start', toDigests: toSha.port1, fromDigests: back.port2 };
  const done = answered(workers, control);
  workers.sha256.postMessage(sha256, [sha256.from, sha256.to]);
  workers.sm3.postMessage(sm3, [sm3.from, sm3.to]);
  const transfer: Transferable[] = [start.toDigests, start.fromDigests];
  if (start.source.kind === 'stream') transfer.push(start.source.stream);
  if (start.source.kind === 'port') transfer.push(start.source.port);
  workers.copy.postMessage(start, transfer);
  return done;
}

/** A saved state is of another version of the digest library: the copy must begin anew. */
export class StateRefused extends Error {}

function answered({ copy, sha256, sm3 }: RingWorkers, control: Control<number>): Promise<CopyDone> {
  const ended = new AbortController();
  const listening = { signal: ended.signal };
  let grace: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<CopyDone>((resolve, reject) => {
    let failure: { readonly reason: unknown } | null = null;
    /** The copy worker is heard first: only it can let go of its part file, which the next try needs. */
    const stop = (reason: unknown) => {
      failure ??= { reason };
      copy.postMessage({ kind: 'abort' });
      grace ??= setTimeout(() => reject(reason), STOP_GRACE_MS);
    };
    copy.addEventListener(
      'message',
      (event: MessageEvent<CopyAnswer>) => {
        const answer = event.data;
        if (answer.kind === 'progress') control.report(answer.bytes);
        else if (answer.kind === 'done') resolve(answer.done);
        else if (failure !== null) reject(failure.reason);
        else if (answer.kind === 'aborted') reject(control.signal.reason);
        else reject(new Fault(answer.code, answer.facts));
      },
      listening,
    );
    for (const worker of [copy, sha256, sm3]) {
      const end = worker === copy ? reject : stop;
      const crash = (message: string) => end(new Fault('worker-crashed', { message }));
      worker.addEventListener('error', (event) => crash(event.message ?? 'did not load'), listening);
      worker.addEventListener('messageerror', () => crash('a message could not be read'), listening);
    }
    for (const worker of [sha256, sm3]) {
      worker.addEventListener('message', () => stop(new StateRefused()), listening);
    }
    control.signal.addEventListener('abort', () => stop(control.signal.reason), listening);
  });
  return end.finally(() => {
    clearTimeout(grace);
    ended.abort();
  });
}
