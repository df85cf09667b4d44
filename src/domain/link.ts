/** How two machines reach one another: straight, through the relay of the bureau's own PC, by texts carried by hand, or inside one PC. */
export type LinkWay = 'direct' | 'relay' | 'by-hand' | 'same-pc';

/** Private ES256 key of the bureau's meeting room (RFC 7517): it proves to a signalling server that one belongs there, and nothing more. */
export interface RoomKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** What lets stations of one bureau find each other. Handed over in the invitation; it gives no authority over the book. */
export interface LinkSecrets {
  readonly roomKey: RoomKey;
  /** 32 bytes, base64url: what signalling carries is sealed under it. */
  readonly secret: string;
}
