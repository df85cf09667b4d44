/** Chromium 133 and later; not in the platform's types. */
interface FolderObserver {
  observe(handle: FileSystemDirectoryHandle, options: { readonly recursive: boolean }): Promise<void>;
  disconnect(): void;
}
type ObserverWindow = Window & {
  readonly FileSystemObserver?: new (onRecords: (records: readonly unknown[]) => void) => FolderObserver;
};

/** Changes come in bursts: one look for all of them. */
const SETTLE_MS = 1_000;

export interface FolderWatch {
  /** false: this browser tells of no changes; look again when somebody comes back to the window. */
  readonly tells: boolean;
  readonly stop: () => void;
}

/** Tells when something below a folder has changed, whatever it is: who wants to know what, lists it anew. */
export async function watchFolder(handle: FileSystemDirectoryHandle, onChange: () => void): Promise<FolderWatch> {
  const { FileSystemObserver } = window as ObserverWindow;
  if (FileSystemObserver === undefined) return { tells: false, stop: () => undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Not put off by what comes meanwhile: where files are written for an hour, changes never settle.
  const observer = new FileSystemObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, SETTLE_MS);
  });
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  try {
    // Some drives, as shares of the network, cannot be observed.
    await observer.observe(handle, { recursive: true });
    return { tells: true, stop };
  } catch {
    stop();
    return { tells: false, stop: () => undefined };
  }
}
