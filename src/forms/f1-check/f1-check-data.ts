import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';

/** 情况 of a step; `''`: to be ticked by hand. */
export type CheckedState = 'done' | 'notHappened' | 'deferred' | 'missing' | '';

export interface F1CheckRow {
  /** Number in the list and step: `1-3`. */
  readonly no: string;
  readonly matter: string;
  readonly step: string;
  /** One line per recording that shows it, and beside each its time code. */
  readonly recordings: TextCell;
  readonly timeCodes: TextCell;
  readonly state: CheckedState;
  readonly remark: TextCell;
}

/** What a row asks beyond its steps: times, numbers, the witness, the refusal; preserved evidence item by item. */
export interface F1CheckStated {
  readonly no: string;
  readonly matter: string;
  readonly text: TextCell;
  /** Who signed it, and when. */
  readonly signed: TextCell;
}

/** One element of Art. 10 and where the footage reflects it. */
export interface F1CheckElement {
  readonly element: string;
  readonly where: TextCell;
  readonly remark: TextCell;
}

export interface F1CheckData extends FormBase {
  readonly bureau: string;
  readonly no: string;
  readonly title: TextCell;
  readonly matters: string;
  readonly date: TimeCell;
  readonly place: TextCell;
  readonly party: TextCell;
  /** `张建国（豫C水政0317）`, joined. */
  readonly officers: TextCell;
  readonly devices: TextCell;
  readonly arrivedAt: TimeCell;
  readonly endedAt: TimeCell;
  readonly rows: readonly F1CheckRow[];
  readonly stated: readonly F1CheckStated[];
  /** Art. 8: the words said, and where in the footage or when; or why they were not. */
  readonly notice: { readonly text: TextCell; readonly where: TextCell };
  readonly violationFound: boolean | null;
  readonly elements: readonly F1CheckElement[];
  /** Who signed the elements of Art. 10. */
  readonly attested: PrintedSignature | null;
}

export const CHECKED_WORDS: Readonly<Record<CheckedState, string>> = {
  done: '已记录',
  notHappened: '未发生',
  deferred: '待补',
  missing: '缺',
  '': '',
};

/** `已记录 5　未发生 2　缺 1`, in the form's order; what does not occur is not named. */
export function countsOf(rows: readonly F1CheckRow[]): string {
  const named = (['done', 'notHappened', 'deferred', 'missing'] as const).map(
    (state) => [state, rows.filter((row) => row.state === state).length] as const,
  );
  return named
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${CHECKED_WORDS[state]} ${count}`)
    .join('　');
}
