import type { DivisionId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { ROLES, type Role } from '../../../domain/role.ts';
import type { PersonFacts } from '../../../usecases/found-bureau.ts';

/** A person's registration as typed; the passphrases are never kept. */
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

export const personTexts = (person: PersonRecord | null, division: DivisionId) => ({
  name: person?.name ?? '',
  officerNo: person?.officerNo ?? '',
  certificateNo: person?.certificateNo ?? '',
  validFrom: person?.certificateValid.from ?? '',
  validTo: person?.certificateValid.to ?? '',
  division: (person?.division ?? division) as string,
  roles: rolesText(person?.roles ?? ['officer']),
});
export type PersonTexts = ReturnType<typeof personTexts>;

export const rolesText = (roles: readonly Role[]): string => roles.join(' ');

export function personDraft(texts: PersonTexts, typed: Pick<PersonDraft, 'passphrase' | 'again'>): PersonDraft {
  const words = texts.roles.split(' ');
  return { ...texts, roles: ROLES.filter((role) => words.includes(role)), ...typed };
}

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
