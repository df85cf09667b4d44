import { toBase64url } from '../../base/base64url.ts';
import { Fault, isFault } from '../../base/fault.ts';
import type { KeyId } from '../../domain/ids.ts';
import type { LinkWay } from '../../domain/link.ts';
import type { LinkEnd, ReachCode } from '../../domain/link-end.ts';
import type { Doorkeeper, LinkSelf } from './link/handshake.ts';
import { type Link, type LinkListener, type LinkMeans, openLink } from './link/link.ts';
import type { Pipe } from './link/pipe.ts';
import { type Call, type CallMeans, type Detour, makeCall, type Reached } from './mesh/call.ts';
import { isSuspicious, type Suspicion, straightAgainMs, waitMs } from './mesh/patience.ts';
import { decodePeerMessage, encodePeerMessage, type PeerMessage } from './mesh/peer-message.ts';
import { browserConnection } from './rtc/direct.ts';
import type { Signalling } from './signalling.ts';

/** Somebody who is at a meeting place. The key is what it says; a link alone proves it. */
export interface MeshPeer {
  readonly peer: string;
  readonly key: string | null;
  readonly state: 'meeting' | 'calling' | 'linked' | 'waiting';
  readonly way: LinkWay | null;
  /** Why the way is not straight, or why there is no link. */
  readonly why: LinkEnd | ReachCode | null;
}

export interface MeshPorts {
  readonly self: LinkSelf;
  readonly keeper: Doorkeeper;
  readonly means: LinkMeans;
  readonly connect?: CallMeans['connect'];
  readonly relayOnly?: () => boolean;
  /** A link stands. Answers with who listens to it. */
  readonly onLink: (link: Link, why: Detour) => LinkListener;
  readonly onChange: () => void;
  /** A handshake came to nothing for a reason that an honest machine does not give. */
  readonly onRefused: (why: Suspicion) => void;
}

/** Links to whomever is met, kept up for as long as they can be. */
export interface Mesh {
  /** The answer leaves the place; links stay. */
  meetAt(signalling: Signalling): () => void;
  /** A pipe that came about by hand. Rejects with `Fault<LinkEnd>`. */
  adopt(pipe: Pipe): Promise<Link>;
  readonly links: () => readonly Link[];
  readonly peers: () => readonly MeshPeer[];
  /** The machine woke, the network changed, or the book knows another station: what waits is tried now. */
  wake(): void;
  close(): void;
}

interface Peer {
  readonly id: string;
  readonly signalling: Signalling;
  readonly call: Call;
  readonly token: string;
  theirs: Extract<PeerMessage, { kind: 'hail' }> | null;
  link: Link | null;
  busy: boolean;
  failures: number;
  straightTries: number;
  why: LinkEnd | ReachCode | null;
  cancel: () => void;
}

interface Room extends MeshPorts {
  readonly places: Set<Signalling>;
  readonly peers: Map<string, Peer>;
  readonly links: Map<KeyId, Link>;
  /** Who flooded us, and until when it is not listened to. */
  readonly shunned: Map<KeyId, number>;
}

const SHUNNED_MS = 60_000;

