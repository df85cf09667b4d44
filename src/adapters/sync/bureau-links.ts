import type { Fault } from '../../base/fault.ts';
import type { EntryId, KeyId, StationId } from '../../domain/ids.ts';
import type { LinkWay } from '../../domain/link.ts';
import type { LinkEnd, ReachCode } from '../../domain/link-end.ts';
import type { Lane } from './lane.ts';
import type { Doorkeeper, HandshakeMeans } from './link/handshake.ts';
import type { Link, LinkListener, LinkTraffic } from './link/link.ts';
import type { Pipe } from './link/pipe.ts';
import { type MeshPeer, type MeshPorts, makeMesh } from './mesh.ts';
import { type Answer, browserConnection, makeAnswer, makeOffer, type Offer } from './rtc/direct.ts';
import type { Signalling } from './signalling.ts';
import type { SyncPorts } from './sync-ports.ts';
import { makeSynchroniser, type PeerStanding } from './synchroniser.ts';

/** One linked station, as the page about synchronisation shows it. */
export interface LinkedStation extends PeerStanding, LinkTraffic {
  readonly keyId: KeyId;
  readonly way: LinkWay;
  /** Why the way is not straight. */
  readonly why: ReachCode | null;
  readonly since: number;
  readonly digits: string;
}

export interface BureauLinksPorts extends SyncPorts {
  readonly keeper: Doorkeeper;
  readonly means: HandshakeMeans;
  readonly connect?: () => RTCPeerConnection | null;
  readonly relayOnly?: () => boolean;
  /** A guest came by an invitation of ours: join messages may flow, and nothing else does. */
  readonly onGuest: (link: Link) => LinkListener;
}

/** Everything between this station and the others: meeting, linking, and keeping books equal. */
export interface BureauLinks {
  /** Meets whoever is there; several hubs are several places. The answer leaves. */
  meetAt(signalling: Signalling): () => void;
  /** Without any server: the texts are carried by hand. The pipe that comes of it is to be adopted. */
  offerByHand(): Promise<Offer>;
  answerByHand(offer: string): Promise<Answer>;
  adopt(pipe: Pipe): Promise<Link>;
  stations(): Promise<readonly LinkedStation[]>;
  /** Asks for private parts of entries that this station has come to be entitled to. */
  wantDetails(entries: readonly EntryId[]): void;
  /** Those met, linked or not, and why not. */
  readonly peers: () => readonly MeshPeer[];
  /** The machine woke, the network changed, or the book knows another station. */
  wake(): void;
  close(): void;
}

export function openBureauLinks(ports: BureauLinksPorts): BureauLinks {
  const sync = makeSynchroniser(ports);
  const linked = new Map<StationId, { readonly link: Link; readonly why: ReachCode | null }>();
  const direct = { timers: ports.timers, connect: ports.connect ?? browserConnection };

  const refused: MeshPorts['onRefused'] = (why) =>
    ports.onIncident({ code: 'entry-refused', link: 'unknown', author: null, entry: null, why, count: 1 });

  const mesh = makeMesh({
    self: { bureau: ports.book.bureau, signer: ports.signer, guest: null },
    keeper: ports.keeper,
    means: { ...ports.means, timers: ports.timers },
    connect: direct.connect,
    ...(ports.relayOnly === undefined ? {} : { relayOnly: ports.relayOnly }),
    onChange: ports.onPeers,
    onRefused: refused,
    onLink: (link, why) => {
      const { station } = link;
      if (station === null) return ports.onGuest(link);
      const attached = sync.attach(laneOf(link, station));
      linked.set(station, { link, why });
      return {
        message: attached.hear,
        closed: (end) => {
          if (linked.get(station)?.link === link) linked.delete(station);
          attached.detach();
          chargeEnd(ports, station, end);
        },
      };
    },
  });

  const unwatch = ports.book.onAppended(() => void cutOff(linked, ports).catch(ports.onFault));

  return {
    meetAt: mesh.meetAt,
    offerByHand: () => makeOffer('by-hand', direct),
    answerByHand: (offer) => makeAnswer(offer, 'by-hand', direct),
    adopt: mesh.adopt,
    peers: mesh.peers,
    wantDetails: sync.wantDetails,
    stations: async () => {
      const views = [...linked].map(async ([station, { link, why }]) => {
        const standing = await sync.standing(station);
        const { keyId, way, since, digits } = link;
        return standing && { ...standing, ...link.traffic(), keyId, way, why, since, digits };
      });
      return (await Promise.all(views)).filter((view) => view !== null);
    },
    wake: mesh.wake,
    close: () => {
      unwatch();
      mesh.close();
      sync.stop();
    },
  };
}

/** A machine that has been withdrawn is cut off at once, not only kept out the next time. */
async function cutOff(
  linked: ReadonlyMap<StationId, { readonly link: Link }>,
  { keeper }: Pick<BureauLinksPorts, 'keeper'>,
): Promise<void> {
  for (const { link } of [...linked.values()]) {
    if ((await keeper.standing(link.keyId)).kind === 'revoked') link.close('revoked-station');
  }
}

const laneOf = (link: Link, station: StationId): Lane => ({
  station,
  key: link.key,
  way: link.way,
  waitingBytes: link.waitingBytes,
  send: link.send,
  close: link.close,
});

/** Frames that no honest end of a link sends. A broken cable and a closed page leave no trace. */
function chargeEnd({ onIncident }: SyncPorts, station: StationId, { code }: Fault<LinkEnd>): void {
  const flood = code === 'message-too-large' || code === 'flood';
  if (!flood && code !== 'frame-forged' && code !== 'frame-malformed') return;
  onIncident({
    code: flood ? 'flood' : 'entry-refused',
    link: station,
    author: null,
    entry: null,
    why: code,
    count: 1,
  });
}
