import { done, type Outcome, refused } from '../base/outcome.ts';
import type { LeaveReason, WithdrawReason } from '../domain/departure.ts';
import type { EntryId, KeyId, PersonId, StationId } from '../domain/ids.ts';
import { type Subject, subjectOf } from '../domain/subject.ts';
import { type KnownKey, keysOfPerson, keysOfStation, ownerOf } from '../ledger/membership.ts';
import type { StoredEntry } from '../ledger/ports.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct, signRegisterAct, type WaitsForSecond } from './signed-act.ts';

export type DepartureRefusal = RuleRefusal | WaitsForSecond | { readonly code: 'no-administrator-left' };

/** 撤销: the person is no member any more. What was signed up to what this book holds counts for ever. */
export async function removeMember(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  why: { readonly reason: LeaveReason; readonly note: string | null },
): Promise<Outcome<null, DepartureRefusal>> {
  const membership = desk.book.membership();
  const administrators = [...membership.grants].filter(
    ([id, grants]) =>
      id !== person &&
      !membership.left.has(id) &&
      (grants.at(-1)?.roles ?? []).some((role) => role === 'custodian' || role === 'legalAffairsOffice'),
  );
  if (administrators.length === 0) return refused({ code: 'no-administrator-left' });
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'member-left',
    subject: subjectOf('person', person),
    body: { person, reason: why.reason, pins: await pinsOf(desk, keysOfPerson(membership, person)) },
    details: { note: why.note },
  });
  return signed.ok ? done(null) : signed;
}

/** 撤销: the machine is no longer the bureau's; the keys made on it leave with it. */
export async function withdrawStation(
  desk: Desk,
  seat: Seat,
  station: StationId,
  why: { readonly reason: WithdrawReason; readonly note: string | null },
): Promise<Outcome<null, DepartureRefusal>> {
  const keys = keysOfStation(desk.book.membership(), station);
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'station-withdrawn',
    subject: subjectOf('station', station),
    body: { station, reason: why.reason, pins: await pinsOf(desk, keys) },
    details: { note: why.note },
  });
  return signed.ok ? done(null) : signed;
}

/** How far each key's chain goes in this book. */
async function pinsOf(desk: Desk, keys: readonly KnownKey[]) {
  const heads = new Map((await desk.book.frontier()).map((head) => [head.key, head]));
  return keys.map(({ keyId }: { readonly keyId: KeyId }) => {
    const head = heads.get(keyId);
    return { key: keyId, last: head === undefined ? null : { seq: head.seq, id: head.id } };
  });
}

export interface Quarantined {
  readonly subject: Subject;
  readonly entries: readonly StoredEntry[];
}

const MOST_SHOWN = 1000;

/** 待核: what came of those who have left, beyond what was pinned, and has not been adopted. */
export async function quarantinedEntries(desk: Pick<Desk, 'book'>): Promise<readonly Quarantined[]> {
  const found = new Map<Subject, StoredEntry[]>();
  const membership = desk.book.membership();
  for (const key of membership.keys.values()) {
    const { keyId, left } = key;
    if (left === null) continue;
    const subject = ownerOf(key, membership);
    const later = await desk.book.entriesFrom(keyId, left.seq + 1, MOST_SHOWN);
    const entries = later.filter(({ verdict }) => verdict.kind === 'quarantined');
    if (entries.length > 0) found.set(subject, [...(found.get(subject) ?? []), ...entries]);
  }
  return [...found].map(([subject, entries]) => ({ subject, entries }));
}

/** Vouches for quarantined entries of one who has left; they are judged from now on as if nobody had left. */
export async function adoptEntries(
  desk: Desk,
  seat: Seat,
  subject: Subject,
  entries: readonly EntryId[],
  reason: string | null,
): Promise<Outcome<null, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'entries-adopted',
    subject,
    body: {},
    details: { reason },
    refs: entries,
  });
  return signed.ok ? done(null) : signed;
}
