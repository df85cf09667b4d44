import { createMemo } from 'solid-js';
import type { PersonRecord } from '../domain/records.ts';
import { beijingDate, type Instant, plusMs } from '../domain/time.ts';
import type { PAGES } from '../text/pages.ts';
import { awaitsLeader } from '../usecases/awaits-leader.ts';
import { toCheck, unchecked } from '../usecases/devices-to-check.ts';
import { waitingActs } from '../usecases/second-signature.ts';
import { wholeActivities } from '../usecases/whole-activity.ts';
import { countMine } from './features/findings/findings-page-view.ts';
import { createBookCareDue } from './live/book-care.ts';
import { createBoardReadings } from './live/findings-board.ts';
import { useFootageDesk } from './live/footage-desk.ts';
import type { Names } from './live/names.ts';
import { type SeatedPerson, useOffice } from './live/office.ts';
import { useSyncDesk } from './live/sync-desk.ts';
import { createWatched } from './live/watched.ts';

export type PageId = keyof typeof PAGES;

const LOOK_BACK_MS = 90 * 86_400_000;

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
  const judged = createJudgedDue();
  const seconds = createWatched(
    () => office.seat()?.person ?? null,
    async (_, person) => (await waitingActs(office.desk, person)).filter(({ mine }) => mine).length,
  );
  const published = createWatched(
    () => office.seat()?.record ?? null,
    async (model, viewer) => {
      if (viewer === null) return 0;
      const { bureau } = office.desk.book;
      const [rules, templates] = await Promise.all([model.get('ruleSet', bureau), model.get('templates', bureau)]);
      const waits = awaitsLeader({ rules, templates }, viewer);
      return waits.rules.length + waits.templates.length;
    },
  );
  return (id): number | undefined => {
    if (id === 'rules') return published() || undefined;
    if (id === 'store') return footage.safety().bufferedFiles || undefined;
    if (id === 'people') return keysWaiting(office.seat(), names.registers().persons) + (seconds() ?? 0) || undefined;
    if (id === 'examine') return care().incidents + care().witness || undefined;
    if (id === 'findings') return judged.findings() || undefined;
    if (id === 'check') return judged.checks() || undefined;
    if (id === 'sync') return sync.requests().length || undefined;
    if (id === 'intake') return footage.intakes().length || undefined;
    return id === 'handover' ? waiting() || undefined : undefined;
  };
}

/** Of the same ninety days as the duty desk and the page of findings, so that each thing is judged once. */
function createJudgedDue(): { readonly findings: () => number; readonly checks: () => number } {
  const office = useOffice();
  const minute = createMemo(() => `${office.now().slice(0, 16)}:00.000Z` as Instant);
  const { units } = createBoardReadings(() => ({ now: minute(), from: plusMs(minute(), -LOOK_BACK_MS) }));
  const day = createMemo(() => beijingDate(minute()));
  const checks = createWatched(
    () => ({ person: office.seat()?.person ?? null, day: day() }),
    async (model, { person }) => {
      if (person === null) return 0;
      const now = office.desk.now();
      return (await unchecked(model, toCheck(wholeActivities(await model.all('activity')), person, now), now)).length;
    },
  );
  return {
    findings: () => {
      const seat = office.seat();
      return seat === null ? 0 : countMine(units() ?? [], seat.record);
    },
    checks: () => checks() ?? 0,
  };
}

/** Keys made elsewhere that the person at the desk may admit. */
function keysWaiting(seat: SeatedPerson | null, persons: readonly PersonRecord[]): number {
  const may = seat?.own.some((role) => role === 'custodian' || role === 'legalAffairsOffice') ?? false;
  return may ? persons.reduce((sum, one) => sum + one.keyRequests.length, 0) : 0;
}
