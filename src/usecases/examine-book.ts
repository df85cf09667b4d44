import type { Instant } from '../domain/time.ts';
import { type Examination, examineBook } from '../ledger/examination.ts';
import type { ExaminationControl } from '../ledger/examined.ts';
import type { EntryVerifier } from '../ledger/ports.ts';
import type { Desk } from './desk.ts';

export interface BookExamination extends Examination {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** 核验: looks at the whole book anew. It changes nothing, and anybody at the desk may ask for it. */
export async function examineOwnBook(
  { book, station, now }: Pick<Desk, 'book' | 'station' | 'now'>,
  verifier: EntryVerifier,
  control: ExaminationControl,
): Promise<BookExamination> {
  const startedAt = now();
  const { bureau, reader } = book;
  const own = { bureau, root: station.root, own: station.station, reader, forks: () => book.forks() };
  const found = await examineBook(own, verifier, control);
  return { ...found, startedAt, endedAt: now() };
}
