import { utf8 } from '../../../base/bytes.ts';
import { Fault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';

/** A description of a data channel is about 600 bytes; a hundred addresses would make it ten times that. */
const MOST_SDP_CHARS = 12_000;
const FINGERPRINT = /^a=fingerprint:(\S+ \S+)\s*$/gim;

export const isSdp = (sdp: string): boolean => sdp.length <= MOST_SDP_CHARS && fingerprintsOf(sdp).length > 0;

function fingerprintsOf(sdp: string): readonly string[] {
  return [...sdp.matchAll(FINGERPRINT)].map(([, text = '']) => text.toLowerCase());
}

/**
 * All fingerprints of both descriptions, the same at both ends. Whoever swaps one on the way makes the two ends differ, and the
 * handshake then fails: what it signs holds these bytes.
 */
export function bindingOf(local: string, remote: string): Uint8Array<ArrayBuffer> {
  const [mine, theirs] = [fingerprintsOf(local), fingerprintsOf(remote)];
  if (mine.length === 0 || theirs.length === 0) throw new Fault<LinkEnd>('hello-malformed');
  return utf8([...mine, ...theirs].sort().join('\n'));
}

/** An offer without addresses leads nowhere. */
export const hasCandidates = (sdp: string): boolean => /^a=candidate:/m.test(sdp);
