import { unlinkedDue } from '../deadlines.ts';
import type { Rule } from '../rule.ts';

/** What seems to have nothing to do with work. The officer explains, the legal affairs office decides; nothing is deleted. */
export const A04_1: Rule<'A04-1', 'unlinked'> = {
  code: 'A04-1',
  scope: 'unlinked',
  article: 4,
  matter: null,
  grades: ['suspected'],
  answeredBy: 'officer',
  evaluate: ({ recording, reason, outsideDuty, decided }) => {
    if (decided === 'workRelated') return [];
    if (reason === 'irrelevant' || decided === 'irrelevant')
      return [{ facts: { recording, sign: 'markedIrrelevant' } }];
    return reason === 'pending' && outsideDuty === true ? [{ facts: { recording, sign: 'outsideDuty' } }] : [];
  },
};

/** Footage that has stood without an activity too long. */
export const A04_2: Rule<'A04-2', 'unlinked'> = {
  code: 'A04-2',
  scope: 'unlinked',
  article: 4,
  matter: null,
  grades: ['advisory'],
  answeredBy: 'officer',
  evaluate: ({ recording, reason, takenInAt, decided }, { parameters }, now) => {
    const due = unlinkedDue(takenInAt, parameters);
    return reason === 'pending' && decided === null && now > due ? [{ facts: { recording, takenInAt, due } }] : [];
  },
};
