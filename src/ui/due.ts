import type { PersonRecord } from '../domain/records.ts';
import type { PAGES } from '../text/pages.ts';
import { waitingActs } from '../usecases/second-signature.ts';
import { createBookCareDue } from './live/book-care.ts';
import { useFootageDesk } from './live/footage-desk.ts';
import type { Names } from './live/names.ts';
import { type SeatedPerson, useOffice } from './live/office.ts';
import { useSyncDesk } from './live/sync-desk.ts';
import { createWatched } from './live/watched.ts';

export type PageId = keyof typeof PAGES;

/** What is due on each page for the person at the desk, as the rail counts it; undefined: nothing. */
export function createDue(names: Names): (page: PageId) => number | undefined {
  const office = useOffice();
  const footage = useFootageDesk();
  const sync = useSyncDesk();
  const waiting = createWatched(
    () => office.seat()?.person ?? null,
    async (model, person) => {
      const handovers = await model.all('handover');
      return handovers.filter((h) => h.to === person && h.accepted === null && h.withdrawn === null).length;
    },
  );
  const care = createBookCareDue();
  const seconds = createWatched(
    () => office.seat()?.person ?? null,
    async (_, person) => (await waitingActs(office.desk, person)).filter(({ mine }) => mine).length,
  );
  return (id): number | undefined => {
    if (id === 'store') return footage.safety().bufferedFiles || undefined;
    if (id === 'people') return keysWaiting(office.seat(), names.registers().persons) + (seconds() ?? 0) || undefined;
    if (id === 'examine') return care().incidents + care().witness || undefined;
    if (id === 'sync') return sync.requests().length || undefined;
    if (id === 'intake') return footage.intakes().length || undefined;
    return id === 'handover' ? waiting() || undefined : undefined;
  };
}

/** Keys made elsewhere that the person at the desk may admit. */
function keysWaiting(seat: SeatedPerson | null, persons: readonly PersonRecord[]): number {
  const may = seat?.record.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice') ?? false;
  return may ? persons.reduce((sum, one) => sum + one.keyRequests.length, 0) : 0;
}
