import { exportDeadline } from '../export-deadline.ts';
import { ofArticle, ofIntake } from '../rule.ts';
import { claimedDeadline, hasFootage } from '../standing.ts';

/** Stopped by the verified intake of the last planned device. Without any footage the question is Art. 6's. */
export const A13_1 = ofArticle('A13-1', 13, 'breach', (facts, rules, now) => {
  const deadline = claimedDeadline(facts, rules)?.deadline;
  if (deadline === undefined || !hasFootage(facts)) return [];
  const takenInAt = facts.awaited.length === 0 ? facts.takenInAt : null;
  return (takenInAt ?? now) > deadline ? [{ facts: { deadline, takenInAt, awaited: facts.awaited } }] : [];
});

/** The 24 hours after the return need a ground and the statement 确实无法及时移交, both. */
export const A13_2 = ofArticle('A13-2', 13, 'breach', (facts, { parameters }, now) => {
  const { away, endedAt, takenInAt, awaited } = facts;
  if (away === null || endedAt === null || (away.ground !== null && away.stated)) return [];
  const { deadline } = exportDeadline({ endedAt }, parameters);
  const until = awaited.length === 0 ? (takenInAt ?? now) : now;
  return deadline !== undefined && until > deadline
    ? [{ facts: { lacks: away.ground === null ? 'ground' : 'statement', deadline } }]
    : [];
});

/** 执法人员不得私自复制、保存. */
export const A13_3 = ofArticle('A13-3', 13, 'suspected', ({ recordings }) =>
  recordings.flatMap(({ recording, outside }) => {
    const copy = outside.find(({ approved }) => !approved);
    return copy === undefined ? [] : [{ about: recording, facts: { recording, by: copy.by, at: copy.at } }];
  }),
);

/** The card is cleared by the custodian after read-back, and not used again before. */
export const A13_4 = ofIntake(
  'A13-4',
  13,
  'advisory',
  ({ cardCleared, reusedAt }) => {
    if (reusedAt !== null) return [{ facts: { problem: 'reused', at: reusedAt } }];
    return cardCleared === false ? [{ facts: { problem: 'notCleared' } }] : [];
  },
  'custodian',
);
