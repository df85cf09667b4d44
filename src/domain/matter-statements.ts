import type { ServedDocument } from './course-words.ts';
import type { PersonId } from './ids.ts';
import type { Signed } from './signed.ts';
import type { Instant, Part } from './time.ts';

/** What single rows of the list ask; the last statement of a row counts. */
export interface MatterStatements {
  readonly inquiry: Part | null;
  readonly preservation: {
    readonly registeredAt: Instant;
    readonly decidedAt: Instant | null;
    readonly items: readonly string[];
  } | null;
  readonly statementDefence: Part | null;
  readonly rectificationDeadline: string | null;
  readonly served: readonly ServedDocument[];
  readonly surveillance: { readonly overwrittenAt: Instant | null } | null;
  readonly leaveService: { readonly witness: PersonId | null; readonly receiptDate: string | null } | null;
  readonly postedAt: Instant | null;
  readonly announcement: { readonly publishedOn: string; readonly days: number | null } | null;
  /** Rows 6 and 8. Absent until stated. */
  readonly summaryPenalty?: { readonly decidedAt: Instant };
  readonly refusal?: { readonly refusedAt: Instant; readonly attempts: number; readonly policeCalled: boolean };
}

/** What was typed beside the statement of one row: names and numbers, by the form's field. */
export interface MatterLines {
  readonly row: number;
  readonly signed: Signed;
  /** null where they are on another station. */
  readonly lines: readonly { readonly field: string | null; readonly text: string | null }[] | null;
}
