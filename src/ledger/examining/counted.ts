import type { EntryId } from '../../domain/ids.ts';
import type { Subject } from '../../domain/subject.ts';
import { beginCountInSlices, type Counting } from '../count.ts';
import { type Opened, openEntry } from '../counting/judge.ts';
import { parseShown } from '../counting/shown-details.ts';
import { detailsMatch } from '../details.ts';
import { decodeForm } from '../entry.ts';
import type { ExaminedBook } from '../examined.ts';
import { byPlace } from '../place.ts';
import type { EntryVerifier, StoredDetails, StoredEntry } from '../ports.ts';
import type { BookIndex } from './bytes.ts';
import { type Findings, type Means, PAGE } from './findings.ts';

const VERDICT_FINDING = {
  void: 'entry-void',
  quarantined: 'entry-quarantined',
  unconfirmed: 'entry-unconfirmed',
  waiting: 'entry-waiting',
  'not-understood': 'entry-not-understood',
} as const;

export interface DetailsSeen {
  readonly fit: number;
  readonly absent: number;
}

/**
 * Verdicts and records counted from nothing, page by page, against those the book shows; and of each entry's details whether they are
 * what was signed, because only then may they be counted.
 */
export async function examineCount(index: BookIndex, means: Means): Promise<DetailsSeen> {
  const { book, findings, control } = means;
  const counting = await begin(index, means);
  const orders = counting.membership.deletions;
  const branches = index.branches.map((entry) => openEntry(entry, null));
  const subjects = new Set<Subject>();
  let [seen, fit, absent, branch] = [0, 0, 0, 0];
  for await (const page of book.reader.all(PAGE)) {
    control.signal.throwIfAborted();
    const details = await detailsOn(page, book);
    for (const stored of page) {
      for (const subject of stored.subjects) subjects.add(subject);
      if (details.has(stored.id) && orders.has(stored.id)) findings.add('details-not-deleted', stored.id);
      const found = await openStored(stored, details.get(stored.id), index, means);
      if (found.details === 'fit') fit += 1;
      if (found.details === 'absent') absent += 1;
      if (found.opened === null) continue;
      // Given-up branches take part in the order, and fold nothing.
      for (
        let next = branches[branch];
        next !== undefined && byPlace(next, found.opened) < 0;
        next = branches[branch]
      ) {
        counting.take(next);
        branch += 1;
      }
      compare(stored, counting.take(found.opened), findings);
    }
    seen += page.length;
    control.report({ stage: 'details', done: seen, total: index.entries });
    control.report({ stage: 'authority', done: seen, total: index.entries });
  }
  await examineRecords([...subjects], counting, book, findings);
  return { fit, absent };
}

async function begin(index: BookIndex, { book, verifier, control }: Means): Promise<Counting> {
  const held = [...index.register.values()];
  const shown = await detailsOn(held, book);
  const register: Opened[] = [];
  for (const entry of held) {
    const details = await fitting(shown.get(entry.id), entry.payload.details, verifier);
    register.push(openEntry(entry, details === null ? null : parseShown(details.json)));
  }
  const beside = new Set(index.branches.map(({ id }) => id));
  const all = [...index.placed.values()].sort(byPlace);
  const stands = (id: EntryId) => !beside.has(id);
  return beginCountInSlices(all, register.sort(byPlace), book.root, stands, async () => {
    await control.pause?.();
    control.signal.throwIfAborted();
  });
}

const detailsOn = async (
  entries: readonly { readonly id: EntryId }[],
  { reader }: ExaminedBook,
): Promise<ReadonlyMap<EntryId, StoredDetails>> =>
  new Map((await reader.detailsOf(entries.map(({ id }) => id))).map((each) => [each.entry, each]));

const fitting = async (
  shown: StoredDetails | undefined,
  commitment: string | null,
  verifier: EntryVerifier,
): Promise<StoredDetails | null> =>
  shown !== undefined && commitment !== null && (await detailsMatch(shown, commitment, verifier)) ? shown : null;

/** The entry with such details as are what it was signed over; null where its bytes are none of this book. */
async function openStored(
  { id, jws }: StoredEntry,
  shown: StoredDetails | undefined,
  { placed }: BookIndex,
  { verifier, findings }: Means,
): Promise<{ readonly opened: Opened | null; readonly details: 'fit' | 'absent' | 'none' }> {
  const form = placed.has(id) ? decodeForm(jws) : null;
  const commitment = form?.ok === true ? form.value.payload.details : null;
  const details = await fitting(shown, commitment, verifier);
  if (shown !== undefined && details === null) findings.add('details-unfit', id);
  const state = details !== null ? 'fit' : shown === undefined && commitment !== null ? 'absent' : 'none';
  if (form?.ok !== true) return { opened: null, details: state };
  const { keyId, payload } = form.value;
  const opened = openEntry({ id, jws, keyId, payload }, details === null ? null : parseShown(details.json));
  return { opened, details: state };
}

function compare({ id, verdict }: StoredEntry, found: StoredEntry['verdict'], findings: Findings): void {
  if (JSON.stringify(found) !== JSON.stringify(verdict)) findings.add('verdict-differs', id);
  if (found.kind !== 'in-force') findings.add(VERDICT_FINDING[found.kind], id);
}

async function examineRecords(
  subjects: readonly Subject[],
  { records }: Counting,
  { reader }: ExaminedBook,
  findings: Findings,
): Promise<void> {
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
