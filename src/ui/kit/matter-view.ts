import type { CourseRecord } from '../../domain/course-records.ts';
import { SERVED_DOCUMENTS, type ServedDocument } from '../../domain/course-words.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MatterStatements } from '../../domain/matter-statements.ts';
import type { Instant } from '../../domain/time.ts';
import type { MatterStatement } from '../../ledger/kinds.ts';
import { MATTER, MATTER_FIELD, type MatterFieldName } from '../../text/matter.ts';
import { readNumber, readTypedDate } from '../../text/typed.ts';
import { momentText, readMoment, readMomentFrom } from './typed-moment.ts';

export type Row = MatterStatement['row'];

/** `text` goes into the details, everything else into the body. */
export interface MatterField {
  readonly name: MatterFieldName;
  readonly kind: 'moment' | 'date' | 'days' | 'times' | 'text' | 'result';
  readonly optional: boolean;
}

const asked = (kind: MatterField['kind'], ...names: readonly MatterFieldName[]): readonly MatterField[] =>
  names.map((name) => ({ name, kind, optional: kind === 'text' || kind === 'result' }));
const mayBe = (kind: MatterField['kind'], name: MatterFieldName): MatterField => ({ name, kind, optional: true });

/** Beside these: row 4 its items, row 8 whether the police were called, row 9 the documents and the cameras, row 10 the witness. */
export const MATTER_FORMS: Record<Row, readonly MatterField[]> = {
  1: asked('text', 'recordNo', 'inspected'),
  2: asked('text', 'recordNo', 'evidence'),
  3: [...asked('moment', 'from', 'to'), ...asked('text', 'interviewee', 'transcriptNo')],
  4: [...asked('moment', 'registeredAt'), mayBe('moment', 'decidedAt'), ...asked('text', 'listNo')],
  5: [...asked('moment', 'from', 'to'), ...asked('text', 'speaker', 'defencePlace', 'transcriptNo')],
  6: [...asked('moment', 'penaltyAt'), ...asked('text', 'penaltyNo', 'penalty', 'fineReceiptNo')],
  7: [...asked('date', 'deadline'), ...asked('text', 'noticeNo'), ...asked('result', 'result')],
  8: [...asked('moment', 'refusedAt'), ...asked('times', 'attempts'), ...asked('text', 'refusal')],
  9: [mayBe('moment', 'overwrittenAt'), ...asked('text', 'documentNo', 'recipient', 'receiptNo')],
  10: [mayBe('date', 'receiptDate'), ...asked('text', 'witnessName', 'witnessUnit', 'refusalReason', 'address')],
  11: [...asked('moment', 'postedAt'), ...asked('text', 'mailNo', 'postOffice', 'tracking', 'receiptBack')],
  12: [...asked('date', 'publishedOn'), mayBe('days', 'days'), ...asked('text', 'medium')],
};

export const hasMatterForm = (row: number): row is Row => row in MATTER_FORMS;

/** Rows whose statement is words only: nothing of it must be filled in, but something. */
const WORDS_ONLY: readonly Row[] = [1, 2];

export interface ItemDraft {
  readonly no: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly amount: string;
}
export const ITEM_FIELDS = ['no', 'name', 'spec', 'unit', 'amount'] as const;
const TYPED = ['name', 'spec', 'unit', 'amount'] as const;

/** What the form of a row holds. */
export interface MatterDraft {
  readonly texts: Readonly<Partial<Record<MatterFieldName, string>>>;
  readonly items: readonly ItemDraft[];
  readonly served: readonly ServedDocument[];
  readonly surveillance: boolean;
  readonly policeCalled: boolean;
  readonly witness: PersonId | '';
}

export const emptyItem = (no: number): ItemDraft => ({ no: String(no), name: '', spec: '', unit: '', amount: '' });

type Lines = readonly { readonly field: string | null; readonly text: string | null }[];

const linesOf = (course: CourseRecord | null, row: number): Lines =>
  course?.matterLines?.find((one) => one.row === row)?.lines ?? [];

