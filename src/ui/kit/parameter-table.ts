import type { RulesPublication } from '../../domain/course-records.ts';
import type { Role } from '../../domain/role.ts';
import { beijingDate } from '../../domain/time.ts';
import { CHECKLIST } from '../../regulation/checklist.ts';
import {
  DEFAULT_VALUES,
  PARAMETERS,
  type ParameterName,
  type ParameterSource,
  type RuleParameter,
} from '../../regulation/parameters.ts';
import { CHANGEABLE_NUMBERS } from '../../regulation/rules-in-force.ts';
import { ROLE } from '../../text/nouns.ts';
import { PARAMETER, RULES } from '../../text/rules.ts';

/** One number of the table; the parameter that is two numbers has two lines. */
export interface ParameterLine {
  readonly id: keyof typeof PARAMETER;
  readonly articles: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly changeable: boolean;
}

interface Part {
  readonly id: keyof typeof PARAMETER;
  readonly of: ParameterName;
  readonly value: number | readonly Role[];
}

const PARTS: readonly Part[] = (Object.keys(DEFAULT_VALUES) as ParameterName[]).flatMap((name): readonly Part[] => {
  if (name !== 'statementDue') return [{ id: name, of: name, value: DEFAULT_VALUES[name] }];
  const { workingDays, hour } = DEFAULT_VALUES.statementDue;
  return [
    { id: 'statementDueWorkingDays', of: name, value: workingDays },
    { id: 'statementDueHour', of: name, value: hour },
  ];
});

/** Numbers published and in force: the last publication with both signatures. Each version is whole, not a difference. */
export function publishedNow(publications: readonly RulesPublication[]): RulesPublication | null {
  const whole = publications.filter(({ countersigned }) => countersigned !== null);
  const since = ({ countersigned }: RulesPublication): string => countersigned?.at ?? '';
  return [...whole].sort((a, b) => (since(a) < since(b) ? -1 : 1)).at(-1) ?? null;
}

/** The day of Art. 23 as the last one who entered it said. */
export const effectiveFromOf = (publications: readonly RulesPublication[]): string | null =>
  publications.findLast(({ countersigned, effectiveFrom }) => countersigned !== null && effectiveFrom !== null)
    ?.effectiveFrom ?? null;

const valueWords = (id: keyof typeof PARAMETER, value: number | readonly Role[]): string =>
  typeof value === 'number' ? `${value} ${PARAMETER[id][1]}`.trimEnd() : value.map((role) => ROLE[role]).join('、');

/** The table as it is in force, in the order of the regulation's own table. */
export function parameterLines(publications: readonly RulesPublication[]): readonly ParameterLine[] {
  const now = publishedNow(publications);
  return PARTS.map(({ id, of, value }): ParameterLine => {
    const parameter: RuleParameter<unknown> = PARAMETERS[of];
    const changeable = CHANGEABLE_NUMBERS.includes(id);
    const published = changeable ? now?.parameters[id] : undefined;
    return {
      id,
      articles: articlesOf(parameter),
      name: PARAMETER[id][0],
      value: valueWords(id, published ?? value),
      source:
        published !== undefined && now?.countersigned != null
          ? RULES.sourcePublished(beijingDate(now.countersigned.at))
          : sourceWords(parameter.source, parameter.law),
      changeable,
    };
  });
}

function articlesOf({ articles, matter }: RuleParameter<unknown>): string {
  if (articles.length > 0) return RULES.articleWords(articles);
  const row = CHECKLIST.find(({ id }) => id === matter)?.row;
  return row === undefined ? RULES.noArticle : RULES.ofMatter(row);
}

function sourceWords(source: ParameterSource, law: string | undefined): string {
  switch (source) {
    case 'regulation':
      return RULES.sourceRegulation;
    case 'default':
      return RULES.sourceDefault;
    case 'otherLaw':
      return RULES.sourceLaw(law ?? '');
  }
}

/** Numbers the legal affairs office may set, with their defaults. */
export const CHANGEABLE: readonly { readonly id: keyof typeof PARAMETER; readonly value: number }[] = PARTS.flatMap(
  ({ id, value }) => (typeof value === 'number' && CHANGEABLE_NUMBERS.includes(id) ? [{ id, value }] : []),
);

type Version = Pick<RulesPublication, 'parameters' | 'effectiveFrom'>;

/** What one version changes against the one before, in words. */
export function changesOf(before: Version | null, after: Version): readonly string[] {
  const numbers = CHANGEABLE.flatMap(({ id, value }) => {
    const [from, to] = [before?.parameters[id] ?? value, after.parameters[id] ?? value];
    return from === to ? [] : [RULES.changed(PARAMETER[id][0], valueWords(id, from), valueWords(id, to))];
  });
  const day = after.effectiveFrom;
  return day === null || day === (before?.effectiveFrom ?? null) ? numbers : [...numbers, RULES.effectiveSet(day)];
}

/** One publication beside the version that stood before it. */
export interface VersionLine {
  readonly publication: RulesPublication;
  /** From 1; null: not in force. */
  readonly number: number | null;
  readonly changes: readonly string[];
}

/** Newest first. What waits is compared with what is in force now. */
export function versionLines(publications: readonly RulesPublication[]): readonly VersionLine[] {
  const since = ({ countersigned }: RulesPublication): string => countersigned?.at ?? '';
  const whole = publications
    .filter(({ countersigned }) => countersigned !== null)
    .sort((a, b) => (since(a) < since(b) ? -1 : 1));
  const inForce = whole.map((publication, index) => ({
    publication,
    number: index + 1,
    changes: changesOf(whole[index - 1] ?? null, publication),
  }));
  const waiting = publications
    .filter(({ countersigned }) => countersigned === null)
    .map((publication) => ({ publication, number: null, changes: changesOf(whole.at(-1) ?? null, publication) }));
  return [...waiting, ...inForce.reverse()];
}
