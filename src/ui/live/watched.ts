import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { isSameValue } from '../../base/same-value.ts';
import type { ReadModel } from '../../domain/ports/read-model.ts';
import { useOffice } from './office.ts';

/** The latest answer, undefined before the first. `fault` holds what the store threw, until an answer comes. */
export type Watched<V> = Accessor<V | undefined> & { readonly fault: Accessor<unknown> };

/**
 * Asks the read model, and asks again as the book grows (from any tab) and when `question` changes. The last answer
 * stays while a newer one is on its way, so nothing flickers; records keep their identity by `id`, so rows are not
 * drawn anew.
 */
export function createWatched<Q, V>(
  question: Accessor<Q>,
  read: (model: ReadModel, question: Q) => Promise<V>,
): Watched<V> {
  const office = useOffice();
  const [state, setState] = createStore<{ value: V | undefined }>({ value: undefined });
  const [fault, setFault] = createSignal<unknown>(null);
  createEffect(() => {
    const asked = question();
    const stop = office.desk.records.watch(
      (model) => read(model, asked),
      (value) => {
        setFault(null);
        setState('value', reconcile(value as never, { key: 'id', merge: false }) as never);
      },
      (error) => setFault(() => error),
    );
    onCleanup(stop);
  });
  return Object.assign(() => state.value, { fault });
}

/**
 * The same as plain values that are replaced as a whole: for what pages compute from, not for rows they draw. An answer that says
 * what the last one said replaces nothing, so that no minute that passes takes the focus away.
 */
export function createReadings<Q, V>(
  question: Accessor<Q>,
  read: (model: ReadModel, question: Q) => Promise<V>,
): Watched<V> {
  const office = useOffice();
  const [value, setValue] = createSignal<V | undefined>(undefined, { equals: isSameValue });
  const [fault, setFault] = createSignal<unknown>(null);
  createEffect(() => {
    const asked = question();
    const stop = office.desk.records.watch(
      (model) => read(model, asked),
      (answer) => {
        setFault(null);
        setValue(() => answer);
      },
      (error) => setFault(() => error),
    );
    onCleanup(stop);
  });
  return Object.assign(value, { fault });
}
