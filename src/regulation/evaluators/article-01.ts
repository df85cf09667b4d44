import { beijingDate } from '../../domain/time.ts';
import { ofArticle } from '../rule.ts';

/** The officer's certificate is not valid on the day. The roster is the department head's to keep. */
export const A01_1 = ofArticle(
  'A01-1',
  1,
  'advisory',
  ({ officers, arrivedAt, plannedAt }) => {
    const day = arrivedAt ?? plannedAt;
    if (day === null) return [];
    const on = beijingDate(day);
    return officers.flatMap(({ person, certificateValid: { from, to } }) =>
      (to !== null && to < on) || (from !== null && on < from)
        ? [{ about: person, facts: { person, on, from, to } }]
        : [],
    );
  },
  'departmentHead',
);
