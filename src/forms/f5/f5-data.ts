import type { NonRecordingGround } from '../../domain/course-words.ts';
import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';

export interface F5Data extends FormBase {
  readonly bureau: string;
  /** The activity's number. */
  readonly no: string;
  readonly activity: TextCell;
  /** Of what was not recorded; the whole activity has its arrival and end. */
  readonly from: TimeCell;
  readonly to: TimeCell;
  readonly whole: boolean | null;
  readonly place: TextCell;
  readonly party: TextCell;
  readonly officers: TextCell;
  /** Null: not said yet; all boxes open. */
  readonly ground: NonRecordingGround | null;
  /** 原因 and 依据 are two fields, both required. */
  readonly reason: TextCell;
  readonly basis: TextCell;
  readonly alternative: TextCell;
  readonly preparedAt: TimeCell;
  readonly reportedTo: TextCell;
  readonly prepared: PrintedSignature | null;
  readonly acknowledged: {
    readonly signature: PrintedSignature | null;
    readonly sufficient: boolean;
    readonly remark: TextCell;
  } | null;
}

/** The five grounds of Art. 7 in its three items. */
export const GROUNDS: readonly (readonly [NonRecordingGround, string])[] = [
  ['stateSecret', '涉及国家秘密'],
  ['tradeSecret', '涉及商业秘密'],
  ['personalPrivacy', '涉及个人隐私'],
  ['emergency', '情况紧急'],
  ['objectiveImpossibility', '因客观原因无法记录'],
];
