import { done, type Outcome, refused } from '../base/outcome.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import { beijingDate } from '../domain/time.ts';
import type { Checkpoint, MonthClosing } from '../domain/witness-records.ts';
import type { EntryVerifier } from '../ledger/ports.ts';
import { entryRoot, type WitnessedEntry } from '../ledger/witness.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

const PAGE = 2000;

/** One a day (Beijing): whether this station still owes today's. */
export async function checkpointDue({ records, station, now }: Desk): Promise<boolean> {
  const last = (await records.get('checkpoints', station.station))?.checkpoints.at(-1);
  return last === undefined || beijingDate(last.signed.at) !== beijingDate(now());
}

/** The station signs what its book holds. */
export async function signCheckpoint(
  desk: Desk,
  verifier: Pick<EntryVerifier, 'sha256'>,
): Promise<Outcome<Checkpoint, RuleRefusal>> {
  const { book, stationSigner, station } = desk;
  const frontier = await book.frontier();
  const last = new Map<string, number>(frontier.map(({ key, seq }) => [key, seq]));
  const entries: WitnessedEntry[] = [];
  for await (const page of book.reader.all(PAGE))
    for (const { id, lc, keyId, seq } of page) if (seq <= (last.get(keyId) ?? -1)) entries.push({ id, lc, keyId, seq });
  const root = await entryRoot(entries, verifier.sha256);
  const signed = await signAct(desk, stationSigner, {
    kind: 'checkpoint',
    subject: subjectOf('checkpoints', station.station),
    body: { station: station.station, frontier: [...frontier], root, entries: entries.length },
    details: null,
  });
  if (!signed.ok) return signed;
  const own = (await desk.records.get('checkpoints', station.station))?.checkpoints.at(-1);
  if (own === undefined) throw new Error('a checkpoint just signed is not on record');
  return done(own);
}

export type CloseRefusal = RuleRefusal | { readonly code: 'checkpoint-missing' };

/** 月结: signs the latest checkpoint of this station for a month; its short code goes into the paper register. */
export async function closeMonth(desk: Desk, seat: Seat, month: string): Promise<Outcome<null, CloseRefusal>> {
  const { station } = desk.station;
  const last = (await desk.records.get('checkpoints', station))?.checkpoints.at(-1);
  if (last === undefined) return refused({ code: 'checkpoint-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'month-closed',
    subject: subjectOf('monthClose', month),
    body: { month, station, root: last.root },
    details: null,
    refs: [last.signed.entry],
  });
  return signed.ok ? done(null) : signed;
}

/** The second signature, by another person in the other role. */
export async function confirmMonthClose(
  desk: Desk,
  seat: Seat,
  month: string,
  closing: MonthClosing,
): Promise<Outcome<null, RuleRefusal>> {
  const subject: Subject = subjectOf('monthClose', month);
  const refs = [closing.closed.entry];
  const signed = await signAct(desk, seat.signer, {
    kind: 'month-close-confirmed',
    subject,
    body: { month },
    details: null,
    refs,
  });
  return signed.ok ? done(null) : signed;
}
