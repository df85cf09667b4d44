import { toBase64url } from '../../../base/base64url.ts';
import { utf8 } from '../../../base/bytes.ts';
import { PROOF_TYP, type ProofHeader, type ProofPayload, thumbprintInput } from '../../../base/signal-wire.ts';
import type { RoomKey } from '../../../domain/link.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export interface Room {
  /** RFC 7638 thumbprint of the room's key. */
  readonly name: string;
  readonly prove: (challenge: Omit<ProofPayload, 'room'>) => Promise<string>;
}

/** Rejects where the key is no point of the curve. */
export async function openRoom(roomKey: RoomKey): Promise<Room> {
  const key = await crypto.subtle.importKey('jwk', { ...roomKey }, ECDSA, false, ['sign']);
  const digest = await crypto.subtle.digest('SHA-256', utf8(thumbprintInput(roomKey)));
  const name = toBase64url(new Uint8Array(digest));
  const { kty, crv, x, y } = roomKey;
  const header: ProofHeader = { alg: 'ES256', typ: PROOF_TYP, jwk: { kty, crv, x, y } };
  const part = (value: unknown): string => toBase64url(utf8(JSON.stringify(value)));
  return {
    name,
    prove: async (challenge) => {
      const payload: ProofPayload = { ...challenge, room: name };
      const input = `${part(header)}.${part(payload)}`;
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8(input));
      return `${input}.${toBase64url(new Uint8Array(signature))}`;
    },
  };
}
