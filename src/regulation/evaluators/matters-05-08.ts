import { beijingDate } from '../../domain/time.ts';
import type { ActivityFacts } from '../facts.ts';
import type { StepsLate } from '../finding.ts';
import type { Raised } from '../rule.ts';
import { firstHole, hasRunning } from './matters-01-04.ts';
import { lateFor, lateSteps, ofMatter, raiseLate, raiseMissing, stepsMissing } from './steps-shown.ts';

/** The whole of statement and defence: no photographs in its place and no hole in it, explained or not; Art. 11 says how one is explained. */
export const C05_1 = ofMatter(
  'C05-1',
  5,
  ['breach'],
  (facts, { parameters }): readonly Raised<'C05-1'>[] => {
    if (!hasRunning(facts)) return [{ about: 'photos', facts: { photos: facts.recordings.length } }];
    const hole = firstHole(facts, facts.matter.statementDefence, parameters.segmentJoinSec);
    return [...(hole === null ? [] : [{ about: hole.from, facts: hole }]), ...raiseMissing(stepsMissing(facts, 5))];
  },
  11,
);

/** The order the row is written in; what must not be is a penalty before notification and defence. */
const SUMMARY_ORDER: readonly (readonly [first: readonly string[], then: readonly string[]])[] = [
  [['r06.s3', 'r06.s4'], ['r06.s5']],
  [['r06.s1'], ['r06.s3']],
  [['r06.s3'], ['r06.s4']],
  [['r06.s5'], ['r06.s6']],
];

const summaryOrder = (facts: ActivityFacts): StepsLate | null =>
  SUMMARY_ORDER.map(([first, then]) => lateSteps(facts, first, then, false)).find((late) => late !== null) ?? null;

/** The same by the moment on the decision, where the marks alone keep the order. */
const penaltyEarly = (facts: ActivityFacts): StepsLate | null =>
  lateFor(facts, ['r06.s3', 'r06.s4'], 'r06.s5', facts.matter.summaryPenalty?.decidedAt);

export const C06_1 = ofMatter('C06-1', 6, ['breach'], (facts) => [
  ...raiseMissing(stepsMissing(facts, 6)),
  ...raiseLate(summaryOrder(facts) ?? penaltyEarly(facts)),
]);

export const C07_1 = ofMatter('C07-1', 7, ['breach'], (facts) => raiseMissing(stepsMissing(facts, 7)));

/** The check came while the party still had time to put things right. */
export const C07_2 = ofMatter(
  'C07-2',
  7,
  ['advisory'],
  ({ arrivedAt, matter: { rectificationDeadline: deadline } }) => {
    if (arrivedAt === null || deadline === null) return [];
    const checkedOn = beijingDate(arrivedAt);
    return checkedOn < deadline ? [{ facts: { checkedOn, deadline } }] : [];
  },
);

const BEFORE_REFUSAL = ['r08.s1', 'r08.s2', 'r08.s3'];

/** 本项载体为执法记录仪: no other carrier alone will do, nor its photographs or sound. */
export const C08_1 = ofMatter('C08-1', 8, ['breach'], (facts): readonly Raised<'C08-1'>[] => {
  const used = facts.devices.filter(({ device }) => facts.recordings.some((recording) => recording.device === device));
  const carriers = [...new Set(used.map(({ carrier }) => carrier))];
  const fits = carriers.includes('bodyCamera') || carriers.length === 0;
  const filmed = facts.recordings.length === 0 || facts.recordings.some(({ mediaType }) => mediaType === 'video');
  return [
    ...(fits ? [] : [{ about: 'carrier', facts: { carriers } }]),
    ...(fits && !filmed ? [{ about: 'film', facts: { notFilm: facts.recordings.length } }] : []),
    ...raiseMissing(stepsMissing(facts, 8)),
    ...raiseLate(
      lateSteps(facts, BEFORE_REFUSAL, ['r08.s4'], false) ??
        lateFor(facts, BEFORE_REFUSAL, 'r08.s4', facts.matter.refusal?.refusedAt),
    ),
  ];
});
