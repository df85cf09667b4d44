import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { MOST_BINARY_FRAME_BYTES, SIGNAL_PATH } from '../base/signal-wire.ts';
import { type Addresses, socketOriginOf } from './place.ts';
import { type SignalLimits, USUAL_LIMITS } from './signal/limits.ts';
import { Member } from './signal/member.ts';
import { makeRooms } from './signal/rooms.ts';

/** Where pages of one bureau find each other, and their sealed frames are handed on. Keeps nothing but open sockets. */
export interface SignalPoint {
  readonly sockets: () => number;
  readonly rooms: () => number;
  /** Says goodbye to all and ends within the grace. */
  readonly close: () => void;
}

export interface SignalPointOptions {
  readonly servers: readonly [HttpServer, HttpsServer];
  readonly addresses: Addresses;
  readonly limits?: Partial<SignalLimits>;
}

const STATUS_TEXT = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

/** Before a socket is one: an HTTP answer is all there is. */
function turnAway(socket: Duplex, status: keyof typeof STATUS_TEXT): void {
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_TEXT[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const makeLibrary = (): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MOST_BINARY_FRAME_BYTES,
    // Browsers send whole frames or few parts; thousands of empty ones are how memory is filled.
    maxFragments: 64,
  });

export function openSignalPoint({ servers, addresses, limits: given = {} }: SignalPointOptions): SignalPoint {
  const limits: SignalLimits = { ...USUAL_LIMITS, ...given };
  const rooms = makeRooms<Member>(limits);
  const visitors = new Set<Member>();
  const perAddress = new Map<string, number>();
  const library = makeLibrary();

  const admit = (request: IncomingMessage, socket: Duplex, head: Buffer, hub: string): void => {
    const address = request.socket.remoteAddress ?? '';
    const here = perAddress.get(address) ?? 0;
    if (visitors.size >= limits.sockets || here >= limits.socketsPerAddress) {
      turnAway(socket, 503);
      return;
    }
    library.handleUpgrade(request, socket, head, (page) => {
      perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
      const onGone = (): void => {
        visitors.delete(visitor);
        const left = (perAddress.get(address) ?? 1) - 1;
        if (left > 0) perAddress.set(address, left);
        else perAddress.delete(address);
      };
      const visitor = new Member(page, { rooms, limits, now: () => performance.now(), hub, address, onGone });
      visitors.add(visitor);
    });
  };

  let isClosed = false;
  for (const [index, server] of servers.entries()) {
    server.on('upgrade', (request, socket, head) => {
      const path = (request.url ?? '').replace(/[?#].*$/s, '');
      const { host, origin } = request.headers;
      const hub = socketOriginOf(host, origin, index === 1, addresses);
      if (isClosed) turnAway(socket, 503);
      else if (hub === undefined) turnAway(socket, 403);
      else if (path !== SIGNAL_PATH) turnAway(socket, 404);
      else admit(request, socket, head, hub);
    });
  }
  const heartbeat = setInterval(() => {
    for (const visitor of visitors) visitor.beat();
  }, limits.heartbeatMs);

  return {
    sockets: () => visitors.size,
    rooms: rooms.size,
    close: () => {
      isClosed = true;
      clearInterval(heartbeat);
      for (const visitor of visitors) visitor.goodbye();
    },
  };
}
