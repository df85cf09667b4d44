import { OVERLAY_DATA, STEP_DATA } from './data/steps.ts';

/** `required` always; `conditional` only if it happened, else marked 未发生; `oneOrMore`: at least one of the row's group. */
export type StepKind = 'required' | 'conditional' | 'oneOrMore';

export interface ChecklistStep {
  /** `r01.s1`: row and step, stable for ever; marks and findings name it. */
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly kind: StepKind;
  /** May be shown by footage that comes days later without being 事后补录 (Art. 11): postal results, notices. */
  readonly deferred: boolean;
  /** Of row 4: to be shown for each item of evidence, not once. */
  readonly perItem: boolean;
  /** False for the two steps that stand for the list's 「等」. */
  readonly named: boolean;
  readonly wording: string;
}

/** What Arts. 8 and 9 ask of an activity whatever its matter. Shown in a band of its own, never counted as steps. */
export interface OverlayMark {
  readonly name: 'noticeGiven' | 'arrive' | 'finish';
  readonly article: number;
  readonly wording: string;
}

/** The 55 steps of the twelve matters, in the list's order. */
export const STEPS: readonly ChecklistStep[] = STEP_DATA;

export const stepsOfRow = (row: number): readonly ChecklistStep[] => STEPS.filter((step) => step.row === row);

export const stepById = (id: string): ChecklistStep | undefined => STEPS.find((step) => step.id === id);

export const OVERLAY_MARKS: readonly OverlayMark[] = OVERLAY_DATA;

/** Rows 9, 11 and 12 are service with no inquiry on site; there the overlay is not shown. */
const OVERLAY_ROWS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 10];

export const hasOverlay = (row: number): boolean => OVERLAY_ROWS.includes(row);
