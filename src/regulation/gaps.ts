import { fromInstant } from '../domain/time.ts';
import { type Coverage, coverageOf, type Span } from './coverage.ts';
import type { ActivityFacts, GapAccount } from './facts.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { hasFootage, isExcusedWhole, isPhotoWork, meetsParty } from './standing.ts';

/** A hole of Arts. 9 and 11, with what was said of it. */
export interface Gap {
  readonly span: Span;
  readonly account: GapAccount | null;
  readonly resumed: boolean;
}

export interface Gaps {
  readonly coverage: Coverage;
  /** Interruptions: holes between footage, and unrecorded beginnings or ends that somebody accounted for. */
  readonly gaps: readonly Gap[];
  /** Unrecorded beginning or end nobody accounted for: Art. 9's, not Art. 11's. */
  readonly lateStart: Span | null;
  readonly earlyEnd: Span | null;
}

/** null where continuity is not asked, or cannot be known. */
export function gapsOf(facts: ActivityFacts, { parameters }: RulesInForce): Gaps | null {
  if (!hasFootage(facts) || isExcusedWhole(facts) || !meetsParty(facts) || isPhotoWork(facts)) return null;
  const coverage = coverageOf(facts, parameters.segmentJoinSec);
  if (coverage === null) return null;
  const slackMs = parameters.clockOffsetWarnSec * 1000;
  const { window } = coverage;
  const holes = coverage.holes.filter((hole) => !isExcusedPart(facts, hole, slackMs));
  const seen = holes.map((span) => ({
    span,
    account: facts.gapAccounts.find((account) => meets(account, span, window, slackMs)) ?? null,
    resumed: span.to < window.to,
  }));
  const start = seen.find(({ span }) => span.from === window.from);
  const end = seen.find((gap) => !gap.resumed && gap !== start);
  const over = (gap: Gap | undefined, tolerance: number): Span | null =>
    gap !== undefined && gap.account === null && gap.span.to - gap.span.from > tolerance * 1000 ? gap.span : null;
  return {
    coverage,
    gaps: seen.filter(
      (gap) =>
        gap.span.to - gap.span.from > parameters.segmentJoinSec * 1000 &&
        (gap.account !== null || (gap !== start && gap !== end)),
    ),
    lateStart: over(start, parameters.coverageStartTolSec),
    earlyEnd: over(end, parameters.coverageEndTolSec),
  };
}

/** A mark is made by a thumb and a hole by a camera clock: they need not agree to the second. */
function meets({ from, to }: GapAccount, span: Span, window: Span, slackMs: number): boolean {
  const end = to === null ? window.to : fromInstant(to);
  return fromInstant(from) - slackMs < span.to && end + slackMs > span.from;
}

/** Art. 7 for a part of the activity. */
function isExcusedPart({ nonRecording }: ActivityFacts, span: Span, slackMs: number): boolean {
  const part = nonRecording?.part ?? null;
  if (part === null) return false;
  return fromInstant(part.from) - slackMs <= span.from && span.to <= fromInstant(part.to) + slackMs;
}
