import type { Instant } from '../domain/time.ts';
import { matterByRow } from './checklist.ts';
import { isRunning } from './coverage.ts';
import { statementDue } from './deadlines.ts';
import { type ExportDeadline, exportDeadline } from './export-deadline.ts';
import type { ActivityFacts } from './facts.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { hasOverlay } from './steps.ts';

/** How far an activity has come, as several articles ask it. */

const FOOTAGE: ReadonlySet<string> = new Set(['video', 'audio', 'photo']);

export const hasFootage = ({ recordings }: ActivityFacts): boolean =>
  recordings.some(({ mediaType }) => FOOTAGE.has(mediaType));

/** Art. 7 for the whole activity: nothing of Arts. 8 to 11 and of the list is asked of footage that may be absent. */
export const isExcusedWhole = ({ nonRecording }: ActivityFacts): boolean =>
  nonRecording !== null && nonRecording.part === null;

/** Arts. 8 to 10 apply wherever a party is met on site, and off the list. */
export const meetsParty = ({ matters }: ActivityFacts): boolean => matters.length === 0 || matters.some(hasOverlay);

/** Photographs alone, where the list allows a camera for every chosen matter: there is nothing to be continuous. */
export const isPhotoWork = ({ matters, recordings }: ActivityFacts): boolean =>
  matters.length > 0 &&
  matters.every((row) => matterByRow(row)?.carriers.includes('stillCamera')) &&
  !recordings.some(isRunning);

/**
 * Art. 13's deadline with the exception as claimed, even where ground or statement is lacking: that lack is A13-2's to say, and
 * one fault is not two findings.
 */
export function claimedDeadline(facts: ActivityFacts, { parameters }: RulesInForce): ExportDeadline | null {
  const { endedAt, away, returnedAt } = facts;
  if (endedAt === null) return null;
  const claim = away === null ? {} : ({ ground: away.ground ?? 'awayDuty', statement: 'claimed' } as const);
  return exportDeadline({ endedAt, ...claim, ...(returnedAt === null ? {} : { returnedAt }) }, parameters);
}

/** Nothing more is to come: footage of every planned device is here, or its time is over. */
export function isSettled(facts: ActivityFacts, rules: RulesInForce, now: Instant): boolean {
  const due = claimedDeadline(facts, rules);
  if (due === null) return false;
  if (facts.takenInAt !== null && facts.awaited.length === 0) return true;
  return due.deadline !== undefined && now > due.deadline;
}

/**
 * The officer has had the time to mark steps and contents: all is handed over (then nothing can be played any more), or the
 * time for statements after the intake has passed.
 */
export function reviewIsOver(facts: ActivityFacts, rules: RulesInForce, now: Instant): boolean {
  if (facts.endedAt === null) return false;
  if (facts.handedOverAt !== null) return true;
  return isSettled(facts, rules, now) && now > statementDue(facts.takenInAt ?? facts.endedAt, rules.parameters);
}

/** Footage is here, must be here, and the officer has had the time to mark it. */
export const isJudged = (facts: ActivityFacts, rules: RulesInForce, now: Instant): boolean =>
  hasFootage(facts) && !isExcusedWhole(facts) && reviewIsOver(facts, rules, now);
