import type { EntryId, StationId } from '../../../domain/ids.ts';
import type { PeerReceipt } from '../../../domain/ports/peer-notes.ts';
import type { DoorWhy } from '../../../ledger/door-why.ts';
import type { Bundle, Received } from '../../../ledger/exchange.ts';
import { type Comparison, compareFrontiers } from '../../../ledger/frontier.ts';
import type { Lane } from '../lane.ts';
import {
  BOOK_STREAM,
  type BookMessage,
  decodeBookMessage,
  encodeBookMessage,
  type MessageOf,
} from '../messages/book-message.ts';
import type { SyncPorts } from '../sync-ports.ts';
import { type Answers, makeAnswers } from './answers.ts';
import { HOLLOW_QUESTION, type Hollow, makeHollow } from './hollow.ts';
import { digestOf, type OurFrontier } from './our-frontier.ts';
import { readReceipt } from './receipt.ts';
import { makeSuspects, type Suspects } from './suspects.ts';
import { type Act, FIRST_TALK, step, type Talk, type TalkEvent } from './talk.ts';

/** The talk of one other station with our book, over the stream `book`. */
export interface Conversation {
  open(): Promise<void>;
  hear(bytes: Uint8Array): Promise<void>;
  /** Resolves when what this station sent last is in the book. */
  taken(): Promise<void>;
  /** The book has taken entries that this station sent by a carrier. */
  brought(received: Received, entries: readonly string[]): Promise<void>;
  /** Our book has grown and a while has passed. */
  settled(): Promise<void>;
  say(message: BookMessage): void;
  readonly neighbours: () => ReadonlySet<StationId>;
  readonly receipt: () => PeerReceipt | null;
  readonly comparison: () => Promise<Comparison | null>;
}

export interface ConversationMeans extends SyncPorts {
  readonly ours: OurFrontier;
  /** Hands a bundle from this station to the book. `bulk`: asked for, so that others hear of it by frontiers. */
  readonly take: (bundle: Bundle, bulk: boolean, after?: Promise<void>) => Promise<Received>;
  /** Work nobody waits for. */
  readonly begin: (work: Promise<void>) => Promise<void>;
  readonly charge: (why: DoorWhy, count: number) => void;
}

/** A small answer goes on to others at once, like what comes by a carrier. */
const BULK_ENTRIES = 50;
const MOST_ASKED_BY_NAME = 1_024;

interface Room extends ConversationMeans {
  readonly lane: Lane;
  readonly answers: Answers;
  readonly suspects: Suspects;
  readonly hollow: Hollow;
  talk: Talk;
  receipt: PeerReceipt | null;
  /** What was wanted by name when we last asked, and where in that list the next question begins. */
  named: { readonly wanted: readonly EntryId[]; readonly next: number };
  /** The last that was said, until the pipe has taken it. */
  said: Promise<void>;
  /** The part of an answer that is being taken in: the next one is read meanwhile, and no more than that. */
  taking: Promise<void>;
  neighbours: ReadonlySet<StationId>;
}

export function startConversation(lane: Lane, means: ConversationMeans): Conversation {
  const room: Room = {
    ...means,
    lane,
    answers: makeAnswers(lane, means),
    suspects: makeSuspects(),
    hollow: makeHollow(),
    talk: FIRST_TALK,
    receipt: null,
    named: { wanted: [], next: 0 },
    said: Promise.resolve(),
    taking: Promise.resolve(),
    neighbours: new Set(),
  };
  return {
    open: async () => {
      room.receipt = await means.receipts.last(lane.station);
      await on(room, { kind: 'opened' });
    },
    hear: async (bytes) => {
      const message = decodeBookMessage(bytes);
      if (message === null) means.charge('message-malformed', 1);
      else if (message !== 'unknown') await onMessage(room, message);
      // Who asks and does not read is asked to wait: our answers must not pile up here.
      await room.said;
    },
    taken: () => room.taking,
    brought: (received, entries) => took(room, received, entries),
    settled: async () => on(room, { kind: 'settled', ours: (await means.ours.read()).digest }),
    say: (message) => say(room, message),
    neighbours: () => room.neighbours,
    receipt: () => room.receipt,
    comparison: async () =>
      room.receipt && compareFrontiers((await means.ours.read()).heads, room.receipt.heads, means.book.idAt),
  };
}

function say(room: Room, message: BookMessage): void {
  // A lane that is closing tells its owner so; what was to be said is found missing at the next meeting.
  room.said = room.lane.send(BOOK_STREAM, encodeBookMessage(message)).catch(() => undefined);
}

