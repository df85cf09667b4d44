import { browserHubAcquaintance } from '../../../src/adapters/sync/hub-reach.ts';
import { openHubSignalling, signalUrlOf } from '../../../src/adapters/sync/hub-signalling.ts';
import { makeLinkSecrets } from '../../../src/adapters/sync/link-secrets.ts';
import type { Signalling } from '../../../src/adapters/sync/signalling.ts';
import { browserPorts } from '../../../src/adapters/sync/signalling-ports.ts';
import { fromUtf8, utf8 } from '../../../src/base/bytes.ts';
import type { LinkSecrets } from '../../../src/domain/link.ts';

/** Signalling alone, as main wires it: this page's hub, the browser's WebSocket and clock. */
const hub = browserHubAcquaintance();
const heard: string[] = [];
let signalling: Signalling | null = null;

const only = (): { readonly here: Signalling; readonly peer: string } => {
  const [peer] = signalling?.peers() ?? [];
  if (signalling === null || peer === undefined) throw new Error('nobody is here');
  return { here: signalling, peer };
};

const harness = {
  makeLinkSecrets,
  reach: () => hub.ask(),
  enter: (secrets: LinkSecrets) => {
    signalling = openHubSignalling(signalUrlOf(location.origin), secrets, browserPorts(hub.whyNoAnswer));
    signalling.onMessage((_, message) => heard.push(fromUtf8(message)));
  },
  stand: () => ({
    state: signalling?.state(),
    trouble: signalling?.trouble(),
    peers: signalling?.peers().length,
    heard,
  }),
  say: (text: string) => {
    const { here, peer } = only();
    here.send(peer, utf8(text));
  },
  /** Sends frames whose first byte counts. */
  send: async (frames: number): Promise<void> => {
    const { here, peer } = only();
    const pipe = here.relay(peer);
    for (let i = 0; i < frames; i++) await pipe.send(new Uint8Array(64 * 1024).fill(i & 0xff));
  },
  receive: (
    frames: number,
  ): Promise<{ readonly inOrder: boolean; readonly bytes: number; readonly tookMs: number }> => {
    const { here, peer } = only();
    let [inOrder, count, bytes, startedAt] = [true, 0, 0, 0];
    return new Promise((resolve, reject) => {
      here.relay(peer).listen({
        frame: (frame) => {
          if (count === 0) startedAt = performance.now();
          inOrder &&= frame[0] === (count & 0xff) && frame.at(-1) === (count & 0xff);
          bytes += frame.byteLength;
          if (++count === frames) resolve({ inOrder, bytes, tookMs: performance.now() - startedAt });
        },
        closed: (why) => reject(new Error(why)),
      });
    });
  },
};

export type SignallingHarness = typeof harness;

declare global {
  interface Window {
    signalling: SignallingHarness;
  }
}

window.signalling = harness;
