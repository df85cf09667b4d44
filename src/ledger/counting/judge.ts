import type { EntryId, PersonId } from '../../domain/ids.ts';
import type { RecordOf, Signed } from '../../domain/records.ts';
import { type Subject, type SubjectType, subjectOf } from '../../domain/subject.ts';
import { applyToMembership } from '../admit.ts';
import type { Entry } from '../entry.ts';
import type { JudgeContext, Reading, SealedKind } from '../kind.ts';
import { kindOf, REGISTER_KINDS } from '../kinds.ts';
import { type KnownKey, lastGrant, type Membership, presentGrant, rolesAt } from '../membership.ts';
import type { Place } from '../place.ts';
import { SECONDED_KINDS } from '../second-signature.ts';
import { IN_FORCE, type Verdict, type VoidCode, voided } from '../verdict.ts';
import { isQuarantined, type Rulings } from './departures.ts';

/** An entry read by its kind, with whatever of its details is on this station. */
export interface Opened extends Place {
  readonly entry: Entry;
  readonly kind: SealedKind | null;
  /** null where the kind is not known, or the body does not fit it. */
  readonly reading: Reading | null;
}

export function openEntry(entry: Entry, details: unknown): Opened {
  const kind = kindOf(entry.payload.kind);
  return { id: entry.id, lc: entry.payload.lc, entry, kind, reading: kind?.read(entry.payload, details) ?? null };
}

export const subjectsOf = ({ entry, reading }: Opened): readonly Subject[] =>
  reading?.subjects ?? [entry.payload.subject];

/** What judging one entry needs to know of those before it. */
export interface Before {
  /** The founding entry this bureau is pinned to. */
  readonly root: EntryId;
  readonly membership: Membership;
  readonly rulings: Rulings;
  readonly record: <T extends SubjectType>(type: T, id: string) => RecordOf[T] | null;
}

export interface Judged {
  readonly verdict: Verdict;
  /** Subjects looked at: the verdict is a function of these records, the membership, and the entry. */
  readonly reads: readonly Subject[];
}

/** Verdict of an entry whose clock is sound. Pure; never throws on hostile input. */
export function judgeEntry({ entry, kind, reading }: Opened, before: Before): Judged {
  const reads = new Set<Subject>();
  const judged = (verdict: Verdict): Judged => ({ verdict, reads: [...reads] });
  if (kind === null) return judged({ kind: 'not-understood' });
  if (reading === null) return judged(voided('body-malformed'));
  const founding = entry.payload.kind === 'bureau-founded';
  if (founding && entry.id !== before.root) return judged(voided('founding-unfit'));
  const membership = founding ? applyToMembership(before.membership, entry) : before.membership;
  const key = membership.keys.get(entry.keyId);
  if (key === undefined) return judged(voided('authority-not-given'));
  if (quarantined(entry, before.rulings)) return judged({ kind: 'quarantined' });
  const authority = founding ? null : judgeAuthority(entry, kind, key, membership);
  if (authority !== null) return judged(voided(authority));
  const code = reading.judge(signedBy(entry, key), watched(entry, membership, before, reads));
  return judged(code === null ? IN_FORCE : voided(code));
}

export const DEPARTURE_KINDS: ReadonlySet<string> = new Set(['member-left', 'station-withdrawn']);

/** A key that signed twice for one place approves nothing more. */
const APPROVALS: ReadonlySet<string> = new Set([...SECONDED_KINDS, 'register-act-confirmed', 'entries-adopted']);

const quarantined = ({ id, keyId, payload: { seq, kind } }: Entry, rulings: Rulings): boolean =>
  isQuarantined(rulings, { id, key: keyId, seq, departs: DEPARTURE_KINDS.has(kind) });

function watched({ payload }: Entry, membership: Membership, before: Before, reads: Set<Subject>): JudgeContext {
  return {
    membership,
    rolesOf: (person) => {
      reads.add(subjectOf('person', person));
      return rolesAt(membership, person, payload.at);
    },
    record: (type, id) => {
      reads.add(`${type}:${id}`);
      return before.record(type, id);
    },
  };
}

/** Whether the key may sign this kind under the grant it names, at its place in the causal order. */
function judgeAuthority(entry: Entry, kind: SealedKind, key: KnownKey, membership: Membership): VoidCode | null {
  if (key.retired !== null && key.retired.lc < entry.payload.lc) return 'authority-retired';
  if (key.owner.kind !== kind.author) return 'author-kind-wrong';
  if (key.owner.kind !== 'person') return entry.payload.auth === key.admittedBy ? null : 'authority-not-given';
  if (key.frozen !== null && key.frozen.lc < entry.payload.lc && APPROVALS.has(kind.kind)) return 'key-frozen';
  // What has come this far of a leaver's key was pinned, or adopted: it counts under the role its author had.
  const grant = (key.left === null ? presentGrant : lastGrant)(membership, key.owner.person);
  if (grant === null) return 'authority-not-given';
  if (grant.entry !== entry.payload.auth) return judgeDelegated(entry.payload, kind, key.owner.person, membership);
  const held = kind.roles.length === 0 || kind.roles.some((role) => grant.roles.includes(role));
  return held ? null : 'role-missing';
}

/** Whether `auth` names a role that another member has lent. What changes who may sign what is nobody's to do for another. */
function judgeDelegated(
  { auth, at }: Entry['payload'],
  kind: SealedKind,
  person: PersonId,
  membership: Membership,
): VoidCode | null {
  const given = auth === null ? undefined : membership.delegations.get(auth);
  if (given === undefined || given.to !== person) return 'authority-not-given';
  if (given.ended !== null || at < given.since || at >= given.until) return 'delegation-over';
  const lender = presentGrant(membership, given.from);
  const lent = kind.roles.some((role) => given.roles.includes(role) && lender?.roles.includes(role));
  return lent && !REGISTER_KINDS.has(kind.kind) ? null : 'delegation-out-of-scope';
}

export function signedBy(entry: Entry, { owner }: Pick<KnownKey, 'owner'>): Signed {
  return { entry: entry.id, at: entry.payload.at, key: entry.keyId, by: signer(owner) };
}

function signer(owner: KnownKey['owner']): Signed['by'] {
  switch (owner.kind) {
    case 'person':
      return { kind: 'person', person: owner.person };
    case 'station':
      return { kind: 'station', station: owner.station };
    case 'recovery':
      return { kind: 'recovery' };
  }
}
