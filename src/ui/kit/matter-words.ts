import type { CourseRecord } from '../../domain/course-records.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MatterStatement } from '../../ledger/kinds.ts';
import { SERVED_DOCUMENT } from '../../text/findings.ts';
import { MATTER, MATTER_FIELD, type MatterFieldName } from '../../text/matter.ts';
import { timeInTable } from '../../text/times.ts';
import { bodyOf, ITEM_FIELDS, MATTER_FORMS, matterDraft, type Row } from './matter-view.ts';

/** What is signed, in words. */
export function statementWords(statement: MatterStatement, person: (id: PersonId) => string): string {
  const fact = (name: MatterFieldName, value: string): string => MATTER.fact(MATTER_FIELD[name], value);
  const words = ((): readonly (string | null)[] => {
    switch (statement.row) {
      case 1:
      case 2:
        return [MATTER.wordsOnly];
      case 3:
        return [fact('from', timeInTable(statement.inquiry.from)), fact('to', timeInTable(statement.inquiry.to))];
      case 5: {
        const { from, to } = statement.statementDefence;
        return [fact('from', timeInTable(from)), fact('to', timeInTable(to))];
      }
      case 4: {
        const { registeredAt, decidedAt, items } = statement;
        const decided = decidedAt === null ? null : fact('decidedAt', timeInTable(decidedAt));
        return [fact('registeredAt', timeInTable(registeredAt)), decided, MATTER.items(items.length)];
      }
      case 6:
        return [fact('penaltyAt', timeInTable(statement.decidedAt))];
      case 8: {
        const { refusedAt, attempts, policeCalled } = statement;
        const police = policeCalled ? MATTER.policeCalled : MATTER.policeNotCalled;
        return [fact('refusedAt', timeInTable(refusedAt)), fact('attempts', `${attempts} ${MATTER.times}`), police];
      }
      case 7:
        return [fact('deadline', statement.rectificationDeadline)];
      case 9: {
        const cameras = statement.surveillance === null ? null : MATTER.exportAsked;
        return [...statement.served.map((document) => SERVED_DOCUMENT[document]), cameras];
      }
      case 10: {
        const witness = statement.witness === null ? MATTER.witnessOutside : person(statement.witness);
        const date = statement.receiptDate === null ? null : fact('receiptDate', statement.receiptDate);
        return [MATTER.fact(MATTER.witness, witness), date];
      }
      case 11:
        return [fact('postedAt', timeInTable(statement.postedAt))];
      case 12: {
        const days =
          statement.days === null ? null : MATTER.fact(MATTER_FIELD.days, `${statement.days} ${MATTER.days}`);
        return [fact('publishedOn', statement.publishedOn), days];
      }
    }
  })();
  return words.filter((one) => one !== null).join(MATTER.join);
}

/** What was stated of a row, as its form would sign it again; null where nothing was. */
export function statedOf(row: Row, course: CourseRecord | null): MatterStatement | null {
  if (course === null || !wasStated(row, course)) return null;
  return bodyOf(row, matterDraft(row, course, { from: null, to: null }), null);
}

function wasStated(row: Row, { matter, matterLines }: CourseRecord): boolean {
  switch (row) {
    case 1:
    case 2:
      return matterLines?.some((one) => one.row === row) ?? false;
    case 6:
      return matter.summaryPenalty !== undefined;
    case 8:
      return matter.refusal !== undefined;
    case 3:
      return matter.inquiry !== null;
    case 4:
      return matter.preservation !== null;
    case 5:
      return matter.statementDefence !== null;
    case 7:
      return matter.rectificationDeadline !== null;
    case 9:
      return matter.served.length > 0;
    case 10:
      return matter.leaveService !== null;
    case 11:
      return matter.postedAt !== null;
    case 12:
      return matter.announcement !== null;
  }
}

/** Names and numbers typed beside it, in the form's order; null: on another station. */
export function typedWords(row: Row, course: CourseRecord | null): readonly string[] | null {
  const said = course?.matterLines?.find((one) => one.row === row);
  if (said === undefined) return [];
  if (said.lines === null) return null;
  const result = MATTER.results as Readonly<Record<string, string>>;
  return MATTER_FORMS[row].flatMap(({ name, kind }) => {
    const text = said.lines?.find((line) => line.field === name)?.text ?? null;
    return text === null ? [] : [MATTER.fact(MATTER_FIELD[name], kind === 'result' ? (result[text] ?? text) : text)];
  });
}

/** The preserved evidence, an item each: number, then what was typed of it. */
export function itemWords(course: CourseRecord | null): readonly string[] {
  if (course === null || course.matter.preservation === null) return [];
  return matterDraft(4, course, { from: null, to: null }).items.map((item) =>
    ITEM_FIELDS.filter((name) => item[name] !== '')
      .map((name) => MATTER.fact(MATTER.item[name], item[name]))
      .join(MATTER.join),
  );
}
