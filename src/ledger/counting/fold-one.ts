import type { AnyRecord } from '../../domain/records.ts';
import { parseSubject, type Subject } from '../../domain/subject.ts';
import type { Membership } from '../membership.ts';
import { type Opened, signedBy } from './judge.ts';

/** Folds an entry in force into the records of everything it touches. */
export function foldOne(records: Map<Subject, AnyRecord>, { entry, reading }: Opened, membership: Membership): void {
  const key = membership.keys.get(entry.keyId);
  if (key === undefined || reading === null) return;
  for (const subject of reading.subjects) {
    const parsed = parseSubject(subject);
    if (parsed === null) continue;
    const record = reading.fold(parsed.type, records.get(subject) ?? null, signedBy(entry, key), parsed.id);
    if (record === null) records.delete(subject);
    else records.set(subject, record);
  }
}
