import type { PublicJwk } from '../../../ledger/ports.ts';
import { decodeVerified, type VerifyBatch } from './protocol.ts';

/** The part of `Worker` that is used, so that a test can stand in for one. */
export type VerifyWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface VerifierMeans {
  readonly startWorker: () => VerifyWorker;
  /** How many at most; each takes a few MB while it is there. */
  readonly workers: number;
}

export interface Question {
  readonly jws: string;
  readonly key: PublicJwk;
  readonly settle: (good: boolean) => void;
}

export interface Crews {
  /** Each question is settled once, by a worker or, should workers fail, by who was named for that. */
  readonly ask: (questions: readonly Question[]) => void;
  /** No worker is asked any more. */
  readonly areGivenUp: () => boolean;
}

/** Small enough that workers share a chunk of a bundle evenly. */
const AT_ONCE = 64;
/** A worker that has said nothing for so long while it owes answers is given up. */
const PATIENCE_MS = 20_000;
const IDLE_MS = 60_000;

/** Workers are called when there is work and sent home when there has been none for a while. */
export function makeCrews(means: VerifierMeans, answerHere: (questions: readonly Question[]) => void): Crews {
  const hands: Hand[] = [];
  let givenUp = false;

  const giveUp = (): void => {
    givenUp = true;
    for (const hand of hands.splice(0)) answerHere(hand.end());
  };
  const goHome = (hand: Hand): void => {
    hands.splice(hands.indexOf(hand), 1);
    hand.end();
  };
  const hire = (): Hand => {
    const hand: Hand = takeOn(means.startWorker(), { failed: giveUp, idle: () => goHome(hand) });
    hands.push(hand);
    return hand;
  };
  /** Whoever owes least; one more is called while none is free. */
  const next = (): Hand => {
    const [least] = [...hands].sort((a, b) => a.owes() - b.owes());
    return least === undefined || (least.owes() > 0 && hands.length < means.workers) ? hire() : least;
  };

  return {
    areGivenUp: () => givenUp,
    ask: (questions) => {
      let sent = 0;
      try {
        for (; sent < questions.length; sent += AT_ONCE) next().ask(questions.slice(sent, sent + AT_ONCE));
      } catch {
        // A worker that cannot even be started. What it was just given may be answered twice: a promise is settled once.
        giveUp();
        answerHere(questions.slice(sent));
      }
    },
  };
}

/** One worker and what it owes. */
interface Hand {
  readonly ask: (questions: readonly Question[]) => void;
  /** Batches. */
  readonly owes: () => number;
  /** Ends the worker, which is not heard any more. Answers with what it still owed. */
  readonly end: () => readonly Question[];
}

function takeOn(worker: VerifyWorker, on: { readonly failed: () => void; readonly idle: () => void }): Hand {
  const owed = new Map<number, readonly Question[]>();
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  const watch = (): void => {
    clearTimeout(timer);
    timer = owed.size > 0 ? setTimeout(on.failed, PATIENCE_MS) : setTimeout(on.idle, IDLE_MS);
  };
  const take = (data: unknown): void => {
    const answer = decodeVerified(data);
    const questions = answer === null ? undefined : owed.get(answer.id);
    if (answer === null || questions?.length !== answer.good.length) {
      on.failed();
      return;
    }
    owed.delete(answer.id);
    for (const [i, { settle }] of questions.entries()) settle(answer.good[i] === true);
    watch();
  };
  const listening = { signal: ended.signal };
  worker.addEventListener('message', ({ data }) => take(data), listening);
  worker.addEventListener('error', on.failed, listening);
  worker.addEventListener('messageerror', on.failed, listening);

  return {
    owes: () => owed.size,
    ask: (questions) => {
      owed.set(++lastId, questions);
      watch();
      worker.postMessage(toBatch(lastId, questions));
    },
    end: () => {
      clearTimeout(timer);
      ended.abort();
      worker.terminate();
      return [...owed.values()].flat();
    },
  };
}

function toBatch(id: number, questions: readonly Question[]): VerifyBatch {
  const places = new Map<PublicJwk, number>();
  const entries = questions.map(({ jws, key }) => {
    const at = places.get(key) ?? places.size;
    places.set(key, at);
    return [jws, at] as const;
  });
  return { id, keys: [...places.keys()], entries };
}
