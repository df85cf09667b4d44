import type { EntryId, KeyId, PersonId, StationId } from './ids.ts';
import type { Instant } from './time.ts';

/** Who signed, when, with which key, in which entry. */
export interface Signed {
  readonly entry: EntryId;
  readonly at: Instant;
  readonly key: KeyId;
  readonly by:
    | { readonly kind: 'person'; readonly person: PersonId }
    | { readonly kind: 'station'; readonly station: StationId }
    | { readonly kind: 'recovery' };
}
