import type { Subject } from '../domain/subject.ts';
import type { StoredEntry } from '../ledger/ports.ts';
import type { Desk } from './desk.ts';

/**
 * The entries in force that touch one subject, in the book's order (lc, id). Each was signed here, or
 * examined at the door of this machine's book: its form, its signature, and its author's right to write it.
 */
export async function recordLog(desk: Pick<Desk, 'book'>, subject: Subject): Promise<readonly StoredEntry[]> {
  const touching = await desk.book.reader.bySubjects([subject]);
  return touching
    .filter(({ verdict }) => verdict.kind === 'in-force')
    .sort((a, b) => a.lc - b.lc || (a.id < b.id ? -1 : 1));
}
