import type { EntryId, KeyId, PersonId } from '../domain/ids.ts';
import type { AnyRecord, RecordOf, Signed } from '../domain/records.ts';
import { parseSubject, type Subject, type SubjectType } from '../domain/subject.ts';
import { applyToMembership } from './admit.ts';
import type { Entry } from './entry.ts';
import type { RawFact, SealedKind } from './kind.ts';
import { kindOf } from './kinds.ts';
import { type KnownKey, type Membership, noMembership, presentGrant } from './membership.ts';
import { IN_FORCE, type Verdict, type VoidCode, voided, waitingFor } from './verdict.ts';

/** An entry with whatever of its details is on this station, parsed. */
export interface OpenEntry {
  readonly entry: Entry;
  readonly details: unknown;
}

/** What judging one entry needs to know of those before it. */
export interface Before {
  /** The founding entry this bureau is pinned to. */
  readonly root: EntryId;
  readonly membership: Membership;
  readonly head: { readonly id: EntryId; readonly seq: number; readonly lc: number; readonly nextSlot: number } | null;
  /** lc of a known entry. */
  readonly lcOf: (id: EntryId) => number | undefined;
  readonly record: <T extends SubjectType>(type: T, id: string) => RecordOf[T] | null;
}

/** Verdict of one entry, and what it changes if it is in force. Pure; never throws on hostile input. */
export interface Counted {
  readonly verdict: Verdict;
  readonly membership: Membership;
  readonly records: readonly {
    readonly subject: Subject;
    readonly type: SubjectType;
    readonly record: AnyRecord | null;
  }[];
}

export const subjectsOf = (entry: Entry): readonly Subject[] => {
  const kind = kindOf(entry.payload.kind);
  const own = entry.payload.subject;
  if (kind === null || !kind.bodyFits(entry.payload.body)) return [own];
  return [...new Set([own, ...kind.touches(entry.payload.body)])];
};

/** Subjects whose records must be at hand to judge the entry. */
export function subjectsToJudge(entry: Entry): readonly Subject[] {
  const kind = kindOf(entry.payload.kind);
  const touched = subjectsOf(entry);
  if (kind === null || !kind.bodyFits(entry.payload.body)) return touched;
  return [...new Set([...touched, ...kind.judges(entry.payload.body)])];
}

export function countEntry({ entry, details }: OpenEntry, before: Before): Counted {
  const unchanged = (verdict: Verdict): Counted => ({ verdict, membership: before.membership, records: [] });
  const kind = kindOf(entry.payload.kind);
  if (kind === null) return unchanged({ kind: 'not-understood' });
  if (!kind.bodyFits(entry.payload.body)) return unchanged(voided('body-malformed'));
  const place = judgePlace(entry, before);
  if (place !== null) return unchanged(place);
  const founding = entry.payload.kind === 'bureau-founded';
  if (founding && entry.id !== before.root) return unchanged(voided('founding-unfit'));
  const membership = founding ? applyToMembership(before.membership, entry) : before.membership;
  const key = membership.keys.get(entry.keyId);
  if (key === undefined) return unchanged(voided('authority-not-given'));
  const authority = founding ? null : judgeAuthority(entry, kind, key, membership);
  if (authority !== null) return unchanged(voided(authority));
  const raw: RawFact = { payload: entry.payload, details, signed: signedBy(entry, key) };
  const code = kind.judge(raw, { membership, record: before.record });
  if (code !== null) return unchanged(voided(code));
  return {
    verdict: IN_FORCE,
    membership: founding ? membership : applyToMembership(membership, entry),
    records: foldInto(kind, raw, entry, before),
  };
}

/** seq, prev, slot and lc against what is known: early entries wait, wrong ones are void. */
function judgePlace(entry: Entry, { head, lcOf }: Before): Verdict | null {
  const { seq, prev, slot, lc, after, refs } = entry.payload;
  if (prev !== null && lcOf(prev) === undefined) return waitingFor(prev);
  if (seq !== (head === null ? 0 : head.seq + 1) || prev !== (head?.id ?? null)) return voided('chain-broken');
  if (slot !== (head?.nextSlot ?? 0)) return voided('chain-broken');
  let greatest = head?.lc ?? 0;
  for (const id of after === null ? refs : [after, ...refs]) {
    const known = lcOf(id);
    if (known === undefined) return waitingFor(id);
    greatest = Math.max(greatest, known);
  }
  return lc === greatest + 1 ? null : voided('clock-wrong');
}