async function on(room: Room, event: TalkEvent): Promise<void> {
  const next = step(room.talk, event);
  room.talk = next.talk;
  for (const act of next.acts) await perform(room, act);
}

async function perform(room: Room, act: Act): Promise<void> {
  switch (act.kind) {
    case 'say-want':
      room.hollow.asked(act.from);
      return say(room, { kind: 'want', from: [...act.from] });
    case 'say-frontier':
      return say(room, { kind: 'frontier', jws: (await room.ours.signed()).jws, answers: act.answers });
    case 'say-summary':
      return saySummary(room, null);
    case 'nothing-to-get':
      return askByName(room);
  }
}

async function onMessage(room: Room, message: BookMessage): Promise<void> {
  // Whatever else is said is said of a book that holds what came before.
  if (message.kind !== 'entries') await room.taking;
  switch (message.kind) {
    case 'summary':
      return on(room, { kind: 'summary', message, ours: (await room.ours.read()).digest });
    case 'frontier':
      return onFrontier(room, message);
    case 'entries': {
      const found = room.hollow.answered(message.entries);
      // The next part is asked for first: it travels while the book examines this one.
      await on(room, { kind: 'entries', message });
      const before = room.taking;
      room.taking = room.begin(takeEntries(room, message, before));
      if (found === 'ask') await saySummary(room, HOLLOW_QUESTION);
      if (found === 'charge') room.charge('frontier-hollow', 1);
      return before;
    }
    case 'details':
      await room.take({ entries: [], details: message.details }, true);
      return;
    case 'want':
      return say(room, await room.answers.from(message.from));
    case 'want-entries':
      return say(room, await room.answers.byName(message.ids));
    case 'want-details':
      return say(room, await room.answers.details(message.entries));
    case 'neighbours':
      room.neighbours = new Set(message.stations);
  }
}

async function takeEntries(room: Room, message: MessageOf<'entries'>, before: Promise<void>): Promise<void> {
  const { entries, details } = message;
  await took(room, await room.take({ entries, details }, entries.length > BULK_ENTRIES, before), entries);
  if (!room.talk.wanting) await askForRest(room);
}

async function saySummary(room: Room, ask: number | null): Promise<void> {
  const holds = room.receipt && (await digestOf(room.receipt.heads, room.verifier));
  say(room, { kind: 'summary', digest: (await room.ours.read()).digest, holds, ask });
}

async function onFrontier(room: Room, { jws, answers }: MessageOf<'frontier'>): Promise<void> {
  const by = { station: room.lane.station, key: room.lane.key, bureau: room.book.bureau };
  const receipt = await readReceipt(jws, by, room.statements);
  if (receipt === null) return room.charge('frontier-unfit', 1);
  room.receipt = receipt;
  await room.receipts.keep(room.lane.station, receipt);
  const ours = await room.ours.read();
  const comparison = await compareFrontiers(ours.heads, receipt.heads, room.book.idAt);
  if (answers === HOLLOW_QUESTION) room.hollow.signedAnew(comparison.toGet > 0 || comparison.standing === 'forked');
  if (comparison.toGet === 0 && answers !== null) await review(room, answers);
  await on(room, { kind: 'frontier', ours, theirs: receipt.heads, comparison });
  room.onPeers();
}

async function took(room: Room, received: Received, entries: readonly string[]): Promise<void> {
  if (received.aside > 0) room.suspects.add(entries);
  await on(room, { kind: 'taken', missing: received.missing, added: received.added.length });
  if (room.talk.wanting) return;
  const ask = room.suspects.ask();
  if (ask !== null) await saySummary(room, ask);
}

async function review(room: Room, answered: number): Promise<void> {
  const invented = await room.suspects.review(answered, room.book);
  if (invented > 0) room.charge('key-unknown', invented);
}

/** Each time from where the last question ended: what nobody has must not keep us from asking for what somebody has. */
async function askByName(room: Room): Promise<void> {
  const wanted = await room.book.wanted();
  const from = room.named.next < wanted.length ? room.named.next : 0;
  const ids = wanted.slice(from, from + MOST_ASKED_BY_NAME);
  room.named = { wanted, next: from + ids.length };
  if (ids.length === 0) return;
  room.hollow.asked([]);
  say(room, { kind: 'want-entries', ids });
}

/** What an answer names and did not bring; and one answer may not hold all that was asked for by name. */
async function askForRest(room: Room): Promise<void> {
  const before = room.named.wanted;
  const still = before.length === 0 ? new Set() : new Set(await room.book.wanted());
  // Nothing of it came: nobody here has it, or not yet.
  if (before.length > 0 && before.every((id) => still.has(id))) return;
  room.named = { ...room.named, next: 0 };
  await askByName(room);
}
