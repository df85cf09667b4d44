import { isMerged } from '../domain/activity-stage.ts';
import type { FindingAnswersRecord } from '../domain/course-records.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { Instant } from '../domain/time.ts';
import { dayOf, evaluate, type Judgement } from '../regulation/evaluate.ts';
import type { ActivityFacts } from '../regulation/facts.ts';
import { findingKey } from '../regulation/finding.ts';
import type { RulesInForce } from '../regulation/rules-in-force.ts';
import type { Desk } from './desk.ts';
import { type ActivityRecords, factsOf } from './facts-of.ts';
import { readActivity, rulesOf } from './findings-of.ts';
import { readIntake } from './findings-of-intake.ts';
import { type StepGroup, stepsToShow } from './steps-to-show.ts';

/** One activity as its page shows it: the records, what they say to the rules, and what the rules say of them. */
export interface JudgedActivity {
  readonly records: ActivityRecords;
  readonly facts: ActivityFacts;
  readonly rules: RulesInForce;
  readonly judgement: Judgement;
  /** The steps of its matters, or of the bureau's own template where the list has none. */
  readonly groups: readonly StepGroup[];
  /** Answers and decisions, by the findings' keys. */
  readonly answers: ReadonlyMap<string, FindingAnswersRecord>;
}

type Where = Pick<Desk, 'book'> & { readonly records: ReadModel };

/** The findings of an activity and of the intakes behind it, with what was said of each. */
export async function judgeActivity(where: Where, id: ActivityId, now: Instant): Promise<JudgedActivity | null> {
  const activity = await where.records.get('activity', id);
  if (activity === null) return null;
  const records = await readActivity(where.records, activity);
  const facts = factsOf(records, now);
  const batchIds = new Set(records.recordings.flatMap(({ sources }) => sources.map(({ batch }) => batch)));
  const batches = await where.records.getMany('batch', [...batchIds]);
  const [rules, templates, intakes] = await Promise.all([
    rulesOf(where, dayOf(facts) ?? now),
    where.records.get('templates', where.book.bureau),
    Promise.all(batches.map((batch) => readIntake(where.records, batch))),
  ]);
  const judged = evaluate({ activity: facts, intakes, unlinked: [] }, rules, now);
  const judgement = isMerged(activity) ? { ...judged, findings: [] } : judged;
  const said = await where.records.getMany('findingAnswers', judgement.findings.map(findingKey));
  const groups = stepsToShow(activity, records.course, templates);
  return { records, facts, rules, judgement, groups, answers: new Map(said.map((one) => [one.id, one])) };
}
