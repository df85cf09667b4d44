import { join } from 'node:path';
import { ROOT } from './places.mjs';

/**
 * What unmodified libraries are given in place of what they ask for. y-webrtc gets links instead of simple-peer, and no
 * BroadcastChannel: wherever it is bundled, these belong to it.
 */
export const ALIASES = [
  { find: 'simple-peer/simplepeer.min.js', replacement: join(ROOT, 'src/adapters/sync/yjs/virtual-peer.ts') },
  { find: 'lib0/broadcastchannel', replacement: join(ROOT, 'src/adapters/sync/yjs/no-broadcast.ts') },
];

/** Packages that must be bundled so that the aliases reach them. */
export const ALIASED = ['y-webrtc'];
