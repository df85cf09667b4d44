import type { Accessor } from 'solid-js';
import type { Outcome } from '../../base/outcome.ts';
import type { Invite, InviteRefusal } from '../../domain/invite.ts';

/** What this PC is to be called in the bureau. */
export interface JoinWish {
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
}

/** What keeps a join waiting; it goes on by itself when the world mends. */
export type JoinHindrance =
  | 'no-server'
  | 'certificate-not-trusted'
  | 'not-there'
  /** Somebody is there, and knows nothing of this invitation. */
  | 'not-recognised'
  | 'link-lost';

/** Why a join came to nothing. `station-code-taken` can be tried again with another code. */
export type JoinEnd = 'declined' | 'invitation-spent' | 'station-code-taken' | 'wrong-bureau' | 'expired';

export type JoinStage =
  | { readonly kind: 'looking'; readonly hindrance: JoinHindrance | null }
  /** Both screens show these digits; somebody there has to sign. */
  | { readonly kind: 'comparing'; readonly digits: string }
  /** Admitted. `total` is what the other station said to have; null until it has said so. */
  | {
      readonly kind: 'receiving';
      readonly done: number;
      readonly total: number | null;
      readonly hindrance: JoinHindrance | null;
    }
  | { readonly kind: 'joined' }
  | { readonly kind: 'ended'; readonly why: JoinEnd };

export interface Joining {
  readonly stage: Accessor<JoinStage>;
  /** Gives up; before admission nothing stays on this PC. */
  stop(): void;
}

/** Why nothing is seen. `camera-held`: another program has it. */
export interface ScanRefusal {
  readonly code: 'no-camera' | 'camera-refused' | 'camera-held';
}

/** This PC's camera, before which a code is held. */
export interface CodeScanner {
  /** Shows what the camera sees and gives every text it reads, until it is stopped. Must come from a click. */
  start(video: HTMLVideoElement, onText: (text: string) => void): Promise<Outcome<() => void, ScanRefusal>>;
}

/** What first use may ask of the world to join a bureau. Made by main.tsx. */
export interface JoinDesk {
  /** null: this browser gives no camera. */
  readonly scan: CodeScanner | null;
  read(text: string): Promise<Outcome<Invite, InviteRefusal>>;
  begin(invite: Invite, wish: JoinWish): Joining;
}
