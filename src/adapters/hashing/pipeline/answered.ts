import { Fault } from '../../../base/fault.ts';
import type { Control } from '../../../base/job.ts';
import type { CopyAnswer, CopyDone } from './protocol.ts';

/** A worker that was told to stop answers at its next chunk; one that hangs in the platform is ended after this long. */
const STOP_GRACE_MS = 3_000;

/** A saved state is of another version of the digest library: the copy must begin anew. */
export class StateRefused extends Error {}

/**
 * Waits for the copying worker's end or fault, a crash of it or of a worker that helps it, or the stop. `helpers` have one thing to
 * say: that a saved state is not one of theirs.
 */
export function answered(copy: Worker, helpers: readonly Worker[], control: Control<number>): Promise<CopyDone> {
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
    for (const worker of [copy, ...helpers]) {
      const end = worker === copy ? reject : stop;
      const crash = (message: string) => end(new Fault('worker-crashed', { message }));
      worker.addEventListener('error', (event) => crash(event.message ?? 'did not load'), listening);
      worker.addEventListener('messageerror', () => crash('a message could not be read'), listening);
    }
    for (const worker of helpers) worker.addEventListener('message', () => stop(new StateRefused()), listening);
    control.signal.addEventListener('abort', () => stop(control.signal.reason), listening);
  });
  return end.finally(() => {
    clearTimeout(grace);
    ended.abort();
  });
}
