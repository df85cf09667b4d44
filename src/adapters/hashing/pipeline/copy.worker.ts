import { isFault } from '../../../base/fault.ts';
import { CopyAborted, copyFile } from './copy-engine.ts';
import {
  type Checkpoint,
  type CopyAnswer,
  type CopyRequest,
  type CopyStart,
  checkpointName,
  partName,
  type RingMessage,
} from './protocol.ts';

const REPORT_EVERY_MS = 100;
let aborted = false;

const answer = (message: CopyAnswer): void => self.postMessage(message);

self.onmessage = (event: MessageEvent<CopyRequest>) => {
  if (event.data.kind === 'abort') {
    aborted = true;
    return;
  }
  aborted = false;
  const start = event.data;
  void copy(start)
    .then(answer, (error: unknown) => answer(toAnswer(error)))
    .finally(() => {
      start.toDigests.close();
      start.fromDigests.close();
    });
};
self.postMessage('ready');

async function copy(start: CopyStart): Promise<CopyAnswer> {
  const file = await start.directory.getFileHandle(partName(start.name), { create: true });
  const part = await file.createSyncAccessHandle();
  try {
    const done = await copyFile(start, {
      part,
      send: (message) => start.toDigests.postMessage(message, message.kind === 'chunk' ? [message.buffer] : []),
      receive: inbox(start.fromDigests),
      keep: (checkpoint) => keep(start, checkpoint),
      report: throttled(),
      aborted: () => aborted,
    });
    return { kind: 'done', done };
  } finally {
    part.close();
  }
}

/** Messages of a port, one by one, in order. */
function inbox(port: MessagePort): () => Promise<RingMessage> {
  const waiting: RingMessage[] = [];
  let wake: ((message: RingMessage) => void) | null = null;
  port.onmessage = (event: MessageEvent<RingMessage>) => {
    if (wake === null) waiting.push(event.data);
    else {
      wake(event.data);
      wake = null;
    }
  };
  return () => {
    const next = waiting.shift();
    if (next !== undefined) return Promise.resolve(next);
    return new Promise((resolve) => {
      wake = resolve;
    });
  };
}

/** The checkpoint replaces the last one whole: written beside it, then moved into its place. */
async function keep({ directory, name }: CopyStart, checkpoint: Checkpoint): Promise<void> {
  const fresh = await directory.getFileHandle(`${checkpointName(name)}.new`, { create: true });
  const handle = await fresh.createSyncAccessHandle();
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(checkpoint));
    handle.truncate(bytes.byteLength);
    handle.write(bytes, { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  await (fresh as FileSystemFileHandle & { move(name: string): Promise<void> }).move(checkpointName(name));
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

function toAnswer(error: unknown): CopyAnswer {
  if (error instanceof CopyAborted) return { kind: 'aborted' };
  if (isFault(error)) return { kind: 'fault', code: error.code, facts: error.facts };
  const name = error instanceof Error ? error.name : 'unknown';
  if (name === 'QuotaExceededError') return { kind: 'fault', code: 'buffer-full', facts: { error: name } };
  return { kind: 'fault', code: 'buffer-failed', facts: { error: name, message: String(error) } };
}
