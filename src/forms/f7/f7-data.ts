import type { AwayGround, MediaType } from '../../domain/records.ts';
import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';
import { MEDIA_WORDS } from '../house/format.ts';

export interface F7Party {
  readonly unit: TextCell;
  readonly name: TextCell;
  readonly certificateNo: TextCell;
  readonly signature: PrintedSignature | null;
}

/** One activity the footage belongs to, with its own deadline of Art. 13. */
export interface F7Activity {
  readonly no: string;
  readonly matter: TextCell;
  readonly endedAt: TimeCell;
  /** Null: the same day; the exception needs a ground and a statement. */
  readonly ground: AwayGround | null;
  readonly returnedAt: TimeCell;
  readonly deadline: TimeCell;
}

export interface F7File {
  readonly originalName: TextCell;
  readonly recordingNo: TextCell;
  readonly mediaType: MediaType;
  /** Null for what has no length, such as a photograph. */
  readonly durationMs: number | 'unknown' | null;
  readonly sizeBytes: number;
  /** Whole digests in hex; the sheet prints the first 16 digits. */
  readonly sha256: string;
  readonly sm3: string;
}

export type F7Inspection = 'accuracy' | 'completeness' | 'usability' | 'security' | 'digest';
/** `''`: to be filled by hand. */
export type InspectionResult = 'passed' | 'failed' | '' | null;

export interface F7Data extends FormBase {
  readonly bureau: string;
  readonly no: string;
  readonly giving: F7Party;
  readonly receiving: F7Party;
  readonly station: TextCell;
  /** Verified completion, after read-back: what stops the clock of Art. 13. */
  readonly takenInAt: TimeCell;
  readonly handedOverAt: TimeCell;
  readonly carrier: TextCell;
  /** Why the footage could not be handed over in time, where a ground is claimed. */
  readonly awayStatement: TextCell;
  readonly activities: readonly F7Activity[];
  readonly files: readonly F7File[];
  readonly inspection: Readonly<
    Record<F7Inspection, { readonly giving: InspectionResult; readonly receiving: InspectionResult }>
  >;
  /** Null: no card was involved. `'by-hand'`: both boxes left open. */
  readonly cardClearing: { readonly cleared: boolean; readonly by: TextCell; readonly at: TimeCell } | 'by-hand' | null;
  /** The latest checkpoint known here, as on the paper register; null: none yet. */
  readonly witness: TextCell;
  readonly remark: TextCell;
}

/** `43 件（视频 30、音频 3、照片 10）`; kinds that do not occur are not named. */
export function countText(files: readonly F7File[]): string {
  const kinds = (Object.keys(MEDIA_WORDS) as MediaType[])
    .map((kind) => ({ kind, count: files.filter((file) => file.mediaType === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${MEDIA_WORDS[kind]} ${count}`);
  return kinds.length === 0 ? '0 件' : `${files.length} 件（${kinds.join('、')}）`;
}

export const totalBytes = (files: readonly F7File[]): number => files.reduce((sum, file) => sum + file.sizeBytes, 0);
