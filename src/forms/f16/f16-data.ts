import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';

export interface F16Party {
  readonly unit: TextCell;
  readonly name: TextCell;
  readonly signature: PrintedSignature | null;
}

/**
 * A medium that may hold state secrets (Art. 19), known by its outside only. There is no field for a title, a party, a
 * matter or a description, and none may be added: the sheet itself must stay free of content.
 */
export interface F16Medium {
  readonly mediumNo: TextCell;
  readonly appearance: TextCell;
  readonly sealNo: TextCell;
}

export interface F16Data extends FormBase {
  readonly bureau: string;
  readonly no: string;
  readonly giving: F16Party;
  /** 保密管理人员. */
  readonly receiving: F16Party;
  readonly handedOverAt: TimeCell;
  readonly media: readonly F16Medium[];
}
