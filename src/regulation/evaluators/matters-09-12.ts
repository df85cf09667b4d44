import type { ServedDocument } from '../../domain/course-words.ts';
import { beijingDate } from '../../domain/time.ts';
import { dayEndAfter } from '../deadlines.ts';
import type { ActivityFacts } from '../facts.ts';
import { awaitedSteps, SERVED_STEP } from '../matter-state.ts';
import type { Raised } from '../rule.ts';
import { claimedDeadline } from '../standing.ts';
import { plusDays } from '../working-days.ts';
import { isDone, lateSteps, ofMatter, raiseLate, raiseMissing, stepsMissing } from './steps-shown.ts';

/** A hand-over is shown for each document served. */
export const C09_1 = ofMatter('C09-1', 9, ['breach'], (facts) => {
  const { served } = facts.matter;
  const all = Object.keys(SERVED_STEP) as ServedDocument[];
  const unshown = (served.length === 0 ? all : served).filter((document) => !isDone(facts, SERVED_STEP[document]));
  const nothing = served.length === 0 && unshown.length < all.length;
  return unshown.length === 0 || nothing ? [] : [{ facts: { documents: unshown } }];
});

/** Fixed cameras write over their own footage: what is not exported in time is gone. */
export const C09_2 = ofMatter('C09-2', 9, ['breach'], (facts, rules, now) => {
  const { surveillance } = facts.matter;
  if (surveillance === null || surveillance.exported) return [];
  const { overwrittenAt } = surveillance;
  const due = overwrittenAt ?? claimedDeadline(facts, rules)?.deadline;
  return due !== undefined && now > due ? [{ facts: { overwrittenAt } }] : [];
});

export const C10_1 = ofMatter('C10-1', 10, ['breach'], (facts): readonly Raised<'C10-1'>[] => [
  ...raiseMissing(stepsMissing(facts, 10)),
  ...raiseLate(lateSteps(facts, ['r10.s1'], ['r10.s7'], false)),
  ...receiptDate(facts),
]);

/** The date on the service receipt is the day the footage was shot. */
function receiptDate({ matter: { leaveService }, arrivedAt }: ActivityFacts): readonly Raised<'C10-1'>[] {
  const written = leaveService?.receiptDate ?? null;
  if (written === null || arrivedAt === null) return [];
  const footageDate = beijingDate(arrivedAt);
  return written === footageDate ? [] : [{ about: 'date', facts: { receiptDate: written, footageDate } }];
}

/** A witness of the service is not of the bureau. */
export const C10_2 = ofMatter('C10-2', 10, ['breach'], ({ matter: { leaveService } }) =>
  leaveService === null || leaveService.witness === null ? [] : [{ facts: { witness: leaveService.witness } }],
);

/** Posting is shown on the day; the result may come later, but not for ever. */
export const C11_1 = ofMatter('C11-1', 11, ['breach'], (facts, { parameters }, now) => {
  const posted = facts.matter.postedAt ?? facts.endedAt;
  const late = posted !== null && now > dayEndAfter(posted, parameters.deferredResultDays);
  return raiseMissing([...stepsMissing(facts, 11), ...(late ? awaitedSteps(facts, 11) : [])]);
});

/** At least one proof of the announcement; while the officer says it will come, it is awaited. */
export const C12_1 = ofMatter('C12-1', 12, ['breach'], (facts, { parameters }, now) => {
  const awaited = awaitedSteps(facts, 12);
  if (awaited.length === 0) return [];
  const deferred = facts.steps.some(({ step, state }) => awaited.includes(step) && state === 'deferred');
  const late = facts.endedAt !== null && now > dayEndAfter(facts.endedAt, parameters.deferredResultDays);
  return deferred && !late ? [] : [{ facts: { proofs: 0 } }];
});

/** Until the term of another law is over, the announcement does not count as served. */
export const C12_2 = ofMatter('C12-2', 12, ['advisory'], ({ matter: { announcement } }, { parameters }, now) => {
  if (announcement === null) return [];
  const endsOn = announcementEnds(announcement, parameters.announcementDays);
  return beijingDate(now) <= endsOn ? [{ facts: { publishedOn: announcement.publishedOn, endsOn } }] : [];
});

/** Last day of the announcement's term; the day of publication is not counted. */
export const announcementEnds = (
  { publishedOn, days }: { readonly publishedOn: string; readonly days: number | null },
  usualDays: number,
): string => plusDays(publishedOn, days ?? usualDays);
