/** Why a link ended, or never came about. */
export type LinkEnd =
  | 'closed-here'
  | 'closed-there'
  /** A newer or better link to the same station took its place. */
  | 'superseded'
  | 'pipe-closed'
  | 'peer-silent'
  | 'handshake-timeout'
  | 'hello-malformed'
  /** Somebody handed our own words back to us. */
  | 'reflected'
  | 'other-bureau'
  | 'unknown-station'
  | 'revoked-station'
  | 'signature-bad'
  | 'invite-unknown'
  | 'invite-proof-bad'
  /** The other side refused us; its reason stands in the facts. */
  | 'refused-there'
  | 'frame-malformed'
  | 'frame-forged'
  | 'message-too-large'
  | 'flood';

/** Why a link goes another way than straight, or there is none. */
export type ReachCode =
  /** The browser found no address to offer: a network without a gateway, or one that hides them. */
  | 'no-candidates'
  /** Addresses were exchanged, and no packet came through. */
  | 'not-reachable'
  /** The page was told to go through the relay. */
  | 'relay-chosen'
  /** The other station is in no room we are in. */
  | 'not-here';
