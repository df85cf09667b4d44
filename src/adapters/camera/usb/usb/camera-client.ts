import { Fault } from '../../../../base/fault.ts';
import type { CameraAtHand, CameraKey, CameraNews } from '../../../../domain/camera.ts';
import type { FootageItem, FootageSource, OpenedFootage } from '../../../../domain/ports/footage-source.ts';
import type { CameraAnswer, CameraAsk, CameraRequest, PeekedEnds } from './protocol.ts';

/** A worker, or a double of one. */
export interface CameraWorker {
  postMessage(message: CameraRequest, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<CameraAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type End = Extract<CameraAnswer, { readonly kind: 'listed' | 'opened' | 'peeked' | 'health' }>;
type EndOf<K extends CameraAsk['kind']> = Extract<
  End,
  { readonly kind: { list: 'listed'; open: 'opened'; peek: 'peeked'; health: 'health' }[K] }
>;
type Without<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Waiting {
  readonly end: (answer: CameraAnswer) => void;
  readonly crash: (error: Fault) => void;
}

/** The page's side of the worker that owns the cameras: started on demand, and started again after a crash. */
export class CameraClient {
  readonly #start: () => CameraWorker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: CameraWorker | null = null;
  onNews: (camera: CameraKey, news: CameraNews) => void = () => undefined;
  #last = 0;

  constructor(start: () => CameraWorker) {
    this.#start = start;
  }

  #running(): CameraWorker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      if (data.kind === 'news') this.onNews(data.camera, data.news);
      else this.#waiting.get(data.id)?.end(data);
    };
    worker.onerror = ({ message }) => {
      this.#worker = null;
      for (const { crash } of [...this.#waiting.values()]) crash(new Fault('worker-crashed', { message }));
    };
    this.#worker = worker;
    return worker;
  }

  #ask<K extends CameraAsk['kind']>(
    ask: Without<Extract<CameraAsk, { readonly kind: K }>>,
    signal: AbortSignal,
    onTheWay: (answer: CameraAnswer) => void = () => undefined,
  ): Promise<EndOf<K>> {
    this.#last += 1;
    const id = this.#last;
    return new Promise<EndOf<K>>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const worker = this.#running();
      const stop = () => worker.postMessage({ kind: 'stop', id });
      signal.addEventListener('abort', stop, { once: true });
      const over = (act: () => void) => {
        signal.removeEventListener('abort', stop);
        this.#waiting.delete(id);
        act();
      };
      this.#waiting.set(id, {
        crash: (error) => over(() => reject(error)),
        end: (answer) => {
          if (answer.kind === 'seen' || answer.kind === 'found') onTheWay(answer);
          else if (answer.kind === 'fault') over(() => reject(new Fault(answer.code, answer.facts)));
          // A stop may cross an end on its way.
          else if (answer.kind === 'aborted' || signal.aborted) over(() => reject(signal.reason));
          else over(() => resolve(answer as EndOf<K>));
        },
      });
      worker.postMessage({ ...ask, id } as unknown as CameraAsk);
    });
  }

  release(camera: CameraKey): void {
    this.#worker?.postMessage({ kind: 'release', camera });
  }

  source({ key: camera, name }: CameraAtHand): FootageSource {
    const port = (item: FootageItem, offset: number): MessagePort => {
      const { port1, port2 } = new MessageChannel();
      this.#running().postMessage({ kind: 'read', camera, item, offset, port: port2 }, [port2]);
      return port1;
    };
    return {
      label: name,
      list: async ({ signal, report, found }) => {
        const onTheWay = (answer: CameraAnswer) => {
          if (answer.kind === 'seen') report(answer.entries);
          else if (answer.kind === 'found') found?.(answer.items);
        };
        return (await this.#ask<'list'>({ kind: 'list', camera }, signal, onTheWay)).items;
      },
      open: async (item, signal): Promise<OpenedFootage> => {
        const { sizeBytes } = await this.#ask<'open'>({ kind: 'open', camera, item }, signal);
        return {
          kind: 'stream',
          sizeBytes,
          port: (offset) => port(item, offset),
          from: (offset) => streamFrom(port(item, offset)),
        };
      },
      health: async (signal) => (await this.#ask<'health'>({ kind: 'health', camera }, signal)).health,
      peek: async (item, signal) => {
        const { ends } = await this.#ask<'peek'>({ kind: 'peek', camera, item }, signal);
        return ends === null ? null : sparseBlob(ends);
      },
    };
  }
}

const NOTHING_BYTES = 16 * 1024 * 1024;

/** A blob of the file's size of which only the ends hold something; its middle is one block of nothing, many times over. */
function sparseBlob({ head, tail, sizeBytes }: PeekedEnds): Blob {
  const middle = Math.max(0, sizeBytes - head.length - tail.length);
  if (middle === 0) return new Blob([head, tail]);
  const nothing = new Blob([new Uint8Array(Math.min(NOTHING_BYTES, middle))]);
  const whole = Math.floor(middle / NOTHING_BYTES);
  const parts: Blob[] = Array.from({ length: whole }, () => nothing);
  return new Blob([head, ...parts, nothing.slice(0, middle - whole * NOTHING_BYTES), tail]);
}

/** The few bytes a page itself wants: the first chunk, to see whether a half-copied file is still the same. */
function streamFrom(port: MessagePort): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        port.onmessage = ({ data }) => {
          if (data.kind === 'piece') controller.enqueue(data.bytes);
          else if (data.kind === 'end') controller.close();
          else controller.error(new Fault(data.code, data.facts));
        };
      },
      pull: () => port.postMessage({ kind: 'pull', pieces: 1 }),
      cancel: () => {
        port.postMessage({ kind: 'cancel' });
        port.close();
      },
    },
    { highWaterMark: 0 },
  );
}
