import type { ServedDocument } from '../domain/course-words.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** A stretch of true time. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** What single matters ask beyond their steps; null where nothing was entered. */
export interface MatterFacts {
  /** Row 3: beginning and end of the transcript. */
  readonly inquiry: Stretch | null;
  /** Row 4: the list of preserved evidence; `shown`: a photograph or a mark shows the item. */
  readonly preservation: {
    readonly registeredAt: Instant;
    readonly decidedAt: Instant | null;
    readonly items: readonly { readonly no: string; readonly shown: boolean }[];
  } | null;
  /** Row 5. */
  readonly statementDefence: Stretch | null;
  /** Row 6: when the penalty was decided, to the minute. */
  readonly summaryPenalty: { readonly decidedAt: Instant } | null;
  /** Row 8: when the party refused, to the minute. */
  readonly refusal: { readonly refusedAt: Instant } | null;
  /** Row 7: last day to put things right, calendar date. */
  readonly rectificationDeadline: string | null;
  /** Row 9. */
  readonly served: readonly ServedDocument[];
  /** Row 9: footage of the office's fixed cameras was to be exported; when they write over it, if known. */
  readonly surveillance: { readonly exported: boolean; readonly overwrittenAt: Instant | null } | null;
  /** Row 10: a person of the bureau chosen as witness, if so; the date on the service receipt. */
  readonly leaveService: { readonly witness: PersonId | null; readonly receiptDate: string | null } | null;
  /** Row 11. */
  readonly postedAt: Instant | null;
  /** Row 12. */
  readonly announcement: { readonly publishedOn: string; readonly days: number | null } | null;
}

export const NO_MATTER_FACTS: MatterFacts = {
  inquiry: null,
  preservation: null,
  statementDefence: null,
  summaryPenalty: null,
  refusal: null,
  rectificationDeadline: null,
  served: [],
  surveillance: null,
  leaveService: null,
  postedAt: null,
  announcement: null,
};
