import { makeStatementVerifier } from '../adapters/keys/statement-verifier.ts';
import { onBrowserWake } from '../adapters/sync/browser-wake.ts';
import {
  type BureauLinks,
  type BureauLinksPorts,
  type LinkedStation,
  openBureauLinks,
} from '../adapters/sync/bureau-links.ts';
import { browserHubAcquaintance } from '../adapters/sync/hub-reach.ts';
import { openHubSignalling, signalUrlOf } from '../adapters/sync/hub-signalling.ts';
import type { SyncIncident } from '../adapters/sync/incidents.ts';
import type { MeshPeer } from '../adapters/sync/mesh.ts';
import type { Signalling } from '../adapters/sync/signalling.ts';
import { browserPorts } from '../adapters/sync/signalling-ports.ts';
import { stationStanding } from '../adapters/sync/station-standing.ts';
import { browserTimers } from '../adapters/sync/timers.ts';
import { fromBase64url } from '../base/base64url.ts';
import { isFault } from '../base/fault.ts';
import { asId, type KeyId, type StationId } from '../domain/ids.ts';
import type { LinkSecrets, WayReason } from '../domain/link.ts';
import type { LinkEnd, ReachCode } from '../domain/link-end.ts';
import { toInstant } from '../domain/time.ts';
import { mayHoldDrafts, maySendDetails } from '../ledger/entitlement.ts';
import type { Desk } from '../usecases/desk.ts';
import type { GuestDoor } from '../usecases/host-guests.ts';
import { keysSigningAt, makeDetailsAsker, missingDetails } from '../usecases/missing-details.ts';
import { noteForks } from '../usecases/note-forks.ts';
import { type DoorIncident, makeRefusalNotes } from '../usecases/note-refusals.ts';
import type { ContactNotes } from './contact-notes.ts';
import { draftKeeperOf } from './draft-keeper.ts';
import { lineOf } from './guest-line.ts';
import { type OpenedDesk, random, verifier } from './open-desk.ts';
import type { LiveLinks, Reach } from './sync-report.ts';
import { makeTrafficNotes, type Traffic } from './traffic-notes.ts';

export const handshakeMeans: BureauLinksPorts['means'] = { verifier, statements: makeStatementVerifier(), random };
/** What the service this page came from says of itself. */
export const hub = browserHubAcquaintance();

export interface Links {
  readonly bureau: Pick<BureauLinks, 'offerByHand' | 'answerByHand' | 'adopt'>;
  live(): Promise<LiveLinks>;
  retry(): void;
  /** Writes down what the links have carried. */
  close(): Promise<void>;
}

export interface LinksMeans {
  readonly opened: OpenedDesk;
  readonly secrets: LinkSecrets;
  readonly notes: ContactNotes;
  readonly door: GuestDoor;
  readonly mayWrite: () => boolean;
  readonly onChange: () => void;
}

/** Opens this station's links to all others that can be found, and keeps their books in step. For the writing tab only. */
export function openLinks(means: LinksMeans): Links {
  const { opened, notes, onChange } = means;
  const signalling = openSignalling(means.secrets);
  let fault: string | null = null;
  const bureau = bureauLinksOf(means, (error) => {
    fault = isFault(error) ? error.code : 'unexpected';
    onChange();
  });
  bureau.meetAt(signalling);
  const stops = [signalling.onState(onChange), onBrowserWake(bureau.wake)];
  const ask = detailsAsker(opened.desk, bureau);
  const traffic = makeTrafficNotes(notes);
  const look = (linked: readonly LinkedStation[]) => traffic.look(linked, browserTimers.now());
  return {
    bureau,
    live: async () => {
      const linked = await bureau.stations();
      const open = await look(linked);
      ask(linked);
      const reaches = [
        ...linked.map((each) => reachOfLink(each, open.get(each.station))),
        ...waiting(opened.desk, bureau.peers(), linked),
      ];
      return { service: signalling.state(), fault, reaches };
    },
    retry: () => bureau.wake(),
    close: async () => {
      await look(await bureau.stations());
      for (const stop of stops) stop();
      bureau.close();
      signalling.close();
      await look([]);
    },
  };
}

/** Asks for private parts when somebody is met, and when a key admitted here lets this station hold more. */
function detailsAsker({ book, station }: Desk, bureau: BureauLinks): (linked: readonly LinkedStation[]) => void {
  const ask = makeDetailsAsker(() => missingDetails(book, station.station), bureau.wantDetails);
  return (linked) => {
    const met = linked.map((each) => `${each.station} ${each.since}`);
    void ask(met.length === 0 ? '' : [...met, ...keysSigningAt(book.membership(), station.station)].join());
  };
}

