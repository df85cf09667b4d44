import { createSignal, createUniqueId } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { afterPress } from './after-press.ts';

/** One thing to mend. `id` is the field's; `label` its heading, put before the words in the list on top. */
export interface FieldFault {
  readonly id: string;
  readonly label: string;
  readonly words: string;
}

/** Returns what is wrong with one field now, as words for the person, or undefined. */
export type Check = () => string | undefined;

export interface FieldWires {
  readonly id: string;
  readonly fault: string | undefined;
  readonly onLeave: () => void;
}

export interface Checks<K extends string> {
  /** Spread into a field: `<TextField {...form.field('name')} … />`. */
  readonly field: (key: K) => FieldWires;
  /** Checks all; true if nothing is wrong. Otherwise `faults` holds the list and `FaultList` takes the focus. */
  readonly submit: () => boolean;
  /** Faults of the last `submit`, in the order of the checks; a new array each time. Empty before. */
  readonly faults: () => readonly FieldFault[];
  /** A fault that comes from elsewhere, such as a refusal by the rules, at its field. Shown until that field is left again. */
  readonly refuse: (key: K, words: string) => void;
  readonly clear: () => void;
}

/**
 * The faults of one form. A field is checked when it is left, never while typing; a shown fault goes only on leaving too.
 * All are checked on submit (ui.md §5).
 */
export function createChecks<K extends string>(
  checks: Readonly<Record<K, { readonly label: string; readonly check: Check }>>,
): Checks<K> {
  const prefix = createUniqueId();
  const keys = Object.keys(checks) as K[];
  const [shown, setShown] = createStore<Partial<Record<string, string>>>({});
  const [faults, setFaults] = createSignal<readonly FieldFault[]>([]);
  const idOf = (key: K): string => `${prefix}-${key}`;
  const look = (key: K): void => setShown(key, checks[key].check());
  return {
    field: (key) => ({
      id: idOf(key),
      get fault() {
        return shown[key];
      },
      onLeave: () => afterPress(() => look(key)),
    }),
    submit: () => {
      for (const key of keys) look(key);
      const found = keys.flatMap((key) => {
        const words = shown[key];
        return words === undefined ? [] : [{ id: idOf(key), label: checks[key].label, words }];
      });
      setFaults(found);
      return found.length === 0;
    },
    faults,
    refuse: (key, words) => {
      setShown(key, words);
      setFaults([{ id: idOf(key), label: checks[key].label, words }]);
    },
    clear: () => {
      setShown(reconcile({}));
      setFaults([]);
    },
  };
}
