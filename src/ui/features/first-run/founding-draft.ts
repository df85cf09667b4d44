import { STATION_CODE } from '../../../domain/numbering.ts';
import type { Role } from '../../../domain/role.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { toHalfWidth } from '../../../text/typed.ts';
import type { Founding } from '../../../usecases/found-bureau.ts';
import { type DivisionRow, newRows, toDivisions } from '../../kit/division-form.ts';
import { NO_PERSON, type PersonDraft, toPersonFacts } from '../../kit/person-form.ts';

/** What the three steps ask, as typed, but for the passphrase. */
export interface FoundingDraft {
  readonly bureauName: string;
  readonly ruleDocNo: string;
  readonly divisions: readonly DivisionRow[];
  /** `division` holds the key of a row. */
  readonly person: PersonDraft;
  readonly stationName: string;
  readonly code: string;
  readonly place: string;
}

/** Bounds of the founding entry. */
export const MOST = { bureauName: 60, ruleDocNo: 40, divisions: 100, stationName: 60, place: 100 } as const;

/** The Luoyang profile, filled in. */
export function emptyDraft(): FoundingDraft {
  const divisions = newRows(FIRST_RUN.defaults);
  return {
    bureauName: FIRST_RUN.bureauDefault,
    ruleDocNo: FIRST_RUN.ruleDocNoValue,
    divisions,
    person: { ...NO_PERSON, division: divisions[0]?.key ?? '', roles: ['custodian'] },
    stationName: '',
    code: 'A',
    place: '',
  };
}

/** Art. 12 and the rule of the book: only these two duties may admit others, so the first person must hold one. */
export const mayFound = (roles: readonly Role[]): boolean =>
  roles.includes('custodian') || roles.includes('legalAffairsOffice');

/** A division that was taken away again on the first step no longer counts as chosen. */
export const hasDivision = (draft: FoundingDraft): boolean =>
  draft.divisions.some((row) => row.key === draft.person.division);

/** One or two capitals, whatever the input method made of them. */
export const tidyCode = (text: string): string => toHalfWidth(text).replaceAll(/\s/g, '').toUpperCase();

export const isCode = (text: string): boolean => STATION_CODE.test(text);

export function toFounding(draft: FoundingDraft, passphrase: string): Founding {
  return {
    bureauName: draft.bureauName.trim(),
    ruleDocNo: draft.ruleDocNo.trim(),
    divisions: toDivisions(draft.divisions).map(({ name, kind }) => ({ name, kind })),
    founderDivision: draft.divisions.findIndex((row) => row.key === draft.person.division),
    founder: { ...toPersonFacts(draft.person), roles: draft.person.roles, passphrase },
    station: {
      name: draft.stationName.trim(),
      code: tidyCode(draft.code),
      place: draft.place.trim() === '' ? null : draft.place.trim(),
    },
  };
}

/** Two groups of the printed key, chosen by the key itself so that they differ from bureau to bureau. */
export function groupsToConfirm(text: string): readonly [number, number] {
  const groups = text.split('-');
  const sum = [...text].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const first = sum % groups.length;
  const second = (first + 1 + (sum % (groups.length - 1))) % groups.length;
  return first < second ? [first, second] : [second, first];
}

/** As a hand copies it: small letters, full width, O for 0, I or L for 1. */
export const sameGroup = (typed: string, printed: string): boolean =>
  tidyCode(typed).replaceAll('O', '0').replace(/[IL]/g, '1') === printed;
