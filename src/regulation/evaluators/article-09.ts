import { fromInstant, toInstant } from '../../domain/time.ts';
import { toStretch } from '../coverage.ts';
import { statementDue } from '../deadlines.ts';
import { gapsOf } from '../gaps.ts';
import { ofArticle } from '../rule.ts';
import { isSettled } from '../standing.ts';

const seconds = (ms: number): number => Math.floor(ms / 1000);

export const A09_1 = ofArticle('A09-1', 9, 'breach', (facts, rules, now) => {
  const gaps = isSettled(facts, rules, now) ? gapsOf(facts, rules) : null;
  if (gaps === null || gaps.lateStart === null || facts.arrivedAt === null) return [];
  const { from, to } = gaps.lateStart;
  const firstFrameAt = gaps.coverage.spans.length === 0 ? null : toInstant(to);
  return [{ facts: { arrivedAt: facts.arrivedAt, firstFrameAt, lateSec: seconds(to - from) } }];
});

export const A09_2 = ofArticle('A09-2', 9, 'breach', (facts, rules, now) => {
  const gaps = isSettled(facts, rules, now) ? gapsOf(facts, rules) : null;
  if (gaps === null || gaps.earlyEnd === null || facts.endedAt === null) return [];
  const { from, to } = gaps.earlyEnd;
  return [{ facts: { endedAt: facts.endedAt, lastFrameAt: toInstant(from), earlySec: seconds(to - from) } }];
});

/** A hole that still waits for its cause; once the time for it is over, it is Art. 11's (A11-1). */
export const A09_3 = ofArticle('A09-3', 9, 'advisory', (facts, rules, now) => {
  const { endedAt } = facts;
  const gaps = isSettled(facts, rules, now) ? gapsOf(facts, rules) : null;
  if (gaps === null || endedAt === null) return [];
  const due = statementDue(endedAt, rules.parameters);
  if (now > due) return [];
  return gaps.gaps
    .filter(({ account }) => account === null)
    .map(({ span }) => {
      const { from, to } = toStretch(span);
      const steps = facts.steps.flatMap((mark) =>
        mark.state === 'done' && mark.at !== null && isIn(fromInstant(mark.at), span) ? [mark.step] : [],
      );
      return { about: from, facts: { from, to, steps, due } };
    });
});

const isIn = (moment: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  from <= moment && moment < to;