export function makeMesh(ports: MeshPorts): Mesh {
  const room: Room = { ...ports, places: new Set(), peers: new Map(), links: new Map(), shunned: new Map() };
  const leaves = new Set<() => void>();
  return {
    meetAt: (signalling) => {
      const place = toBase64url(ports.means.random(6));
      room.places.add(signalling);
      const stops = [
        signalling.onMessage((id, bytes) => {
          const message = decodePeerMessage(bytes);
          if (message !== null) hear(room, meet(room, signalling, place, id), message);
        }),
        signalling.onPeer((id, present) => {
          if (present) meet(room, signalling, place, id);
          else forget(room, `${place} ${id}`);
        }),
      ];
      const leave = (): void => {
        for (const stop of stops.splice(0)) stop();
        room.places.delete(signalling);
        for (const name of [...room.peers.keys()]) if (name.startsWith(`${place} `)) forget(room, name);
        leaves.delete(leave);
      };
      leaves.add(leave);
      return leave;
    },
    adopt: async (pipe) => {
      const link = await openLink(pipe, room.self, room.keeper, room.means);
      keepOrClose(room, null, link, null);
      return link;
    },
    links: () => [...room.links.values()],
    peers: () => [...room.peers.values()].map(viewOf),
    wake: () => {
      for (const signalling of room.places) signalling.retry();
      for (const peer of room.peers.values()) if (peer.link === null) tryAgain(room, peer, 0);
    },
    close: () => {
      for (const leave of leaves) leave();
      for (const link of room.links.values()) link.close();
    },
  };
}

const viewOf = ({ id, theirs, link, busy, why }: Peer): MeshPeer => ({
  peer: id,
  key: theirs?.key ?? null,
  state: link !== null ? 'linked' : busy ? 'calling' : theirs === null ? 'meeting' : 'waiting',
  way: link?.way ?? null,
  why,
});

function meet(room: Room, signalling: Signalling, place: string, id: string): Peer {
  const name = `${place} ${id}`;
  const known = room.peers.get(name);
  if (known !== undefined) return known;
  const call = makeCall(signalling, id, {
    timers: room.means.timers,
    connect: room.connect ?? browserConnection,
    relayOnly: room.relayOnly ?? (() => false),
  });
  const peer: Peer = {
    id,
    signalling,
    call,
    token: toBase64url(room.means.random(16)),
    theirs: null,
    link: null,
    busy: false,
    failures: 0,
    straightTries: 0,
    why: null,
    cancel: () => undefined,
  };
  room.peers.set(name, peer);
  hail(room, peer, 0);
  room.onChange();
  return peer;
}

const sayHail = (room: Room, peer: Peer): void =>
  say(peer, { kind: 'hail', token: peer.token, key: room.self.signer.keyId });

const HAIL_AGAIN_MS = 5_000;
const MOST_HAILS = 6;

/** Said until it is answered: the other page may not have listened yet. */
function hail(room: Room, peer: Peer, said: number): void {
  sayHail(room, peer);
  peer.cancel = room.means.timers.after(HAIL_AGAIN_MS, () => {
    if (peer.theirs === null && said < MOST_HAILS) hail(room, peer, said + 1);
  });
}

const say = ({ signalling, id }: Peer, message: PeerMessage): void => signalling.send(id, encodePeerMessage(message));

function forget(room: Room, name: string): void {
  const peer = room.peers.get(name);
  if (peer === undefined) return;
  room.peers.delete(name);
  peer.cancel();
  // A straight link outlives the meeting place; only a call under way is given up.
  if (peer.link === null) peer.call.close();
  room.onChange();
}

/** Both know both tokens, so both know who calls. */
const isCaller = ({ token, theirs }: Peer): boolean => theirs !== null && token > theirs.token;

function hear(room: Room, peer: Peer, message: PeerMessage): void {
  if (message.kind === 'hail') {
    if (peer.theirs?.token === message.token) return;
    // Another token: their page began anew under the same name, and knows nothing of what was agreed.
    [peer.theirs, peer.failures] = [message, 0];
    peer.cancel();
    // Ours may have come before they listened; once more, and both know both tokens.
    sayHail(room, peer);
    // Our own key from another window: there is nothing to exchange with oneself.
    if (message.key === room.self.signer.keyId) return;
    const linked = [...room.links.values()].some(({ keyId, way }) => keyId === message.key && way !== 'relay');
    if (isCaller(peer) && !linked) void callNow(room, peer, false);
    return;
  }
  if (message.kind === 'again') {
    if (isCaller(peer)) void callNow(room, peer, false);
    return;
  }
  void peer.call.hear(message).then((reached) => (reached === null ? undefined : handshake(room, peer, reached)));
}