export function openSignalling(secrets: LinkSecrets): Signalling {
  return openHubSignalling(signalUrlOf(location.origin), secrets, browserPorts(hub.whyNoAnswer));
}

function bureauLinksOf(
  { opened: { desk, storage, statements }, notes, door, mayWrite, onChange }: LinksMeans,
  onFault: (error: unknown) => void,
): BureauLinks {
  const note = makeRefusalNotes(desk, mayWrite);
  const attempt = (work: Promise<void>): void => void work.catch(onFault);
  return openBureauLinks({
    book: desk.book,
    readShard: storage.book.byShard,
    signer: statements,
    statements: handshakeMeans.statements,
    verifier,
    receipts: {
      last: notes.lastReceipt,
      keep: (station, receipt) => notes.keepReceipt(station, receipt, desk.now()),
    },
    entitled: (station, entry) => maySendDetails(desk.book.membership(), station, entry),
    drafts: {
      drafts: draftKeeperOf(desk.book.bureau).shared,
      self: desk.station.station,
      mayHold: async (station, activity) => {
        const known = await desk.records.get('activity', activity);
        return known !== null && mayHoldDrafts(desk.book.membership(), station, known.officers);
      },
    },
    timers: browserTimers,
    random,
    onIncident: (incident) => attempt(note(doorIncident(incident))),
    onFork: () => attempt(noteForks(desk)),
    onPeers: onChange,
    onFault,
    keeper: doorkeeperOf(desk, door),
    means: handshakeMeans,
    onGuest: (link) => {
      const { line, listener } = lineOf(link);
      door.greet(line);
      return listener;
    },
  });
}

const doorIncident = ({ code, link, author, why, count }: SyncIncident): DoorIncident => ({
  code,
  culprit: author === null ? { by: 'link', station: link === 'unknown' ? null : link } : { by: 'author', key: author },
  why,
  count,
});

function doorkeeperOf({ book, now }: Desk, door: GuestDoor): BureauLinksPorts['keeper'] {
  return {
    standing: (keyId) => stationStanding(book.membership(), keyId),
    invitation: (id) => {
      const open = door.invitation();
      return open === null || open.id !== id || open.expiresAt <= now() ? null : fromBase64url(open.secret);
    },
  };
}

/** `open`: what of its traffic no note holds yet. */
const reachOfLink = (linked: LinkedStation, open: Traffic | undefined): Reach => ({
  station: linked.station,
  way: linked.way,
  lastHeardAt: toInstant(linked.lastHeardAt),
  bytesIn: open?.bytesIn ?? 0,
  bytesOut: open?.bytesOut ?? 0,
  state: 'connected',
  why: linked.way === 'by-hand' ? 'carried-by-hand' : reasonOf(linked.why),
});

/** Stations that are about and not linked. Which key they have is only what they say, and good enough to be shown. */
function waiting({ book }: Desk, peers: readonly MeshPeer[], linked: readonly LinkedStation[]): readonly Reach[] {
  const met = new Map<StationId, Reach>();
  for (const { key, state, why } of peers) {
    const owner = key === null ? undefined : book.membership().keys.get(asId<KeyId>(key))?.owner;
    if (owner?.kind !== 'station' || linked.some(({ station }) => station === owner.station)) continue;
    const connecting = state === 'calling' || state === 'meeting';
    met.set(owner.station, {
      station: owner.station,
      state: connecting ? 'connecting' : 'off',
      way: null,
      why: reasonOf(why),
      lastHeardAt: null,
      bytesIn: 0,
      bytesOut: 0,
    });
  }
  return [...met.values()];
}

/** Whom this machine would not have. */
const REFUSED: ReadonlySet<string> = new Set<LinkEnd>([
  'unknown-station',
  'revoked-station',
  'signature-bad',
  'other-bureau',
]);

function reasonOf(why: LinkEnd | ReachCode | null): WayReason | null {
  switch (why) {
    case 'no-candidates':
      return 'no-address';
    case 'not-reachable':
      return 'no-path';
    case 'relay-chosen':
      return 'relay-chosen';
    case 'not-here':
      return 'not-there';
    case 'refused-there':
      return 'refused-there';
    default:
      return why !== null && REFUSED.has(why) ? 'key-refused' : null;
  }
}
