interface Held {
  readonly steal: () => void;
}
interface Waiting {
  readonly grant: () => void;
}

/** Web Locks of one origin as the specification queues them: exclusive mode, `ifAvailable`, `steal`, `signal`. */
export function makeMemoryLocks(): Pick<LockManager, 'request'> {
  const held = new Map<string, Held>();
  const lines = new Map<string, Waiting[]>();
  const aborted = (): DOMException => new DOMException('lock taken away, or no longer wanted', 'AbortError');

  const next = (name: string): void => {
    if (!held.has(name)) lines.get(name)?.shift()?.grant();
  };

  function run(name: string, callback: LockGrantedCallback<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const me: Held = {
        steal: () => {
          held.delete(name);
          reject(aborted());
        },
      };
      held.set(name, me);
      const done = (settle: () => void): void => {
        settle();
        if (held.get(name) !== me) return;
        held.delete(name);
        next(name);
      };
      // The platform calls back in a task of its own, never inside `request`.
      queueMicrotask(() => {
        Promise.resolve(callback({ name, mode: 'exclusive' })).then(
          (value) => done(() => resolve(value)),
          (error: unknown) => done(() => reject(error)),
        );
      });
    });
  }

  async function request(name: string, options: LockOptions, callback: LockGrantedCallback<unknown>): Promise<unknown> {
    if (options.steal === true) {
      held.get(name)?.steal();
      return run(name, callback);
    }
    if (!held.has(name)) return run(name, callback);
    if (options.ifAvailable === true) return callback(null);
    await new Promise<void>((resolve, reject) => {
      const line = lines.get(name) ?? [];
      lines.set(name, line);
      const me: Waiting = { grant: resolve };
      line.push(me);
      options.signal?.addEventListener('abort', () => {
        if (line.includes(me)) line.splice(line.indexOf(me), 1);
        reject(aborted());
      });
    });
    return run(name, callback);
  }
  return { request: request as LockManager['request'] };
}
