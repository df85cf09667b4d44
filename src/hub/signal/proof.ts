import { createHash, webcrypto } from 'node:crypto';
import { fromBase64url } from '../../base/base64url.ts';
import { fromUtf8, utf8 } from '../../base/bytes.ts';
import { decodeProofHeader, decodeProofPayload, thumbprintInput } from '../../base/signal-wire.ts';

/** Who may enter: the room is the thumbprint of the very key that signed, so nobody enters a room by guessing its name. */
export interface Proven {
  readonly room: string;
  readonly peer: string;
}

export interface Challenge {
  readonly nonce: string;
  /** Origin under which this socket was opened. A proof made for another hub opens nothing here. */
  readonly hub: string;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Examines a compact JWS (RFC 7515). null for anything but this challenge signed by the room's key. */
export async function examineProof(proof: string, challenge: Challenge): Promise<Proven | null> {
  try {
    const [head = '', body = '', signature = '', ...rest] = proof.split('.');
    const header = decodeProofHeader(fromUtf8(fromBase64url(head)));
    const payload = decodeProofPayload(fromUtf8(fromBase64url(body)));
    if (rest.length > 0 || header === null || payload === null) return null;
    if (payload.nonce !== challenge.nonce || payload.hub !== challenge.hub) return null;
    if (payload.room !== createHash('sha256').update(thumbprintInput(header.jwk)).digest('base64url')) return null;
    const key = await webcrypto.subtle.importKey('jwk', header.jwk, ECDSA, false, ['verify']);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const holds = await webcrypto.subtle.verify(algorithm, key, fromBase64url(signature), utf8(`${head}.${body}`));
    return holds ? { room: payload.room, peer: payload.peer } : null;
  } catch {
    // Bytes that are no base64url, no JSON, no point on the curve.
    return null;
  }
}
