import { APPLY_UPDATE } from '../../base/apply-update.ts';
import { done, type Outcome, refused } from '../../base/outcome.ts';

export interface AppUpdateState {
  /** `activating`: the new version takes over now and this window reloads. */
  readonly kind: 'none' | 'waiting' | 'activating';
  /** Whether the app opens without the hub: not yet, yes, or never here (no service worker: an untrusted certificate, say). */
  readonly offline: 'preparing' | 'ready' | 'unavailable';
}

/** Why a new version is not put in place now. */
export type ApplyRefusal = 'nothing-waiting' | 'job-running' | 'other-window-open';

export interface AppUpdate {
  readonly state: () => AppUpdateState;
  /** Calls `listener` after each change. @returns the way to stop */
  readonly subscribe: (listener: (state: AppUpdateState) => void) => () => void;
  /** Asks the hub for a newer version. Quietly does nothing while the hub is away. */
  readonly check: () => Promise<void>;
  /** Puts the waiting version in place and reloads, unless that would break something that runs. */
  readonly apply: () => Promise<Outcome<'activating', ApplyRefusal>>;
}

export interface AppUpdateDevices {
  /** `navigator.serviceWorker`; undefined where the browser or a missing secure context gives none. */
  readonly container: ServiceWorkerContainer | undefined;
  /** `navigator.locks`. */
  readonly locks: Pick<LockManager, 'request' | 'query'>;
  /** True while a job runs that a reload would stop. */
  readonly isBusy: () => boolean;
  /** `() => location.reload()`. */
  readonly reload: () => void;
}

const SCRIPT = '/sw.js';
/** Held, shared, by every open window of the app: what the others hold tells how many there are. */
const WINDOW_LOCK = 'luzheng-window';

function createState(): Pick<AppUpdate, 'state' | 'subscribe'> & { set: (change: Partial<AppUpdateState>) => void } {
  let state: AppUpdateState = { kind: 'none', offline: 'preparing' };
  const listeners = new Set<(state: AppUpdateState) => void>();
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener(state);
    },
  };
}

/** Reports a worker that waits, now or later. Beside no active worker it is the first version, which replaces nothing. */
function watch(registration: ServiceWorkerRegistration, onWaiting: () => void): void {
  if (registration.waiting && registration.active) onWaiting();
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) onWaiting();
    });
  });
}

/**
 * The window's side of the service worker. A new version never takes over by itself: its old files go, and a window that
 * still runs the old version could then not load its remaining parts. So it waits for consent, for jobs to end, and
 * until no other window of the app is open.
 */
export function createAppUpdate({ container, locks, isBusy, reload }: AppUpdateDevices): AppUpdate {
  const { set, state, subscribe } = createState();
  if (!container) {
    set({ offline: 'unavailable' });
    return { state, subscribe, check: async () => {}, apply: async () => refused('nothing-waiting') };
  }
  let registration: ServiceWorkerRegistration | undefined;
  let applying = false;
  let hadController = container.controller !== null;

  // Never released: the browser lets go of it when the window closes.
  void locks.request(WINDOW_LOCK, { mode: 'shared' }, () => new Promise(() => {}));
  container.addEventListener('controllerchange', () => {
    // The first worker of all claims the page it was installed from: that is no update. A version put in place by a
    // window that opened in the same moment must still not stop a job of this one.
    if (applying || (hadController && !isBusy())) reload();
    hadController = true;
  });
  void container.ready.then(() => set({ offline: 'ready' }));
  container
    .register(SCRIPT, { updateViaCache: 'none' })
    .then((registered) => {
      registration = registered;
      watch(registered, () => set({ kind: 'waiting' }));
    })
    .catch(() => {
      // With the hub gone an earlier registration goes on serving, and `ready` says so.
      if (!container.controller) set({ offline: 'unavailable' });
    });

  const windowsOpen = async (): Promise<number> => {
    const { held = [] } = await locks.query();
    return new Set(held.filter(({ name }) => name === WINDOW_LOCK).map(({ clientId }) => clientId)).size;
  };

  return {
    state,
    subscribe,
    check: async () => {
      await registration?.update().catch(() => undefined);
    },
    apply: async () => {
      const others = (await windowsOpen()) > 1;
      const waiting = registration?.waiting;
      if (!waiting) return refused('nothing-waiting');
      if (isBusy()) return refused('job-running');
      if (others) return refused('other-window-open');
      applying = true;
      set({ kind: 'activating' });
      waiting.postMessage(APPLY_UPDATE);
      return done('activating');
    },
  };
}
