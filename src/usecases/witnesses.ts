import * as v from 'valibot';
import type { EntryId, StationId } from '../domain/ids.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { Frontier } from '../ledger/exchange.ts';
import { KINDS } from '../ledger/kinds.ts';
import type { Desk } from './desk.ts';

/** A checkpoint in force with how far the book went that it witnesses. */
export interface WitnessedDay {
  readonly entry: EntryId;
  readonly station: StationId;
  readonly at: Instant;
  readonly root: string;
  readonly entries: number;
  readonly frontier: Frontier;
}

/** The latest checkpoints of a station, newest first. */
export async function witnessedDays(
  { book }: Pick<Desk, 'book'>,
  station: StationId,
  most: number,
): Promise<readonly WitnessedDay[]> {
  const subject: Subject = subjectOf('checkpoints', station);
  const signed = (await book.reader.bySubjects([subject])).filter(
    ({ kind, verdict }) => kind === 'checkpoint' && verdict.kind === 'in-force',
  );
  const latest = [...signed].sort((a, b) => b.lc - a.lc).slice(0, most);
  return latest.flatMap(({ id, jws }) => {
    const form = decodeForm(jws);
    const body = v.safeParse(KINDS.checkpoint.body, form.ok ? form.value.payload.body : null);
    if (!form.ok || !body.success) return [];
    const { root, entries, frontier } = body.output;
    return [{ entry: id, station, at: form.value.payload.at, root, entries, frontier }];
  });
}

/** What other stations signed to hold, by station. */
export type Receipts = readonly { readonly station: StationId; readonly heads: Frontier }[];

/**
 * Which other stations have signed to hold everything up to this frontier. A longer chain is taken for a continuation: should it
 * have parted, that shows as a fork when its entries come.
 */
export function witnessesOf(frontier: Frontier, receipts: Receipts): readonly StationId[] {
  return receipts
    .filter(({ heads }) => {
      const theirs = new Map(heads.map((head) => [head.key, head]));
      return frontier.every(({ key, seq, id }) => {
        const head = theirs.get(key);
        return head !== undefined && (head.seq > seq || (head.seq === seq && head.id === id));
      });
    })
    .map(({ station }) => station);
}
