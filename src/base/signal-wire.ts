import * as v from 'valibot';

/**
 * What a page and the hub say to each other about meeting other pages. The hub reads these envelopes and nothing else:
 * what is inside `seal` and behind the peer id of a relay frame is sealed by the pages.
 */
export const SIGNAL_PATH = '/luzheng/signal';
export const SIGNAL_VERSION = 1;
/** `typ` of the proof that a page holds the room's key. */
export const PROOF_TYP = 'luzheng-room+jws';

/** 128 random bits, minted by the page for one connection. */
export const PEER_ID_BYTES = 16;
/** Canonical base64url: the spare bits of the last letter are zero, so that one id has one spelling. */
const PEER_ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Longest message a page may send to another, before sealing. */
export const MOST_MESSAGE_BYTES = 16 * 1024;
/** Longest frame a link may relay, before sealing. */
export const MOST_RELAY_BYTES = 64 * 1024 + 1024;
/** What sealing adds at most: counter and tag, and the head of a relay frame. */
export const SEAL_ROOM_BYTES = 64;
/** Base64url in an envelope. */
export const MOST_TEXT_FRAME_BYTES = Math.ceil(((MOST_MESSAGE_BYTES + SEAL_ROOM_BYTES) * 4) / 3) + 256;
export const MOST_BINARY_FRAME_BYTES = PEER_ID_BYTES + SEAL_ROOM_BYTES + MOST_RELAY_BYTES;
export const MOST_PEERS_IN_ROOM = 256;

const peer = v.pipe(v.string(), v.regex(PEER_ID));
const seal = v.pipe(v.string(), v.maxLength(MOST_TEXT_FRAME_BYTES), v.regex(/^[A-Za-z0-9_-]+$/));

const fromPage = v.variant('t', [
  v.strictObject({ t: v.literal('enter'), proof: v.pipe(v.string(), v.maxLength(2048)) }),
  v.strictObject({ t: v.literal('to'), peer, seal }),
  v.strictObject({ t: v.literal('ping') }),
]);

const fromHub = v.variant('t', [
  v.strictObject({ t: v.literal('hello'), v: v.number(), nonce: v.pipe(v.string(), v.regex(HASH)) }),
  v.strictObject({ t: v.literal('entered'), peers: v.pipe(v.array(peer), v.maxLength(MOST_PEERS_IN_ROOM)) }),
  v.strictObject({ t: v.literal('peer-in'), peer }),
  v.strictObject({ t: v.literal('peer-out'), peer }),
  v.strictObject({ t: v.literal('from'), peer, seal }),
  v.strictObject({ t: v.literal('pong') }),
]);

const proofHeader = v.strictObject({
  alg: v.literal('ES256'),
  typ: v.literal(PROOF_TYP),
  jwk: v.strictObject({
    kty: v.literal('EC'),
    crv: v.literal('P-256'),
    x: v.pipe(v.string(), v.regex(HASH)),
    y: v.pipe(v.string(), v.regex(HASH)),
  }),
});

/** `hub` is the origin the page believes to speak to: a hub cannot use at another what it was given. */
const proofPayload = v.strictObject({
  nonce: v.pipe(v.string(), v.regex(HASH)),
  hub: v.pipe(v.string(), v.maxLength(300)),
  room: v.pipe(v.string(), v.regex(HASH)),
  peer,
});

export type FromPage = v.InferOutput<typeof fromPage>;
export type FromHub = v.InferOutput<typeof fromHub>;
export type ProofHeader = v.InferOutput<typeof proofHeader>;
export type ProofPayload = v.InferOutput<typeof proofPayload>;

function decoder<T>(schema: v.GenericSchema<unknown, T>): (text: string) => T | null {
  return (text) => {
    try {
      const result = v.safeParse(schema, JSON.parse(text));
      return result.success ? result.output : null;
    } catch {
      return null;
    }
  };
}

/** null for anything that is not exactly one of the envelopes. */
export const decodeFromPage = decoder<FromPage>(fromPage);
export const decodeFromHub = decoder<FromHub>(fromHub);
export const decodeProofHeader = decoder<ProofHeader>(proofHeader);
export const decodeProofPayload = decoder<ProofPayload>(proofPayload);

/** Members in the order RFC 7638 §3 prescribes; its SHA-256 in base64url is the room. */
export const thumbprintInput = ({ x, y }: { readonly x: string; readonly y: string }): string =>
  JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });

/** Why the hub closed a socket (RFC 6455 §7.4.2, private use). */
export const CLOSED_BY_HUB = {
  malformed: 4400,
  'proof-refused': 4401,
  'peer-taken': 4409,
  'too-large': 4413,
  'too-slow': 4408,
  'too-many-messages': 4429,
  'hub-full': 4503,
} as const;

export type ClosedByHub = keyof typeof CLOSED_BY_HUB;
