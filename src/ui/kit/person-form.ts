import type { PersonRecord } from '../../domain/records.ts';
import type { Role } from '../../domain/role.ts';
import { passphraseFit } from '../../ledger/keyring.ts';
import { PERSON_FORM } from '../../text/person-form.ts';
import { readTypedDate } from '../../text/typed.ts';
import type { PersonFacts } from '../../usecases/found-bureau.ts';
import { type Checks, createChecks } from './checks.ts';

/** A person as typed. `division` is the value of the chosen division, whatever names it. */
export interface PersonDraft {
  readonly name: string;
  readonly officerNo: string;
  readonly certificateNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly division: string;
  readonly roles: readonly Role[];
}

export const NO_PERSON: PersonDraft = {
  name: '',
  officerNo: '',
  certificateNo: '',
  validFrom: '',
  validTo: '',
  division: '',
  roles: [],
};

/** A new passphrase, typed twice. Held in signals only, and emptied when its form is done or left. */
export interface TypedTwice {
  readonly first: string;
  readonly again: string;
}

export const NOT_TYPED: TypedTwice = { first: '', again: '' };

export const draftOf = (person: PersonRecord): PersonDraft => ({
  name: person.name ?? '',
  officerNo: person.officerNo ?? '',
  certificateNo: person.certificateNo ?? '',
  validFrom: person.certificateValid.from ?? '',
  validTo: person.certificateValid.to ?? '',
  division: person.division,
  roles: person.roles,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const toPersonFacts = (draft: PersonDraft): PersonFacts => ({
  name: draft.name.trim(),
  officerNo: orNull(draft.officerNo),
  certificateNo: orNull(draft.certificateNo),
  validFrom: readTypedDate(draft.validFrom) ?? null,
  validTo: readTypedDate(draft.validTo) ?? null,
});

/** Bound of the entry's details. */
const MOST = 40;

const tooLong = (text: string): string | undefined => (text.trim().length > MOST ? PERSON_FORM.tooLong : undefined);

const dateFault = (text: string): string | undefined =>
  text.trim() !== '' && readTypedDate(text) === undefined ? PERSON_FORM.dateUnreadable : undefined;

function orderFault(from: string, to: string): string | undefined {
  const [first, last] = [readTypedDate(from), readTypedDate(to)];
  return first !== undefined && last !== undefined && last < first ? PERSON_FORM.validOrder : undefined;
}

export type PersonField = keyof PersonDraft;

/** What is wrong with one field of the draft, as words; undefined where nothing is. */
export function personFault(field: PersonField, draft: PersonDraft): string | undefined {
  switch (field) {
    case 'name':
      if (draft.name.trim() === '') return PERSON_FORM.nameMissing;
      return draft.name.trim().length > MOST ? PERSON_FORM.nameTooLong : undefined;
    case 'officerNo':
    case 'certificateNo':
      return tooLong(draft[field]);
    case 'validFrom':
      return dateFault(draft.validFrom);
    case 'validTo':
      return dateFault(draft.validTo) ?? orderFault(draft.validFrom, draft.validTo);
    case 'division':
      return draft.division === '' ? PERSON_FORM.divisionMissing : undefined;
    default:
      return draft.roles.length === 0 ? PERSON_FORM.rolesMissing : undefined;
  }
}

export const passphraseFault = (typed: TypedTwice): string | undefined =>
  passphraseFit(typed.first) ? undefined : PERSON_FORM.passphraseUnfit;

export const againFault = (typed: TypedTwice): string | undefined =>
  typed.first === typed.again ? undefined : PERSON_FORM.passphraseDiffers;

/** How a page calls the fields. */
export type PersonLabels = Readonly<Record<PersonField, string>>;

export type PersonChecks = Checks<PersonField>;

/** `more` may object to what is in itself well-formed: a duty that must be kept, a name taken. */
export function createPersonChecks(
  labels: PersonLabels,
  draft: () => PersonDraft,
  more: Partial<Record<PersonField, () => string | undefined>> = {},
): PersonChecks {
  const of = (field: PersonField) => ({
    label: labels[field],
    check: () => personFault(field, draft()) ?? more[field]?.(),
  });
  return createChecks<PersonField>({
    name: of('name'),
    officerNo: of('officerNo'),
    certificateNo: of('certificateNo'),
    validFrom: of('validFrom'),
    validTo: of('validTo'),
    division: of('division'),
    roles: of('roles'),
  });
}

const FIELDS: readonly PersonField[] = [
  'name',
  'division',
  'officerNo',
  'certificateNo',
  'validFrom',
  'validTo',
  'roles',
];

/** Names of the fields that are still to be filled in or mended, for the words beside a button that has to wait. */
export const unfitPerson = (labels: PersonLabels, draft: PersonDraft): readonly string[] =>
  FIELDS.filter((field) => personFault(field, draft) !== undefined).map((field) => labels[field]);

export const unfitPassphrase = (labels: PassphraseLabels, typed: TypedTwice): readonly string[] => [
  ...(passphraseFault(typed) === undefined ? [] : [labels.passphrase]),
  ...(againFault(typed) === undefined ? [] : [labels.passphraseAgain]),
];

export type PassphraseChecks = Checks<'first' | 'again'>;

/** How a page calls the two boxes. */
export interface PassphraseLabels {
  readonly passphrase: string;
  readonly passphraseAgain: string;
}

export const createPassphraseChecks = (labels: PassphraseLabels, typed: () => TypedTwice): PassphraseChecks =>
  createChecks({
    first: { label: labels.passphrase, check: () => passphraseFault(typed()) },
    again: { label: labels.passphraseAgain, check: () => againFault(typed()) },
  });