/** What was stated last, to be corrected, or the first guess. `window`: from arrival to end. */
export function matterDraft(
  row: Row,
  course: CourseRecord | null,
  window: { readonly from: Instant | null; readonly to: Instant | null },
): MatterDraft {
  const lines = linesOf(course, row);
  const said = (field: string): string => lines.find((line) => line.field === field)?.text ?? '';
  const typed = Object.fromEntries(
    MATTER_FORMS[row].filter(({ kind }) => kind === 'text' || kind === 'result').map(({ name }) => [name, said(name)]),
  );
  const matter = course?.matter ?? null;
  const items = matter?.preservation?.items ?? [];
  return {
    texts: { ...guess(row, window, course), ...typed, ...stated(row, matter) },
    items:
      items.length === 0
        ? [emptyItem(1)]
        : items.map((no) => ({
            no,
            name: said(`item.${no}.name`),
            spec: said(`item.${no}.spec`),
            unit: said(`item.${no}.unit`),
            amount: said(`item.${no}.amount`),
          })),
    served: matter?.served ?? [],
    surveillance: matter?.surveillance != null,
    policeCalled: matter?.refusal?.policeCalled ?? false,
    witness: matter?.leaveService?.witness ?? '',
  };
}

const written = (at: Instant | null | undefined): string => (at == null ? '' : momentText(at));

/** A step pressed on site tells when it was. */
const pressedAt = (step: string, course: CourseRecord | null): Instant | null =>
  course?.steps.find((mark) => mark.step === step && mark.withdrawnBy === null && mark.footage === null)?.signed.at ??
  null;

function guess(
  row: Row,
  { from, to }: { readonly from: Instant | null; readonly to: Instant | null },
  course: CourseRecord | null,
) {
  if (row === 3 || row === 5) return { from: written(from), to: written(to) };
  if (row === 4) return { registeredAt: written(from) };
  if (row === 6) return { penaltyAt: written(pressedAt('r06.s5', course)) };
  if (row === 8) return { refusedAt: written(pressedAt('r08.s4', course)), attempts: '1' };
  return row === 11 ? { postedAt: written(from) } : {};
}

function stated(row: Row, matter: MatterStatements | null): MatterDraft['texts'] {
  if (matter === null) return {};
  const { inquiry, preservation, statementDefence, rectificationDeadline, surveillance, leaveService } = matter;
  const part = row === 3 ? inquiry : row === 5 ? statementDefence : null;
  if (part !== null) return { from: written(part.from), to: written(part.to) };
  if (row === 4 && preservation !== null) {
    return { registeredAt: written(preservation.registeredAt), decidedAt: written(preservation.decidedAt) };
  }
  if (row === 6 && matter.summaryPenalty !== undefined) return { penaltyAt: written(matter.summaryPenalty.decidedAt) };
  if (row === 8 && matter.refusal !== undefined) {
    return { refusedAt: written(matter.refusal.refusedAt), attempts: String(matter.refusal.attempts) };
  }
  if (row === 7 && rectificationDeadline !== null) return { deadline: rectificationDeadline };
  if (row === 9) return { overwrittenAt: written(surveillance?.overwrittenAt) };
  if (row === 10) return { receiptDate: leaveService?.receiptDate ?? '' };
  if (row === 11 && matter.postedAt !== null) return { postedAt: written(matter.postedAt) };
  if (row === 12 && matter.announcement !== null) {
    const { publishedOn, days } = matter.announcement;
    return { publishedOn, days: days === null ? '' : String(days) };
  }
  return {};
}

const textOf = ({ texts }: MatterDraft, name: MatterFieldName): string => (texts[name] ?? '').trim();
const ITEM_NO = /^\d{1,3}$/;

/** The office's cameras write over their footage later; everything else that is stated has happened. */
const AHEAD: readonly MatterFieldName[] = ['overwrittenAt'];

/** What is wrong with what was typed, or stands in the wrong order; undefined where it can be signed. */
export function matterFault(row: Row, draft: MatterDraft, now: Instant): string | undefined {
  for (const { name, kind, optional } of MATTER_FORMS[row]) {
    const text = textOf(draft, name);
    const label = MATTER_FIELD[name];
    if (text === '' && optional) continue;
    const moment = kind === 'moment' ? readMoment(text) : now;
    if (moment === undefined) return MATTER.timeBad(label);
    if (moment > now && !AHEAD.includes(name)) return MATTER.timeAhead(label);
    if (kind === 'date' && readTypedDate(text) === undefined) return MATTER.dateBad(label);
    if (kind === 'days' && !isWithin(readNumber(text), 365)) return MATTER.daysBad;
    if (kind === 'times' && !isWithin(readNumber(text), MOST_TIMES)) return MATTER.timesBad(label);
  }
  const [from, to] = [readMoment(textOf(draft, 'from')), readMoment(textOf(draft, 'to'))];
  if (from !== undefined && to !== undefined && to <= from) return MATTER.orderBad(MATTER_FIELD.from, MATTER_FIELD.to);
  const itemFault = row === 4 ? itemsFault(draft.items) : undefined;
  if (itemFault !== undefined) return itemFault;
  if (WORDS_ONLY.includes(row) && MATTER_FORMS[row].every(({ name }) => textOf(draft, name) === ''))
    return MATTER.wordsMissing;
  return row === 9 && draft.served.length === 0 ? MATTER.servedMissing : undefined;
}

