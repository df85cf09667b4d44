import { coverageOf } from './coverage.ts';
import type { ActivityFacts } from './facts.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { isExcusedWhole } from './standing.ts';

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

const share = <T>(all: readonly T[], fits: (one: T) => boolean): number | null =>
  all.length === 0 ? null : all.filter(fits).length / all.length;

/** The four principles of Art. 3 as numbers. Activities excused by Art. 7 are not required to be covered. */
export function indicators(
  activities: readonly ActivityFacts[],
  originals: readonly OriginalFacts[],
  unapprovedAccesses: number,
  { parameters }: RulesInForce,
): Indicators {
  const required = activities.filter((facts) => facts.endedAt !== null && !isExcusedWhole(facts));
  return {
    synchronous: share(required, (facts) => {
      const coverage = coverageOf(facts, parameters.segmentJoinSec);
      return coverage !== null && coverage.share * 100 >= parameters.coverageEnoughPercent;
    }),
    centralised: share(
      originals,
      ({ heldByCustodian, verifiedCopies }) => heldByCustodian && verifiedCopies >= parameters.minCopies,
    ),
    archived: share(originals, ({ catalogued, needsCase, hasCase }) => catalogued && (!needsCase || hasCase)),
    unapprovedAccesses,
  };
}
