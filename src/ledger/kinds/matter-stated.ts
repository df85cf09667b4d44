import * as v from 'valibot';
import type { CourseRecord } from '../../domain/course-records.ts';
import { SERVED_DOCUMENTS } from '../../domain/course-words.ts';
import type { ActivityId, PersonId } from '../../domain/ids.ts';
import type { MatterLines, MatterStatements } from '../../domain/matter-statements.ts';
import type { Kind } from '../kind.ts';
import { calendarDate, count, id, instant, optionalText } from '../schemas.ts';
import { intoCourse, ofActivity, part, touchesCourse } from './course.ts';

const itemNo = v.pipe(v.string(), v.regex(/^\d{1,3}$/));
const statement = v.variant('row', [
  v.strictObject({ row: v.literal(3), inquiry: part }),
  v.strictObject({
    row: v.literal(4),
    registeredAt: instant,
    decidedAt: v.nullable(instant),
    items: v.pipe(v.array(itemNo), v.minLength(1), v.maxLength(500)),
  }),
  v.strictObject({ row: v.literal(5), statementDefence: part }),
  v.strictObject({ row: v.literal(7), rectificationDeadline: calendarDate }),
  v.strictObject({
    row: v.literal(9),
    served: v.pipe(v.array(v.picklist(SERVED_DOCUMENTS)), v.minLength(1), v.maxLength(SERVED_DOCUMENTS.length)),
    /** Whether the office's fixed cameras were to record it, and when they write over it. */
    surveillance: v.nullable(v.strictObject({ overwrittenAt: v.nullable(instant) })),
  }),
  v.strictObject({
    row: v.literal(10),
    /** A person of the bureau chosen as witness: allowed to be said, and flagged. */
    witness: v.nullable(id<PersonId>()),
    receiptDate: v.nullable(calendarDate),
  }),
  v.strictObject({ row: v.literal(11), postedAt: instant }),
  v.strictObject({
    row: v.literal(12),
    publishedOn: calendarDate,
    days: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(365))),
  }),
]);
const body = v.strictObject({ activity: id<ActivityId>(), statement });
/** Names of items, document numbers, the witness's name and unit, the newspaper or address: never in the body. */
export const matterDetails = v.strictObject({
  lines: v.pipe(v.array(v.strictObject({ field: optionalText(40), text: optionalText(300) })), v.maxLength(500)),
});

export type MatterStatement = v.InferOutput<typeof statement>;
type Body = v.InferOutput<typeof body>;

function stated(before: MatterStatements, said: MatterStatement): MatterStatements {
  switch (said.row) {
    case 3:
      return { ...before, inquiry: said.inquiry };
    case 4: {
      const { registeredAt, decidedAt, items } = said;
      return { ...before, preservation: { registeredAt, decidedAt, items } };
    }
    case 5:
      return { ...before, statementDefence: said.statementDefence };
    case 7:
      return { ...before, rectificationDeadline: said.rectificationDeadline };
    case 9:
      return { ...before, served: said.served, surveillance: said.surveillance };
    case 10:
      return { ...before, leaveService: { witness: said.witness, receiptDate: said.receiptDate } };
    case 11:
      return { ...before, postedAt: said.postedAt };
    case 12:
      return { ...before, announcement: { publishedOn: said.publishedOn, days: said.days } };
  }
}

/** What one row of the list asks beyond its steps (requirements §1.4). The last statement of a row counts. */
export const matterStated: Kind<Body, v.InferOutput<typeof matterDetails>> = {
  kind: 'matter-stated',
  body,
  details: matterDetails,
  author: 'person',
  roles: ['officer'],
  touches: touchesCourse,
  judge: ofActivity,
  folds: intoCourse((course, { body: b, details: d, signed }) => ({
    ...course,
    matter: stated(course.matter, b.statement),
    matterLines: linesInto(course, { row: b.statement.row, signed, lines: d?.lines ?? null }),
  })),
};

/** The lines beside the last statement of each row. */
export const linesInto = ({ matterLines }: CourseRecord, said: MatterLines): readonly MatterLines[] => [
  ...(matterLines ?? []).filter(({ row }) => row !== said.row),
  said,
];
