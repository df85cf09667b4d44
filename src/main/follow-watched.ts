import { createSignal, onCleanup } from 'solid-js';
import type { FolderWatch } from '../adapters/camera/folder/watch-folder.ts';
import { isFault } from '../base/fault.ts';
import type { IntakeSession, WatchedFolder } from '../domain/ports/local-state.ts';
import { fromInstant } from '../domain/time.ts';
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
  const watcher = new Watcher(desk, adapters, setState);
  void watcher.remember();
  const lookAgain = () => void watcher.lookAgain();
  window.addEventListener('focus', lookAgain);
  onCleanup(() => {
    window.removeEventListener('focus', lookAgain);
    watcher.end();
  });
  const face: Watching = {
    watched: state,
    watchFolder: async () => {
      const chosen = await adapters.pickFolder();
      if (chosen === null || chosen.handle === null) return chosen === null;
      await watcher.begin({ handle: chosen.handle, label: chosen.source.label, taken: [] });
      return true;
    },
    allowWatched: () => watcher.allow(),
    stopWatching: () => watcher.begin(null),
    openWatched: () => watcher.open(),
    lookAtWatched: lookAgain,
  };
  return { face, note: (session: IntakeSession) => watcher.note(session) };
}

/** How often a folder is looked at that tells of no changes, as shares of the network, or that cannot be seen now. */
const UNTOLD_MS = 60_000;

class Watcher {
  readonly #desk: Desk;
  readonly #adapters: FootageAdapters;
  readonly #show: (state: WatchedState) => void;
  readonly #taken = new Set<string>();
  #folder: WatchedFolder | null = null;
  #watch: FolderWatch | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> | null = null;
  #mustLookAgain = false;
  #isOver = false;

  constructor(desk: Desk, adapters: FootageAdapters, show: (state: WatchedState) => void) {
    this.#desk = desk;
    this.#adapters = adapters;
    this.#show = show;
  }

  async remember(): Promise<void> {
    const kept = await this.#desk.local.watchedFolder();
    if (kept === null || this.#folder !== null || this.#isOver) return;
    this.#folder = kept;
    for (const key of kept.taken) this.#taken.add(key);
    await this.#watchAgain();
  }

  async begin(folder: WatchedFolder | null): Promise<void> {
    this.#taken.clear();
    await this.#keep(folder);
    await this.#watchAgain();
  }

  async allow(): Promise<void> {
    const folder = this.#folder;
    if (folder !== null && (await this.#adapters.askPermission(folder.handle, 'read'))) await this.#watchAgain();
  }

  lookAgain = (): Promise<void> => (this.#watch === null ? this.#watchAgain() : this.#look());

  open(): ReturnType<FootageDesk['openWatched']> {
    const folder = this.#folder;
    if (folder === null) return null;
    const { handle } = folder;
    return { source: onlyFresh(this.#adapters.reopen(handle), new Set(this.#taken), () => this.#desk.now()), handle };
  }

  /** What is in the book is not offered again, whichever way it was taken in from this folder. */
  async note({ sourceHandle, items }: IntakeSession): Promise<void> {
    const folder = this.#folder;
    if (folder === null || sourceHandle === null) return;
    const fresh = items.filter((item) => item.state.kind === 'recorded' && !this.#taken.has(footageKey(item)));
    if (fresh.length === 0 || !(await folder.handle.isSameEntry(sourceHandle)) || this.#folder !== folder) return;
    for (const item of fresh) this.#taken.add(footageKey(item));
    await this.#keep({ ...folder, taken: [...this.#taken] });
    await this.#look();
  }

  /** Nobody sits at the desk any more. */
  end(): void {
    this.#isOver = true;
    this.#folder = null;
    this.#close();
  }

  #close(): void {
    clearTimeout(this.#later);
    this.#watch?.stop();
    this.#watch = null;
  }

  async #keep(folder: WatchedFolder | null): Promise<void> {
    this.#folder = folder;
    await this.#desk.local.putWatchedFolder(folder);
  }

  async #watchAgain(): Promise<void> {
    this.#close();
    const folder = this.#folder;
    if (folder === null) return this.#show({ kind: 'none' });
    if (!(await this.#adapters.mayRead(folder.handle))) return this.#show({ kind: 'asks', label: folder.label });
    const watch = await this.#adapters.watchFolder(folder.handle, () => void this.#look());
    // Stopped meanwhile, or asked for twice.
    if (this.#folder?.handle !== folder.handle || this.#watch !== null) return watch.stop();
    this.#watch = watch;
    await this.#look();
  }

  /** One look at a time: of a folder that is written to all the while, a thousand would be under way. */
  #look(): Promise<void> {
    this.#mustLookAgain = this.#looking !== null;
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
      if (this.#mustLookAgain) void this.#look();
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const folder = this.#folder;
    if (folder === null) return;
    const { label } = folder;
    const begunAt = fromInstant(this.#desk.now());
    clearTimeout(this.#later);
    try {
      const listed = await this.#adapters.reopen(folder.handle).list(quiet());
      if (this.#folder?.handle !== folder.handle) return;
      const { fresh, growing } = freshIn(listed, this.#taken, this.#desk.now());
      const tells = this.#watch?.tells ?? false;
      this.#show({ kind: 'watching', label, fresh: fresh.length, growing, tells });
      if (growing > 0) this.#lookIn(STILL_WRITING_MS);
      else if (!tells) this.#lookIn(Math.max(UNTOLD_MS, 10 * (fromInstant(this.#desk.now()) - begunAt)));
    } catch (error) {
      if (!isFault(error)) throw error;
      if (this.#folder?.handle !== folder.handle) return;
      this.#show({ kind: error.code === 'source-permission-lost' ? 'asks' : 'lost', label });
      // What watched it saw it go, and does not see it come back.
      this.#close();
      if (error.code !== 'source-permission-lost') this.#lookIn(UNTOLD_MS);
    }
  }

  #lookIn(ms: number): void {
    this.#later = setTimeout(() => void this.lookAgain(), ms);
  }
}
