import { createSignal, onCleanup } from 'solid-js';
import type { FolderWatch } from '../adapters/camera/folder/watch-folder.ts';
import { isFault } from '../base/fault.ts';
import type { IntakeSession, WatchedFolder } from '../domain/ports/local-state.ts';
import type { FootageDesk, WatchedState } from '../ui/live/footage-desk.ts';
import type { Desk } from '../usecases/desk.ts';
import { footageKey, freshIn, onlyFresh, STILL_WRITING_MS } from '../usecases/watched-folder.ts';
import type { FootageAdapters } from './footage-adapters.ts';

type Watching = Pick<
  FootageDesk,
  'watched' | 'watchFolder' | 'allowWatched' | 'stopWatching' | 'openWatched' | 'lookAtWatched'
>;

const quiet = () => ({ signal: new AbortController().signal, report: () => undefined });

/** The folder that is watched for new files: remembered over restarts, its loss said plainly. */
export function followWatched(desk: Desk, adapters: FootageAdapters) {
  const [state, setState] = createSignal<WatchedState>({ kind: 'none' });
  let folder: WatchedFolder | null = null;
  let watch: FolderWatch | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  const taken = new Set<string>();

  const keep = async (next: WatchedFolder | null): Promise<void> => {
    folder = next;
    await desk.local.putWatchedFolder(next);
  };

  async function look(): Promise<void> {
    const now = folder;
    if (now === null) return;
    try {
      const listed = await adapters.reopen(now.handle).list(quiet());
      if (folder !== now) return;
      const { fresh, growing } = freshIn(listed, taken, desk.now());
      setState({ kind: 'watching', label: now.label, fresh: fresh.length, growing, tells: watch?.tells ?? false });
      clearTimeout(later);
      if (growing > 0) later = setTimeout(() => void look(), STILL_WRITING_MS);
    } catch (error) {
      if (!isFault(error)) throw error;
      const asks = error.code === 'source-permission-lost';
      setState({ kind: asks ? 'asks' : 'lost', label: now.label });
    }
  }

  async function begin(): Promise<void> {
    watch?.stop();
    watch = null;
    const now = folder;
    if (now === null) {
      setState({ kind: 'none' });
      return;
    }
    if (!(await adapters.mayRead(now.handle))) {
      setState({ kind: 'asks', label: now.label });
      return;
    }
    watch = await adapters.watchFolder(now.handle, () => void look());
    await look();
  }

  void desk.local.watchedFolder().then((kept) => {
    if (kept === null) return;
    folder = kept;
    for (const key of kept.taken) taken.add(key);
    void begin();
  });
  const lookAgain = () => void (watch === null ? begin() : look());
  window.addEventListener('focus', lookAgain);
  onCleanup(() => {
    window.removeEventListener('focus', lookAgain);
    clearTimeout(later);
    watch?.stop();
  });

  /** What is in the book is not offered again, whichever way it was taken in from this folder. */
  async function note({ sourceHandle, items }: IntakeSession): Promise<void> {
    const now = folder;
    if (now === null || sourceHandle === null) return;
    const fresh = items.filter((item) => item.state.kind === 'recorded' && !taken.has(footageKey(item)));
    if (fresh.length === 0 || !(await now.handle.isSameEntry(sourceHandle))) return;
    for (const item of fresh) taken.add(footageKey(item));
    if (folder === now) await keep({ ...now, taken: [...taken] });
    await look();
  }

  const face: Watching = {
    watched: state,
    watchFolder: async () => {
      const chosen = await adapters.pickFolder();
      if (chosen === null || chosen.handle === null) return chosen === null;
      taken.clear();
      await keep({ handle: chosen.handle, label: chosen.source.label, taken: [] });
      await begin();
      return true;
    },
    allowWatched: async () => {
      if (folder !== null && (await adapters.askPermission(folder.handle, 'read'))) await begin();
    },
    stopWatching: async () => {
      await keep(null);
      taken.clear();
      await begin();
    },
    openWatched: () =>
      folder && { source: onlyFresh(adapters.reopen(folder.handle), new Set(taken)), handle: folder.handle },
    lookAtWatched: lookAgain,
  };
  return { face, note };
}
