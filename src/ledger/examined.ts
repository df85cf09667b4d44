import type { BureauId, EntryId, StationId } from '../domain/ids.ts';
import type { Fork } from './fork.ts';
import type { BookStore } from './ports.ts';

/** What an examination may find. `unsound`: the book is not what its authors signed, or not what it says it is. Worded in text/examination.ts. */
export type ExaminationCode =
  | 'root-missing'
  | 'form-broken'
  | 'bytes-changed'
  | 'other-bureau'
  | 'key-unknown'
  | 'signature-bad'
  | 'chain-gap'
  | 'chain-broken'
  | 'fork-open'
  | 'verdict-differs'
  | 'record-differs'
  | 'details-unfit'
  | 'details-not-deleted'
  | 'checkpoint-differs'
  | 'checkpoint-incomplete'
  | 'entry-void'
  | 'entry-quarantined'
  | 'entry-unconfirmed'
  | 'entry-waiting'
  | 'entry-not-understood';

export type ExaminationGrade = 'unsound' | 'notice';

export const EXAMINATION_GRADE: Record<ExaminationCode, ExaminationGrade> = {
  'root-missing': 'unsound',
  'form-broken': 'unsound',
  'bytes-changed': 'unsound',
  'other-bureau': 'unsound',
  'key-unknown': 'unsound',
  'signature-bad': 'unsound',
  'chain-gap': 'unsound',
  'chain-broken': 'unsound',
  'fork-open': 'unsound',
  'verdict-differs': 'unsound',
  'record-differs': 'unsound',
  'details-unfit': 'unsound',
  'details-not-deleted': 'notice',
  'checkpoint-differs': 'unsound',
  'checkpoint-incomplete': 'notice',
  'entry-void': 'notice',
  'entry-quarantined': 'notice',
  'entry-unconfirmed': 'notice',
  'entry-waiting': 'notice',
  'entry-not-understood': 'notice',
};

export interface ExaminationFinding {
  readonly code: ExaminationCode;
  /** How often; `entries` names the first of them. */
  readonly count: number;
  readonly entries: readonly EntryId[];
}

export type ExaminationStage = 'signatures' | 'chains' | 'authority' | 'details' | 'checkpoints';

export interface ExaminationProgress {
  readonly stage: ExaminationStage;
  readonly done: number;
  readonly total: number;
}

export interface ExaminedBook {
  readonly bureau: BureauId;
  readonly root: EntryId;
  /** The machine this book is on: what it witnessed itself was here, and must be here still. */
  readonly own: StationId;
  readonly reader: Pick<BookStore, 'all' | 'detailsOf' | 'count' | 'branchesOf' | 'branchedKeys' | 'folded'>;
  readonly forks: () => Promise<readonly Fork[]>;
}

export interface ExaminationControl {
  readonly signal: AbortSignal;
  readonly report: (progress: ExaminationProgress) => void;
  /** Lets others have a turn where the work would go on for long; absent: nobody waits for one. */
  readonly pause?: () => Promise<void>;
}
