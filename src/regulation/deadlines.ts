import { beijingDate, fromBeijing, type Instant, plusMs } from '../domain/time.ts';
import type { ParameterValues } from './parameters.ts';
import { plusDays, workingDayAfter } from './working-days.ts';

const atHour = (date: string, hour: number): Instant => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fromBeijing({ year, month, day, hour });
};

/** Arts. 7 and 11: until when a work record or a written statement counts as 及时; the regulation names no hour. */
export const statementDue = (after: Instant, { statementDue: due }: ParameterValues): Instant =>
  atHour(workingDayAfter(beijingDate(after), due.workingDays), due.hour);

/** Art. 11: until when the report to the department head counts as 立即. */
export const reportDue = (stoppedAt: Instant, { reportImmediatelyMin }: ParameterValues): Instant =>
  plusMs(stoppedAt, reportImmediatelyMin * 60_000);

/** Art. 4: the end of the last working day on which footage may stand without an activity. */
export const unlinkedDue = (takenInAt: Instant, { unlinkedWarnWorkingDays }: ParameterValues): Instant =>
  atHour(workingDayAfter(beijingDate(takenInAt), unlinkedWarnWorkingDays), 24);

/** The end of the calendar day `days` after a moment: for the days of other laws. */
export const dayEndAfter = (at: Instant, days: number): Instant => atHour(plusDays(beijingDate(at), days), 24);
