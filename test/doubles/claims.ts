import { expect } from 'vitest';
import type { EntryId, KeyId, StationId } from '../../src/domain/ids.ts';
import type { PeerReceipt } from '../../src/domain/ports/peer-notes.ts';
import { toInstant } from '../../src/domain/time.ts';
import { compareFrontiers } from '../../src/ledger/frontier.ts';
import { entriesIn, makeReport, type Reach } from '../../src/main/sync-report.ts';
import { SYNC } from '../../src/text/sync.ts';
import { footWords } from '../../src/ui/features/sync/foot-words.ts';
import { stateOf } from '../../src/ui/features/sync/sync-view.ts';
import type { SyncReport } from '../../src/ui/live/sync-desk.ts';
import { type BookMachine, wholeBook } from './books.ts';

/** A machine whose page is read. `linked`: whom it has a link to now. */
export interface ClaimingOffice extends BookMachine {
  readonly station: StationId;
  readonly receipts: ReadonlyMap<StationId, PeerReceipt>;
}

/** What the page about synchronisation says on this machine: made by the program's own report from what this machine keeps. */
export async function reportOf(office: ClaimingOffice, linked: readonly StationId[]): Promise<SyncReport> {
  const now = toInstant(Date.UTC(2026, 2, 5, 4));
  const reaches = linked.map(
    (station): Reach => ({
      station,
      state: 'connected',
      way: 'same-pc',
      why: null,
      lastHeardAt: now,
      bytesIn: 0,
      bytesOut: 0,
    }),
  );
  const { book, memory, station } = office;
  const notes = [...office.receipts].map(([of, receipt]) => ({
    station: of,
    receipt,
    lastContactAt: now,
    way: 'same-pc' as const,
    bytesIn: 0,
    bytesOut: 0,
  }));
  const desk = { book, records: memory.model, station: { station }, now: () => now };
  return makeReport(desk, notes, { service: 'on', fault: null, reaches });
}

export interface Claiming {
  readonly offices: readonly ClaimingOffice[];
  readonly isLinked: (a: ClaimingOffice, b: ClaimingOffice) => boolean | Promise<boolean>;
  /** Whose program was changed: what they sign of themselves is not held against their books. */
  readonly liars?: readonly string[];
}

/**
 * At rest: whatever the page says on each machine, held against the true state of the books at both ends. Of one that is linked all of it
 * must be so now; of one that is away what it signed last must have been so, and the page must not call it in step.
 */
export async function claimsAreTrue({ offices, isLinked, liars = [] }: Claiming): Promise<void> {
  for (const office of offices) {
    const others = offices.filter((other) => other !== office);
    const links = await Promise.all(others.map((other) => isLinked(office, other)));
    const linked = others.filter((_, i) => links[i]);
    const report = await reportOf(
      office,
      linked.map(({ station }) => station),
    );
    expect(report.ours).toBe((await wholeBook(office.memory)).filter(({ keyId }) => office.book.admits(keyId)).length);
    for (const other of others) {
      if (liars.includes(other.name)) continue;
      const at = `${office.name} of ${other.name}`;
      if (linked.includes(other)) await saysWhatIs(at, office, other, report);
      else await saysWhatWas(at, office, other, report);
    }
    await undeliveredIsSo(office, { others, linked: linked.filter(({ name }) => !liars.includes(name)) }, report);
  }
}

async function saysWhatIs(
  at: string,
  office: ClaimingOffice,
  other: ClaimingOffice,
  report: SyncReport,
): Promise<void> {
  const [ours, theirs] = [await office.book.frontier(), await other.book.frontier()];
  const peer = peerIn(report, other);
  expect([at, office.receipts.get(other.station)?.heads]).toEqual([at, theirs]);
  expect([at, peer?.theirs]).toEqual([at, entriesIn(theirs)]);
  const { standing, toGet, toSend } = await compareFrontiers(ours, theirs, office.book.idAt);
  expect([at, peer?.toGet, peer?.toSend]).toEqual([at, toGet, toSend]);
  expect([at, peer?.fork !== null]).toEqual([at, standing === 'forked']);
  const words = peer === undefined ? '' : stateOf(peer).words;
  const same = JSON.stringify(ours) === JSON.stringify(theirs);
  expect([at, words === SYNC.inStep]).toEqual([at, same]);
}

async function saysWhatWas(
  at: string,
  office: ClaimingOffice,
  other: ClaimingOffice,
  report: SyncReport,
): Promise<void> {
  const peer = peerIn(report, other);
  // Withdrawn, or not heard of yet: no line, and nothing is said.
  if (peer === undefined) return;
  const signed = office.receipts.get(other.station);
  expect([at, peer.theirs]).toEqual([at, signed === undefined ? null : entriesIn(signed.heads)]);
  for (const { key, seq, id } of signed?.heads ?? []) expect([at, await held(other, key, seq, id)]).toEqual([at, true]);
  expect([at, stateOf(peer).words]).not.toEqual([at, SYNC.inStep]);
  expect(footWords({ ...report, peers: [peer] })).not.toBe(SYNC.foot.inStep(1));
}

const peerIn = ({ peers }: SyncReport, { station }: ClaimingOffice) => peers.find((peer) => peer.station === station);

/** It holds this entry now, in its chain or beside it where a proof decided for another branch. */
async function held({ book, memory }: ClaimingOffice, key: KeyId, seq: number, id: EntryId): Promise<boolean> {
  if ((await book.idAt(key, seq)) === id) return true;
  return (await memory.book.branchesOf(key)).some((entry) => entry.id === id);
}

/** Every entry that is not listed is in another station's book, and none is listed that a linked station holds. */
async function undeliveredIsSo(
  office: ClaimingOffice,
  { others, linked }: { readonly others: readonly ClaimingOffice[]; readonly linked: readonly ClaimingOffice[] },
  report: SyncReport,
): Promise<void> {
  const listed = new Set(report.undelivered.oldest.map(({ id }) => id));
  expect(report.undelivered.count).toBe(listed.size);
  const standing = others.filter(({ station }) => report.peers.some((peer) => peer.station === station));
  const holding = (some: readonly ClaimingOffice[], id: EntryId): Promise<readonly boolean[]> =>
    Promise.all(some.map(async ({ memory }) => (await memory.book.byId([id])).length > 0));
  const forked = report.peers.some(({ fork }) => fork !== null);
  for (const id of forked ? [] : listed)
    expect([office.name, id, await holding(linked, id)]).toEqual([office.name, id, linked.map(() => false)]);
  for (const { id, keyId } of await wholeBook(office.memory)) {
    if (listed.has(id) || !office.book.admits(keyId)) continue;
    expect([office.name, id, (await holding(standing, id)).includes(true)]).toEqual([office.name, id, true]);
  }
}
