import { toBase64url } from '../base/base64url.ts';
import { type Outcome, refused } from '../base/outcome.ts';
import type { KeyId, StationId } from '../domain/ids.ts';
import type { KeptInvitation } from '../domain/ports/local-state.ts';
import { type Instant, plusMs } from '../domain/time.ts';
import type { Book } from '../ledger/book.ts';
import { maySendDetails } from '../ledger/entitlement.ts';
import { stationOfKey } from '../ledger/membership.ts';
import { admitStation, type StationRefusal, type StationWish, wishFault } from './admit-station.ts';
import type { Desk, Seat } from './desk.ts';
import {
  type DeclineReason,
  decodeJoinMessage,
  encodeJoinMessage,
  type JoinLine,
  type WishMessage,
} from './join-messages.ts';

/** A guest at the door whose wish was read. */
export interface Guest {
  readonly id: string;
  readonly wish: StationWish;
  readonly digits: string;
  readonly askedAt: Instant;
}

export type GuestRefusal = StationRefusal | { readonly code: 'request-gone' };

/** The door of the inviting station: one open invitation, and whoever came with it. */
export interface GuestDoor {
  invitation(): KeptInvitation | null;
  guests(): readonly Guest[];
  /** Makes an invitation in place of the one before, good for one station and one hour. */
  open(): Promise<KeptInvitation>;
  shut(): Promise<void>;
  /** A guest that has proved the invitation's secret. */
  greet(line: JoinLine): void;
  admit(guest: string, seat: Seat): Promise<Outcome<null, GuestRefusal>>;
  decline(guest: string): void;
  /** Lets in whoever at the door has been admitted meanwhile, by a second signature given anywhere. */
  look(): Promise<void>;
}

const VALID_MS = 60 * 60_000;
const PAGE = 400;
/** Well below what a link takes in one message; an entry alone may have 256 KiB. */
const MESSAGE_CHARS = 512 * 1024;

interface Admitted {
  readonly line: JoinLine;
  readonly station: StationId;
  readonly held: WishMessage['held'];
}

interface AtDoor extends Guest {
  readonly line: JoinLine;
  readonly held: WishMessage['held'];
}

export async function openGuestDoor(desk: Desk, onChange: () => void): Promise<GuestDoor> {
  let invitation = await desk.local.invitation();
  const atDoor = new Map<string, AtDoor>();
  /** Whom somebody here has sent away: it must not knock again by itself. */
  const sentAway = new Set<KeyId>();

  const keep = async <T extends KeptInvitation | null>(next: T): Promise<T> => {
    invitation = next;
    await desk.local.putInvitation(next);
    onChange();
    return next;
  };
  const leave = (id: string): void => {
    if (atDoor.delete(id)) onChange();
  };
  /** It has used its invitation up. */
  const leaveIn = async ({ id, line }: AtDoor): Promise<void> => {
    if (invitation !== null) await keep({ ...invitation, usedBy: line.keyId });
    leave(id);
  };

  async function hear(line: JoinLine, wish: WishMessage): Promise<void> {
    const { held, kind: _, ...asked } = wish;
    if (asked.keys.keyId !== line.keyId) return line.close();
    const station = stationOfKey(desk.book.membership(), line.keyId);
    if (station !== null) return handOver(desk.book, { line, station, held });
    const against = standsAgainst(invitation, line, desk.now(), sentAway) ?? (await codeTaken(desk, asked));
    if (against !== null) return decline(line, against);
    const { keyId: id, digits } = line;
    atDoor.set(id, { id, wish: asked, digits, askedAt: desk.now(), line, held });
    onChange();
  }

  return {
    invitation: () => invitation,
    guests: () => [...atDoor.values()],
    open: async () => {
      sentAway.clear();
      return keep(newInvitation(desk));
    },
    shut: async () => {
      for (const { line } of atDoor.values()) line.close();
      atDoor.clear();
      await keep(null);
    },
    greet: (line) => listenForWish(line, (wish) => hear(line, wish), leave),
    admit: async (id, seat) => {
      const guest = atDoor.get(id);
      return guest === undefined ? refused({ code: 'request-gone' }) : letIn(desk, guest, seat, leaveIn);
    },
    look: () => letInAdmitted(desk, [...atDoor.values()], leaveIn),
    decline: (id) => {
      const line = atDoor.get(id)?.line;
      if (line === undefined) return;
      sentAway.add(line.keyId);
      leave(id);
      void decline(line, 'declined');
    },
  };
}

