import { MessageChannel } from 'node:worker_threads';
import {
  type CopyPorts,
  type CopyTask,
  copyFile,
  type PartFile,
} from '../../src/adapters/hashing/pipeline/copy-engine.ts';
import { openPlace, runPlace } from '../../src/adapters/hashing/pipeline/digest-engine.ts';
import { makeInbox } from '../../src/adapters/hashing/pipeline/inbox.ts';
import type { CopyDone, RingMessage } from '../../src/adapters/hashing/pipeline/protocol.ts';
import { openReader } from '../../src/adapters/hashing/pipeline/source-reader.ts';

/** A part file in memory with a disk's limits and mishaps. What was written after the last flush is lost in a crash. */
export function memoryPart(
  mishaps: { readonly capacity?: number; readonly flipBitAt?: number; readonly grows?: boolean } = {},
) {
  let bytes = new Uint8Array(0);
  const written = new Map<number, number>();
  let flushed = 0;
  const part: PartFile = {
    truncate: (size) => {
      const sized = new Uint8Array(size);
      sized.set(bytes.subarray(0, size));
      bytes = sized;
    },
    write: (given, { at }) => {
      const room = Math.max(0, (mishaps.capacity ?? Number.POSITIVE_INFINITY) - at);
      const taken = given.subarray(0, room);
      if (mishaps.grows && at + taken.length > bytes.length) part.truncate(at + taken.length);
      if (at + taken.length > bytes.length) throw new Error('written beyond the announced size');
      bytes.set(taken, at);
      written.set(at, at + taken.length);
      const flip = mishaps.flipBitAt;
      if (flip !== undefined && flip >= at && flip < at + taken.length) bytes[flip] = (bytes[flip] ?? 0) ^ 1;
      return taken.length;
    },
    read: (into, { at }) => {
      const found = bytes.subarray(at, at + into.length);
      into.set(found);
      return found.length;
    },
    flush: () => {
      for (const end of written.values()) flushed = Math.max(flushed, end);
      written.clear();
    },
  };
  return {
    ...part,
    bytes: () => bytes,
    flushed: () => flushed,
    unflushed: () => written.size,
    crash: () => {
      for (const [from, to] of written) bytes.fill(0xee, from, to);
      written.clear();
    },
  };
}

/** The bytes as a stream whose reads are cut at the given lengths, over and over. */
export function splitStream(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0;
  let turn = 0;
  const progresses = cuts.some((cut) => cut > 0);
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      const cut = progresses ? (cuts[turn++ % cuts.length] ?? 1) : bytes.length;
      controller.enqueue(bytes.slice(at, at + cut));
      at += cut;
    },
  });
}

export interface TestTask extends CopyTask {
  readonly source: Uint8Array | ReadableStream<Uint8Array> | MessagePort;
}

interface Watch {
  readonly part: PartFile | null;
  readonly keep?: (checkpoint: Parameters<CopyPorts['keep']>[0]) => void;
  readonly report?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  readonly onChunk?: (index: number) => void;
}

/** The three places of the ring in one thread, over real ports that detach what they are handed. */
export async function runInMemory(task: TestTask, watch: Watch): Promise<CopyDone> {
  const [toSha, toSm3, back] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  const post = (port: (typeof back)['port1']) => (message: RingMessage) =>
    port.postMessage(message, message.kind === 'chunk' ? [message.buffer] : []);
  const { source, ...rest } = task;
  const whole = task.wants === 'all';
  const states = task.resume?.states ?? null;
  const sha256 = runPlace(
    await openPlace({ algorithm: 'sha256', whole, state: states?.sha256 ?? null }),
    post(toSm3.port1),
  );
  const sm3 = runPlace(await openPlace({ algorithm: 'sm3', whole, state: states?.sm3 ?? null }), post(back.port1));
  toSha.port2.on('message', (message: RingMessage) => {
    if (message.kind === 'chunk') watch.onChunk?.(message.index);
    void sha256(message);
  });
  toSm3.port2.on('message', (message: RingMessage) => void sm3(message));
  const signal = watch.signal ?? new AbortController().signal;
  const { take, receive } = makeInbox(signal);
  back.port2.on('message', take);
  const offset = (task.resume?.chunks ?? 0) * task.plan.chunkBytes;
  const opened =
    source instanceof Uint8Array
      ? { kind: 'blob' as const, blob: new Blob([new Uint8Array(source)]) }
      : source instanceof ReadableStream
        ? { kind: 'stream' as const, stream: source }
        : { kind: 'port' as const, port: source };
  const reader = openReader(opened, offset, { signal });
  try {
    return await copyFile(rest, {
      reader,
      part: watch.part,
      send: post(toSha.port1),
      receive,
      keep: async (checkpoint) => watch.keep?.(checkpoint),
      report: watch.report ?? (() => undefined),
      signal,
    });
  } finally {
    reader.close();
    for (const { port1, port2 } of [toSha, toSm3, back]) {
      port1.close();
      port2.close();
    }
  }
}
