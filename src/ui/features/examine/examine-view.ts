import { fromBase64url } from '../../../base/base64url.ts';
import { toHex } from '../../../base/hex.ts';
import type { EntryId } from '../../../domain/ids.ts';
import type { FormStamp, PrintMark } from '../../../forms/form-cell.ts';
import type { F17Data } from '../../../forms/form-request.ts';
import {
  EXAMINATION_GRADE,
  type ExaminationCode,
  type ExaminationFinding,
  type ExaminationProgress,
} from '../../../ledger/examined.ts';
import {
  EXAMINATION,
  EXAMINATION_CLASS,
  EXAMINATION_FINDING,
  type ExaminationClass,
} from '../../../text/examination.ts';
import type { BookExamination } from '../../../usecases/examine-book.ts';

/** Of the whole, 0 to 1. Details and authority are looked at together, entry by entry. */
export function fractionOf(progress: ExaminationProgress | null): number {
  if (progress === null) return 0;
  const { stage, done, total } = progress;
  const within = total === 0 ? 1 : done / total;
  switch (stage) {
    case 'signatures':
      return within * 0.5;
    case 'chains':
      return 0.5;
    case 'authority':
    case 'details':
      return 0.5 + within * 0.45;
    case 'checkpoints':
      return 0.95 + within * 0.05;
  }
}

/** Which class of check a finding belongs to. */
export const CLASS_OF: Record<ExaminationCode, ExaminationClass> = {
  'root-missing': 'form',
  'form-broken': 'form',
  'bytes-changed': 'form',
  'other-bureau': 'form',
  'key-unknown': 'signatures',
  'signature-bad': 'signatures',
  'chain-gap': 'gaps',
  'chain-broken': 'chains',
  'fork-open': 'forks',
  'verdict-differs': 'authority',
  'record-differs': 'authority',
  'details-unfit': 'details',
  'details-not-deleted': 'details',
  'checkpoint-differs': 'checkpoints',
  'checkpoint-incomplete': 'checkpoints',
  'entry-void': 'authority',
  'entry-quarantined': 'authority',
  'entry-unconfirmed': 'authority',
  'entry-waiting': 'gaps',
  'entry-not-understood': 'form',
};

export interface ClassLine {
  readonly id: ExaminationClass;
  readonly name: string;
  readonly sound: boolean;
  readonly words: string;
  readonly findings: readonly ExaminationFinding[];
}

/** Every class, sound ones too: what was looked at is as good to know as what was found. */
export function classLines(examination: BookExamination): readonly ClassLine[] {
  return (Object.keys(EXAMINATION_CLASS) as ExaminationClass[]).map((id) => {
    const findings = examination.findings.filter(({ code }) => CLASS_OF[code] === id);
    const sound = findings.every(({ code }) => EXAMINATION_GRADE[code] === 'notice');
    return { id, name: EXAMINATION_CLASS[id].name, sound, words: classWords(id, examination, sound), findings };
  });
}

function classWords(id: ExaminationClass, examination: BookExamination, sound: boolean): string {
  const { entries, signatures, keys, details, checkpoints } = examination;
  const looked = EXAMINATION_CLASS[id].looked({ entries, signatures, keys, details, checkpoints });
  return sound ? looked : EXAMINATION.seeBelow(looked);
}

/** Faults before what is only worth knowing. */
export const inWeight = (findings: readonly ExaminationFinding[]): readonly ExaminationFinding[] =>
  [...findings].sort((a, b) => weight(a) - weight(b));
const weight = ({ code }: ExaminationFinding): number => (EXAMINATION_GRADE[code] === 'unsound' ? 0 : 1);

/** The first eight hex digits of the entry's SHA-256, as forms print digests. */
export const shortEntry = (entry: EntryId): string => toHex(fromBase64url(entry)).slice(0, 8);

export interface ReportAbout {
  readonly bureau: string;
  readonly station: string;
  readonly witness: string | null;
  readonly stamp: FormStamp | null;
  readonly print: PrintMark;
}

export function f17Data(examination: BookExamination, about: ReportAbout): F17Data {
  const { startedAt, endedAt, entries, signatures, keys, details, checkpoints, sound, findings } = examination;
  return {
    ...about,
    startedAt,
    endedAt,
    entries,
    signatures,
    keys,
    details,
    checkpoints,
    sound,
    classes: classLines(examination).map(({ name, sound: fine, words }) => ({ name, sound: fine, words })),
    findings: inWeight(findings).map(({ code, count, entries: named }) => ({
      notice: EXAMINATION_GRADE[code] === 'notice',
      ...EXAMINATION_FINDING[code],
      count,
      entries: named.slice(0, 4).map(shortEntry),
    })),
  };
}
