import { Fault } from '../../base/fault.ts';
import type { Control } from '../../base/job.ts';
import { type FootageDigests, type TreeSha256Hex, toSha256, toSm3 } from '../../domain/digest.ts';
import type { OpenedFootage } from '../../domain/ports/footage-source.ts';
import type { Instant } from '../../domain/time.ts';
import { fitsSource } from './pipeline/copy-engine.ts';
import {
  CHUNK_BYTES,
  type Checkpoint,
  type CopyAnswer,
  type CopyDone,
  type CopyStart,
  checkpointName,
  type DigestStart,
  partName,
} from './pipeline/protocol.ts';
import type { VerifyAnswer, VerifyRequest } from './pipeline/verify-protocol.ts';

export interface CopiedFootage {
  readonly digests: FootageDigests;
  readonly sizeBytes: number;
  /** Bytes a resumed copy did not have to do again. */
  readonly resumedBytes: number;
}

/** Where one file goes: a directory of the private file system and a name without ending. */
export interface CopyTarget {
  readonly directory: FileSystemDirectoryHandle;
  readonly name: string;
}

/**
 * Copies and digests footage in workers, made on demand and let go when idle. One file at a time: the ring keeps both
 * cores of an office PC busy. Throws `Fault`: `source-unreadable`, `read-stalled`, `item-changed`, `buffer-full`,
 * `buffer-failed`, `read-back-mismatch`, `worker-crashed`; `AbortError` when stopped, leaving the checkpoint.
 */
export interface FootageHasher {
  copy(
    opened: OpenedFootage,
    target: CopyTarget,
    expected: { readonly sizeBytes: number; readonly modifiedAt: Instant | null },
    control: Control<number>,
  ): Promise<CopiedFootage>;
  /** The tree digest of a blob, for read-back and fixity. */
  treeOf(blob: Blob, control: Control<number>): Promise<TreeSha256Hex>;
}

interface Ring {
  readonly copy: Worker;
  readonly sha256: Worker;
  readonly sm3: Worker;
}

const IDLE_MS = 20_000;

const makeRing = (): Ring => ({
  copy: new Worker(new URL('./pipeline/copy.worker.ts', import.meta.url), { type: 'module' }),
  sha256: new Worker(new URL('./pipeline/digest.worker.ts', import.meta.url), { type: 'module' }),
  sm3: new Worker(new URL('./pipeline/digest.worker.ts', import.meta.url), { type: 'module' }),
});

const workersOf = (ring: Ring): readonly Worker[] => [ring.copy, ring.sha256, ring.sm3];

export function makeFootageHasher(): FootageHasher {
  let ring: Ring | null = null;
  let verifier: Worker | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let verifyId = 0;

  const drop = () => {
    for (const worker of ring === null ? [] : workersOf(ring)) worker.terminate();
    ring = null;
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      drop();
      verifier?.terminate();
      verifier = null;
    }, IDLE_MS);
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    clearTimeout(idle);
    const mine = queue.then(work, work);
    queue = mine.catch(() => undefined).then(rest);
    return mine;
  };

  return {
    copy: (opened, target, expected, control) =>
      inTurn(async () => {
        ring ??= makeRing();
        try {
          return await runCopy(ring, opened, target, expected, control);
        } catch (error) {
          // After a stop or a fault, chunks may still travel: the next file gets a clean ring.
          drop();
          throw error;
        }
      }),
    treeOf: (blob, control) => {
      verifier ??= new Worker(new URL('./pipeline/verify.worker.ts', import.meta.url), { type: 'module' });
      verifyId += 1;
      const worker = verifier;
      const id = verifyId;
      return inTurn(() => runVerify(worker, id, blob, control)).catch((error: unknown) => {
        worker.terminate();
        if (verifier === worker) verifier = null;
        throw error;
      });
    },
  };
}

