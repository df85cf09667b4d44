import * as v from 'valibot';
import type { ActivityId } from '../../domain/ids.ts';
import type { MatterStatements } from '../../domain/matter-statements.ts';
import type { Kind } from '../kind.ts';
import { count, id, instant } from '../schemas.ts';
import { intoCourse, ofActivity, touchesCourse } from './course.ts';
import { linesInto, matterDetails } from './matter-stated.ts';

/**
 * Rows 1, 2, 6 and 8. A kind beside `matter-stated`, whose schema is under the lock: a station that knows only that one keeps and
 * forwards these, instead of calling them malformed.
 */
const statement = v.variant('row', [
  v.strictObject({ row: v.literal(1) }),
  v.strictObject({ row: v.literal(2) }),
  v.strictObject({ row: v.literal(6), decidedAt: instant }),
  v.strictObject({
    row: v.literal(8),
    refusedAt: instant,
    attempts: v.pipe(count, v.minValue(1), v.maxValue(99)),
    policeCalled: v.boolean(),
  }),
]);
const body = v.strictObject({ activity: id<ActivityId>(), statement });

export type SiteMatterStatement = v.InferOutput<typeof statement>;
type Body = v.InferOutput<typeof body>;

function stated(before: MatterStatements, said: SiteMatterStatement): MatterStatements {
  switch (said.row) {
    // Their record, items and evidence are words only: see the lines.
    case 1:
    case 2:
      return before;
    case 6:
      return { ...before, summaryPenalty: { decidedAt: said.decidedAt } };
    case 8: {
      const { refusedAt, attempts, policeCalled } = said;
      return { ...before, refusal: { refusedAt, attempts, policeCalled } };
    }
  }
}

/** What the rows of a visit ask beyond their steps (requirements §1.4). The last statement of a row counts. */
export const siteMatterStated: Kind<Body, v.InferOutput<typeof matterDetails>> = {
  kind: 'site-matter-stated',
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
