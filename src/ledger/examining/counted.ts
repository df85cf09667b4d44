import type { EntryId } from '../../domain/ids.ts';
import { type CountedBook, countBook, type OpenEntry } from '../count.ts';
import { parseShown } from '../counting/shown-details.ts';
import { decodeEntry, type Entry } from '../entry.ts';
import type { ExaminedBook } from '../examination.ts';
import type { StoredEntry } from '../ports.ts';
import { type Findings, type Means, PAGE } from './findings.ts';

const VERDICT_FINDING = {
  void: 'entry-void',
  quarantined: 'entry-quarantined',
  unconfirmed: 'entry-unconfirmed',
  waiting: 'entry-waiting',
  'not-understood': 'entry-not-understood',
} as const;

/** Verdicts and records counted from nothing against those the book shows. */
export async function examineCount(
  stored: readonly StoredEntry[],
  entries: ReadonlyMap<EntryId, Entry>,
  shown: ReadonlyMap<EntryId, string>,
  { book, verifier, findings, control }: Omit<Means, 'keys'>,
): Promise<void> {
  control.report({ stage: 'authority', done: 0, total: stored.length });
  const counted = countBook(await withBranches(entries, shown, { book, verifier }), book.root);
  for (const { id, verdict } of stored) {
    const found = counted.verdicts.get(id);
    if (found === undefined) continue;
    if (JSON.stringify(found) !== JSON.stringify(verdict)) findings.add('verdict-differs', id);
    if (found.kind !== 'in-force') findings.add(VERDICT_FINDING[found.kind], id);
  }
  await examineRecords(stored, counted, book, findings);
  control.report({ stage: 'authority', done: stored.length, total: stored.length });
}

async function withBranches(
  entries: ReadonlyMap<EntryId, Entry>,
  shown: ReadonlyMap<EntryId, string>,
  { book: { reader }, verifier }: Pick<Means, 'book' | 'verifier'>,
): Promise<readonly OpenEntry[]> {
  const open = [...entries.values()].map((entry) => {
    const json = shown.get(entry.id);
    return { entry, details: json === undefined ? null : parseShown(json) };
  });
  const keys = new Set([...entries.values()].map(({ keyId }) => keyId));
  for (const key of keys) {
    for (const { id, jws } of await reader.branchesOf(key)) {
      const decoded = entries.has(id) ? null : await decodeEntry(jws, verifier);
      if (decoded?.ok === true && decoded.value.id === id) open.push({ entry: decoded.value, details: null });
    }
  }
  return open;
}

async function examineRecords(
  stored: readonly StoredEntry[],
  { records }: CountedBook,
  { reader }: ExaminedBook,
  findings: Findings,
): Promise<void> {
  const subjects = [...new Set(stored.flatMap((entry) => entry.subjects))];
  for (let from = 0; from < subjects.length; from += PAGE) {
    const some = subjects.slice(from, from + PAGE);
    const folded = new Map((await reader.folded(some)).map(({ subject, record }) => [subject, record]));
    for (const subject of some) {
      const [shows, counts] = [folded.get(subject) ?? null, records.get(subject) ?? null];
      if (!sameRecord(shows, counts)) findings.add('record-differs', null);
    }
  }
}

/** Equal as JSON, in whatever order a store gives the fields back. */
function sameRecord(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return Array.isArray(a) === Array.isArray(b) && [...names].every((name) => sameRecord(mine[name], theirs[name]));
}
