import { isAbort, isFault } from '../../../base/fault.ts';
import { COPY_ENDINGS, type CopyTarget } from '../../../domain/ports/digester.ts';
import { copyFile } from './copy-engine.ts';
import { digestHere } from './digest-here.ts';
import { makeInbox } from './inbox.ts';
import { rename } from './private-file.ts';
import type { CopyAnswer, CopyRequest, CopyStart, Ring, RingMessage } from './protocol.ts';
import { openReader } from './source-reader.ts';

const REPORT_EVERY_MS = 100;
/** So long another writer is waited for before it is said that there is one. */
const LET_GO_MS = 2_000;

let stop = new AbortController();

const answer = (message: CopyAnswer): void => self.postMessage(message);

self.onmessage = (event: MessageEvent<CopyRequest>) => {
  if (event.data.kind === 'abort') {
    stop.abort();
    return;
  }
  stop = new AbortController();
  const start = event.data;
  void copy(start, stop.signal)
    .catch(toAnswer)
    .then((message) => {
      start.ring?.toDigests.close();
      start.ring?.fromDigests.close();
      answer(message);
    });
};

async function copy(start: CopyStart, signal: AbortSignal): Promise<CopyAnswer> {
  const { ring } = start;
  const part = start.target === null || !start.writes ? null : await openPart(start.target, signal);
  const reader = openReader(start.source, (start.resume?.chunks ?? 0) * start.plan.chunkBytes, { signal });
  try {
    const done = await copyFile(start, {
      reader,
      part,
      ...(ring === null ? await digestHere(start.wants === 'all', signal) : throughRing(ring, signal)),
      keep: (checkpoint) => writeSidecar(start, COPY_ENDINGS.checkpoint, checkpoint),
      report: throttled(),
      signal,
    });
    // A small file leaves no note: copying it anew costs less.
    if (ring !== null)
      await writeSidecar(start, COPY_ENDINGS.digests, { version: 1, modifiedAt: start.expected.modifiedAt, ...done });
    return { kind: 'done', done };
  } finally {
    reader.close();
    part?.close();
  }
}

function throughRing({ toDigests, fromDigests }: Ring, signal: AbortSignal) {
  const { take, receive } = makeInbox(signal);
  fromDigests.onmessage = (event: MessageEvent<RingMessage>) => take(event.data);
  const send = (message: RingMessage): void =>
    toDigests.postMessage(message, message.kind === 'chunk' ? [message.buffer] : []);
  return { send, receive };
}

/** What a worker or a tab that has just ended held open, the platform lets go of a moment later. */
async function openPart({ directory, name }: CopyTarget, signal: AbortSignal): Promise<FileSystemSyncAccessHandle> {
  const file = await directory.getFileHandle(`${name}${COPY_ENDINGS.part}`, { create: true });
  const giveUpAt = performance.now() + LET_GO_MS;
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || performance.now() > giveUpAt) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, LET_GO_MS / 20));
    signal.throwIfAborted();
  }
}

async function writeSidecar({ target }: CopyStart, ending: string, content: object): Promise<void> {
  if (target === null) return;
  await writeWhole(target.directory, `${target.name}${ending}`, new TextEncoder().encode(JSON.stringify(content)));
}

/**
 * Replaces a small file whole: written and flushed beside it, then moved into its place, so that a crash leaves the old
 * one or the new one.
 */
async function writeWhole(
  directory: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const fresh = await directory.getFileHandle(`${name}.new`, { create: true });
  const handle = await fresh.createSyncAccessHandle();
  try {
    handle.truncate(bytes.byteLength);
    handle.write(bytes, { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  await rename(fresh, name);
}

function throttled(): (bytes: number) => void {
  let last = 0;
  return (bytes) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY_MS) return;
    last = now;
    answer({ kind: 'progress', bytes });
  };
}

const CODES: Readonly<Record<string, string>> = {
  QuotaExceededError: 'buffer-full',
  // Another tab holds the part file open.
  NoModificationAllowedError: 'other-tab-writes',
};

function toAnswer(error: unknown): CopyAnswer {
  if (isAbort(error)) return { kind: 'aborted' };
  if (isFault(error)) return { kind: 'fault', code: error.code, facts: error.facts };
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'fault', code: CODES[name] ?? 'buffer-failed', facts: { error: name, message: String(error) } };
}
