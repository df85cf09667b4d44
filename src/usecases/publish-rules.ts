import { done, type Outcome, refused } from '../base/outcome.ts';
import type { RuleSetRecord, RulesPublication } from '../domain/course-records.ts';
import type { EntryId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import { RULE_SET } from '../regulation/rule-set.ts';
import { CHANGEABLE_NUMBERS, type RulesVersion, withNumbers } from '../regulation/rules-in-force.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export type PublishRefusal = RuleRefusal | { readonly code: 'not-changeable'; readonly names: readonly string[] };

export interface RulesDraft {
  /** First day of Art. 23; null: not entered yet. */
  readonly effectiveFrom: string | null;
  /** Only what differs from the defaults. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** The legal affairs office publishes a version of the numbers. Those the regulation or another law fixes cannot be changed. */
export async function publishRules(
  desk: Desk,
  seat: Seat,
  draft: RulesDraft,
): Promise<Outcome<EntryId, PublishRefusal>> {
  const fixed = Object.keys(draft.numbers).filter((name) => !CHANGEABLE_NUMBERS.includes(name));
  if (fixed.length > 0) return refused({ code: 'not-changeable', names: fixed });
  const { bureau } = desk.book;
  const signed = await signAct(desk, seat.signer, {
    kind: 'rules-published',
    subject: subjectOf('bureau', bureau),
    body: { bureau, effectiveFrom: draft.effectiveFrom, parameters: { ...draft.numbers } },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** The supervising leader's second signature: from now on it is in force. */
export async function countersignRules(
  desk: Desk,
  seat: Seat,
  publication: RulesPublication,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const { bureau } = desk.book;
  const signed = await signAct(desk, seat.signer, {
    kind: 'rules-countersigned',
    subject: subjectOf('bureau', bureau),
    body: { bureau },
    details: null,
    refs: [publication.published.entry],
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** The versions with both signatures, in the order of the second. */
export function versionsOf(record: RuleSetRecord | null): readonly RulesVersion[] {
  const whole = (record?.publications ?? []).flatMap(({ countersigned, effectiveFrom, parameters }) =>
    countersigned === null ? [] : [{ since: countersigned.at, effectiveFrom, parameters }],
  );
  return whole
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .map(({ since, effectiveFrom, parameters }, i) => ({
      version: `${RULE_SET.version}+${i + 1}`,
      since,
      effectiveFrom,
      parameters: withNumbers(parameters),
    }));
}
