import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import type { RegisterRows } from './register-rows.ts';

/** More than a day's checking; a register of 100,000 is never listed whole. */
export const MOST_SELECTED = 5000;

export interface RegisterSelection {
  /** Ids of recordings. */
  readonly selected: Accessor<ReadonlySet<string>>;
  readonly select: (ids: ReadonlySet<string>) => void;
  /** Everything that matches, listed or not, up to `MOST_SELECTED`. */
  readonly selectAll: () => Promise<void>;
  readonly chosen: Accessor<readonly RegisterRow[]>;
}

/** What is selected in the register: never anything that is no longer listed, as nobody acts on what they can't see. */
export function createRegisterSelection(
  query: Accessor<RegisterQuery>,
  rows: Accessor<readonly RegisterRow[]>,
  upTo: RegisterRows['upTo'],
): RegisterSelection {
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  createEffect(on(query, () => setSelected(new Set<string>()), { defer: true }));
  const idsOf = (some: readonly RegisterRow[]): ReadonlySet<string> => new Set(some.map((row) => row.id));
  const selectAll = async (): Promise<void> => {
    const asked = query();
    setSelected(idsOf(rows()));
    const all = await upTo(MOST_SELECTED);
    if (query() === asked) setSelected(idsOf(all));
  };
  return {
    selected,
    select: setSelected,
    selectAll,
    chosen: createMemo(() => (selected().size === 0 ? [] : rows().filter((row) => selected().has(row.id)))),
  };
}
