import type { DemonstrationDesk } from '../../src/ui/live/demonstration-desk.ts';

/** A PC without a demonstration; loading it ends at once. */
export function makeDemonstrationDouble(): DemonstrationDesk {
  let loaded = false;
  return {
    inside: false,
    isLoaded: async () => loaded,
    load: async ({ report }) => {
      report({ done: 1, total: 1 });
      loaded = true;
    },
    enter: () => undefined,
    leave: () => undefined,
    remove: async () => {
      loaded = false;
    },
  };
}
