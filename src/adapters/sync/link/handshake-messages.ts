import * as v from 'valibot';
import { concat, fromUtf8, utf8 } from '../../../base/bytes.ts';
import { Fault } from '../../../base/fault.ts';
import type { LinkEnd } from '../../../domain/link-end.ts';
import { EPHEMERAL_BYTES } from './agreement.ts';

const MARK = utf8('LZL1');
const NONCE_BYTES = 32;
const HELLO_BYTES = MARK.byteLength + NONCE_BYTES + EPHEMERAL_BYTES;

/** The only words in the clear: a version mark, a nonce, a key for this link alone. Nobody on the way learns who speaks. */
export interface Hello {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ephemeral: Uint8Array<ArrayBuffer>;
}

export const makeHello = (nonce: Uint8Array, ephemeral: Uint8Array<ArrayBuffer>): Hello => ({
  bytes: concat(MARK, nonce, ephemeral),
  nonce: new Uint8Array(nonce),
  ephemeral,
});

export function decodeHello(bytes: Uint8Array<ArrayBuffer>): Hello {
  const marked = MARK.every((byte, i) => bytes[i] === byte);
  if (!marked || bytes.byteLength !== HELLO_BYTES) throw new Fault<LinkEnd>('hello-malformed');
  const at = MARK.byteLength;
  return { bytes, nonce: bytes.slice(at, at + NONCE_BYTES), ephemeral: bytes.slice(at + NONCE_BYTES) };
}

const hash43 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

const identitySchema = v.strictObject({
  kind: v.literal('identity'),
  bureau: v.pipe(v.string(), v.maxLength(64)),
  key: v.strictObject({ x: hash43, y: hash43 }),
  /** The invitation a machine comes by whose key is not admitted yet. */
  invite: v.nullable(token),
});
export type Identity = v.InferOutput<typeof identitySchema>;

const proofSchema = v.strictObject({
  kind: v.literal('proof'),
  /** Compact JWS over the transcript, typ `luzheng-link+jws`. */
  statement: v.pipe(v.string(), v.maxLength(2048)),
  /** HMAC under the secret of the invitation, where one of the two came by it. */
  mac: v.nullable(hash43),
});
export type Proof = v.InferOutput<typeof proofSchema>;

const refusalSchema = v.strictObject({
  kind: v.literal('refusal'),
  code: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
});

const messageSchema = v.variant('kind', [identitySchema, proofSchema, refusalSchema]);
export type HandshakeMessage = v.InferOutput<typeof messageSchema>;

export const encodeMessage = (message: HandshakeMessage): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(message));

export function decodeMessage(bytes: Uint8Array): HandshakeMessage {
  try {
    return v.parse(messageSchema, JSON.parse(fromUtf8(bytes)));
  } catch (error) {
    throw new Fault<LinkEnd>('hello-malformed', {}, error);
  }
}
