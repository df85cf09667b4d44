import { WebSocket } from 'ws';
import { openHubSignalling, signalUrlOf } from '../../src/adapters/sync/hub-signalling.ts';
import { makeLinkSecrets } from '../../src/adapters/sync/link-secrets.ts';
import type { SignallingPorts, SignalSocket } from '../../src/adapters/sync/signalling-ports.ts';
import { localOrigin } from '../../src/hub/place.ts';
import { startTestHub } from '../doubles/hub-visitor.ts';
import { makeMeetingPoint } from '../doubles/signalling.ts';
import { describeSignalling } from './signalling-suite.ts';

describeSignalling('in memory', async () => {
  const point = makeMeetingPoint();
  return {
    enter: () => point.enter(),
    cut: async () => point.cut(),
    heal: async () => point.heal(),
    end: async () => undefined,
  };
});

/** A page's WebSocket, in Node: the browser sends the Origin of the page by itself. */
function portsOf(origin: string): SignallingPorts {
  return {
    openSocket: (url) =>
      new WebSocket(url, { origin, headers: { host: new URL(origin).host } }) as unknown as SignalSocket,
    nowMs: () => Date.now(),
    // A tenth of the waits: nobody sleeps for half a second.
    after: (ms, act) => {
      const timer = setTimeout(act, ms / 10);
      return () => clearTimeout(timer);
    },
    chance: () => 0,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    whyNoAnswer: async () => 'no-answer',
  };
}

describeSignalling('through a hub', async () => {
  let { hub, stop } = await startTestHub();
  const origin = localOrigin(hub.addresses);
  const secrets = await makeLinkSecrets();
  const { httpPort, httpsPort } = hub.addresses;
  return {
    enter: () => openHubSignalling(signalUrlOf(origin), secrets, portsOf(origin)),
    cut: () => stop(),
    heal: async () => {
      ({ hub, stop } = await startTestHub({ httpPort, httpsPort }));
    },
    end: async () => {
      if (hub.servers[0].listening) await stop();
    },
  };
});
