import { statementDue } from '../deadlines.ts';
import type { ActivityFacts } from '../facts.ts';
import type { ReportLack } from '../finding.ts';
import { ofArticle } from '../rule.ts';

/** Not recorded, said so, and the work record never came. */
export const A07_1 = ofArticle('A07-1', 7, 'breach', ({ nonRecording, endedAt }, { parameters }, now) => {
  if (nonRecording === null || nonRecording.report !== null || endedAt === null) return [];
  const due = statementDue(endedAt, parameters);
  return now > due ? [{ facts: { ground: nonRecording.ground, due } }] : [];
});

/** Reason and basis are two fields, and the report goes to the supervising leader, who may find the ground insufficient. */
export const A07_2 = ofArticle('A07-2', 7, 'breach', (facts) => {
  const lacks = lacksOf(facts);
  return lacks.length === 0 ? [] : [{ facts: { lacks } }];
});

function lacksOf({ nonRecording, endedAt }: ActivityFacts): readonly ReportLack[] {
  const report = nonRecording?.report ?? null;
  if (report === null) return [];
  const lacks: ReportLack[] = [];
  if (!report.hasReason) lacks.push('reason');
  if (!report.hasBasis) lacks.push('basis');
  if (!report.toLeader) lacks.push('leader');
  if (endedAt !== null && report.preparedAt < endedAt) lacks.push('afterEnd');
  if (report.acknowledgement?.sufficient === false) lacks.push('ground');
  return lacks;
}

export const A07_3 = ofArticle('A07-3', 7, 'advisory', ({ nonRecording, endedAt }, { parameters }) => {
  const report = nonRecording?.report ?? null;
  if (report === null || endedAt === null) return [];
  const due = statementDue(endedAt, parameters);
  return report.preparedAt > due ? [{ facts: { preparedAt: report.preparedAt, due } }] : [];
});
