import type { LinkEnd } from '../domain/link-end.ts';
import type { RefusalCode } from './exchange.ts';

/** Why something was turned away where other machines meet the book. Closed, so that every one of them has words. */
export type DoorWhy =
  | RefusalCode
  /** Signed by a key that nobody has named, and the station that brought it has none to show either. */
  | 'key-unknown'
  | 'message-malformed'
  /** What a station signs about its own book is not of its key, its bureau or its form. */
  | 'frontier-unfit'
  /** It signs to hold entries and does not give them. */
  | 'frontier-hollow'
  | 'update-malformed'
  | 'state-vector-malformed'
  | 'delete'
  | 'type'
  | 'misplaced'
  | `draft-${'flood' | 'malformed' | 'too-large' | 'foreign-type' | 'incomplete'}`
  | Extract<
      LinkEnd,
      | 'signature-bad'
      | 'hello-malformed'
      | 'reflected'
      | 'frame-forged'
      | 'frame-malformed'
      | 'message-too-large'
      | 'flood'
    >;
