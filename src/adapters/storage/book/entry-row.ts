import type { Subject } from '../../../domain/subject.ts';
import { REGISTER_KINDS } from '../../../ledger/kinds.ts';
import type { Place } from '../../../ledger/place.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';

/** An entry with what it is found by. IndexedDB cannot order a list index by further columns, so the place is part of its key. */
export interface EntryRow extends StoredEntry {
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

export function toRow(entry: StoredEntry): EntryRow {
  const register = REGISTER_KINDS.has(entry.kind) ? { register: 1 as const } : {};
  return {
    ...entry,
    touched: entry.subjects.map((subject) => keyAt(subject, entry)),
    read: entry.reads.map((subject) => keyAt(subject, entry)),
    ...register,
  };
}

export function fromRow({ touched: _, read: __, register: ___, ...entry }: EntryRow): StoredEntry {
  return entry;
}

/** Keys of everything that touches or looks at a subject. */
export const wholeOf = (subject: Subject): readonly [string, string] => [`${subject} `, `${subject} ${PAST}`];

/** Keys later than a place. */
export const laterThan = (subject: Subject, place: Place): readonly [string, string] => [
  keyAt(subject, place),
  `${subject} ${PAST}`,
];
