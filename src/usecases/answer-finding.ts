import { done, type Outcome, refused } from '../base/outcome.ts';
import type { FindingAnswersRecord } from '../domain/course-records.ts';
import type { FindingDecision } from '../domain/course-words.ts';
import type { DivisionId, EntryId } from '../domain/ids.ts';
import { type Finding, findingKey } from '../regulation/finding.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export type AnswerRefusal = RuleRefusal | { readonly code: 'text-missing' | 'not-answered' };
type Signed = Promise<Outcome<EntryId, AnswerRefusal>>;

const named = ({ code, subject, about }: Finding) => ({ code, subject, about });

/** Where a finding stands: nothing is called 违规 before the legal affairs office decided. */
export type FindingStanding = 'to-explain' | 'answered' | FindingDecision;

export function findingStanding(answers: FindingAnswersRecord | null): FindingStanding {
  if (answers === null) return 'to-explain';
  return answers.decision?.decision ?? (answers.answers.length > 0 ? 'answered' : 'to-explain');
}

/** 说明: an answer to a finding, by whoever must answer for it. */
export async function answerFinding(
  desk: Desk,
  seat: Seat,
  finding: Finding,
  text: string,
  division: DivisionId,
): Signed {
  const said = typed(text);
  if (said === null) return refused({ code: 'text-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'finding-answered',
    subject: finding.subject,
    body: named(finding),
    details: { text: said },
    division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** 法制办公室认定: with reasons, over the answers known. */
export async function decideFinding(
  desk: Desk,
  seat: Seat,
  finding: Finding,
  decision: FindingDecision,
  text: string,
  division: DivisionId,
): Signed {
  const said = typed(text);
  if (said === null) return refused({ code: 'text-missing' });
  const answers = (await desk.records.get('findingAnswers', findingKey(finding)))?.answers ?? [];
  if (answers.length === 0) return refused({ code: 'not-answered' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'finding-decided',
    subject: finding.subject,
    body: { ...named(finding), decision },
    details: { text: said },
    refs: answers.map(({ entry }) => entry),
    division,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
