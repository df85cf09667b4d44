import { createSignal, onCleanup } from 'solid-js';
import type { StorageSafety } from '../ui/live/footage-desk.ts';
import type { Desk } from '../usecases/desk.ts';
import type { FootageAdapters } from './footage-adapters.ts';

/** How many originals only the buffer holds, and whether the browser has promised not to clear it. */
export function followSafety(desk: Desk, adapters: FootageAdapters): readonly [() => StorageSafety, () => void] {
  const [safety, setSafety] = createSignal<StorageSafety>({ persisted: false, bufferedFiles: 0, bufferedBytes: 0 });
  const [persisted, setPersisted] = createSignal(false);
  const refresh = () => void adapters.storage.persisted().then(setPersisted);
  refresh();
  const stop = desk.records.watch(
    (model) =>
      model.register(
        {
          text: '',
          from: null,
          to: null,
          officer: null,
          matter: null,
          device: null,
          state: 'buffered',
          sort: 'takenInAt',
          descending: true,
        },
        { offset: 0, limit: 20_000 },
      ),
    (page) =>
      setSafety({
        persisted: persisted(),
        bufferedFiles: page.matching,
        bufferedBytes: page.rows.reduce((sum, row) => sum + row.sizeBytes, 0),
      }),
    () => undefined,
  );
  onCleanup(stop);
  return [() => ({ ...safety(), persisted: persisted() }), refresh];
}
