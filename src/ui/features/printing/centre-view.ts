import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord, CardRecord, HandoverRecord } from '../../../domain/records.ts';
import { beijingDate, fromBeijing, type Instant, plusMs, toBeijing } from '../../../domain/time.ts';

/** As many of each as a clerk prints in a week; older ones have their own page. */
const RECENT = 6;

const newest = <R>(records: readonly R[], at: (record: R) => Instant): readonly R[] =>
  [...records].sort((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, RECENT);

export const newestHandovers = (all: readonly HandoverRecord[]): readonly HandoverRecord[] =>
  newest(all, ({ given }) => given.at);

export const newestCards = (all: readonly CardRecord[]): readonly CardRecord[] =>
  newest(all, ({ sealed }) => sealed.at);

/** First and last day of the month in Beijing. */
export function monthOf(now: Instant): { readonly from: string; readonly to: string } {
  const { year, month } = toBeijing(now);
  const first = fromBeijing({ year, month, day: 1 });
  const next = fromBeijing({ year, month: month + 1, day: 1 });
  return { from: beijingDate(first), to: beijingDate(plusMs(next, -1)) };
}

export function monthBefore(now: Instant): { readonly from: string; readonly to: string } {
  const { year, month } = toBeijing(now);
  return monthOf(fromBeijing({ year, month: month - 1, day: 1 }));
}

/** The newest activities whose number, name, place or party holds every typed word. */
export function activitiesFound(all: readonly ActivityRecord[], typed: string): readonly ActivityRecord[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = ({ no, title, place, party }: ActivityRecord): string =>
    [formatNumber(no), title, place, party].join(' ').toLowerCase();
  return newest(
    all.filter((activity) => words.every((word) => text(activity).includes(word))),
    ({ created, plannedAt }) => plannedAt ?? created.at,
  );
}
