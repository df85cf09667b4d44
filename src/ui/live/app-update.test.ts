import { beforeEach, describe, expect, it } from 'vitest';
import { APPLY_UPDATE } from '../../base/apply-update.ts';
import { type AppUpdateState, createAppUpdate } from './app-update.ts';

class Worker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly posted: unknown[] = [];
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
  updates = 0;
  async update(): Promise<void> {
    this.updates++;
    throw new TypeError('the hub is away');
  }
  /** A version is found and installed. */
  install(): Worker {
    const worker = new Worker();
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    this.installing = null;
    this.waiting = worker;
    worker.become('installed');
    return worker;
  }
}

class Container extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  becomeReady: () => void = () => {};
  readonly ready = new Promise<void>((resolve) => {
    this.becomeReady = resolve;
  });
  refusal: Error | undefined;
  async register(): Promise<Registration> {
    if (this.refusal) throw this.refusal;
    return this.registration;
  }
  /** `worker` takes this window over. */
  control(worker: Worker): void {
    this.controller = worker;
    this.registration.active = worker;
    this.registration.waiting = null;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

/** Locks of one browser, shared by its windows. */
class Locks {
  readonly held: { name: string; clientId: string }[] = [];
  /** The window that asks. */
  window = 'first';
  async request(name: string, _options: unknown, run: () => Promise<unknown>): Promise<unknown> {
    this.held.push({ name, clientId: this.window });
    return run();
  }
  async query(): Promise<{ held: Locks['held'] }> {
    return { held: this.held };
  }
}

let container: Container;
let locks: Locks;
let busy: boolean;
let reloads: number;

beforeEach(() => {
  container = new Container();
  locks = new Locks();
  busy = false;
  reloads = 0;
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(): Promise<ReturnType<typeof createAppUpdate>> {
  const update = createAppUpdate({
    container: container as unknown as ServiceWorkerContainer,
    locks: locks as unknown as LockManager,
    isBusy: () => busy,
    reload: () => {
      reloads++;
    },
  });
  await settled();
  return update;
}

/** A window of an app that was installed before. */
async function openInstalled(): Promise<ReturnType<typeof createAppUpdate>> {
  const current = new Worker();
  container.controller = current;
  container.registration.active = current;
  return open();
}

describe('the first version', () => {
  it('is ready offline once active, and replaces nothing', async () => {
    const update = await open();
    expect(update.state()).toEqual({ kind: 'none', offline: 'preparing' });
    const first = container.registration.install();
    container.control(first);
    container.becomeReady();
    await settled();
    expect(update.state()).toEqual({ kind: 'none', offline: 'ready' });
    expect(reloads).toBe(0);
  });

  it('cannot be had where the browser gives no service worker or refuses it', async () => {
    const without = createAppUpdate({
      container: undefined,
      locks: locks as unknown as LockManager,
      isBusy: () => false,
      reload: () => {},
    });
    expect(without.state().offline).toBe('unavailable');
    expect(await without.apply()).toEqual({ ok: false, refusal: 'nothing-waiting' });
    container = new Container();
    container.refusal = new TypeError('SSL certificate error');
    expect((await open()).state().offline).toBe('unavailable');
  });

  it('with the hub away an installed app stays ready', async () => {
    container.refusal = new TypeError('the hub is away');
    container.becomeReady();
    expect((await openInstalled()).state().offline).toBe('ready');
  });
});

describe('a new version', () => {
  it('is reported when found, and when it waited since an earlier visit', async () => {
    const update = await openInstalled();
    const seen: AppUpdateState['kind'][] = [];
    const stop = update.subscribe(({ kind }) => seen.push(kind));
    container.registration.install();
    expect(seen).toEqual(['waiting']);
    stop();
    expect((await open()).state().kind).toBe('waiting');
  });

  it('does nothing until the user agrees, then takes over and the window reloads once', async () => {
    const update = await openInstalled();
    const next = container.registration.install();
    expect(next.posted).toEqual([]);
    expect(await update.apply()).toEqual({ ok: true, value: 'activating' });
    expect(update.state().kind).toBe('activating');
    expect(next.posted).toEqual([APPLY_UPDATE]);
    expect(reloads).toBe(0);
    container.control(next);
    expect(reloads).toBe(1);
  });

  it('waits for a running job', async () => {
    const update = await openInstalled();
    const next = container.registration.install();
    busy = true;
    expect(await update.apply()).toEqual({ ok: false, refusal: 'job-running' });
    expect(next.posted).toEqual([]);
    busy = false;
    expect((await update.apply()).ok).toBe(true);
  });

  it('waits until no other window of the app is open, whose remaining parts would be gone', async () => {
    const update = await openInstalled();
    const next = container.registration.install();
    await open();
    locks.window = 'second';
    await open();
    expect(await update.apply()).toEqual({ ok: false, refusal: 'other-window-open' });
    expect(next.posted).toEqual([]);
    locks.held.pop();
    expect((await update.apply()).ok).toBe(true);
  });

  it('put in place by another window in the same moment does not stop a job of this one', async () => {
    await openInstalled();
    const next = container.registration.install();
    busy = true;
    container.control(next);
    expect(reloads).toBe(0);
  });

  it('is put in place after a reload past the cache too, when nothing controls the window', async () => {
    container.registration.active = new Worker();
    const update = await open();
    const next = container.registration.install();
    expect((await update.apply()).ok).toBe(true);
    container.control(next);
    expect(reloads).toBe(1);
  });
});

it('asking for a newer version while the hub is away is no fault', async () => {
  const update = await openInstalled();
  await update.check();
  expect(container.registration.updates).toBe(1);
  expect(update.state().kind).toBe('none');
});

it('with nothing waiting there is nothing to apply', async () => {
  expect(await (await openInstalled()).apply()).toEqual({ ok: false, refusal: 'nothing-waiting' });
});
