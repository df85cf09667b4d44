import type { EntryId } from '../domain/ids.ts';

/**
 * Why a carried entry does not count. Closed; worded in text/verdicts.ts. Void is charged to the author.
 */
export type VoidCode =
  | 'body-malformed'
  | 'chain-broken'
  | 'clock-wrong'
  | 'author-kind-wrong'
  | 'authority-not-given'
  | 'authority-retired'
  | 'role-missing'
  | 'reference-unfit'
  | 'duties-not-separate'
  | 'subject-unfit'
  | 'founding-unfit'
  | 'key-frozen'
  | 'member-left'
  | 'declined'
  | 'delegation-over'
  | 'delegation-out-of-scope'
  | 'forked';

/** Pure function of the set of carried entries; recomputed as it grows. */
export type Verdict =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'waiting'; readonly for: EntryId }
  | { readonly kind: 'void'; readonly code: VoidCode }
  /** Of a person or machine that has left, beyond what was pinned: counts when another member adopts it. */
  | { readonly kind: 'quarantined' }
  /** Sound by one signature; counts from the second one on. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'not-understood' };

/**
 * Whether an entry's logical clock can be believed. `sound`: its lc is exactly one more than the greatest sound one it names, and
 * all it names is here; so nobody can jump ahead of the others and leave them no numbers. `wrong`: it is not; such an entry counts
 * for nothing, and lends nothing to those that name it, so it does not stop its author's later ones. `early`: something it names
 * is not here, or early itself. Once sound or wrong an entry stays so, however the book grows.
 */
export type Clock = 'sound' | 'early' | 'wrong';

export const IN_FORCE: Verdict = { kind: 'in-force' };
export const voided = (code: VoidCode): Verdict => ({ kind: 'void', code });
export const waitingFor = (id: EntryId): Verdict => ({ kind: 'waiting', for: id });
