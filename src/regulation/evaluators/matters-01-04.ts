import { fromInstant } from '../../domain/time.ts';
import { coverageOf, holes, isRunning, toStretch } from '../coverage.ts';
import { dayEndAfter } from '../deadlines.ts';
import type { ActivityFacts } from '../facts.ts';
import { openConditional } from '../matter-state.ts';
import type { Raised, Rule } from '../rule.ts';
import { lateSteps, ofMatter, raiseLate, raiseMissing, stepsMissing } from './steps-shown.ts';

/**
 * A row's first code is also its "a required step is missing". A step that another code of the row already names as late or
 * absent is not said twice.
 */

const IDENTITY = { 1: ['r01.s2', 'r01.s3'], 2: ['r02.s2', 'r02.s3'] } as const;
const INQUIRY = { 1: ['r01.s4', 'r01.s5'], 2: ['r02.s4'] } as const;

const identityLate = (facts: ActivityFacts, row: 1 | 2) => lateSteps(facts, IDENTITY[row], INQUIRY[row], true);

const siteSteps = (facts: ActivityFacts, row: 1 | 2): readonly Raised<'C01-1' | 'C02-1'>[] => {
  const open = openConditional(facts, row);
  return [
    ...raiseMissing(stepsMissing(facts, row, identityLate(facts, row)?.steps)),
    ...(open.length === 0 ? [] : [{ about: 'open', grade: 'advisory' as const, facts: { missing: open } }]),
  ];
};

export const C01_1 = ofMatter('C01-1', 1, ['breach', 'advisory'], (facts) => siteSteps(facts, 1));
/** Identity and certificates come before the verification and the inquiry. */
export const C01_2 = ofMatter('C01-2', 1, ['breach'], (facts) => raiseLate(identityLate(facts, 1)));
export const C02_1 = ofMatter('C02-1', 2, ['breach', 'advisory'], (facts) => siteSteps(facts, 2));
export const C02_2 = ofMatter('C02-2', 2, ['breach'], (facts) => raiseLate(identityLate(facts, 2)));

const RIGHTS = 'r03.s5';
const INQUIRY_PROCESS = 'r03.s6';
export const hasRunning = ({ recordings }: ActivityFacts): boolean => recordings.some(isRunning);

/** The party's rights are explained before the inquiry. */
export const C03_1 = ofMatter('C03-1', 3, ['breach'], (facts) => [
  ...raiseMissing(stepsMissing(facts, 3, hasRunning(facts) ? [] : [INQUIRY_PROCESS])),
  ...raiseLate(lateSteps(facts, [RIGHTS], [INQUIRY_PROCESS], false)),
]);

/** An inquiry is a process: photographs alone do not show it, nor footage that leaves part of the transcript's time out. */
export const C03_2 = ofMatter('C03-2', 3, ['breach'], (facts, { parameters }) => {
  if (!hasRunning(facts)) return [{ facts: { photos: facts.recordings.length } }];
  const first = firstHole(facts, facts.matter.inquiry, parameters.segmentJoinSec);
  return first === null ? [] : [{ facts: first }];
});

/** The first stretch without footage inside another, longer than what joins two segments. */
export function firstHole(facts: ActivityFacts, inside: ActivityFacts['matter']['inquiry'], joinSec: number) {
  const coverage = inside === null ? null : coverageOf(facts, joinSec);
  if (coverage === null || inside === null) return null;
  const window = { from: fromInstant(inside.from), to: fromInstant(inside.to) };
  const hole = holes(coverage.spans, window).find(({ from, to }) => to - from > joinSec * 1000);
  return hole === undefined ? null : toStretch(hole);
}

/** Each preserved item is shown; so is the execution. */
export const C04_1 = ofMatter('C04-1', 4, ['breach'], (facts): readonly Raised<'C04-1'>[] => {
  const items = (facts.matter.preservation?.items ?? []).filter(({ shown }) => !shown).map(({ no }) => no);
  return [
    ...(items.length === 0 ? [] : [{ about: 'items', facts: { items } }]),
    ...raiseMissing(stepsMissing(facts, 4)),
  ];
});

/** Seven days to decide: another law's term, so a reminder and no breach of this regulation. Stands whether or not footage came. */
export const C04_2: Rule<'C04-2', 'activity'> = {
  ...ofMatter('C04-2', 4, ['advisory'], () => []),
  evaluate: ({ matters, matter: { preservation } }, { parameters }, now) => {
    if (!matters.includes(4) || preservation === null || preservation.decidedAt !== null) return [];
    const { registeredAt } = preservation;
    const due = dayEndAfter(registeredAt, parameters.registrationDecisionDays);
    const from = dayEndAfter(registeredAt, parameters.registrationDecisionDays - parameters.registrationRemindDays - 1);
    return now >= from ? [{ facts: { registeredAt, due } }] : [];
  },
};
