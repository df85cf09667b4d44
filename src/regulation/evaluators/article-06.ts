import { ofArticle } from '../rule.ts';
import { claimedDeadline, hasFootage } from '../standing.ts';

/** All six items of Art. 6 must be recorded: neither footage nor a declaration that nothing was recorded, and the time is over. */
export const A06_1 = ofArticle('A06-1', 6, 'breach', (facts, rules, now) => {
  const { type, endedAt, nonRecording } = facts;
  if (endedAt === null || nonRecording !== null || hasFootage(facts)) return [];
  const deadline = claimedDeadline(facts, rules)?.deadline;
  return deadline !== undefined && now > deadline ? [{ facts: { type, endedAt } }] : [];
});

export const A06_2 = ofArticle(
  'A06-2',
  6,
  'advisory',
  ({ officers }) => (officers.length < 2 ? [{ facts: { officers: officers.length } }] : []),
  'departmentHead',
);
