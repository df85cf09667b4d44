import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

/** Whether a socket's other end is on this PC: by loopback, or under one of its own addresses on the network. */
export function isThisPc(
  address: string | undefined,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): boolean {
  // An IPv4 caller of a dual-stack socket looks like ::ffff:192.168.1.7.
  const plain = (address ?? '').replace(/^::ffff:/, '');
  if (plain === '::1' || plain.startsWith('127.')) return true;
  return Object.values(interfaces).some((list) => (list ?? []).some((own) => own.address === plain));
}

/** The body as text; one that is longer than `most` bytes is cut there. */
export async function textOf(incoming: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.byteLength;
    if (length > most) break;
  }
  return Buffer.concat(parts).subarray(0, most).toString('utf8');
}
