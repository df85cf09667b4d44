import { isIP } from 'node:net';

/** The addresses under which this hub may be asked. */
export interface Addresses {
  readonly host: string;
  readonly httpPort: number;
  readonly httpsPort: number;
}

/** What the name in a request entitles it to. */
export type Place =
  | { readonly kind: 'app' }
  | { readonly kind: 'moved'; readonly origin: string }
  | { readonly kind: 'trust-page'; readonly because: 'address' | 'foreign-name' | 'plain-http' }
  | { readonly kind: 'malformed' };

export const localOrigin = ({ httpPort }: Addresses): string => `http://localhost:${httpPort}`;
export const lanOrigin = ({ host, httpsPort }: Addresses): string =>
  httpsPort === 443 ? `https://${host}` : `https://${host}:${httpsPort}`;

/** Splits a Host header (RFC 9110 §7.2) into its name, lower-case and without a root dot; undefined if it is none. */
function nameIn(header: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/?#@\s]+))(?::\d{1,5})?$/i.exec(header ?? '');
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  return name?.replace(/\.$/, '');
}

const isLoopback = (name: string): boolean =>
  (isIP(name) === 4 && (name.startsWith('127.') || name === '0.0.0.0')) || name === '::1' || name === '::';

/**
 * A foreign name that resolves to this PC is how a strange page would get at it (DNS rebinding), and an IP address is
 * no lasting origin: both get the page on trusting the certificate and nothing else. Plain http under the LAN name is
 * no secure context, so the app could not work there either.
 */
export function placeOf(hostHeader: string | undefined, secure: boolean, addresses: Addresses): Place {
  const name = nameIn(hostHeader);
  if (!name) return { kind: 'malformed' };
  if (name === 'localhost' && !secure) return { kind: 'app' };
  if (name === 'localhost' || isLoopback(name)) return { kind: 'moved', origin: localOrigin(addresses) };
  if (name === addresses.host) return secure ? { kind: 'app' } : { kind: 'trust-page', because: 'plain-http' };
  return { kind: 'trust-page', because: isIP(name) === 0 ? 'foreign-name' : 'address' };
}

/**
 * Origin of the app that opens a socket, or undefined where none may be opened. Sockets know no same-origin policy
 * (RFC 6455 §10.2): any page in the world can open one to localhost, and only its Origin tells.
 */
export function socketOriginOf(
  hostHeader: string | undefined,
  originHeader: string | undefined,
  secure: boolean,
  addresses: Addresses,
): string | undefined {
  if (placeOf(hostHeader, secure, addresses).kind !== 'app') return undefined;
  // The usual port is not written in an origin.
  const { origin } = new URL(secure ? lanOrigin(addresses) : localOrigin(addresses));
  return originHeader === origin ? origin : undefined;
}
