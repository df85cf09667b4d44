import { beijingDate, type Instant } from '../domain/time.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '../regulation/working-days.ts';
import { timeInTable } from './times.ts';

/** Until which day the State Council's notices of holidays are on hand, and what is assumed of the days behind it. */
export const HOLIDAYS = {
  title: `节假日和调休安排收录到 ${HOLIDAYS_KNOWN_UNTIL}`,
  after: '之后的日子一律按周一至周五算工作日。下一年的放假通知发布后，更新录证即可收录。',
  guessed: '按周一至周五推算，当年节假日安排未收录',
} as const;

/** Said of a time that was counted in working days; null where the holidays are known up to it. */
export const guessedWords = (due: Instant): string | null =>
  beijingDate(due) > HOLIDAYS_KNOWN_UNTIL ? HOLIDAYS.guessed : null;

/** `2027-01-05 18:00（按周一至周五推算，…）` */
export function workingDue(due: Instant): string {
  const guessed = guessedWords(due);
  return guessed === null ? timeInTable(due) : `${timeInTable(due)}（${guessed}）`;
}
