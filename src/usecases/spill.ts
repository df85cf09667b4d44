import { done, type Outcome, refused } from '../base/outcome.ts';
import { type ActivityId, asId, type EntryId, mintId, type RecordingId, type SpillId } from '../domain/ids.ts';
import type { SpillDone, SpillFiles, SpillGround, SpillRecord } from '../domain/spill-record.ts';
import { parseSubject, type Subject, subjectOf } from '../domain/subject.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { StoredEntry } from '../ledger/ports.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct, signRegisterAct, type WaitsForSecond } from './signed-act.ts';

export type SpillRefusal = RuleRefusal | WaitsForSecond | { readonly code: 'nothing-chosen' };

/** As many as one order names. */
export const MOST_SPILLED = 200;

export interface SpillOrder {
  readonly ground: SpillGround;
  readonly entries: readonly EntryId[];
  readonly recordings: readonly RecordingId[];
  /** How it came about; never the words themselves. */
  readonly note: string | null;
}

/** 误录: orders the words of these entries deleted everywhere. Custodian and legal affairs office sign together. */
export async function orderDeletion(
  desk: Desk,
  seat: Seat,
  order: SpillOrder,
): Promise<Outcome<SpillId, SpillRefusal>> {
  if (order.entries.length === 0) return refused({ code: 'nothing-chosen' });
  const spill = mintId<SpillId>(desk.random);
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'details-deletion-ordered',
    subject: subjectOf('spill', spill),
    body: { spill, ground: order.ground, entries: [...order.entries], recordings: [...order.recordings] },
    details: { note: order.note },
  });
  return signed.ok ? done(spill) : signed;
}

/**
 * Deletes here what orders in force name, and says so once for each order. Deleted first, said afterwards: a stop between the two
 * leaves it said later, never said wrongly. What is written and unsigned about the same activities may be the same words: it goes too.
 */
export async function carryOutDeletions(
  desk: Desk,
  forgetDrafts: (activity: ActivityId) => Promise<void> = async () => undefined,
): Promise<void> {
  const { book, station, stationSigner, records } = desk;
  if (book.membership().deletions.size === 0) return;
  const gone = new Set(await book.forgetDetails());
  for (const spill of await records.all('spill')) {
    if (spill.done.some((one) => one.station === station.station)) continue;
    for (const activity of activitiesOf(await book.byIds(spill.entries), spill.entries)) await forgetDrafts(activity);
    await signAct(desk, stationSigner, {
      kind: 'details-deleted',
      subject: subjectOf('spill', spill.id),
      body: {
        spill: spill.id,
        station: station.station,
        deleted: spill.entries.filter((entry) => gone.has(entry)).length,
      },
      details: null,
      refs: [spill.ordered.entry],
    });
  }
}

/** Activities that these entries touch; `found` holds what they stand upon, too. */
function activitiesOf(found: readonly StoredEntry[], ids: readonly EntryId[]): ReadonlySet<ActivityId> {
  const named = new Set(ids);
  const subjects = found.filter(({ id }) => named.has(id)).flatMap((entry) => entry.subjects.map(parseSubject));
  return new Set(subjects.flatMap((subject) => (subject?.type === 'activity' ? asId<ActivityId>(subject.id) : [])));
}

/** Entries about a subject that hold words: what an order can name. */
export async function wordedEntries(desk: Pick<Desk, 'book'>, subject: Subject): Promise<readonly StoredEntry[]> {
  const entries = await desk.book.reader.bySubjects([subject]);
  const worded = entries.filter(({ jws }) => {
    const form = decodeForm(jws);
    return form.ok && form.value.payload.details !== null;
  });
  return [...worded].sort((a, b) => a.lc - b.lc || (a.id < b.id ? -1 : 1));
}

/** Who has said so, and who has not: a machine that left before it did never will. */
export interface SpillStanding {
  readonly done: number;
  readonly open: number;
  readonly lost: number;
}

/** What a station has said of itself: of the words, and of the files where the order names any. */
export function saidBy(
  { done, files, recordings }: Pick<SpillRecord, 'done' | 'files' | 'recordings'>,
  station: string,
): { readonly words: SpillDone | null; readonly files: readonly SpillFiles[]; readonly all: boolean } {
  const words = done.find((one) => one.station === station) ?? null;
  const own = (files ?? []).filter((one) => one.station === station && one.medium === null);
  return { words, files: own, all: words !== null && (recordings.length === 0 || own.length > 0) };
}

export function spillStanding(
  spill: Pick<SpillRecord, 'done' | 'files' | 'recordings'>,
  stations: readonly { readonly id: string; readonly left?: unknown }[],
): SpillStanding {
  const has = (id: string): boolean => saidBy(spill, id).all;
  const others = stations.filter(({ id }) => !has(id));
  const lost = others.filter(({ left }) => left !== undefined).length;
  return { done: stations.length - others.length, open: others.length - lost, lost };
}
