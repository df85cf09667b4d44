import { createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeCard } from '../../test/doubles/footage.ts';
import { Fault } from '../base/fault.ts';
import { toInstant } from '../domain/time.ts';
import type { Desk } from '../usecases/desk.ts';
import { followWatched } from './follow-watched.ts';
import type { FootageAdapters } from './footage-adapters.ts';

/** A folder as the browser gives it, and the hands of others in it. */
function folder(tells: boolean) {
  const handle = { name: 'exports' } as FileSystemDirectoryHandle;
  const now = { files: 0, isThere: true, looks: 0, watches: 0, change: (): void => undefined };
  const source = () =>
    makeCard(Array.from({ length: now.files }, (_, n) => ({ path: `${n}.MP4`, content: `${n}` }))).source;
  const adapters = {
    pickFolder: async () => ({ source: source(), handle }),
    mayRead: async () => true,
    reopen: () => ({
      ...source(),
      list: async (control: Parameters<ReturnType<typeof source>['list']>[0]) => {
        now.looks += 1;
        if (!now.isThere) throw new Fault('source-gone');
        return source().list(control);
      },
    }),
    watchFolder: async (_handle: unknown, onChange: () => void) => {
      now.watches += 1;
      now.change = onChange;
      return { tells: tells && now.isThere, stop: () => undefined };
    },
  } as unknown as FootageAdapters;
  const local = { watchedFolder: async () => null, putWatchedFolder: async () => undefined };
  const desk = { local, now: () => toInstant(Date.now()) } as unknown as Desk;
  return { now, ...createRoot((end) => ({ end, ...followWatched(desk, adapters) })) };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a folder that tells of no changes is looked at every minute, until nobody watches it', async () => {
  const { now, face, end } = folder(false);
  await face.watchFolder();
  expect(face.watched()).toMatchObject({ kind: 'watching', fresh: 0, tells: false });
  now.files = 2;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(face.watched()).toMatchObject({ kind: 'watching', fresh: 2 });
  await face.stopWatching();
  const { looks } = now;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(now.looks).toBe(looks);
  end();
});

it('a folder that went and came back is watched anew, by itself', async () => {
  const { now, face, end } = folder(true);
  await face.watchFolder();
  now.isThere = false;
  now.change();
  await vi.advanceTimersByTimeAsync(0);
  expect(face.watched()).toMatchObject({ kind: 'lost' });
  now.isThere = true;
  now.files = 1;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(face.watched()).toMatchObject({ kind: 'watching', fresh: 1, tells: true });
  const { watches } = now;
  expect(watches).toBeGreaterThan(1);
  now.files = 3;
  now.change();
  await vi.advanceTimersByTimeAsync(0);
  expect(face.watched()).toMatchObject({ fresh: 3 });
  end();
});

it('changes without end are one look at a time', async () => {
  const { now, face, end } = folder(true);
  await face.watchFolder();
  const { looks } = now;
  for (let n = 0; n < 50; n++) now.change();
  await vi.advanceTimersByTimeAsync(0);
  expect(now.looks).toBe(looks + 2);
  end();
});
