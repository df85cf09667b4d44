import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type BureauLinks, openBureauLinks } from '../../src/adapters/sync/bureau-links.ts';
import { openHubSignalling, signalUrlOf } from '../../src/adapters/sync/hub-signalling.ts';
import { makeLinkSecrets } from '../../src/adapters/sync/link-secrets.ts';
import type { Signalling } from '../../src/adapters/sync/signalling.ts';
import type { SignallingPorts, SignalSocket } from '../../src/adapters/sync/signalling-ports.ts';
import { stationStanding } from '../../src/adapters/sync/station-standing.ts';
import { browserTimers, type Timers } from '../../src/adapters/sync/timers.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { localOrigin } from '../../src/hub/place.ts';
import { compareFrontiers } from '../../src/ledger/frontier.ts';
import { type ClaimingOffice, claimsAreTrue } from './claims.ts';
import { startTestHub } from './hub-visitor.ts';
import { meansOf } from './link-ends.ts';
import { type ManualTimers, makeManualTimers, settle } from './manual-timers.ts';
import { type OfficeKit, type OfficeOptions, openOfficeBook, type UnlinkedOffice } from './office-of-kit.ts';
import { makeMeetingPoint } from './signalling.ts';

/** Where machines meet, and how time passes there. */
export interface MeetingPlace {
  readonly timers: Timers;
  /** Whoever has the bureau's room and secret can come in. */
  enter(): Signalling;
  /** Lets things happen until it is so. */
  until(what: string, check: () => Promise<boolean>): Promise<void>;
}

/** A place without sockets; its clock stands still until it is asked to pass. */
export function memoryPlace(): MeetingPlace {
  const timers: ManualTimers = makeManualTimers();
  const point = makeMeetingPoint();
  return {
    timers,
    enter: () => point.enter(),
    until: async (what, check) => {
      for (let turn = 0; turn < 600; turn++) {
        if (await check()) return;
        timers.pass(250);
        await settle();
      }
      throw new Error(`did not come about: ${what}`);
    },
  };
}

/** A page's WebSocket, in Node: the browser sends the Origin of the page by itself. */
const portsAt = (origin: string): SignallingPorts => ({
  openSocket: (url) =>
    new WebSocket(url, { origin, headers: { host: new URL(origin).host } }) as unknown as SignalSocket,
  nowMs: () => Date.now(),
  after: browserTimers.after,
  chance: Math.random,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  whyNoAnswer: async () => 'no-answer',
});

const POLL_MS = 20;
const MOST_MS = 60_000;

export interface RunningHub {
  /** A room of its own for a bureau. */
  room(): Promise<MeetingPlace>;
  stop(): Promise<void>;
}

/** The real hub over real sockets; frames go through its relay, since Node has no WebRTC. */
export async function runHub(): Promise<RunningHub> {
  const { hub, stop } = await startTestHub();
  const origin = localOrigin(hub.addresses);
  return {
    stop,
    room: async () => {
      const secrets = await makeLinkSecrets();
      return {
        timers: browserTimers,
        enter: () => openHubSignalling(signalUrlOf(origin), secrets, portsAt(origin)),
        until: async (what, check) => {
          for (const end = Date.now() + MOST_MS; Date.now() < end; await wait(POLL_MS)) if (await check()) return;
          throw new Error(`did not come about: ${what}`);
        },
      };
    },
  };
}

/** An office whose links are the program's own: signalling, handshake, sealed frames, back-off, carriers. */
export interface LinkedOffice extends UnlinkedOffice {
  /** null while the machine is away. */
  links: BureauLinks | null;
  /** Entries of which private parts were sent here, whether they were taken or not. */
  readonly told: Set<EntryId>;
  /** Comes to a place; the answer goes away from it, and its links with it. */
  meetAt(place: MeetingPlace): () => void;
}

