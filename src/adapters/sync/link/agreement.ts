import { concat, utf8 } from '../../../base/bytes.ts';
import { Fault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import type { DirectionKeys } from './cipher.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const EPHEMERAL_BYTES = 65;

/** `first` is who said the hello that sorts first: both ends know it, and neither chooses it. */
export type Side = 'first' | 'second';

export interface Ephemeral {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly pair: CryptoKeyPair;
}

export async function makeEphemeral(): Promise<Ephemeral> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  return { pair, raw: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)) };
}

/** What only the two ends know. A point that is not on the curve is refused by the platform. */
export async function agree(own: Ephemeral, theirs: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    const key = await crypto.subtle.importKey('raw', theirs, CURVE, false, []);
    const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: key }, own.pair.privateKey, 256);
    return await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits']);
  } catch (error) {
    throw new Fault<LinkEnd>('hello-malformed', {}, error);
  }
}

const hkdf = (salt: Uint8Array<ArrayBuffer>, info: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: utf8(info),
});

export async function directionKeys(
  shared: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  info: string,
  side: Side,
): Promise<DirectionKeys> {
  const keyOf = (sender: Side): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(hkdf(salt, `${info} from ${sender}`), shared, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
  const [first, second] = await Promise.all([keyOf('first'), keyOf('second')]);
  return side === 'first' ? { send: first, receive: second } : { send: second, receive: first };
}

/** Six digits both screens show: whoever stands between the two machines cannot make them alike. */
export async function digitsOf(shared: CryptoKey, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const bits = await crypto.subtle.deriveBits(hkdf(salt, 'luzheng link digits'), shared, 64);
  return String(new DataView(bits).getBigUint64(0) % 1_000_000n).padStart(6, '0');
}

/** Each field with its length before it, so that no two lists of fields give the same bytes. */
export function framed(...fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(
    ...fields.flatMap((field) => {
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, field.byteLength);
      return [length, field];
    }),
  );
}

/** Who holds the secret of an invitation, at which end of which link. */
export async function inviteMac(
  secret: Uint8Array<ArrayBuffer>,
  side: Side,
  transcript: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const said = framed(utf8('luzheng invite v1'), utf8(side), transcript);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, said));
}
