import { describe, expect, it } from 'vitest';
import { makeManualTimers, settle } from '../../../../test/doubles/manual-timers.ts';
import { makeMeetingPoint } from '../../../../test/doubles/signalling.ts';
import { makeCall } from './call.ts';

const SDP = 'v=0\r\na=fingerprint:sha-256 AA:BB\r\na=candidate:1 1 udp 1 10.0.0.1 9 typ host\r\n';

/** WebRTC as far as an answer needs it: gathers when it is told to, and never connects. */
function makeConnections() {
  const open = new Set<object>();
  let most = 0;
  const gathering: (() => void)[] = [];
  const connect = (): RTCPeerConnection => {
    const connection = {
      iceGatheringState: 'new',
      localDescription: { sdp: SDP },
      connectionState: 'new',
      addEventListener: (name: string, act: () => void) => {
        if (name !== 'icegatheringstatechange') return;
        gathering.push(() => {
          connection.iceGatheringState = 'complete';
          act();
        });
      },
      createDataChannel: () => ({ readyState: 'connecting', addEventListener: () => undefined }),
      setRemoteDescription: async () => undefined,
      setLocalDescription: async () => undefined,
      createAnswer: async () => ({ type: 'answer', sdp: SDP }),
      close: () => open.delete(connection),
    };
    open.add(connection);
    most = Math.max(most, open.size);
    return connection as unknown as RTCPeerConnection;
  };
  return { connect, most: () => most, gatherAll: () => gathering.splice(0).forEach((gather) => void gather()) };
}

describe('a peer that calls', () => {
  it('a hundred times at once has no hundred connections opened here; the last call is answered', async () => {
    const [place, timers, connections] = [makeMeetingPoint(), makeManualTimers(), makeConnections()];
    const [here, there] = [place.enter('here'), place.enter('there')];
    const said: string[] = [];
    there.onMessage((_, bytes) => void said.push(Buffer.from(bytes).toString()));
    await settle();
    const call = makeCall(here, here.peers()[0] ?? '', {
      timers,
      connect: connections.connect,
      relayOnly: () => false,
    });
    for (let attempt = 1; attempt <= 100; attempt++) void call.hear({ kind: 'offer', attempt, sdp: SDP });
    for (let n = 0; n < 5; n++) {
      await settle();
      connections.gatherAll();
    }
    expect(connections.most()).toBeLessThanOrEqual(2);
    expect(said.map((text) => (JSON.parse(text) as { attempt: number }).attempt)).toEqual([100]);
    call.close();
  });
});
