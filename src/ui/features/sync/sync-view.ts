import type { StationId } from '../../../domain/ids.ts';
import { fromInstant, type Instant } from '../../../domain/time.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { LINK_WAY, SYNC, WAY_REASON } from '../../../text/sync.ts';
import { commas, size, timeInTable, UNKNOWN } from '../../../text/times.ts';
import type { PeerView } from '../../live/sync-desk.ts';

/** How a peer's book stands to ours, in the page's own words; `tone` is the shape beside them. */
export interface PeerState {
  readonly tone: 'synced' | 'waiting' | 'forked';
  readonly words: string;
}

/** One line of the page, in words. */
export interface PeerLine {
  readonly station: StationId;
  readonly name: string;
  readonly way: string;
  readonly why: string;
  readonly contact: string;
  /** What is not known since; empty while connected. */
  readonly contactNote: string;
  readonly counts: string;
  readonly toSend: string;
  readonly toGet: string;
  readonly bytes: string;
  readonly state: PeerState;
}

export const nameOf = (peer: Pick<PeerView, 'code' | 'name'>): string =>
  SYNC.station(peer.code, peer.name ?? UNKNOWN_NAME);

export function peerLine(peer: PeerView, ours: number, now: Instant): PeerLine {
  const theirs = peer.theirs === null ? UNKNOWN : commas(peer.theirs);
  return {
    station: peer.station,
    name: nameOf(peer),
    way: wayOf(peer),
    why: peer.why === null ? '' : WAY_REASON[peer.why],
    ...contactOf(peer, now),
    counts: `${theirs} / ${commas(ours)}`,
    toSend: peer.fork !== null ? SYNC.paused : peer.toSend === null ? UNKNOWN : commas(peer.toSend),
    toGet: toGetOf(peer),
    bytes: `${size(peer.bytesOut)} / ${size(peer.bytesIn)}`,
    state: stateOf(peer),
  };
}

function wayOf({ way, state }: PeerView): string {
  if (way === null) return SYNC.noWay;
  return state === 'off' ? SYNC.noWayNow(LINK_WAY[way]) : LINK_WAY[way];
}

function contactOf(peer: PeerView, now: Instant): Pick<PeerLine, 'contact' | 'contactNote'> {
  if (peer.lastContactAt === null) return { contact: SYNC.never, contactNote: '' };
  if (peer.state === 'connected') {
    const ago = Math.max(0, fromInstant(now) - fromInstant(peer.lastContactAt));
    return { contact: SYNC.heard(ago), contactNote: '' };
  }
  return { contact: timeInTable(peer.lastContactAt), contactNote: SYNC.thenUnknown };
}

/** What a station out of reach has written since cannot be known; what it had already is a floor. */
function toGetOf({ fork, toGet, state }: PeerView): string {
  if (fork !== null) return SYNC.paused;
  if (toGet === null) return UNKNOWN;
  if (state === 'connected') return commas(toGet);
  return toGet === 0 ? UNKNOWN : SYNC.atLeast(toGet);
}

/** `behind`: it lacks entries of ours. */
export function stateOf({ fork, toSend, toGet, state }: PeerView): PeerState {
  if (fork !== null) return { tone: 'forked', words: SYNC.forked };
  if (state === 'connecting') return { tone: 'waiting', words: SYNC.connecting };
  const connected = state === 'connected';
  if (toSend === null || toGet === null)
    return { tone: 'waiting', words: connected ? SYNC.comparing : SYNC.offUnknown };
  if (toSend > 0 && toGet > 0)
    return { tone: 'waiting', words: (connected ? SYNC.exchanging : SYNC.offBoth)(toSend, toGet) };
  if (toSend > 0) return { tone: 'waiting', words: (connected ? SYNC.sending : SYNC.offBehind)(toSend) };
  if (toGet > 0) return { tone: 'waiting', words: (connected ? SYNC.getting : SYNC.offAhead)(toGet) };
  return connected ? { tone: 'synced', words: SYNC.inStep } : { tone: 'waiting', words: SYNC.offInStep };
}
