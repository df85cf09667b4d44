import calendar from 'chinese-days/dist/chinese-days.json';
import { toInstant } from '../domain/time.ts';

/** Working days of the State Council's yearly notices: holidays and the weekends worked for them. Dates as `2026-03-05`. */

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(calendar.holidays));
const WORKED_WEEKENDS: ReadonlySet<string> = new Set(Object.keys(calendar.workdays));

const lastYear = Math.max(...[...HOLIDAYS].map((date) => Number(date.slice(0, 4))));

/** Last day the notices reach; later days count as working days from Monday to Friday, and screens must say so. */
export const HOLIDAYS_KNOWN_UNTIL = `${lastYear}-12-31`;

const parts = (date: string): readonly [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};

const LAST_DATE = '9999-12-31';

/** The calendar date `days` later; negative goes back. The last there is stands for all behind it: entries may name any date. */
export function plusDays(date: string, days: number): string {
  const [year, month, day] = parts(date);
  const at = Date.UTC(year, month - 1, day + days);
  return at <= Date.parse(LAST_DATE) ? toInstant(at).slice(0, 10) : LAST_DATE;
}

export function isWorkingDay(date: string): boolean {
  if (HOLIDAYS.has(date)) return false;
  if (WORKED_WEEKENDS.has(date)) return true;
  const [year, month, day] = parts(date);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The `count`th working day after a date, which itself is not counted. */
export function workingDayAfter(date: string, count: number): string {
  let at = date;
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
