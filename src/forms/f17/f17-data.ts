import type { Instant } from '../../domain/time.ts';
import type { FormBase, TextCell } from '../form-cell.ts';

/** One line of the list of what does not agree, or needs to be known. */
export interface F17Finding {
  /** false: the book is not what was signed; true: worth knowing, and no fault of the book. */
  readonly notice: boolean;
  readonly title: string;
  readonly meaning: string;
  readonly count: number;
  /** Short ids of the first of them. */
  readonly entries: readonly string[];
}

export interface F17Class {
  readonly name: string;
  readonly sound: boolean;
  readonly words: string;
}

/** 完整性校验（四性检查）报告: an examination of the whole book at one station. */
export interface F17Data extends FormBase {
  readonly bureau: string;
  readonly station: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly entries: number;
  readonly signatures: number;
  readonly keys: number;
  readonly details: { readonly fit: number; readonly absent: number };
  readonly checkpoints: number;
  readonly sound: boolean;
  /** Each class of check with its result, in the order of the method. */
  readonly classes: readonly F17Class[];
  readonly findings: readonly F17Finding[];
  /** The latest checkpoint, in words; null: none yet. */
  readonly witness: TextCell;
}
