import type { Subject } from '../../../domain/subject.ts';
import { REGISTER_KINDS } from '../../../ledger/kinds.ts';
import type { Place } from '../../../ledger/place.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';

/**
 * An entry with what it is found by. IndexedDB cannot order a list index by further columns, so the place is part of its key; the
 * subjects are in it too, and not written twice.
 */
export interface EntryRow extends Omit<StoredEntry, 'subjects' | 'reads'> {
  readonly touched: readonly string[];
  readonly read: readonly string[];
  /** 1 for kinds of the register of members; left out of the index otherwise. */
  readonly register?: 1;
}

/** Wide enough for every safe integer. */
const LC_DIGITS = 16;
/** After every id: ids are base64url. */
const PAST = '~';

const keyAt = (subject: Subject, { lc, id }: Place): string =>
  `${subject} ${String(lc).padStart(LC_DIGITS, '0')} ${id}`;

export function toRow({ subjects, reads, ...entry }: StoredEntry): EntryRow {
  const register = REGISTER_KINDS.has(entry.kind) ? { register: 1 as const } : {};
  return {
    ...entry,
    touched: subjects.map((subject) => keyAt(subject, entry)),
    read: reads.map((subject) => keyAt(subject, entry)),
    ...register,
  };
}

export function fromRow({ touched, read, register: _, ...entry }: EntryRow): StoredEntry {
  return { ...entry, subjects: touched.map(subjectIn), reads: read.map(subjectIn) };
}

/** A key begins with the subject it was made of, which has no space in it. */
const subjectIn = (key: string): Subject => key.slice(0, key.indexOf(' ')) as Subject;

/** Keys of everything that touches or looks at a subject. */
export const wholeOf = (subject: Subject): readonly [string, string] => [`${subject} `, `${subject} ${PAST}`];

/** Keys later than a place. */
export const laterThan = (subject: Subject, place: Place): readonly [string, string] => [
  keyAt(subject, place),
  `${subject} ${PAST}`,
];
