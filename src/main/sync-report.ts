import type { KeyId, StationId } from '../domain/ids.ts';
import type { LinkWay, WayReason } from '../domain/link.ts';
import type { PeerNote } from '../domain/ports/peer-notes.ts';
import type { StationRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { Frontier } from '../ledger/exchange.ts';
import { type Comparison, compareFrontiers } from '../ledger/frontier.ts';
import type { StoredEntry } from '../ledger/ports.ts';
import type { PeerView, SyncReport, Undelivered, UndeliveredEntry } from '../ui/live/sync-desk.ts';
import type { Desk } from '../usecases/desk.ts';
import { countOf, type UndeliveredRun, undeliveredRuns } from '../usecases/undelivered.ts';

/** How a station is reached now, as the tab that holds the links sees it. */
export interface Reach {
  readonly station: StationId;
  readonly state: PeerView['state'];
  readonly way: LinkWay | null;
  readonly why: WayReason | null;
  readonly lastHeardAt: Instant | null;
  /** What the note does not hold yet. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What the writing tab knows and no table holds. */
export interface LiveLinks {
  readonly service: SyncReport['service'];
  readonly fault: string | null;
  readonly reaches: readonly Reach[];
}

export const NO_LINKS: LiveLinks = { service: 'connecting', fault: null, reaches: [] };

/** A screen shows no more; the count is of all. */
const MOST_LISTED = 200;

export const entriesIn = (frontier: Frontier): number => frontier.reduce((sum, { seq }) => sum + seq + 1, 0);

/** Whose book is compared. */
export interface ReportDesk extends Pick<Desk, 'book' | 'records' | 'now'> {
  readonly station: Pick<Desk['station'], 'station'>;
}

/**
 * Compares this book with what every other station last signed. Everything but who is connected is read from the tables. A station
 * that was withdrawn is none of ours any more: what is on a stolen PC has reached no second one.
 */
export async function makeReport(
  desk: ReportDesk,
  notes: readonly PeerNote[],
  { service, fault, reaches }: LiveLinks,
): Promise<SyncReport> {
  const [ours, stations] = await Promise.all([desk.book.frontier(), desk.records.all('station')]);
  const others = stations
    .filter(({ id, left }) => id !== desk.station.station && left === undefined)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const peers: PeerView[] = [];
  for (const record of others) {
    const note = notes.find(({ station }) => station === record.id) ?? null;
    const reach = reaches.find(({ station }) => station === record.id) ?? null;
    const receipt = note?.receipt ?? null;
    const comparison = receipt === null ? null : await compareFrontiers(ours, receipt.heads, desk.book.idAt);
    peers.push(peerView(record, note, reach ?? offBecause(record.id, service), comparison));
  }
  const admitted = new Set(others.map(({ id }) => id));
  const receipts = notes.flatMap(({ station, receipt }) =>
    receipt !== null && admitted.has(station) ? [{ station, heads: receipt.heads }] : [],
  );
  const signed = receipts.map(({ heads }) => heads);
  const { keys } = desk.book.membership();
  const signsHere = (key: KeyId): boolean => {
    const owner = keys.get(key)?.owner;
    return (owner?.kind === 'person' || owner?.kind === 'station') && owner.station === desk.station.station;
  };
  const runs = await undeliveredRuns(ours, signed, desk.book.idAt, signsHere);
  return {
    asOf: desk.now(),
    ours: entriesIn(ours),
    peers,
    undelivered: await undeliveredOf(desk, runs),
    receipts,
    service,
    fault,
  };
}

/** Of a station without a link this much can be said: nobody answers at all, or all but this one. */
const offBecause = (station: StationId, service: SyncReport['service']): Reach => ({
  station,
  state: 'off',
  way: null,
  why: service === 'off' ? 'no-server' : service === 'on' ? 'not-there' : null,
  lastHeardAt: null,
  bytesIn: 0,
  bytesOut: 0,
});

function peerView(
  { id, code, name }: StationRecord,
  note: PeerNote | null,
  reach: Reach | null,
  comparison: Comparison | null,
): PeerView {
  const receipt = note?.receipt ?? null;
  return {
    station: id,
    code,
    name,
    state: reach?.state ?? 'off',
    way: reach?.way ?? note?.way ?? null,
    why: reach?.why ?? null,
    lastContactAt: reach?.lastHeardAt ?? note?.lastContactAt ?? null,
    theirs: receipt === null ? null : entriesIn(receipt.heads),
    signedAt: receipt?.at ?? null,
    toSend: comparison?.toSend ?? null,
    toGet: comparison?.toGet ?? null,
    fork: forkIn(comparison, receipt?.heads ?? []),
    bytesIn: (note?.bytesIn ?? 0) + (reach?.bytesIn ?? 0),
    bytesOut: (note?.bytesOut ?? 0) + (reach?.bytesOut ?? 0),
  };
}

/** The first key whose chain there is no continuation of ours, nor ours of it. */
function forkIn(comparison: Comparison | null, heads: Frontier): PeerView['fork'] {
  for (const [key, standing] of comparison?.keys ?? []) {
    const head = heads.find((each) => each.key === key);
    if (standing.kind === 'forked' && head !== undefined) return { key, seq: head.seq };
  }
  return null;
}

async function undeliveredOf(
  { book }: Pick<ReportDesk, 'book'>,
  runs: readonly UndeliveredRun[],
): Promise<Undelivered> {
  const parts = await Promise.all(runs.map(({ key, fromSeq }) => book.entriesFrom(key, fromSeq, MOST_LISTED)));
  const oldest = parts
    .flat()
    .sort((a, b) => a.lc - b.lc || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LISTED);
  return { count: countOf(runs), oldest: oldest.flatMap(listed) };
}

function listed({ id, jws, kind }: StoredEntry): readonly UndeliveredEntry[] {
  const form = decodeForm(jws);
  return form.ok ? [{ id, kind, subject: form.value.payload.subject, at: form.value.payload.at }] : [];
}
