import type { EntryVerifier } from '../../ledger/ports.ts';
import { makeEntryVerifier } from './entry-verifier.ts';
import { makeCrews, type Question, type VerifierMeans } from './workers/crews.ts';

export type { VerifyWorker } from './workers/crews.ts';

/** Below this the way to a worker and back costs more than the page loses by verifying itself. */
const FEW = 8;
const MOST_WORKERS = 4;

/** One processor is left to the page. Where there are no workers, all is answered here. */
const browserMeans = (): VerifierMeans => ({
  startWorker: () =>
    new Worker(new URL('./workers/verify.worker.ts', import.meta.url), { type: 'module', name: 'verify' }),
  workers: typeof Worker === 'undefined' ? 0 : Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1)),
});

/**
 * The same answers as `makeEntryVerifier`, found beside the page where many are asked for at once. Chromium verifies on the thread that
 * asks, a tenth of a millisecond each: 2,000 entries of another station would stop the page for as long as a blink lasts, and leave the
 * other processors idle. Where a worker fails or stays silent its questions are answered here, and all that follow.
 */
export function makeEntryVerifierInWorkers(means: VerifierMeans = browserMeans()): EntryVerifier {
  const here = makeEntryVerifier();
  const answerHere = (questions: readonly Question[]): void => {
    for (const { jws, key, settle } of questions) void here.verify(jws, key).then(settle);
  };
  const crews = makeCrews(means, answerHere);
  let waiting: Question[] = [];

  const flush = (): void => {
    const questions = waiting;
    waiting = [];
    if (crews.areGivenUp() || questions.length < FEW) answerHere(questions);
    else crews.ask(questions);
  };

  return {
    ...here,
    verify: (jws, key) => {
      if (means.workers < 1 || crews.areGivenUp()) return here.verify(jws, key);
      return new Promise((settle) => {
        waiting.push({ jws, key, settle });
        if (waiting.length === 1) queueMicrotask(flush);
      });
    },
  };
}