const MOST_TIMES = 99;
const isWithin = (number: number | undefined, most: number): boolean =>
  number !== undefined && Number.isInteger(number) && number >= 1 && number <= most;

/** The list names number, name, specification or address, unit, and quantity or area of each: none may be left blank. */
function itemsFault(items: readonly ItemDraft[]): string | undefined {
  const numbered = items.length > 0 && items.every(({ no }) => ITEM_NO.test(no));
  if (!numbered || new Set(items.map(({ no }) => no)).size < items.length) return MATTER.itemsMissing;
  for (const item of items) {
    const blank = TYPED.find((name) => item[name].trim() === '');
    if (blank !== undefined) return MATTER.itemBlank(item.no, MATTER.item[blank]);
  }
  return undefined;
}

/** The statement to be signed and the lines beside it; null while something is wrong. */
export function matterStatement(
  row: Row,
  draft: MatterDraft,
  { arrivedAt, now }: { readonly arrivedAt: Instant | null; readonly now: Instant },
): { readonly statement: MatterStatement; readonly lines: Lines } | null {
  const statement = matterFault(row, draft, now) === undefined ? bodyOf(row, draft, arrivedAt) : null;
  if (statement === null) return null;
  const texts = MATTER_FORMS[row].filter(({ kind }) => kind === 'text' || kind === 'result');
  const items = row === 4 ? draft.items : [];
  return {
    statement,
    lines: [
      ...texts.map(({ name }) => ({ field: name, text: textOf(draft, name) })),
      ...items.flatMap((item) => TYPED.map((name) => ({ field: `item.${item.no}.${name}`, text: item[name].trim() }))),
    ].filter(({ text }) => text !== ''),
  };
}

/** `arrivedAt`: what began in the minute of the arrival began with it, not before any footage could show it. */
export function bodyOf(row: Row, draft: MatterDraft, arrivedAt: Instant | null): MatterStatement | null {
  const moment = (name: MatterFieldName): Instant | null => readMoment(textOf(draft, name)) ?? null;
  const date = (name: MatterFieldName): string | null => readTypedDate(textOf(draft, name)) ?? null;
  switch (row) {
    case 1:
    case 2:
      return { row };
    case 3:
    case 5: {
      const text = textOf(draft, 'from');
      const [from, to] = [arrivedAt === null ? readMoment(text) : readMomentFrom(text, arrivedAt), moment('to')];
      if (from === undefined || to === null || to <= from) return null;
      return row === 3 ? { row, inquiry: { from, to } } : { row, statementDefence: { from, to } };
    }
    case 4: {
      const registeredAt = moment('registeredAt');
      const items = draft.items.map(({ no }) => no);
      return registeredAt && { row, registeredAt, decidedAt: moment('decidedAt'), items };
    }
    case 6: {
      const decidedAt = moment('penaltyAt');
      return decidedAt && { row, decidedAt };
    }
    case 8: {
      const refusedAt = moment('refusedAt');
      const attempts = readNumber(textOf(draft, 'attempts'));
      const { policeCalled } = draft;
      return refusedAt === null || attempts === undefined ? null : { row, refusedAt, attempts, policeCalled };
    }
    case 7: {
      const rectificationDeadline = date('deadline');
      return rectificationDeadline === null ? null : { row, rectificationDeadline };
    }
    case 9: {
      const served = SERVED_DOCUMENTS.filter((document) => draft.served.includes(document));
      return { row, served, surveillance: draft.surveillance ? { overwrittenAt: moment('overwrittenAt') } : null };
    }
    case 10:
      return { row, witness: draft.witness === '' ? null : draft.witness, receiptDate: date('receiptDate') };
    case 11: {
      const postedAt = moment('postedAt');
      return postedAt && { row, postedAt };
    }
    case 12: {
      const publishedOn = date('publishedOn');
      return publishedOn === null ? null : { row, publishedOn, days: readNumber(textOf(draft, 'days')) ?? null };
    }
  }
}
