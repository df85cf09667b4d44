import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMemoryLocks } from '../../../test/doubles/memory-locks.ts';
import { acquireWriter, type WriterLock, type WriterOptions, type WriterPlatform } from './writer-lock.ts';

/** BroadcastChannel without the event loop's delays: a message is there before `postMessage` returns. */
function makeChannels(): Pick<WriterPlatform, 'openChannel'> {
  const open = new Set<{ onmessage: ((event: MessageEvent) => unknown) | null }>();
  return {
    openChannel: () => {
      const channel = {
        onmessage: null as ((event: MessageEvent) => unknown) | null,
        postMessage: (data: unknown) => {
          for (const other of [...open])
            if (other !== channel) other.onmessage?.(new MessageEvent('message', { data }));
        },
        close: () => open.delete(channel),
      };
      open.add(channel);
      return channel as unknown as BroadcastChannel;
    },
  };
}

describe('the pen of a bureau', () => {
  let platform: WriterPlatform;
  const tabs: WriterLock[] = [];
  const openTab = async (options: WriterOptions = {}): Promise<WriterLock> => {
    const tab = acquireWriter('bureau', options, platform);
    tabs.push(tab);
    await tab.ready;
    return tab;
  };
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
  const states = (): readonly string[] => tabs.map((tab) => tab.state());

  beforeEach(() => {
    vi.useFakeTimers();
    platform = { locks: makeMemoryLocks(), ...makeChannels() };
  });
  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.release();
    vi.useRealTimers();
  });

  it('the first tab writes, later ones follow, and each bureau has its own pen', async () => {
    const [first, second] = [await openTab(), await openTab()];
    expect([await first.ready, await second.ready]).toEqual(['writer', 'follower']);
    const elsewhere = acquireWriter('other bureau', {}, platform);
    expect(await elsewhere.ready).toBe('writer');
    elsewhere.release();
  });

  it('when the writer closes, the next in line writes and is told', async () => {
    const [first, second, third] = [await openTab(), await openTab(), await openTab()];
    const told: string[] = [];
    second.onChange((state) => told.push(state));
    const deaf = vi.fn();
    third.onChange(deaf)();
    first.release();
    await settle();
    expect(states()).toEqual(['follower', 'writer', 'follower']);
    expect(told).toEqual(['writer']);
    second.release();
    await settle();
    expect(states()).toEqual(['follower', 'follower', 'writer']);
    expect(deaf).not.toHaveBeenCalled();
  });

  it('an asked writer finishes first, then hands over without waiting, past those in line', async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await openTab({ beforeHandOver: () => finished });
    const bystander = await openTab();
    const seen = vi.fn();
    bystander.onChange(seen);
    const asker = await openTab();
    const taken = asker.takeOver();
    await vi.advanceTimersByTimeAsync(500);
    expect(states()).toEqual(['writer', 'follower', 'follower']);
    finish();
    await taken;
    await settle();
    expect(states()).toEqual(['follower', 'follower', 'writer']);
    expect(seen).not.toHaveBeenCalled();
  });

  it('a writer that handed over stands in line again', async () => {
    const first = await openTab();
    const second = await openTab();
    await second.takeOver();
    await settle();
    expect(states()).toEqual(['follower', 'writer']);
    second.release();
    await settle();
    expect(first.state()).toBe('writer');
  });

  it('a writer that does not answer loses the pen after two seconds', async () => {
    await openTab({ beforeHandOver: () => new Promise(() => undefined) });
    const asker = await openTab();
    const taken = asker.takeOver();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(states()).toEqual(['writer', 'follower']);
    await vi.advanceTimersByTimeAsync(1);
    await taken;
    expect(states()).toEqual(['follower', 'writer']);
  });

  it('a writer whose asker died writes on', async () => {
    const first = await openTab();
    const asker = await openTab();
    const taken = asker.takeOver();
    asker.release();
    await vi.advanceTimersByTimeAsync(2_000);
    await taken;
    expect(states()).toEqual(['writer', 'follower']);
    expect(first.state()).toBe('writer');
  });

  it('the pen can go to and fro, and asking twice is asking once', async () => {
    const [first, second] = [await openTab(), await openTab()];
    await Promise.all([second.takeOver(), second.takeOver()]);
    await second.takeOver();
    await settle();
    expect(states()).toEqual(['follower', 'writer']);
    await first.takeOver();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states()).toEqual(['writer', 'follower']);
  });

  it('a released tab never writes again', async () => {
    const [first, second] = [await openTab(), await openTab()];
    second.release();
    first.release();
    await settle();
    await second.takeOver();
    expect(states()).toEqual(['follower', 'follower']);
  });

  it('a foreign message is ignored', async () => {
    const first = await openTab();
    const channel = platform.openChannel('luzheng-writer:bureau');
    for (const data of [null, 'asked', { kind: 'asked' }, { kind: 'gone', for: 'x' }, 7]) channel.postMessage(data);
    await settle();
    expect(first.state()).toBe('writer');
  });
});
