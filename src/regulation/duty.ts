import { beijingDateTime, type Instant } from '../domain/time.ts';
import { isWorkingDay, plusDays } from './working-days.ts';

/** One line of the duty roster: an officer's days, both included, and the hours on each in Beijing. */
export interface Duty {
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
  /** An end that is not after the beginning is of the next day; null: off duty. */
  readonly hours: { readonly from: string; readonly to: string } | null;
}

/** What the roster says of a day: the last line that covers it; undefined: nothing. null: off duty. */
export function hoursOn(duties: readonly Duty[], date: string): Duty['hours'] | undefined {
  const line = duties.findLast(({ from, to }) => from <= date && date <= to);
  if (line === undefined) return undefined;
  return line.workingDaysOnly && !isWorkingDay(date) ? null : line.hours;
}

/** Whether an officer was off duty at a moment; null where the roster says nothing of that day. */
export function isOffDuty(duties: readonly Duty[], at: Instant): boolean | null {
  const [date = '', time = ''] = beijingDateTime(at).split(' ');
  const today = hoursOn(duties, date);
  const lastNight = hoursOn(duties, plusDays(date, -1));
  if (lastNight != null && lastNight.to <= lastNight.from && time < lastNight.to) return false;
  if (today === undefined) return null;
  if (today === null) return true;
  const overnight = today.to <= today.from;
  return !(time >= today.from && (overnight || time < today.to));
}
