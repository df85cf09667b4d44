import { toBase64url } from '../../base/base64url.ts';
import type { EntryId, StationId } from '../../domain/ids.ts';
import type { PeerReceipt } from '../../domain/ports/peer-notes.ts';
import type { DoorWhy } from '../../ledger/door-why.ts';
import type { Bundle, Received } from '../../ledger/exchange.ts';
import type { Comparison } from '../../ledger/frontier.ts';
import type { StoredEntry } from '../../ledger/ports.ts';
import { readForeignUpdate } from './foreign-update.ts';
import { type Charges, type IncidentCode, makeCharges } from './incidents.ts';
import type { Lane } from './lane.ts';
import { BOOK_STREAM } from './messages/book-message.ts';
import { DRAFT_STREAM } from './messages/draft-message.ts';
import type { SyncPorts } from './sync-ports.ts';
import { type Conversation, startConversation } from './talk/conversation.ts';
import { inMessages } from './talk/detail-messages.ts';
import { type DraftTalk, makeDraftTalk } from './talk/draft-talk.ts';
import { entriesIn, makeOurFrontier, type OurFrontier } from './talk/our-frontier.ts';
import { makePassages, type Passages } from './talk/passages.ts';
import { misplacedIn } from './yjs/entry-place.ts';
import {
  isQuestion,
  type LiveCarriers,
  MOST_WAITING_BYTES,
  makeLiveCarriers,
  reaches,
  shardOfStream,
} from './yjs/live-carriers.ts';
import { readSyncMessage } from './yjs/sync-message.ts';

/** What the two books have in common, as the other station last signed it. */
export interface PeerStanding {
  readonly station: StationId;
  readonly receipt: PeerReceipt | null;
  readonly comparison: Comparison | null;
  readonly ours: number;
  readonly theirs: number | null;
}

export interface AttachedLane {
  /** To be called with one message after the other. */
  hear(stream: string, bytes: Uint8Array): Promise<void>;
  detach(): void;
}

/** Brings this machine's book and those at the other ends of its lanes to the same entries. */
export interface Synchroniser {
  attach(lane: Lane): AttachedLane;
  standing(station: StationId): Promise<PeerStanding | null>;
  /** Asks every station here for private parts; who holds that we may not have them does not answer. */
  wantDetails(entries: readonly EntryId[]): void;
  /** Resolves when nothing is under way but what is for others to answer. */
  idle(): Promise<void>;
  stop(): void;
}

/** Answer to whoever brought something; a shorter while than all others wait. */
const ANSWER_MS = 300;
/** More links, more waiting: twenty stations that tell each other everything at once say it four hundred times. */
const SETTLE_MS_PER_LINK = 300;
/** A peer that goes on sending what no honest station sends is not listened to. */
const MOST_CHARGES = 32;
/** Ten bytes ask for a whole carrier, and none of ours asks so: frontiers say what is missing. */
const QUESTION_MS = 30_000;

interface Seat {
  readonly lane: Lane;
  readonly talk: Conversation;
  readonly charge: Charge;
  charges: number;
  /** Neighbours it was last told of; nobody, at first. */
  told: string;
  settling: (() => void) | null;
  /** When it last had a whole carrier by asking for it. */
  answeredAt: number;
}

interface Desk extends SyncPorts {
  readonly seats: Map<StationId, Seat>;
  readonly live: LiveCarriers;
  readonly ours: OurFrontier;
  readonly passages: Passages;
  readonly charges: Charges;
  readonly drafting: DraftTalk | null;
  /** Work nobody waits for; a failure is the store's. */
  readonly begin: (work: Promise<void>) => Promise<void>;
}

