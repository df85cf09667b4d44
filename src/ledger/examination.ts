import * as v from 'valibot';
import { subjectOf } from '../domain/subject.ts';
import { decodeForm } from './entry.ts';
import { EXAMINATION_GRADE, type ExaminationControl, type ExaminationFinding, type ExaminedBook } from './examined.ts';
import { type BookIndex, checkSignatures, examineChains, readIndex } from './examining/bytes.ts';
import { examineCount } from './examining/counted.ts';
import { Findings, type Means, PAGE } from './examining/findings.ts';
import { KINDS } from './kinds.ts';
import type { EntryVerifier, StoredEntry } from './ports.ts';
import { checkpointFault } from './witness.ts';

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

/**
 * The last checkpoint of each station: earlier ones hold less of the same. Of this machine's own, every one: who cuts the ends of chains off
 * lets it witness the rest the next day. Whoever has the last entry of a chain has all before it, or the chain is broken.
 */
async function examineCheckpoints(index: BookIndex, { book, verifier, findings, control }: Means): Promise<number> {
  const last = new Map<string, StoredEntry>();
  const own = subjectOf('checkpoints', book.own);
  for await (const page of book.reader.all(PAGE)) {
    for (const stored of page) {
      const { id, kind, keyId, verdict, subjects } = stored;
      if (kind !== 'checkpoint' || verdict.kind !== 'in-force' || !index.placed.has(id)) continue;
      last.set(keyId, stored);
      const frontier = subjects[0] === own ? (checkpointIn(stored)?.frontier ?? []) : [];
      if (frontier.some((head) => !index.placed.has(head.id))) findings.add('checkpoint-differs', id);
    }
  }
  const beside = new Set(index.branches.map(({ id }) => id));
  const entries = [...index.placed.values()]
    .filter(({ id }) => !beside.has(id))
    .map(({ id, lc, entry }) => ({ id, lc, keyId: entry.keyId, seq: entry.payload.seq }));
  let done = 0;
  for (const stored of last.values()) {
    const { id } = stored;
    control.signal.throwIfAborted();
    const checkpoint = checkpointIn(stored);
    const fault = checkpoint === null ? 'differs' : await checkpointFault(checkpoint, entries, verifier.sha256);
    if (fault !== null) findings.add(`checkpoint-${fault}`, id);
    done += 1;
    control.report({ stage: 'checkpoints', done, total: last.size });
  }
  return last.size;
}

function checkpointIn({ jws }: StoredEntry): v.InferOutput<typeof KINDS.checkpoint.body> | null {
  const form = decodeForm(jws);
  const read = v.safeParse(KINDS.checkpoint.body, form.ok ? form.value.payload.body : null);
  return read.success ? read.output : null;
}
