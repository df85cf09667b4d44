import { createMemo, createSignal, onCleanup } from 'solid-js';
import type { StorageSafety } from '../ui/live/footage-desk.ts';
import { type BufferedHere, makeBufferedHere } from '../usecases/buffered-here.ts';
import type { Desk } from '../usecases/desk.ts';
import type { FootageAdapters } from './footage-adapters.ts';

/** Which originals only the buffer of this station holds, and whether the browser has promised not to clear it, and what room there is. */
export function followSafety(desk: Desk, adapters: FootageAdapters) {
  const [buffered, setBuffered] = createSignal<BufferedHere>();
  const [persisted, setPersisted] = createSignal(false);
  const [freeBytes, setFreeBytes] = createSignal<number | null>(null);
  const refresh = async (): Promise<void> => {
    setPersisted(await adapters.storage.persisted());
    const { usedBytes, quotaBytes } = await adapters.storage.estimate();
    setFreeBytes(Math.max(0, quotaBytes - usedBytes));
  };
  const look = (): void => void refresh().catch(() => undefined);
  look();
  const stop = desk.records.watch(
    makeBufferedHere(desk),
    (now) => {
      const isOther = now.rows.length !== buffered()?.rows.length;
      setBuffered(now);
      if (isOther) look();
    },
    () => undefined,
  );
  onCleanup(stop);
  const safety = createMemo((): StorageSafety => {
    const rows = buffered()?.rows ?? [];
    return {
      persisted: persisted(),
      freeBytes: freeBytes(),
      bufferedFiles: rows.length,
      bufferedBytes: rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    };
  });
  return { safety, buffered, look };
}
