import { Fault } from '../../base/fault.ts';
import { never } from '../../base/never.ts';
import { FILE_NAME_PATTERNS, type FileNamePattern } from '../../domain/file-name.ts';
import { type MediaFacts, unknownFacts } from '../../domain/media-facts.ts';
import type { MediaFaultCode, MediaProbe } from '../../domain/ports/media-probe.ts';
import { type FinalAnswer, type Line, openLine, type WorkerPort } from './probe/line.ts';
import { outerClaims } from './probe/outer-claims.ts';
import type { ProbeRequest } from './probe/protocol.ts';

export interface MediaProbeOptions {
  /** How this office's recorders name their files. */
  readonly patterns?: readonly FileNamePattern[];
  /** After this long the worker is ended and the facts so far are given. A card reader on USB 2 needs some seconds for a long film. */
  readonly timeLimitMs?: number;
  readonly startWorker?: () => WorkerPort;
}

const TIME_LIMIT_MS = 20_000;
/** The worker holds its libraries and caches; nobody misses it between two intakes. */
const IDLE_MS = 20_000;

/** The libraries come with the worker, and the worker with the first question: neither is part of the first screen's script. */
const startMediaWorker = (): WorkerPort =>
  new Worker(new URL('./probe/media.worker.ts', import.meta.url), { type: 'module', name: 'media' });

type Unnumbered = ProbeRequest extends infer R ? (R extends ProbeRequest ? Omit<R, 'id'> : never) : never;

type Result =
  | { readonly kind: 'answered'; readonly answer: FinalAnswer }
  | { readonly kind: 'time-limit' | 'crashed'; readonly soFar: MediaFacts | null };

/** One file at a time: on an old PC a second look at another place of the same slow card only costs. */
export function createMediaProbe(options: MediaProbeOptions = {}): MediaProbe & { readonly close: () => void } {
  const { patterns = FILE_NAME_PATTERNS, timeLimitMs = TIME_LIMIT_MS, startWorker = startMediaWorker } = options;
  let line: Line | null = null;
  let lastId = 0;
  let waiting = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  function hangUp(): void {
    clearTimeout(idle);
    line?.hangUp();
    line = null;
  }

  async function inTurn<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    clearTimeout(idle);
    waiting += 1;
    const turn = queue.then(() => {
      signal.throwIfAborted();
      return act();
    });
    queue = turn.then(noop, noop).then(() => {
      waiting -= 1;
      if (waiting === 0) idle = setTimeout(hangUp, IDLE_MS);
    });
    return orAborted(turn, signal);
  }

  /** Resolves at the latest when the time is up; an abort ends the worker, so the next in turn gets a fresh one. */
  async function exchange(request: Unnumbered, signal: AbortSignal): Promise<Result> {
    if (line === null || line.broken()) line = openLine(startWorker);
    const current = line;
    lastId += 1;
    let soFar: MediaFacts | null = null;
    let timedOut = false;
    const onAbort = (): void => hangUp();
    signal.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => {
      timedOut = true;
      hangUp();
    }, timeLimitMs);
    try {
      await current.ready;
      const ending = await current.ask({ ...request, id: lastId }, (answer) => {
        soFar = answer.facts;
      });
      signal.throwIfAborted();
      return ending.kind === 'answered' ? ending : { kind: timedOut ? 'time-limit' : 'crashed', soFar };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (current.broken() && line === current) line = null;
    }
  }

  return {
    close: hangUp,
    probe: (blob, name, { signal, modifiedAt = null }) =>
      inTurn(signal, async () => {
        const label = { name, modifiedAt, patterns };
        const result = await exchange({ act: 'probe', blob, ...label }, signal);
        if (result.kind === 'answered') return toFacts(result.answer);
        return { ...(result.soFar ?? unknownFacts(outerClaims(label))), unfinished: result.kind };
      }),
    thumbnail: (blob, facts, { signal, maxWidth }) =>
      inTurn(signal, async () => {
        const result = await exchange({ act: 'thumbnail', blob, facts, maxWidth }, signal);
        return result.kind === 'answered' ? toPicture(result.answer) : null;
      }),
  };
}

const noop = (): void => undefined;

function toFacts(answer: FinalAnswer): MediaFacts {
  switch (answer.kind) {
    case 'facts':
      return answer.facts;
    case 'unreadable':
      throw new Fault<MediaFaultCode>('media-unreadable', { cause: answer.cause });
    case 'failed':
    case 'thumbnail':
      throw new Error(`The media worker broke its protocol: ${answer.kind}`);
    default:
      return never(answer);
  }
}

function toPicture(answer: FinalAnswer): Blob | null {
  switch (answer.kind) {
    case 'thumbnail':
      return answer.jpeg;
    case 'unreadable':
      throw new Fault<MediaFaultCode>('media-unreadable', { cause: answer.cause });
    // Content no decoder can make a picture of.
    case 'failed':
      return null;
    case 'facts':
      throw new Error('The media worker broke its protocol: facts');
    default:
      return never(answer);
  }
}

/** Whoever waits in the queue must not wait for the file before. */
function orAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
