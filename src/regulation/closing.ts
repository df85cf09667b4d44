import type { ContentElement } from '../domain/course-words.ts';
import type { UnlinkedReason } from '../domain/records.ts';
import type { Role } from '../domain/role.ts';
import type { Instant } from '../domain/time.ts';
import { ABOVE_ALL } from './content.ts';
import type { ActivityFacts, IntakeFacts } from './facts.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { claimedDeadline, hasFootage } from './standing.ts';

/** What must be answered before an activity can be closed: footage or why there is none, and what Art. 10 wants above all. */
export type ClosingNeed =
  | { readonly kind: 'footageOrReport' }
  | { readonly kind: 'content'; readonly elements: readonly ContentElement[] };

export function closingNeeds(facts: ActivityFacts): readonly ClosingNeed[] {
  const needs: ClosingNeed[] = [];
  if (!hasFootage(facts) && facts.nonRecording === null) needs.push({ kind: 'footageOrReport' });
  const { content } = facts;
  const elements =
    content?.violationFound === true ? ABOVE_ALL.filter((element) => !content.answered.includes(element)) : [];
  if (elements.length > 0) needs.push({ kind: 'content', elements });
  return needs;
}

/** Art. 2: a batch from a device that is not in the register closes only with an explanation. */
export const intakeNeedsExplanation = ({ device, explained }: Pick<IntakeFacts, 'device' | 'explained'>): boolean =>
  device === null && !explained;

/** Who alone may play footage that stands without an activity; null: nobody in particular. Art. 4 forbids it, Art. 18 keeps it. */
export const playbackOnlyBy = (reason: UnlinkedReason | null): Role | null =>
  reason === 'irrelevant' ? 'legalAffairsOffice' : null;

/** 应记录 / 已记录 / 有说明 / 无说明: where an activity stands in the reconciliation of Art. 6. */
export type Reconciled = 'open' | 'recorded' | 'explained' | 'neither';

/** `open`: it has not ended, or its footage may still come in time. */
export function reconciled(facts: ActivityFacts, rules: RulesInForce, now: Instant): Reconciled {
  if (hasFootage(facts)) return 'recorded';
  if (facts.nonRecording?.report) return 'explained';
  const deadline = claimedDeadline(facts, rules)?.deadline;
  return deadline !== undefined && now > deadline ? 'neither' : 'open';
}
