import type { Instant } from '../domain/time.ts';
import { DEFAULT_VALUES, isChangeable, type ParameterName, type ParameterValues } from './parameters.ts';
import { RULE_SET } from './rule-set.ts';

/** The regulation with the numbers of one version: what findings are judged by. */
export interface RulesInForce {
  /** Stands in every finding. */
  readonly version: string;
  /** First day of Art. 23, a calendar date; null until the legal affairs office enters it, for the text bears no date. */
  readonly effectiveFrom: string | null;
  readonly parameters: ParameterValues;
}

export interface RulesVersion extends RulesInForce {
  /** When it was published, both signatures in place. */
  readonly since: Instant;
}

/** Before anything was published: the regulation's own numbers and this program's defaults. */
export const FIRST_RULES: RulesInForce = {
  version: RULE_SET.version,
  effectiveFrom: RULE_SET.effectiveFrom,
  parameters: DEFAULT_VALUES,
};

/** The version in force at a moment; what happened before a change is judged by the numbers it happened under. */
export function rulesAt(versions: readonly RulesVersion[], at: Instant): RulesInForce {
  const published = versions.filter(({ since }) => since <= at).sort((a, b) => (a.since < b.since ? -1 : 1));
  const last = published.at(-1) ?? FIRST_RULES;
  // Art. 23's date is a fact about the document, not a number that changes: whoever enters it, enters it for all versions.
  const entered = versions.findLast(({ effectiveFrom }) => effectiveFrom !== null);
  return { ...last, effectiveFrom: entered?.effectiveFrom ?? null };
}

/** Names under which a number can be published; the one parameter that is two numbers has two. */
export const CHANGEABLE_NUMBERS: readonly string[] = [
  ...(Object.keys(DEFAULT_VALUES) as ParameterName[]).filter(
    (name) => isChangeable(name) && typeof DEFAULT_VALUES[name] === 'number',
  ),
  'statementDueWorkingDays',
  'statementDueHour',
];

/** The defaults with published numbers in their places. Names that are not changeable, or not known here, change nothing. */
export function withNumbers(numbers: Readonly<Record<string, number>>): ParameterValues {
  const known = Object.fromEntries(
    Object.entries(numbers).filter(([name]) => name in DEFAULT_VALUES && CHANGEABLE_NUMBERS.includes(name)),
  );
  const { workingDays, hour } = DEFAULT_VALUES.statementDue;
  const statementDue = {
    workingDays: numbers.statementDueWorkingDays ?? workingDays,
    hour: numbers.statementDueHour ?? hour,
  };
  return { ...DEFAULT_VALUES, ...known, statementDue };
}
