import type { FindingAnswersRecord } from '../../domain/course-records.ts';
import { asId, type BatchId, type PersonId } from '../../domain/ids.ts';
import type { PersonRecord, Signed } from '../../domain/records.ts';
import { parseSubject } from '../../domain/subject.ts';
import { type Finding, findingKey } from '../../regulation/finding.ts';
import { DESK } from '../../text/activity-desk.ts';
import { FINDING_DECISION, FINDING_STANDING } from '../../text/course.ts';
import { type FindingNames, findingFact, findingHead, QUOTE } from '../../text/findings.ts';
import { ROLE } from '../../text/nouns.ts';
import { timeInTable } from '../../text/times.ts';
import { type FindingStanding, findingStanding } from '../../usecases/answer-finding.ts';

const T = DESK.findings;

/** One finding in words, with what was said of it and what this person may do about it. */
export interface FindingLine {
  readonly id: string;
  readonly finding: Finding;
  readonly standing: FindingStanding;
  /** How the label looks: before a decision a breach is only unexplained. */
  readonly flag: 'breach' | 'suspected' | 'advisory' | 'unexplained';
  readonly head: string;
  readonly fact: string;
  readonly quote: string;
  readonly standingWords: string;
  readonly answeredBy: string;
  readonly said: readonly string[];
  readonly mayAnswer: boolean;
  /** Art. 2: an intake from outside the register, explained, that waits for this department head; null: nothing to acknowledge. */
  readonly toAcknowledge: BatchId | null;
  /** undefined: may decide; else why not, or null where deciding is not this person's office at all. */
  readonly cannotDecide: string | undefined | null;
}

export interface FindingReader {
  readonly names: FindingNames;
  readonly viewer: PersonRecord;
  /** Officers of the activity the finding is about, who answer for it themselves. */
  readonly officers: readonly PersonId[];
}

const personOf = ({ by }: Signed): PersonId | null => (by.kind === 'person' ? by.person : null);

export function findingLine(
  finding: Finding,
  answers: FindingAnswersRecord | null,
  { names, viewer, officers }: FindingReader,
): FindingLine {
  const standing = findingStanding(answers);
  const signer = (signed: Signed): string => {
    const person = personOf(signed);
    return person === null ? '' : names.person(person);
  };
  const said = (answers?.answers ?? []).map((one) => T.said(signer(one), timeInTable(one.at), one.text ?? T.elsewhere));
  const decision = answers?.decision ?? null;
  return {
    id: findingKey(finding),
    finding,
    standing,
    flag: flagOf(finding, standing),
    head: findingHead(finding),
    fact: findingFact(finding, names),
    quote: T.quote(QUOTE[finding.code]),
    standingWords: FINDING_STANDING[standing],
    answeredBy: T.answeredBy(ROLE[finding.answeredBy]),
    said:
      decision === null
        ? said
        : [
            ...said,
            T.decided(
              signer(decision),
              timeInTable(decision.at),
              FINDING_DECISION[decision.decision],
              decision.text ?? T.elsewhere,
            ),
          ],
    mayAnswer: mayAnswer(finding, viewer, officers),
    toAcknowledge: foreignIntake(finding, viewer),
    cannotDecide: cannotDecide(answers, viewer),
  };
}

function flagOf({ grade }: Finding, standing: FindingStanding): FindingLine['flag'] {
  if (grade !== 'breach') return grade;
  return standing === 'upheld' ? 'breach' : 'unexplained';
}

/** Officers answer for their own activities; whoever else is named answers by role; a department head may for the division. */
export const mayAnswer = (
  { answeredBy }: Pick<Finding, 'answeredBy'>,
  { id, roles }: Pick<PersonRecord, 'id' | 'roles'>,
  officers: readonly PersonId[],
): boolean =>
  answeredBy === 'officer' ? officers.includes(id) || roles.includes('departmentHead') : roles.includes(answeredBy);

function foreignIntake(finding: Finding, { roles }: PersonRecord): BatchId | null {
  if (finding.code !== 'A02-1' || finding.facts.lacks !== 'acknowledgement') return null;
  const about = roles.includes('departmentHead') ? parseSubject(finding.subject) : null;
  return about?.type === 'batch' ? asId<BatchId>(about.id) : null;
}

/** undefined: may decide; else why not, or null where deciding is not this person's office at all. */
export function cannotDecide(
  answers: FindingAnswersRecord | null,
  { id, roles }: PersonRecord,
): string | undefined | null {
  if (!roles.includes('legalAffairsOffice')) return null;
  if (answers === null || answers.answers.length === 0) return DESK.decideDialog.notAnswered;
  return answers.answers.some((one) => personOf(one) === id) ? DESK.decideDialog.ownAnswer : undefined;
}

const RANK: Readonly<Record<FindingStanding, number>> = {
  'to-explain': 0,
  answered: 1,
  upheld: 2,
  excused: 3,
  notUpheld: 4,
};
const GRADE_RANK = { breach: 0, suspected: 1, advisory: 2 } as const;

/** What waits for somebody first; then by gravity; else in the order of the regulation. */
export const inOrderOfNeed = (lines: readonly FindingLine[]): readonly FindingLine[] =>
  [...lines].sort(
    (a, b) => RANK[a.standing] - RANK[b.standing] || GRADE_RANK[a.finding.grade] - GRADE_RANK[b.finding.grade],
  );
