import { done, type Outcome, refused } from '../base/outcome.ts';
import type { MediumKind } from '../domain/carrier.ts';
import { type MediumId, mintId, type PersonId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

export interface MediumFacts {
  readonly kind: MediumKind;
  readonly keeper: PersonId | null;
  readonly inService: boolean;
  readonly capacityGB: number | null;
  readonly label: string;
  readonly serialNo: string | null;
  readonly place: string | null;
}

/**
 * Art. 12: registers a storage medium, or corrects one when `medium` is given. Marking the chosen directory as this
 * medium is `connectMedium`'s act.
 */
export async function registerMedium(
  desk: Desk,
  seat: Seat,
  facts: MediumFacts,
  medium: MediumId | null = null,
): Promise<Outcome<MediumId, RuleRefusal | { readonly code: 'name-missing' }>> {
  if (facts.label.trim() === '') return refused({ code: 'name-missing' });
  const id = medium ?? mintId<MediumId>(desk.random);
  const { kind, keeper, inService, capacityGB, label, serialNo, place } = facts;
  const signed = await signAct(desk, seat.signer, {
    kind: 'medium-registered',
    subject: subjectOf('medium', id),
    body: { medium: id, kind, keeper, inService, capacityGB },
    details: { label: label.trim(), serialNo, place },
  });
  return signed.ok ? done(id) : refused(signed.refusal);
}
