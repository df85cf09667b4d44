import type { Role } from '../../../domain/role.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import type { Founding } from '../../../usecases/found-bureau.ts';

export interface DivisionDraft {
  readonly name: string;
  readonly kind: 'division' | 'subordinateUnit';
}

/** What the three steps ask, as typed. */
export interface FoundingDraft {
  readonly bureauName: string;
  readonly divisions: readonly DivisionDraft[];
  readonly name: string;
  readonly officerNo: string;
  readonly certificateNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Index into `divisions`, as a select box holds it. */
  readonly division: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly stationName: string;
  readonly code: string;
  readonly place: string;
}

export const emptyDraft = (): FoundingDraft => ({
  bureauName: FIRST_RUN.bureauDefault,
  divisions: FIRST_RUN.defaults,
  name: '',
  officerNo: '',
  certificateNo: '',
  validFrom: '',
  validTo: '',
  division: '0',
  roles: ['custodian'],
  passphrase: '',
  passphraseAgain: '',
  stationName: '',
  code: 'A',
  place: '',
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function toFounding(draft: FoundingDraft): Founding {
  return {
    bureauName: draft.bureauName.trim(),
    ruleDocNo: FIRST_RUN.ruleDocNoValue,
    divisions: draft.divisions.map(({ name, kind }) => ({ name: name.trim(), kind })),
    founderDivision: Number(draft.division),
    founder: {
      name: draft.name.trim(),
      officerNo: textOrNull(draft.officerNo),
      certificateNo: textOrNull(draft.certificateNo),
      validFrom: textOrNull(draft.validFrom),
      validTo: textOrNull(draft.validTo),
      roles: draft.roles,
      passphrase: draft.passphrase,
    },
    station: { name: draft.stationName.trim(), code: draft.code.trim(), place: textOrNull(draft.place) },
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

/** As a hand copies it: small letters, O for 0, I or L for 1. */
export const sameGroup = (typed: string, printed: string): boolean =>
  typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1') === printed;
