import type { Role } from '../domain/role.ts';
import type { Subject } from '../domain/subject.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { ActivityFacts, IntakeFacts, UnlinkedFacts } from './facts.ts';
import type { Code, FactsOfCode, Finding, Grade } from './finding.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** What a rule looks at: one activity, one intake, or one recording without an activity. */
export interface FactsOfScope {
  readonly activity: ActivityFacts;
  readonly intake: IntakeFacts;
  readonly unlinked: UnlinkedFacts;
}
export type Scope = keyof FactsOfScope;

/** One instance of a finding, before it is dressed with code, subject and version. */
export interface Raised<C extends Code> {
  readonly facts: FactsOfCode[C];
  /** Left out where one subject can have but one. */
  readonly about?: string;
  /** Left out for the rule's first grade. */
  readonly grade?: Grade;
}

export type Evaluate<C extends Code, S extends Scope> = (
  facts: FactsOfScope[S],
  rules: RulesInForce,
  now: Instant,
) => readonly Raised<C>[];

/** One rule: pure, named by its code, and never graver than its grades. */
export interface Rule<C extends Code, S extends Scope> {
  readonly code: C;
  readonly scope: S;
  readonly article: number;
  readonly matter: number | null;
  readonly grades: readonly [Grade, ...Grade[]];
  /** Who must answer; the decision is always the legal affairs office's. */
  readonly answeredBy: Role;
  readonly evaluate: Evaluate<C, S>;
}

/** A rule with its code and scope hidden, so that a table can hold them all. */
export interface AnyRule {
  readonly code: Code;
  readonly scope: Scope;
  readonly article: number;
  readonly matter: number | null;
  readonly grades: readonly [Grade, ...Grade[]];
  readonly answeredBy: Role;
  readonly findings: <S extends Scope>(
    scope: S,
    facts: FactsOfScope[S],
    rules: RulesInForce,
    now: Instant,
  ) => readonly Finding[];
}

const subjectIn: { readonly [S in Scope]: (facts: FactsOfScope[S]) => Subject } = {
  activity: ({ activity }) => subjectOf('activity', activity),
  intake: ({ batch }) => subjectOf('batch', batch),
  unlinked: ({ recording }) => subjectOf('recording', recording),
};

export function sealRule<C extends Code, S extends Scope>(rule: Rule<C, S>): AnyRule {
  const { code, scope, article, matter, grades, answeredBy, evaluate } = rule;
  return {
    code,
    scope,
    article,
    matter,
    grades,
    answeredBy,
    findings: (asked, facts, rules, now) => {
      if (asked !== (scope as Scope)) return [];
      const own = facts as unknown as FactsOfScope[S];
      return evaluate(own, rules, now).map(
        (raised) =>
          ({
            code,
            grade: raised.grade ?? grades[0],
            article,
            matter,
            subject: subjectIn[scope](own),
            about: raised.about ?? '',
            facts: raised.facts,
            answeredBy,
            ruleSetVersion: rules.version,
          }) as Finding,
      );
    },
  };
}

/** A rule of an article, over activities. */
export const ofArticle = <C extends Code>(
  code: C,
  article: number,
  grade: Grade,
  evaluate: Evaluate<C, 'activity'>,
  answeredBy: Role = 'officer',
): Rule<C, 'activity'> => ({ code, scope: 'activity', article, matter: null, grades: [grade], answeredBy, evaluate });

/** A rule of an article, over intakes. */
export const ofIntake = <C extends Code>(
  code: C,
  article: number,
  grade: Grade,
  evaluate: Evaluate<C, 'intake'>,
  answeredBy: Role = 'officer',
): Rule<C, 'intake'> => ({ code, scope: 'intake', article, matter: null, grades: [grade], answeredBy, evaluate });
