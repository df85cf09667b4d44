import * as v from 'valibot';

/** How two machines reach one another: straight, through the relay of the bureau's own PC, by texts carried by hand, or inside one PC. */
export type LinkWay = 'direct' | 'relay' | 'by-hand' | 'same-pc';

/** Why a way is used, or why there is none; worded in text/sync.ts. */
export type WayReason =
  /** The browser names no address of this PC, as on a network without a gateway. */
  | 'no-address'
  /** The machines see each other's names but not one another: two subnets, or a firewall. */
  | 'no-path'
  | 'relay-chosen'
  | 'carried-by-hand'
  /** Nobody answers at the bureau's own PC: the service is not running, or the network is down. */
  | 'no-server'
  /** The service answers, the other station is not there. */
  | 'not-there'
  /** Its key does not fit, or it was withdrawn. */
  | 'key-refused'
  /** It would not have us: this machine may be withdrawn, and not know it. */
  | 'refused-there';

/** 32 bytes, base64url: the last of 43 letters has two spare bits, which are zero. */
const number256 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));

/** Private ES256 key of the bureau's meeting room (RFC 7517): it proves to a signalling server that one belongs there, and nothing more. */
export const roomKeySchema = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: number256,
  y: number256,
  d: number256,
});

/** What lets stations of one bureau find each other. Handed over in the invitation; it gives no authority over the book. */
export const linkSecretsSchema = v.strictObject({
  roomKey: roomKeySchema,
  /** 32 bytes, base64url: what signalling carries is sealed under it. */
  secret: number256,
});

export type RoomKey = Readonly<v.InferOutput<typeof roomKeySchema>>;
export type LinkSecrets = Readonly<v.InferOutput<typeof linkSecretsSchema>>;
