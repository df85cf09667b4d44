import { SYNC } from '../../../text/sync.ts';
import type { PeerView, SyncReport } from '../../live/sync-desk.ts';

type Standing = 'inStep' | 'behind' | 'ahead' | 'forked' | 'off' | 'unknown';

function standingOf(peer: PeerView): Standing {
  if (peer.fork !== null) return 'forked';
  if (peer.toSend === null || peer.toGet === null) return 'unknown';
  if (peer.toSend > 0) return 'behind';
  if (peer.toGet > 0) return 'ahead';
  return peer.state === 'connected' ? 'inStep' : 'off';
}

const ORDER: readonly Standing[] = ['forked', 'behind', 'ahead', 'unknown', 'off', 'inStep'];

/** The foot of the rail: `1 台落后，3 台一致`; what needs somebody first. */
export function footWords(report: SyncReport | null): string {
  if (report === null) return SYNC.foot.reading;
  const { peers } = report;
  if (peers.length === 0) return SYNC.foot.none;
  return ORDER.flatMap((standing) => {
    const n = peers.filter((peer) => standingOf(peer) === standing).length;
    return n === 0 ? [] : [SYNC.foot[standing](n)];
  }).join(SYNC.foot.comma);
}