async function runCopy(
  ring: Ring,
  opened: OpenedFootage,
  target: CopyTarget,
  expected: { readonly sizeBytes: number; readonly modifiedAt: Instant | null },
  control: Control<number>,
): Promise<CopiedFootage> {
  control.signal.throwIfAborted();
  const resume = await checkpointFor(opened, target, expected);
  const offset = (resume?.chunks ?? 0) * CHUNK_BYTES;
  const source: CopyStart['source'] =
    opened.kind === 'blob' ? opened : { kind: 'stream', stream: opened.from(offset, control.signal) };
  const [toSha, toSm3Port, back] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  const sha: DigestStart = {
    algorithm: 'sha256',
    state: resume?.sha256 ?? null,
    from: toSha.port2,
    to: toSm3Port.port1,
  };
  const sm3: DigestStart = { algorithm: 'sm3', state: resume?.sm3 ?? null, from: toSm3Port.port2, to: back.port1 };
  ring.sha256.postMessage(sha, [sha.from, sha.to]);
  ring.sm3.postMessage(sm3, [sm3.from, sm3.to]);
  const start: CopyStart = {
    kind: 'start',
    source,
    ...target,
    expected,
    resume,
    toDigests: toSha.port1,
    fromDigests: back.port2,
  };
  const transfer: Transferable[] = [start.toDigests, start.fromDigests];
  if (source.kind === 'stream') transfer.push(source.stream);
  const done = await answered(ring, control, () => ring.copy.postMessage(start, transfer));
  await seal(target);
  control.report(done.sizeBytes);
  return {
    digests: { sha256: toSha256(done.sha256), sm3: toSm3(done.sm3), treeSha256: done.treeSha256 },
    sizeBytes: done.sizeBytes,
    resumedBytes: done.resumedChunks * CHUNK_BYTES,
  };
}

/** Posts, and waits for the end of the copy, its fault, a crash of any worker, or the stop. */
function answered(ring: Ring, control: Control<number>, post: () => void): Promise<CopyDone> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const once = { signal: ended.signal };
    const end = (act: () => void) => {
      ended.abort();
      act();
    };
    ring.copy.addEventListener(
      'message',
      (event: MessageEvent<CopyAnswer | 'ready'>) => {
        const answer = event.data;
        if (answer === 'ready') return;
        if (answer.kind === 'progress') control.report(answer.bytes);
        else if (answer.kind === 'done') end(() => resolve(answer.done));
        else if (answer.kind === 'aborted') end(() => reject(control.signal.reason));
        else end(() => reject(new Fault(answer.code, answer.facts)));
      },
      once,
    );
    for (const worker of workersOf(ring)) {
      worker.addEventListener(
        'error',
        (event) => end(() => reject(new Fault('worker-crashed', { message: event.message }))),
        once,
      );
    }
    control.signal.addEventListener('abort', () => ring.copy.postMessage({ kind: 'abort' }), once);
    post();
  });
}

async function readJson(directory: FileSystemDirectoryHandle, name: string): Promise<unknown> {
  try {
    const file = await (await directory.getFileHandle(name)).getFile();
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return null;
  }
}

/** The checkpoint of an earlier try, if it is of the same file; otherwise the copy begins anew. */
async function checkpointFor(
  opened: OpenedFootage,
  target: CopyTarget,
  expected: { readonly sizeBytes: number; readonly modifiedAt: Instant | null },
): Promise<Checkpoint | null> {
  const kept = (await readJson(target.directory, checkpointName(target.name))) as Checkpoint | null;
  if (kept === null || opened.kind !== 'blob') return null;
  const fits = await fitsSource(kept, { source: opened, expected }).catch(() => false);
  return fits ? kept : null;
}

/** Under its final name a file is whole, flushed and read back. */
async function seal({ directory, name }: CopyTarget): Promise<void> {
  const part = await directory.getFileHandle(partName(name));
  await (part as FileSystemFileHandle & { move(name: string): Promise<void> }).move(name);
  await directory.removeEntry(checkpointName(name)).catch(() => undefined);
}

function runVerify(worker: Worker, id: number, blob: Blob, control: Control<number>): Promise<TreeSha256Hex> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const once = { signal: ended.signal };
    const end = (act: () => void) => {
      ended.abort();
      act();
    };
    worker.addEventListener(
      'message',
      (event: MessageEvent<VerifyAnswer | 'ready'>) => {
        const answer = event.data;
        if (answer === 'ready' || answer.id !== id) return;
        if (answer.kind === 'progress') control.report(answer.bytes);
        else if (answer.kind === 'done') end(() => resolve(answer.treeSha256));
        else if (answer.kind === 'aborted') end(() => reject(control.signal.reason));
        else end(() => reject(new Fault(answer.code)));
      },
      once,
    );
    worker.addEventListener(
      'error',
      (event) => end(() => reject(new Fault('worker-crashed', { message: event.message }))),
      once,
    );
    control.signal.addEventListener(
      'abort',
      () => worker.postMessage({ kind: 'abort', id } satisfies VerifyRequest),
      once,
    );
    worker.postMessage({ kind: 'verify', id, blob } satisfies VerifyRequest);
  });
}
