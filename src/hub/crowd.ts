import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';

/** What connections cost before a word is understood on them. */
export interface CrowdLimits {
  /** A page needs a handful, and 64 sockets of signalling. */
  readonly connectionsPerAddress: number;
  /** Nothing heard on it for so long; sockets of signalling have their own heartbeat. */
  readonly silentMs: number;
}

export const USUAL_CROWD: CrowdLimits = { connectionsPerAddress: 256, silentMs: 20_000 };

/**
 * One machine cannot take up all connections by holding them open: it has so many, and those that say nothing end. Node itself waits
 * minutes, and for a connection without a byte for ever.
 */
export function keepFromCrowding(
  servers: readonly [HttpServer, HttpsServer],
  { connectionsPerAddress, silentMs }: CrowdLimits = USUAL_CROWD,
): void {
  const open = new Map<string, number>();
  const admit = (socket: Socket): void => {
    const address = socket.remoteAddress ?? '';
    const here = open.get(address) ?? 0;
    if (here >= connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, here + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  };
  for (const server of servers) {
    server.on('connection', admit);
    // Sockets of signalling take it off.
    server.setTimeout(silentMs);
  }
}
