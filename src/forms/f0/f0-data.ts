import type { Instant } from '../../domain/time.ts';
import type { FormBase, TextCell } from '../form-cell.ts';

export interface F0Row {
  readonly articles: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/** A published version: what it changed, and who signed it. */
export interface F0Version {
  readonly no: TextCell;
  readonly changes: string;
  readonly published: TextCell;
  readonly countersigned: TextCell;
}

export interface F0Data extends FormBase {
  readonly bureau: string;
  readonly version: string;
  readonly effectiveFrom: TextCell;
  readonly asOf: Instant;
  readonly rows: readonly F0Row[];
  readonly versions: readonly F0Version[];
}
