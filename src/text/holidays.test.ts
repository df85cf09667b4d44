import { describe, expect, it } from 'vitest';
import { fromBeijing, type Instant } from '../domain/time.ts';
import { statementDue, unlinkedDue } from '../regulation/deadlines.ts';
import { DEFAULT_VALUES } from '../regulation/parameters.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '../regulation/working-days.ts';
import { guessedWords, HOLIDAYS, workingDue } from './holidays.ts';

/** The year behind the last notice. */
const NEXT_YEAR = Number(HOLIDAYS_KNOWN_UNTIL.slice(0, 4)) + 1;
const at = (year: number, month: number, day: number, hour = 10): Instant => fromBeijing({ year, month, day, hour });

describe('how far the holidays are known', () => {
  it('is said by its last day, with what is assumed behind it', () => {
    expect(HOLIDAYS.title).toContain(HOLIDAYS_KNOWN_UNTIL);
    expect(HOLIDAYS.after).toContain('周一至周五');
  });

  it('a time within the notices stands as it is', () => {
    const due = statementDue(at(NEXT_YEAR - 1, 3, 5), DEFAULT_VALUES);
    expect(guessedWords(due)).toBeNull();
    expect(workingDue(due)).toBe(`${NEXT_YEAR - 1}-03-06 18:00`);
  });

  it('a time of the year behind them says that it is an assumption', () => {
    for (const due of [
      statementDue(at(NEXT_YEAR, 2, 3), DEFAULT_VALUES),
      unlinkedDue(at(NEXT_YEAR, 5, 3), DEFAULT_VALUES),
      // Ended in the last known year, due in the next.
      statementDue(at(NEXT_YEAR - 1, 12, 31, 20), DEFAULT_VALUES),
    ]) {
      expect(guessedWords(due)).toBe(HOLIDAYS.guessed);
      expect(workingDue(due)).toMatch(new RegExp(`^${NEXT_YEAR}-\\d\\d-\\d\\d \\d\\d:00（按周一至周五推算`));
    }
  });
});
