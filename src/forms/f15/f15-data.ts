import type { UnlinkedDecision } from '../../domain/course-words.ts';
import type { MediaType } from '../../domain/records.ts';
import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';

export interface F15Data extends FormBase {
  readonly bureau: string;
  /** The recording's number, or the beginning of its SHA-256 where no activity gave it one. */
  readonly no: string;
  readonly originalName: TextCell;
  readonly mediaType: MediaType;
  readonly durationMs: number | 'unknown' | null;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly station: TextCell;
  readonly takenInAt: TimeCell;
  readonly takenInBy: TextCell;
  readonly device: TextCell;
  /** 初步情况: the reason code it was put aside with. */
  readonly firstReason: TextCell;
  readonly explanations: readonly { readonly by: TextCell; readonly at: TimeCell; readonly text: TextCell }[];
  /** The activity it was put under after all; null: none. */
  readonly linkedTo: TextCell;
  readonly decision: { readonly decision: UnlinkedDecision; readonly text: TextCell } | null;
  readonly explained: PrintedSignature | null;
  readonly decided: PrintedSignature | null;
}
