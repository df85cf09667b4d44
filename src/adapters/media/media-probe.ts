import { Fault } from '../../base/fault.ts';
import { FILE_NAME_PATTERNS, type FileNamePattern } from '../../domain/file-name.ts';
import { type MediaFacts, unknownFacts } from '../../domain/media-facts.ts';
import type { FileSigns, FootageExaminer } from '../../domain/ports/footage-examiner.ts';
import type { MediaFaultCode, MediaProbe } from '../../domain/ports/media-probe.ts';
import { makeExchange } from './probe/exchange.ts';
import type { FinalAnswer, WorkerPort } from './probe/line.ts';
import { outerClaims } from './probe/outer-claims.ts';
import { localMemory, makeStrikes, type StrikeMemory, strikeKey } from './probe/strikes.ts';
import { makeTurns } from './probe/turns.ts';

export interface MediaProbeOptions {
  /** How this office's recorders name their files. */
  readonly patterns?: readonly FileNamePattern[];
  /** After this long the worker is ended and the facts so far are given. A card reader on USB 2 needs some seconds for a long film. */
  readonly timeLimitMs?: number;
  readonly startWorker?: () => WorkerPort;
  readonly strikeMemory?: StrikeMemory;
}

const TIME_LIMIT_MS = 20_000;
/** The worker holds its libraries and caches; nobody misses it between two intakes. */
const IDLE_MS = 20_000;

/** The libraries come with the worker, and the worker with the first question: neither is part of the first screen's script. */
const startMediaWorker = (): WorkerPort =>
  new Worker(new URL('./probe/media.worker.ts', import.meta.url), { type: 'module', name: 'media' });

/** One file at a time: on an old PC a second look at another place of the same slow card only costs. */
export function createMediaProbe(
  options: MediaProbeOptions = {},
): MediaProbe & FootageExaminer & { readonly close: () => void } {
  const { patterns = FILE_NAME_PATTERNS, timeLimitMs = TIME_LIMIT_MS, startWorker = startMediaWorker } = options;
  const strikes = makeStrikes(options.strikeMemory ?? localMemory);
  const { exchange, hangUp } = makeExchange(startWorker, timeLimitMs);
  const inTurn = makeTurns(hangUp, IDLE_MS);
  return {
    close: hangUp,
    probe: (blob, name, { signal, modifiedAt = null }) =>
      inTurn(signal, async () => {
        const label = { name, modifiedAt, patterns };
        const key = strikeKey(name, blob.size);
        if (!strikes.begin(key)) return { ...unknownFacts(outerClaims(label)), unfinished: 'crashed' };
        const result = await exchange({ act: 'probe', blob, ...label }, signal).finally(() => strikes.end(key));
        if (result.kind === 'answered') return toFacts(result.answer);
        return { ...(result.soFar ?? unknownFacts(outerClaims(label))), unfinished: result.kind };
      }),
    thumbnail: (blob, facts, { signal, maxWidth }) =>
      inTurn(signal, async () => {
        const result = await exchange({ act: 'thumbnail', blob, facts, maxWidth }, signal);
        return result.kind === 'answered' ? toPicture(result.answer) : null;
      }),
    signs: (blob, facts, { signal, modifiedAt, ownWriters = [] }) =>
      inTurn(signal, async () => {
        const result = await exchange({ act: 'signs', blob, facts, modifiedAt, ownWriters }, signal);
        return result.kind === 'answered' ? toSigns(result.answer) : null;
      }),
    still: (blob, facts, { signal, atSec, maxSide }) =>
      inTurn(signal, async () => {
        const result = await exchange({ act: 'still', blob, facts, atSec, maxSide }, signal);
        return result.kind === 'answered' ? toStill(result.answer) : null;
      }),
  };
}

const unreadable = (cause: string): Fault<MediaFaultCode> => new Fault<MediaFaultCode>('media-unreadable', { cause });
const broken = (answer: FinalAnswer): Error => new Error(`The media worker broke its protocol: ${answer.kind}`);

function toFacts(answer: FinalAnswer): MediaFacts {
  if (answer.kind === 'facts') return answer.facts;
  throw answer.kind === 'unreadable' ? unreadable(answer.cause) : broken(answer);
}

/** `failed`: content no decoder can make a picture of. */
function toPicture(answer: FinalAnswer): Blob | null {
  if (answer.kind === 'thumbnail') return answer.jpeg;
  if (answer.kind === 'failed') return null;
  throw answer.kind === 'unreadable' ? unreadable(answer.cause) : broken(answer);
}

function toSigns(answer: FinalAnswer): FileSigns | null {
  if (answer.kind === 'failed') return null;
  if (answer.kind === 'signs') return { traces: answer.traces, print: answer.print, writers: answer.writers };
  throw answer.kind === 'unreadable' ? unreadable(answer.cause) : broken(answer);
}

function toStill(answer: FinalAnswer): ImageData | null {
  if (answer.kind === 'failed') return null;
  if (answer.kind !== 'still') throw answer.kind === 'unreadable' ? unreadable(answer.cause) : broken(answer);
  const { still } = answer;
  return still && new ImageData(new Uint8ClampedArray(still.pixels), still.width, still.height);
}
