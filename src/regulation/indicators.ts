import { coverageOf } from './coverage.ts';
import type { ActivityFacts } from './facts.ts';
import type { ParameterValues } from './parameters.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { hasFootage, isExcusedWhole, isPhotoWork, meetsParty } from './standing.ts';

/** One original, as Art. 3's 集中管理 and 规范归档 ask of it. */
export interface OriginalFacts {
  readonly heldByCustodian: boolean;
  readonly verifiedCopies: number;
  readonly catalogued: boolean;
  /** Used as evidence, so it belongs to a case file. */
  readonly needsCase: boolean;
  readonly hasCase: boolean;
}

/** 同步、集中、归档 as shares, null where there is nothing to count; 保密 as a number that must be 0. */
export interface Indicators {
  readonly synchronous: number | null;
  readonly centralised: number | null;
  readonly archived: number | null;
  readonly unapprovedAccesses: number;
}

/** What one activity, or some footage, adds to the four. */
export interface PrincipleTally {
  readonly required: number;
  readonly covered: number;
  readonly originals: number;
  readonly centralised: number;
  readonly archived: number;
  readonly unapproved: number;
}

export const NO_TALLY: PrincipleTally = {
  required: 0,
  covered: 0,
  originals: 0,
  centralised: 0,
  archived: 0,
  unapproved: 0,
};

/** Activities excused by Art. 7 are not required to be covered. */
export function principleTally(
  activity: ActivityFacts | null,
  originals: readonly OriginalFacts[],
  unapproved: number,
  { parameters }: RulesInForce,
): PrincipleTally {
  const required = activity !== null && activity.endedAt !== null && !isExcusedWhole(activity);
  const enough = required && isCovered(activity, parameters);
  const central = originals.filter((one) => one.heldByCustodian && one.verifiedCopies >= parameters.minCopies);
  const archived = originals.filter(({ catalogued, needsCase, hasCase }) => catalogued && (!needsCase || hasCase));
  return {
    required: required ? 1 : 0,
    covered: enough ? 1 : 0,
    originals: originals.length,
    centralised: central.length,
    archived: archived.length,
    unapproved,
  };
}

/** Photographs, and services without a party, have nothing to be continuous: there they are enough. */
function isCovered(facts: ActivityFacts, { segmentJoinSec, coverageEnoughPercent }: ParameterValues): boolean {
  if (!meetsParty(facts) || isPhotoWork(facts)) return hasFootage(facts);
  const coverage = coverageOf(facts, segmentJoinSec);
  return coverage !== null && coverage.share * 100 >= coverageEnoughPercent;
}

/** The four principles of Art. 3 as numbers. */
export function indicatorsOf(tallies: readonly PrincipleTally[]): Indicators {
  const sum = (name: keyof PrincipleTally): number => tallies.reduce((all, tally) => all + tally[name], 0);
  const share = (part: keyof PrincipleTally, whole: keyof PrincipleTally): number | null =>
    sum(whole) === 0 ? null : sum(part) / sum(whole);
  return {
    synchronous: share('covered', 'required'),
    centralised: share('centralised', 'originals'),
    archived: share('archived', 'originals'),
    unapprovedAccesses: sum('unapproved'),
  };
}
