import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createConnection } from 'node:net';
import { Fault } from '../base/fault.ts';

export type PortFaultCode = 'port-taken' | 'port-forbidden' | 'port-failed';

/** True when something accepts connections on this PC's `port`. */
function isAnswered(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: address });
    const end = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(1000, () => end(false));
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

function toFault(error: NodeJS.ErrnoException, port: number): Fault<PortFaultCode> {
  if (error.code === 'EADDRINUSE') return new Fault('port-taken', { port }, error);
  if (error.code === 'EACCES') return new Fault('port-forbidden', { port }, error);
  return new Fault('port-failed', { port, reason: error.code ?? error.message }, error);
}

/**
 * Listens on every address of this PC, or on `address` alone. Rejects with a Fault that names the port.
 * Windows lets two programs share a port when one of them listens on the loopback address only, and then answers from
 * either; so the loopback addresses are asked first.
 */
export async function listen(server: HttpServer, port: number, address?: string): Promise<number> {
  if (port !== 0 && ((await isAnswered(port, '127.0.0.1')) || (await isAnswered(port, '::1')))) {
    throw new Fault('port-taken', { port });
  }
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(toFault(error, port));
    server.once('error', fail);
    server.listen({ port, host: address, exclusive: true }, () => {
      server.off('error', fail);
      // Out of file handles, say: one connection is lost, the hub goes on.
      server.on('error', (error) => console.error(error));
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Ends a server: answers under way get `graceMs`, then their connections are cut. */
export function close(server: HttpServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
