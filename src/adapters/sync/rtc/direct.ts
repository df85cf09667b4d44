import { Fault } from '../../../base/fault.ts';
import type { LinkWay } from '../../../domain/link.ts';
import type { LinkEnd, ReachCode } from '../../../domain/link-end.ts';
import type { Pipe } from '../link/pipe.ts';
import type { Timers } from '../timers.ts';
import { pipeOf } from './channel-pipe.ts';
import { bindingOf, hasCandidates, isSdp } from './descriptions.ts';

/** Addresses of this machine are there at once; a network card that hangs must not keep an offer back. */
const GATHER_MS = 3_000;
export const CONNECT_MS = 8_000;
const CHANNEL = 'luzheng';

export interface DirectMeans {
  readonly timers: Timers;
  /** A fresh connection without servers of strangers; null where there is no WebRTC. */
  readonly connect: () => RTCPeerConnection | null;
}

export const browserConnection = (): RTCPeerConnection | null =>
  typeof RTCPeerConnection === 'undefined' ? null : new RTCPeerConnection({ iceServers: [] });

/** Ours, complete with all addresses: it can be carried by any means, in one piece. */
export interface Offer {
  readonly sdp: string;
  /** Rejects with `Fault<ReachCode>`. */
  accept(answer: string): Promise<Pipe>;
  close(): void;
}

export interface Answer {
  readonly sdp: string;
  readonly pipe: Promise<Pipe>;
  close(): void;
}

const unreachable = (code: ReachCode, cause?: unknown): Fault<ReachCode> => new Fault<ReachCode>(code, {}, cause);

/** Rejects with `Fault<'no-candidates'>` where the browser has no address to offer. */
export async function makeOffer(way: LinkWay, means: DirectMeans): Promise<Offer> {
  const { connection, channel } = open(means);
  try {
    await connection.setLocalDescription(await connection.createOffer());
    const sdp = await gathered(connection, means.timers);
    return {
      sdp,
      accept: async (answer) => {
        try {
          if (!isSdp(answer)) throw new Fault<LinkEnd>('hello-malformed');
          if (!hasCandidates(answer)) throw unreachable('no-candidates');
          await connection.setRemoteDescription({ type: 'answer', sdp: answer });
          return await connected(connection, channel, { way, binding: bindingOf(sdp, answer) }, means.timers);
        } catch (error) {
          connection.close();
          throw error;
        }
      },
      close: () => connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

export async function makeAnswer(offer: string, way: LinkWay, means: DirectMeans): Promise<Answer> {
  if (!isSdp(offer)) throw new Fault<LinkEnd>('hello-malformed');
  const { connection, channel } = open(means);
  try {
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await connection.setLocalDescription(await connection.createAnswer());
    const sdp = await gathered(connection, means.timers);
    const pipe = connected(connection, channel, { way, binding: bindingOf(sdp, offer) }, means.timers);
    pipe.catch(() => connection.close());
    return { sdp, pipe, close: () => connection.close() };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A negotiated channel: both ends make it themselves, so it outlives two offers that cross. */
function open({ connect }: DirectMeans): { readonly connection: RTCPeerConnection; readonly channel: RTCDataChannel } {
  const connection = connect();
  if (connection === null) throw unreachable('no-candidates');
  return { connection, channel: connection.createDataChannel(CHANNEL, { negotiated: true, id: 0 }) };
}

/** The description once all addresses are in it. */
async function gathered(connection: RTCPeerConnection, timers: Timers): Promise<string> {
  await new Promise<void>((resolve) => {
    const cancel = timers.after(GATHER_MS, resolve);
    const look = (): void => {
      if (connection.iceGatheringState !== 'complete') return;
      cancel();
      resolve();
    };
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
  const sdp = connection.localDescription?.sdp ?? '';
  if (!hasCandidates(sdp)) throw unreachable('no-candidates');
  return sdp;
}

async function connected(
  connection: RTCPeerConnection,
  channel: RTCDataChannel,
  facts: { readonly way: LinkWay; readonly binding: Uint8Array<ArrayBuffer> },
  timers: Timers,
): Promise<Pipe> {
  // Listened to from the start: the other side may send before we know that we are connected.
  const pipe = pipeOf(channel, { ...facts, closeAll: () => connection.close() });
  await new Promise<void>((resolve, reject) => {
    const cancel = timers.after(CONNECT_MS, () => reject(unreachable('not-reachable')));
    const settle = (act: () => void) => () => {
      cancel();
      act();
    };
    channel.addEventListener('open', settle(resolve));
    channel.addEventListener(
      'close',
      settle(() => reject(unreachable('not-reachable'))),
    );
    connection.addEventListener('connectionstatechange', () => {
      // "disconnected" may pass; whether anybody answers, the heartbeat of the link says.
      if (connection.connectionState !== 'failed') return;
      pipe.end('connection-failed');
      settle(() => reject(unreachable('not-reachable')))();
    });
    if (channel.readyState === 'open') settle(resolve)();
  });
  return pipe;
}