type OnIn = (guest: AtDoor) => Promise<void>;

async function letIn(desk: Desk, guest: AtDoor, seat: Seat, onIn: OnIn): Promise<Outcome<null, GuestRefusal>> {
  const admitted = await admitStation(desk, seat, guest.wish);
  if (!admitted.ok) return admitted;
  handOverTo(desk, guest);
  await onIn(guest);
  return admitted;
}

async function letInAdmitted(desk: Desk, atDoor: readonly AtDoor[], onIn: OnIn): Promise<void> {
  for (const guest of atDoor) {
    if (stationOfKey(desk.book.membership(), guest.line.keyId) !== guest.wish.station) continue;
    await onIn(guest);
    handOverTo(desk, guest);
  }
}

/** The book may be long; what comes of it the other screen says. */
function handOverTo({ book }: Desk, { wish, line, held }: AtDoor): void {
  void handOver(book, { line, station: wish.station, held }).catch(() => line.close());
}

const newInvitation = ({ random, now }: Desk): KeptInvitation => ({
  id: toBase64url(random(16)),
  secret: toBase64url(random(32)),
  expiresAt: plusMs(now(), VALID_MS),
  usedBy: null,
});

function listenForWish(
  line: JoinLine,
  onWish: (wish: WishMessage) => Promise<void>,
  onGone: (id: string) => void,
): void {
  line.listen({
    message: async (bytes) => {
      const message = decodeJoinMessage(bytes);
      if (message?.kind === 'wish') await onWish(message);
      else line.close();
    },
    closed: () => onGone(line.keyId),
  });
}

function standsAgainst(
  invitation: KeptInvitation | null,
  line: JoinLine,
  now: Instant,
  sentAway: ReadonlySet<KeyId>,
): DeclineReason | null {
  if (invitation === null || invitation.id !== line.invite || invitation.expiresAt <= now) return 'expired';
  if (invitation.usedBy !== null && invitation.usedBy !== line.keyId) return 'invitation-spent';
  return sentAway.has(line.keyId) ? 'declined' : null;
}

async function codeTaken(desk: Desk, wish: StationWish): Promise<DeclineReason | null> {
  const fault = await wishFault(desk, wish);
  return fault?.code === 'station-code-taken' ? 'station-code-taken' : null;
}

/** The other end reads the reason and closes; it would be lost if we closed first. */
const decline = (line: JoinLine, why: DeclineReason): Promise<void> =>
  line.send(encodeJoinMessage({ kind: 'declined', why })).catch(() => line.close());

/** The whole book in its own order, less what the guest has, and such private parts as its station may hold by now. */
async function handOver(book: Book, { line, station, held }: Admitted): Promise<void> {
  const has = new Map(held.map(({ key, seq }) => [key, seq]));
  await line.send(encodeJoinMessage({ kind: 'admitted', total: await book.reader.count() }));
  for await (const page of book.reader.all(PAGE)) {
    const wanted = page.filter((entry) => entry.seq > (has.get(entry.keyId) ?? -1));
    const shown = wanted.filter((entry) => maySendDetails(book.membership(), station, entry)).map(({ id }) => id);
    const details = new Map((await book.reader.detailsOf(shown)).map((each) => [each.entry, each]));
    for (const part of inParts(wanted, (entry) => entry.jws.length + (details.get(entry.id)?.json.length ?? 0))) {
      const own = part.flatMap((entry) => details.get(entry.id) ?? []);
      await line.send(encodeJoinMessage({ kind: 'book', entries: part.map((entry) => entry.jws), details: own }));
    }
  }
  await line.send(encodeJoinMessage({ kind: 'end' }));
}

function inParts<T>(list: readonly T[], charsOf: (item: T) => number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of list) {
    const chars = charsOf(item);
    const last = parts.at(-1);
    if (last === undefined || chars > room) {
      parts.push([item]);
      room = MESSAGE_CHARS - chars;
    } else {
      last.push(item);
      room -= chars;
    }
  }
  return parts;
}