/** Whether the key may sign this kind under the grant it names, at its place in the causal order. */
function judgeAuthority(entry: Entry, kind: SealedKind, key: KnownKey, membership: Membership): VoidCode | null {
  if (key.retired !== null && key.retired.lc < entry.payload.lc) return 'authority-retired';
  if (key.owner.kind !== kind.author) return 'author-kind-wrong';
  if (key.owner.kind === 'station') return entry.payload.auth === key.admittedBy ? null : 'authority-not-given';
  const grant = presentGrant(membership, key.owner.person);
  if (grant === null || grant.entry !== entry.payload.auth) return 'authority-not-given';
  const held = kind.roles.length === 0 || kind.roles.some((role) => grant.roles.includes(role));
  return held ? null : 'role-missing';
}

function signedBy(entry: Entry, key: KnownKey): Signed {
  const by =
    key.owner.kind === 'person'
      ? { kind: 'person' as const, person: key.owner.person }
      : { kind: 'station' as const, station: key.owner.station };
  return { entry: entry.id, at: entry.payload.at, key: entry.keyId, by };
}

function foldInto(kind: SealedKind, raw: RawFact, entry: Entry, before: Before): Counted['records'] {
  return subjectsOf(entry).flatMap((subject) => {
    const parsed = parseSubject(subject);
    if (parsed === null) return [];
    const { type, id } = parsed;
    const old: AnyRecord | null = before.record(type, id);
    const record = kind.fold(type, old, raw, id);
    return record === old ? [] : [{ subject, type, record }];
  });
}

export interface CountedBook {
  readonly membership: Membership;
  readonly verdicts: ReadonlyMap<EntryId, Verdict>;
  readonly records: ReadonlyMap<Subject, AnyRecord>;
}

/**
 * Counts a whole book from nothing: the same result for the same set of entries, whatever order they came in.
 * Entries that wait do not stop later ones of their author; they are judged when what they wait for has come.
 */
export function countBook(open: readonly OpenEntry[], root: EntryId): CountedBook {
  const sorted = [...open].sort(
    (a, b) => a.entry.payload.lc - b.entry.payload.lc || (a.entry.id < b.entry.id ? -1 : 1),
  );
  const first = sorted[0];
  const records = new Map<Subject, AnyRecord>();
  const verdicts = new Map<EntryId, Verdict>();
  const lcs = new Map(sorted.map(({ entry }) => [entry.id, entry.payload.lc]));
  const heads = new Map<KeyId, { id: EntryId; seq: number; lc: number; slots: Map<string, number> }>();
  let membership = noMembership(first?.entry.payload.bureau ?? ('' as Membership['bureau']));
  for (const one of sorted) {
    const { entry } = one;
    const head = heads.get(entry.keyId);
    const counted = countEntry(one, {
      root,
      membership,
      head: head === undefined ? null : { ...head, nextSlot: head.slots.get(entry.payload.shard) ?? 0 },
      lcOf: (id) => lcs.get(id),
      record: <T extends SubjectType>(type: T, id: string) =>
        (records.get(`${type}:${id}`) ?? null) as RecordOf[T] | null,
    });
    verdicts.set(entry.id, counted.verdict);
    membership = counted.membership;
    for (const { subject, record } of counted.records) {
      if (record === null) records.delete(subject);
      else records.set(subject, record);
    }
    advance(heads, entry);
  }
  return { membership, verdicts, records };
}

function advance(
  heads: Map<KeyId, { id: EntryId; seq: number; lc: number; slots: Map<string, number> }>,
  entry: Entry,
): void {
  const { seq, lc, shard, slot } = entry.payload;
  const head = heads.get(entry.keyId);
  if (head !== undefined && seq <= head.seq) return;
  const slots = head?.slots ?? new Map<string, number>();
  slots.set(shard, slot + 1);
  heads.set(entry.keyId, { id: entry.id, seq, lc, slots });
}

/** The role a person acts under now; for screens and use cases. */
export const rolesOf = (membership: Membership, person: PersonId) => presentGrant(membership, person)?.roles ?? [];
