import type { DivisionId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import type { PersonFacts } from '../../../usecases/found-bureau.ts';

/** A person's registration as typed. */
export interface PersonDraft {
  readonly name: string;
  readonly officerNo: string;
  readonly certificateNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly division: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
  readonly again: string;
}

export const draftOf = (person: PersonRecord | null, division: DivisionId): PersonDraft => ({
  name: person?.name ?? '',
  officerNo: person?.officerNo ?? '',
  certificateNo: person?.certificateNo ?? '',
  validFrom: person?.certificateValid.from ?? '',
  validTo: person?.certificateValid.to ?? '',
  division: person?.division ?? division,
  roles: person?.roles ?? ['officer'],
  passphrase: '',
  again: '',
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function factsOf(
  draft: PersonDraft,
): PersonFacts & { readonly division: DivisionId; readonly roles: readonly Role[] } {
  return {
    name: draft.name.trim(),
    officerNo: textOrNull(draft.officerNo),
    certificateNo: textOrNull(draft.certificateNo),
    validFrom: textOrNull(draft.validFrom),
    validTo: textOrNull(draft.validTo),
    division: draft.division as DivisionId,
    roles: draft.roles,
  };
}
