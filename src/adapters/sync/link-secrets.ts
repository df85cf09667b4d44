import { toBase64url } from '../../base/base64url.ts';
import type { LinkSecrets } from '../../domain/link.ts';

/** Fresh secrets for a bureau that has none yet. Stations keep them; an invite hands them on. */
export async function makeLinkSecrets(): Promise<LinkSecrets> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (x === undefined || y === undefined || d === undefined) throw new Error('not a private key on P-256');
  const secret = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return { roomKey: { kty: 'EC', crv: 'P-256', x, y, d }, secret };
}
