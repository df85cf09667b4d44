import * as v from 'valibot';
import type { BureauId, EntryId } from '../domain/ids.ts';
import { decodeForm } from './entry.ts';
import { type BookIndex, checkSignatures, examineChains, readIndex } from './examining/bytes.ts';
import { examineCount } from './examining/counted.ts';
import { Findings, type Means, PAGE } from './examining/findings.ts';
import type { Fork } from './exchange.ts';
import { KINDS } from './kinds.ts';
import type { BookStore, EntryVerifier, StoredEntry } from './ports.ts';
import { checkpointFault } from './witness.ts';

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

/** What was looked at, and what came of it. A value that a screen and form F17 can show. */
export interface Examination {
  readonly entries: number;
  readonly signatures: number;
  readonly keys: number;
  readonly details: { readonly fit: number; readonly absent: number };
  readonly checkpoints: number;
  readonly findings: readonly ExaminationFinding[];
  readonly sound: boolean;
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
  readonly reader: Pick<BookStore, 'all' | 'detailsOf' | 'count' | 'branchesOf' | 'branchedKeys' | 'folded'>;
  readonly forks: () => Promise<readonly Fork[]>;
}

export interface ExaminationControl {
  readonly signal: AbortSignal;
  readonly report: (progress: ExaminationProgress) => void;
  /** Lets others have a turn where the work would go on for long; absent: nobody waits for one. */
  readonly pause?: () => Promise<void>;
}

/**
 * Examines a whole book anew, believing nothing that was computed before: bytes, signatures, chains, authority at the time, forks,
 * the details that are here, checkpoints. The book is read page by page, three times over; what is held meanwhile is where each entry
 * stands, the register, and the records. Throws what the signal throws when it is stopped, and `Fault` of the store.
 */
export async function examineBook(
  book: ExaminedBook,
  verifier: EntryVerifier,
  control: ExaminationControl,
): Promise<Examination> {
  const findings = new Findings();
  const means = { book, verifier, findings, control };
  const index = await readIndex(book, verifier, findings, control.signal);
  const signatures = await checkSignatures(index, means);
  examineChains(index, findings);
  control.report({ stage: 'chains', done: index.entries, total: index.entries });
  for (const { key: _ } of await book.forks()) findings.add('fork-open', null);
  const details = await examineCount(index, means);
  const checkpoints = await examineCheckpoints(index, means);
  const list = findings.list();
  return {
    entries: index.entries,
    signatures,
    keys: index.keys.size,
    details,
    checkpoints,
    findings: list,
    sound: list.every(({ code }) => EXAMINATION_GRADE[code] === 'notice'),
  };
}

/** The last checkpoint of each station: earlier ones hold less of the same. */
async function examineCheckpoints(index: BookIndex, { book, verifier, findings, control }: Means): Promise<number> {
  const last = new Map<string, StoredEntry>();
  for await (const page of book.reader.all(PAGE)) {
    for (const stored of page) {
      const { id, kind, keyId, verdict } = stored;
      if (kind === 'checkpoint' && verdict.kind === 'in-force' && index.placed.has(id)) last.set(keyId, stored);
    }
  }
  const beside = new Set(index.branches.map(({ id }) => id));
  const entries = [...index.placed.values()]
    .filter(({ id }) => !beside.has(id))
    .map(({ id, lc, entry }) => ({ id, lc, keyId: entry.keyId, seq: entry.payload.seq }));
  let done = 0;
  for (const { id, jws } of last.values()) {
    control.signal.throwIfAborted();
    const form = decodeForm(jws);
    const read = v.safeParse(KINDS.checkpoint.body, form.ok ? form.value.payload.body : null);
    const fault = read.success ? await checkpointFault(read.output, entries, verifier.sha256) : 'differs';
    if (fault !== null) findings.add(`checkpoint-${fault}`, id);
    done += 1;
    control.report({ stage: 'checkpoints', done, total: last.size });
  }
  return last.size;
}
