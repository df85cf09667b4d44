import type { Instant } from '../domain/time.ts';

/** What a cell prints. `null`: does not apply, printed ／. `''`: left blank for the pen. */
export type TextCell = string | null;
/** A moment, with the same two ways of having none. */
export type TimeCell = Instant | '' | null;

/** The signed entry a printed sheet stands on; goes into the foot and its QR code. */
export interface FormStamp {
  /** The record's number, or the entry's id where it has none. Must not contain `|`. */
  readonly recordId: string;
  /** SHA-256 of the entry's compact JWS, 64 hex digits. */
  readonly sha256: string;
  readonly signerKeyId: string;
}

export interface PrintMark {
  readonly printedAt: Instant;
  /** 1 for the first print; from 2 on the sheet says 第 n 次打印. */
  readonly times: number;
}

/** What every form of a record carries. A null stamp prints that the record was not yet signed. */
export interface FormBase {
  readonly stamp: FormStamp | null;
  readonly print: PrintMark;
}

/** A verified electronic signature, printed as text above the place for ink. */
export interface PrintedSignature {
  readonly name: string;
  readonly at: Instant;
  readonly keyId: string;
}