async function callNow(room: Room, peer: Peer, straightOnly: boolean): Promise<void> {
  if (peer.busy) return;
  peer.busy = true;
  peer.cancel();
  room.onChange();
  try {
    await handshake(room, peer, await peer.call.reach(straightOnly));
  } catch (error) {
    if (!straightOnly) failed(room, peer, error);
    else if (peer.link !== null) lookForStraightWay(room, peer);
  } finally {
    peer.busy = false;
    room.onChange();
  }
}

async function handshake(room: Room, peer: Peer, { pipe, why }: Reached): Promise<void> {
  try {
    const link = await openLink(pipe, room.self, room.keeper, room.means);
    keepOrClose(room, peer, link, why);
    peer.failures = 0;
    if (link.way === 'relay' && why !== 'relay-chosen') lookForStraightWay(room, peer);
  } catch (error) {
    failed(room, peer, error);
  }
}

function lookForStraightWay(room: Room, peer: Peer): void {
  if (!isCaller(peer)) return;
  peer.cancel();
  peer.cancel = room.means.timers.after(straightAgainMs(peer.straightTries++), () => void callNow(room, peer, true));
}

function failed(room: Room, peer: Peer, error: unknown): void {
  const end = isFault(error) ? (error as Fault<LinkEnd>) : null;
  if (end !== null && isSuspicious(end.code)) room.onRefused(end.code);
  if (peer.link === null) tryAgain(room, peer, null, end?.code ?? 'not-reachable');
}

/** The caller calls; the other asks to be called. */
function tryAgain(room: Room, peer: Peer, inMs: number | null, why: LinkEnd | ReachCode | null = peer.why): void {
  peer.why = why;
  peer.cancel();
  const chance = (room.means.random(1)[0] ?? 0) / 256;
  const wait = inMs ?? waitMs(peer.failures++, why ?? 'not-reachable', chance);
  peer.cancel = room.means.timers.after(wait, () => {
    if (isCaller(peer)) void callNow(room, peer, false);
    else if (peer.theirs !== null) say(peer, { kind: 'again' });
  });
  room.onChange();
}

function keepOrClose(room: Room, peer: Peer | null, link: Link, why: Detour): void {
  try {
    keep(room, peer, link, why);
  } catch (error) {
    link.close('flood');
    throw error;
  }
}

/** Of two links to one station the newer is kept, at both ends. */
function keep(room: Room, peer: Peer | null, link: Link, why: Detour): void {
  if ((room.shunned.get(link.keyId) ?? 0) > room.means.timers.now()) throw new Fault<LinkEnd>('flood');
  const older = room.links.get(link.keyId);
  room.links.set(link.keyId, link);
  if (peer !== null) {
    peer.link = link;
    peer.why = why;
    peer.cancel();
  }
  older?.close('superseded');
  const listener = room.onLink(link, why);
  link.listen({
    message: listener.message,
    closed: (end) => {
      if (end.code === 'flood' || end.code === 'message-too-large')
        room.shunned.set(link.keyId, room.means.timers.now() + SHUNNED_MS);
      if (room.links.get(link.keyId) === link) room.links.delete(link.keyId);
      const wasPeers = peer !== null && peer.link === link;
      if (wasPeers) [peer.link, peer.why] = [null, end.code];
      if (!room.links.has(link.keyId)) lookFor(room, link.keyId, wasPeers ? peer : null, end.code);
      listener.closed(end);
      room.onChange();
    },
  });
  room.onChange();
}

/** Of a station without a link: the page that had it, and those met since, which were not called while it seemed to stand. */
function lookFor(room: Room, keyId: KeyId, last: Peer | null, why: LinkEnd): void {
  for (const peer of room.peers.values())
    if (peer === last || (peer.link === null && peer.theirs?.key === keyId)) tryAgain(room, peer, null, why);
}