export function makeSynchroniser(ports: SyncPorts): Synchroniser {
  const seats = new Map<StationId, Seat>();
  const live = makeLiveCarriers({
    readShard: async (shard) => (await ports.readShard(shard)).filter(({ keyId }) => ports.book.admits(keyId)),
    neighboursOf: (station) => seats.get(station)?.talk.neighbours() ?? NOBODY,
    room: toBase64url(ports.random(16)),
  });
  const underWay = new Set<Promise<void>>();
  const begin = (work: Promise<void>): Promise<void> => {
    const guarded = work.catch(ports.onFault).finally(() => underWay.delete(guarded));
    underWay.add(guarded);
    return guarded;
  };
  const charges = makeCharges(ports.timers, ports.onIncident);
  const desk: Desk = {
    ...ports,
    begin,
    charges,
    drafting: draftingOf(ports, seats, begin),
    seats,
    live,
    ours: makeOurFrontier(ports),
    passages: makePassages(),
  };
  const forget = ports.book.onAppended((entries) => void begin(passOn(desk, entries)));
  return {
    attach: (lane) => attach(desk, lane),
    standing: async (station) => {
      const talk = seats.get(station)?.talk;
      if (talk === undefined) return null;
      const receipt = talk.receipt();
      const [comparison, ours] = [await talk.comparison(), await desk.ours.read()];
      return { station, receipt, comparison, ours: entriesIn(ours.heads), theirs: receipt && entriesIn(receipt.heads) };
    },
    wantDetails: (entries) => {
      for (const { talk } of seats.values()) talk.say({ kind: 'want-details', entries: [...entries] });
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: () => {
      forget();
      desk.drafting?.stop();
      for (const { settling } of seats.values()) settling?.();
      live.close();
    },
  };
}

function draftingOf({ drafts, timers }: SyncPorts, seats: Desk['seats'], begin: Desk['begin']): DraftTalk | null {
  if (drafts === undefined) return null;
  return makeDraftTalk(drafts, {
    timers,
    lanes: () => [...seats.values()].map(({ lane }) => lane),
    begin: (work) => void begin(work),
    charge: ({ station }, why) => seats.get(station)?.charge('entry-refused', why, 1),
  });
}

const NOBODY: ReadonlySet<StationId> = new Set();

function attach(desk: Desk, lane: Lane): AttachedLane {
  const charge = (code: IncidentCode, why: DoorWhy, count: number): void => {
    desk.charges.charge({ code, link: lane.station, author: null, entry: null, why, count });
    seat.charges++;
    if (seat.charges > MOST_CHARGES) lane.close('flood');
  };
  const take = (bundle: Bundle, bulk: boolean, after?: Promise<void>) =>
    takeFrom(desk, seat, { bundle, bulk, ...(after === undefined ? {} : { after }) }, charge);
  const talk = startConversation(lane, { ...desk, take, charge: (why, count) => charge('entry-refused', why, count) });
  const seat: Seat = { lane, talk, charge, charges: 0, told: '', settling: null, answeredAt: 0 };
  desk.seats.set(lane.station, seat);
  desk.live.join(lane);
  const opened = desk.begin(talk.open().then(() => tellNeighbours(desk)));
  void desk.begin(opened.then(() => desk.drafting?.greet(lane)));
  desk.onPeers();
  return {
    hear: async (stream, bytes) => {
      try {
        await opened;
        const shard = shardOfStream(stream);
        if (stream === BOOK_STREAM) await talk.hear(bytes);
        else if (stream === DRAFT_STREAM) await desk.drafting?.hear(lane, bytes);
        else if (shard !== null) {
          // What comes by a carrier follows what was asked for.
          await talk.taken();
          await hearCarrier(desk, seat, shard, bytes, charge);
        }
      } catch (error) {
        desk.onFault(error);
      }
    },
    detach: () => {
      seat.settling?.();
      desk.live.leave(lane);
      if (desk.seats.get(lane.station) === seat) desk.seats.delete(lane.station);
      tellNeighbours(desk);
      desk.onPeers();
    },
  };
}

function tellNeighbours({ seats }: Desk): void {
  for (const seat of seats.values()) {
    const stations = [...seats.keys()].filter((station) => station !== seat.lane.station).sort();
    if (stations.join() === seat.told) continue;
    seat.told = stations.join();
    seat.talk.say({ kind: 'neighbours', stations });
  }
}

type Charge = (code: IncidentCode, why: DoorWhy, count: number) => void;

interface Brought {
  readonly bundle: Bundle;
  readonly bulk: boolean;
  readonly after?: Promise<void>;
}

async function takeFrom(desk: Desk, seat: Seat, { bundle, bulk, after }: Brought, charge: Charge): Promise<Received> {
  desk.passages.expect(bundle.entries, { from: seat.lane.station, pass: !bulk });
  const received = await desk.book.receive(bundle, after);
  // What waits aside may be stored by somebody else's bundle; all the rest has been told of, or will never be.
  if (received.aside === 0) desk.passages.forget(bundle.entries);
  if (received.added.length > 0) settleSoon(desk, seat, ANSWER_MS);
  const byLink = received.refused.filter(({ charge: { by } }) => by === 'link');
  if (byLink[0] !== undefined) charge('entry-refused', byLink[0].code, byLink.length);
  for (const refusal of received.refused) {
    if (refusal.charge.by === 'link') continue;
    const code = refusal.code === 'fork' ? 'fork-found' : 'entry-refused';
    const { key: author } = refusal.charge;
    desk.charges.charge({ code, link: seat.lane.station, author, entry: refusal.entry, why: refusal.code, count: 1 });
    if (refusal.code === 'fork') desk.onFork();
  }
  return received;
}

/** A message of y-webrtc at the other end. Nothing in it is applied. */
async function hearCarrier(desk: Desk, seat: Seat, shard: string, bytes: Uint8Array, charge: Charge): Promise<void> {
  const message = readSyncMessage(bytes);
  // Our peers keep y-webrtc's presence and greetings to themselves: whoever sends them has another program.
  if (message === null || message.kind === 'other') return charge('entry-refused', 'update-malformed', 1);
  if (message.kind === 'state-vector') {
    if (!isQuestion(bytes)) return charge('entry-refused', 'state-vector-malformed', 1);
    const now = desk.timers.now();
    if (now - seat.answeredAt < QUESTION_MS) return;
    seat.answeredAt = now;
    desk.live.answer(seat.lane, shard, bytes);
    return;
  }
  const update = readForeignUpdate(message.bytes);
  const misplaced = await misplacedIn(update.items, shard);
  const entries = update.items.map(({ text }) => text);
  // One message, one charge: what was refused in an update that deletes is part of the same deed.
  let charged = true;
  if (update.malformed) charge('entry-refused', 'update-malformed', 1);
  else if (update.deletes > 0) charge('foreign-delete', 'delete', update.deletes);
  else if (update.foreign > 0) charge('foreign-type', 'type', update.foreign);
  else if (misplaced > 0) charge('foreign-type', 'misplaced', misplaced);
  else charged = false;
  if (entries.length === 0) return;
  const brought = { bundle: { entries, details: [] }, bulk: false };
  const received = await takeFrom(desk, seat, brought, charged ? () => undefined : charge);
  await seat.talk.brought(received, entries);
}

/** What the book has stored, of our own or from others, goes on its way. */
async function passOn(desk: Desk, appended: readonly StoredEntry[]): Promise<void> {
  const passageOf = desk.passages.collect(appended);
  const entries = appended.filter(({ keyId }) => desk.book.admits(keyId));
  const links = desk.seats.size;
  for (const seat of desk.seats.values()) settleSoon(desk, seat, links * SETTLE_MS_PER_LINK);
  await desk.live.appended(entries, passageOf);
  for (const { lane, talk } of desk.seats.values()) {
    const neighboursOf = (station: StationId) => desk.seats.get(station)?.talk.neighbours() ?? NOBODY;
    const sent = entries.filter((entry) => reaches(passageOf(entry), lane, neighboursOf));
    const may = sent.filter((entry) => desk.entitled(lane.station, entry)).map(({ id }) => id);
    if (may.length === 0 || lane.waitingBytes() > MOST_WAITING_BYTES) continue;
    for (const message of inMessages(await desk.book.reader.detailsOf(may))) talk.say(message);
  }
}

/** One frontier for whatever comes meanwhile; the sooner of two appointments holds. */
function settleSoon(desk: Desk, seat: Seat, ms: number): void {
  if (seat.settling !== null && ms !== ANSWER_MS) return;
  seat.settling?.();
  seat.settling = desk.timers.after(ms, () => {
    seat.settling = null;
    void desk.begin(seat.talk.settled());
  });
}
