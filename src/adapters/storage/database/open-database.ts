import { Dexie } from 'dexie';
import { Fault } from '../../../base/fault.ts';
import { guarded, type StorageFaultCode } from './storage-fault.ts';
import type { Version } from './versions.ts';

/**
 * Why a connection ended without being asked. `newer-version`: another tab runs a newer version and needs this one to let go;
 * `deleted`: another tab deletes the database; `lost`: the browser closed it, as when site data are cleared.
 */
export type ClosedWhy = 'newer-version' | 'deleted' | 'lost';

export interface OpenedDatabase {
  readonly dexie: Dexie;
  /** Called at once if it has already happened. After it every act throws `Fault<'storage-failed'>`; only a reload helps. */
  readonly onClosed: (listener: (why: ClosedWhy) => void) => () => void;
  readonly close: () => void;
}

export interface OpenOptions {
  /** Another tab holds an older version open and does not let go: it must be closed by hand. Opening goes on by itself then. */
  readonly onBlocked?: () => void;
}

/** Throws `Fault<StorageFaultCode>`. */
export async function openDatabase(
  name: string,
  versions: readonly Version[],
  { onBlocked }: OpenOptions = {},
): Promise<OpenedDatabase> {
  const dexie = new Dexie(name, {
    // "Recorded" is said when the bytes are on the disk, not when the system has promised to write them.
    chromeTransactionDurability: 'strict',
    // Opened once, here: after "clear site data" Dexie would otherwise go on in a new and empty database.
    autoOpen: false,
    // Dexie's cache shows writes before their transaction has ended.
    cache: 'disabled',
  });
  for (const { version, stores, upgrade } of versions) {
    const declared = dexie.version(version).stores({ ...stores });
    if (upgrade !== undefined) declared.upgrade((tx) => upgrade(tx));
  }
  const closing = watchClosing(dexie);
  dexie.on('blocked', () => {
    onBlocked?.();
    // Stops Dexie's own answer, a line in the console.
    return false;
  });
  await guarded(() => dexie.open());
  refuseNewer(dexie, versions);
  return { dexie, onClosed: closing.onClosed, close: closing.close };
}

/** Dexie opens a newer database without complaint; this version would then write rows the newer one does not expect. */
function refuseNewer(dexie: Dexie, versions: readonly Version[]): void {
  const newest = Math.max(...versions.map(({ version }) => version));
  // Dexie multiplies its versions by ten; digits between are its own repairs.
  const present = Math.floor(dexie.backendDB().version / 10);
  if (present <= newest) return;
  dexie.close({ disableAutoOpen: true });
  throw new Fault<StorageFaultCode>('storage-newer', { present, known: newest });
}

function watchClosing(dexie: Dexie): Pick<OpenedDatabase, 'onClosed' | 'close'> {
  const listeners = new Set<(why: ClosedWhy) => void>();
  let asked = false;
  let closed: ClosedWhy | null = null;
  // Closed before anybody is told: a listener that fails must not hold up the other tab.
  const end = (why: ClosedWhy): void => {
    if (asked || closed !== null) return;
    closed = why;
    dexie.close({ disableAutoOpen: true });
    for (const listener of listeners) listener(why);
  };
  dexie.on('versionchange', (event) => {
    end(event.newVersion === null || event.newVersion === 0 ? 'deleted' : 'newer-version');
    // Stops Dexie's own answer, which reopens at the next question.
    return false;
  });
  // Also fired by our own closing, when `asked` or `closed` is already set.
  dexie.on('close', () => end('lost'));
  return {
    onClosed: (listener) => {
      if (closed !== null) listener(closed);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      asked = true;
      dexie.close({ disableAutoOpen: true });
    },
  };
}
