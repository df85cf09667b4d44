import { Fault } from '../../../base/fault.ts';
import type { FootageItem, FootageSource, ListControl, OpenedFootage } from '../../../domain/ports/footage-source.ts';
import type { PtpSession } from '../ptp/session.ts';
import { readHealth } from './mtp/health.ts';
import { MtpObjects, type Placed } from './mtp/objects.ts';
import { partialOf, readObject } from './mtp/read-object.ts';
import { byPath, walk } from './mtp/walk.ts';

export interface MtpClock {
  /** This PC's, against which the camera's clock is held. */
  readonly nowMs: () => number;
}

export interface MtpSource extends FootageSource {
  /** Whether a file this long can be read at any place; as far as is known by now, for some cameras only claim it. */
  readsInParts(sizeBytes: number): boolean;
}

/** Footage on a camera that speaks PTP or MTP. It reads only; of the content nothing but what is asked for. */
export function makeMtpSource(session: PtpSession, label: string, clock: MtpClock): MtpSource {
  const objects = new MtpObjects(session);
  const known = new Map<string, Placed>();

  async function list(control: ListControl): Promise<readonly FootageItem[]> {
    const items: FootageItem[] = [];
    const fresh = new Map<string, Placed>();
    for await (const placed of walk(objects, control)) {
      for (const one of placed) fresh.set(one.item.path, one);
      const found = placed.map(({ item }) => item);
      items.push(...found);
      control.found?.(found);
    }
    known.clear();
    for (const [path, placed] of fresh) known.set(path, placed);
    return items.sort(byPath);
  }

  /** Handles are of one session; after a replug the same path may have another. */
  async function find(item: FootageItem, signal: AbortSignal): Promise<Placed> {
    const kept = known.get(item.path);
    if (kept !== undefined && (await objects.isStill(kept, signal))) return kept;
    known.delete(item.path);
    for await (const placed of walk(objects, { signal, report: () => undefined }, item.path)) {
      for (const one of placed) known.set(one.item.path, one);
    }
    const found = known.get(item.path);
    if (found === undefined) throw new Fault('item-gone', { path: item.path });
    return found;
  }

  async function open(item: FootageItem, signal: AbortSignal): Promise<OpenedFootage> {
    signal.throwIfAborted();
    const { object: listed, item: now } = await find(item, signal);
    if (now.unreadable) throw new Fault('source-unreadable', { path: item.path });
    if (now.sizeBytes !== item.sizeBytes || now.modifiedAt !== item.modifiedAt)
      throw new Fault('item-changed', { path: item.path });
    const object = await objects.measured(listed, signal);
    return {
      kind: 'stream',
      sizeBytes: object.sizeBytes,
      from: (offset, stop) => streamOf(readObject(session, objects, object, offset, stop)),
    };
  }

  return {
    label,
    list,
    open,
    health: (signal) => readHealth(session, clock, signal),
    readsInParts: (sizeBytes) => partialOf(objects, { sizeBytes }) !== null,
  };
}

/** Pulled piece by piece: nothing is read from the camera that nobody waits for. */
function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await pieces.return()),
    },
    { highWaterMark: 0 },
  );
}
