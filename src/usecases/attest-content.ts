import { refused } from '../base/outcome.ts';
import type { FootageMoment } from '../domain/course-records.ts';
import type { ContentElement, NoticeException } from '../domain/course-words.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import type { MatterStatement } from '../ledger/kinds.ts';
import type { Desk, Seat } from './desk.ts';
import { type CourseSigned, signCourse, typed } from './sign-course.ts';

export interface ContentLine {
  readonly element: ContentElement;
  /** null: does not apply; then `reason` says why. */
  readonly footage: FootageMoment | null;
  readonly reason: string | null;
}

/** Art. 10: what the footage reflects, element by element. What does not apply needs a reason. */
export async function attestContent(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  violationFound: boolean,
  lines: readonly ContentLine[],
): CourseSigned {
  const reasons = lines.flatMap(({ element, footage, reason }) => {
    const text = footage === null ? typed(reason) : null;
    return text === null ? [] : [{ element, text }];
  });
  const shown = lines.filter(({ footage }) => footage !== null);
  if (reasons.length + shown.length < lines.length) return refused({ code: 'reason-missing' });
  return signCourse(desk, seat, activity, {
    kind: 'content-attested',
    body: {
      activity: activity.id,
      violationFound,
      elements: lines.map(({ element, footage }) => ({ element, footage: footage && { ...footage } })),
    },
    details: { reasons },
  });
}

/** Art. 8: where in the footage the party is told, by whom. */
export const locateNotice = (
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  officers: readonly PersonId[],
  footage: FootageMoment,
): CourseSigned =>
  signCourse(desk, seat, activity, {
    kind: 'notice-located',
    body: { activity: activity.id, officers: [...officers], footage: { ...footage } },
    details: null,
  });

/** Art. 8: why the party was not told. `other` needs words. */
export async function exceptNotice(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  ground: NoticeException,
  text: string | null,
): CourseSigned {
  const said = typed(text);
  if (ground === 'other' && said === null) return refused({ code: 'reason-missing' });
  return signCourse(desk, seat, activity, {
    kind: 'notice-excepted',
    body: { activity: activity.id, ground },
    details: { text: said },
  });
}

/** What one row of the list asks beyond its steps; names and numbers go into the lines, never into the body. */
export async function stateMatter(
  desk: Desk,
  seat: Seat,
  activity: ActivityRecord,
  statement: MatterStatement,
  lines: readonly { readonly field: string | null; readonly text: string | null }[],
): CourseSigned {
  if (!activity.matters.includes(statement.row)) return refused({ code: 'row-not-chosen' });
  const details = { lines: lines.map((line) => ({ ...line })) };
  const said = { activity: activity.id };
  return isOfVisit(statement)
    ? signCourse(desk, seat, activity, { kind: 'site-matter-stated', body: { ...said, statement }, details })
    : signCourse(desk, seat, activity, { kind: 'matter-stated', body: { ...said, statement }, details });
}

type OfVisit = Extract<MatterStatement, { readonly row: 1 | 2 | 6 | 8 }>;

const isOfVisit = (statement: MatterStatement): statement is OfVisit => [1, 2, 6, 8].includes(statement.row);
