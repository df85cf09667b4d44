import * as v from 'valibot';
import type { BureauId, EntryId } from '../domain/ids.ts';
import { detailsMatch } from './details.ts';
import type { Entry } from './entry.ts';
import { checkSignatures, decodeAll, examineChains, namedKeys } from './examining/bytes.ts';
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
  readonly reader: Pick<BookStore, 'all' | 'detailsOf' | 'count' | 'branchesOf' | 'folded'>;
  readonly forks: () => Promise<readonly Fork[]>;
}

export interface ExaminationControl {
  readonly signal: AbortSignal;
  readonly report: (progress: ExaminationProgress) => void;
}

/**
 * Examines a whole book anew, believing nothing that was computed before: bytes, signatures, chains, authority at the time, forks,
 * the details that are here, checkpoints. Throws what the signal throws when it is stopped, and `Fault` of the store.
 */
export async function examineBook(
  book: ExaminedBook,
  verifier: EntryVerifier,
  control: ExaminationControl,
): Promise<Examination> {
  const findings = new Findings();
  const stored = await readAll(book, control);
  const entries = await decodeAll(stored, book, verifier, findings);
  const keys = await namedKeys(entries, verifier);
  const signatures = await checkSignatures(entries, { book, keys, verifier, findings, control });
  examineChains(stored, entries, findings);
  control.report({ stage: 'chains', done: stored.length, total: stored.length });
  for (const { key: _ } of await book.forks()) findings.add('fork-open', null);
  const details = await examineDetails(stored, entries, { book, verifier, findings, control });
  await examineCount(stored, entries, details.shown, { book, verifier, findings, control });
  const checkpoints = await examineCheckpoints(stored, entries, { verifier, findings, control });
  const list = findings.list();
  return {
    entries: stored.length,
    signatures,
    keys: keys.size,
    details: { fit: details.shown.size, absent: details.absent },
    checkpoints,
    findings: list,
    sound: list.every(({ code }) => EXAMINATION_GRADE[code] === 'notice'),
  };
}

async function readAll({ reader }: ExaminedBook, { signal }: ExaminationControl): Promise<readonly StoredEntry[]> {
  const all: StoredEntry[] = [];
  for await (const page of reader.all(PAGE)) {
    signal.throwIfAborted();
    all.push(...page);
  }
  return all;
}

async function examineDetails(
  stored: readonly StoredEntry[],
  entries: ReadonlyMap<EntryId, Entry>,
  { book, verifier, findings, control }: Omit<Means, 'keys'>,
): Promise<{ readonly shown: ReadonlyMap<EntryId, string>; readonly absent: number }> {
  const shown = new Map<EntryId, string>();
  let absent = 0;
  for (let from = 0; from < stored.length; from += PAGE) {
    control.signal.throwIfAborted();
    const ids = stored.slice(from, from + PAGE).map(({ id }) => id);
    const here = new Map((await book.reader.detailsOf(ids)).map((each) => [each.entry, each]));
    for (const id of ids) {
      const commitment = entries.get(id)?.payload.details ?? null;
      const details = here.get(id);
      if (details === undefined) absent += commitment === null ? 0 : 1;
      else if (commitment !== null && (await detailsMatch(details, commitment, verifier))) shown.set(id, details.json);
      else findings.add('details-unfit', id);
    }
    control.report({ stage: 'details', done: Math.min(from + PAGE, stored.length), total: stored.length });
  }
  return { shown, absent };
}

/** The last checkpoint of each station: earlier ones hold less of the same. */
async function examineCheckpoints(
  stored: readonly StoredEntry[],
  entries: ReadonlyMap<EntryId, Entry>,
  { verifier, findings, control }: Pick<Means, 'verifier' | 'findings' | 'control'>,
): Promise<number> {
  const last = new Map<string, Entry>();
  for (const { id, kind, keyId, verdict } of stored) {
    const entry = entries.get(id);
    if (kind === 'checkpoint' && verdict.kind === 'in-force' && entry !== undefined) last.set(keyId, entry);
  }
  let done = 0;
  for (const entry of last.values()) {
    control.signal.throwIfAborted();
    const read = v.safeParse(KINDS.checkpoint.body, entry.payload.body);
    const fault = read.success ? await checkpointFault(read.output, stored, verifier.sha256) : 'differs';
    if (fault !== null) findings.add(`checkpoint-${fault}`, entry.id);
    done += 1;
    control.report({ stage: 'checkpoints', done, total: last.size });
  }
  return last.size;
}
