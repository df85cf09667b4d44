import { Dexie, liveQuery, type Subscription } from 'dexie';
import { type BureauTables, readMeta } from '../database/bureau-tables.ts';
import { toStorageFault } from '../database/storage-fault.ts';

/** Tells once as soon as changes will not be missed, then after every commit of the book, from any tab. */
export type Revisions = (onChange: () => void, onFault: (error: unknown) => void) => () => void;

interface Watcher {
  readonly onChange: () => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * One live query for all watchers, over the one number that every commit raises. Dexie could follow each read by itself, but
 * it keeps a tree of every key a read has seen, and a search of the register sees 100,000.
 */
export function makeRevisions(tables: BureauTables): Revisions {
  const watchers = new Set<Watcher>();
  let live: Subscription | null = null;
  let told = false;
  const fail = (error: unknown): void => {
    live = null;
    for (const watcher of [...watchers]) watcher.onFault(toStorageFault(error));
  };
  const listen = (): Subscription =>
    liveQuery(() => readMeta(tables, 'revision')).subscribe({
      next: () => {
        told = true;
        for (const watcher of [...watchers]) watcher.onChange();
      },
      error: fail,
    });
  return (onChange, onFault) => {
    const watcher = { onChange, onFault };
    watchers.add(watcher);
    // A live query says nothing of a database that is closed.
    if (!tables.dexie.isOpen()) queueMicrotask(() => fail(new Dexie.DatabaseClosedError()));
    else if (live === null) live = listen();
    else if (told) queueMicrotask(() => watchers.has(watcher) && onChange());
    return () => {
      watchers.delete(watcher);
      if (watchers.size > 0) return;
      live?.unsubscribe();
      live = null;
      told = false;
    };
  };
}

/** Reads at each change, one read at a time; changes during a read cause one more, and values keep their order. */
export function watchRevisions<V>(
  revisions: Revisions,
  read: () => Promise<V>,
  onValue: (value: V) => void,
  onFault: (error: unknown) => void,
): () => void {
  let stopped = false;
  let reading = false;
  let stale = false;
  const refresh = async (): Promise<void> => {
    stale = true;
    if (reading) return;
    reading = true;
    while (stale && !stopped) {
      stale = false;
      try {
        const value = await read();
        if (!stopped) onValue(value);
      } catch (error) {
        if (!stopped) onFault(error);
      }
    }
    reading = false;
  };
  const stop = revisions(() => void refresh(), onFault);
  return () => {
    stopped = true;
    stop();
  };
}