export interface LinkedOffices {
  readonly kit: OfficeKit;
  readonly all: readonly LinkedOffice[];
  readonly office: (name: string) => LinkedOffice;
}

export async function makeLinkedOffices(
  kit: OfficeKit,
  timers: Timers,
  options: OfficeOptions = {},
): Promise<LinkedOffices> {
  const all = await Promise.all(kit.names.map((name) => openLinked(name, kit, timers, options)));
  const office = (name: string): LinkedOffice => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no office ${name}`);
    return found;
  };
  return { kit, all, office };
}

async function openLinked(name: string, kit: OfficeKit, timers: Timers, options: OfficeOptions): Promise<LinkedOffice> {
  const office = await openOfficeBook(name, kit, options, timers);
  const { timers: _, ...means } = meansOf(makeManualTimers());
  const linked: LinkedOffice = {
    ...office,
    links: null,
    told: new Set(),
    meetAt: (place) => {
      const signalling = place.enter();
      const links = openBureauLinks({
        ...office.ports,
        book: {
          ...office.book,
          receive: (bundle) => {
            for (const { entry } of bundle.details) linked.told.add(entry);
            return office.book.receive(bundle);
          },
        },
        keeper: {
          standing: (key) => stationStanding(office.book.membership(), key),
          invitation: () => null,
        },
        means,
        // Like a browser that finds no address.
        connect: () => null,
        onGuest: () => ({ message: () => undefined, closed: () => undefined }),
      });
      links.meetAt(signalling);
      linked.links = links;
      return () => {
        if (linked.links === links) linked.links = null;
        links.close();
        signalling.close();
      };
    },
  };
  return linked;
}

const viewsOf = async ({ links }: Pick<LinkedOffice, 'links'>) => (links === null ? [] : links.stations());

/** All are linked with all, and each holds the other's signature of the book it has itself. */
export async function inStep(place: MeetingPlace, ...offices: readonly LinkedOffice[]): Promise<void> {
  await place.until(`${offices.map(({ name }) => name).join(', ')} in step`, async () => {
    const frontiers = await Promise.all(offices.map(({ book }) => book.frontier()));
    if (frontiers.some((each) => !isDeepStrictEqual(each, frontiers[0]))) return false;
    for (const office of offices) {
      const views = await viewsOf(office);
      for (const other of offices) {
        const view = views.find(({ station }) => station === other.station);
        if (other !== office && view?.comparison?.standing !== 'in-step') return false;
      }
    }
    return true;
  });
  await linksSayWhatIs(offices);
  const linked = (a: { readonly name: string }, b: ClaimingOffice): Promise<boolean> => {
    const office = offices.find(({ name }) => name === a.name);
    return office === undefined ? Promise.resolve(false) : isLinkedTo(office, b);
  };
  await claimsAreTrue({ offices, isLinked: linked });
}

/** What each link says of itself, held against the book at its other end. */
async function linksSayWhatIs(offices: readonly LinkedOffice[]): Promise<void> {
  for (const office of offices) {
    for (const view of await viewsOf(office)) {
      const other = offices.find(({ station }) => station === view.station);
      if (other === undefined) continue;
      const [ours, theirs] = [await office.book.frontier(), await other.book.frontier()];
      expect(view.receipt?.heads).toEqual(theirs);
      expect(view.comparison).toEqual(await compareFrontiers(ours, theirs, office.book.idAt));
      expect(view.ours).toBe(entriesIn(ours));
      expect(view.theirs).toBe(entriesIn(theirs));
      expect(view.keyId).toBe(other.stationSigner.keyId);
    }
  }
}

const entriesIn = (frontier: readonly { readonly seq: number }[]): number =>
  frontier.reduce((sum, { seq }) => sum + seq + 1, 0);

export const isLinkedTo = async (
  office: Pick<LinkedOffice, 'links'>,
  other: Pick<LinkedOffice, 'station'>,
): Promise<boolean> => (await viewsOf(office)).some(({ station }) => station === other.station);
