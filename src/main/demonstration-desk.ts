import type { DemonstrationDesk } from '../ui/live/demonstration-desk.ts';
import { openDemonstration, removeDemonstrations } from './demonstration-shelf.ts';

/**
 * Which book a window shows is the window's own affair: a new one always shows the bureau's. `leaving`: the demonstration is to be
 * deleted once nothing has it open.
 */
const KEY = 'luzheng-demonstration';
type Mode = 'inside' | 'leaving';

const read = (): Mode | null => {
  const kept = sessionStorage.getItem(KEY);
  return kept === 'inside' || kept === 'leaving' ? kept : null;
};

function go(mode: Mode | null): void {
  if (mode === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, mode);
  location.assign('/');
}

/** At the start of a window: the demonstration it shows, or null for the bureau's own book. */
export async function demonstrationOfWindow(): Promise<Awaited<ReturnType<typeof openDemonstration>>> {
  const mode = read();
  if (mode === 'leaving') {
    sessionStorage.removeItem(KEY);
    await removeDemonstrations();
  }
  const opened = mode === 'inside' ? await openDemonstration() : null;
  if (opened === null) sessionStorage.removeItem(KEY);
  return opened;
}

export function makeDemonstrationDesk(inside: boolean): DemonstrationDesk {
  return {
    inside,
    isLoaded: async () => {
      if (inside) return true;
      const opened = await openDemonstration();
      opened?.storage.close();
      return opened !== null;
    },
    load: async (control) => {
      // The forty activities are no part of the first script.
      const { loadDemonstration } = await import('./demonstration/load-demonstration.ts');
      await loadDemonstration(control);
    },
    enter: () => go('inside'),
    leave: () => go(null),
    remove: async () => (inside ? go('leaving') : removeDemonstrations()),
  };
}
