import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId, PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import type { Subject } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import type { Unconfirmed } from '../ledger/book.ts';
import type { Json } from '../ledger/json.ts';
import { rolesWanted, secondFault } from '../ledger/second-signature.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** An act of the register with one signature, as the second signer has to see it. */
export interface WaitingAct {
  readonly act: EntryId;
  readonly kind: string;
  readonly subject: Subject;
  readonly proposer: PersonId;
  readonly at: Instant;
  readonly body: Readonly<Record<string, unknown>>;
  /** Names and the like; null where they are not on this station. */
  readonly details: Json | null;
  /** One of these roles has to sign. */
  readonly wanted: readonly Role[];
  /** Whether the person at the desk may. */
  readonly mine: boolean;
}

/** What waits for a second signature, in order. `viewer`: null while nobody is unlocked. */
export async function waitingActs(desk: Pick<Desk, 'book'>, viewer: PersonId | null): Promise<readonly WaitingAct[]> {
  const unconfirmed = desk.book.unconfirmed();
  const membership = desk.book.membership();
  const shown = new Map(
    (await desk.book.reader.detailsOf(unconfirmed.map(({ entry }) => entry.id))).map((each) => [each.entry, each.json]),
  );
  return unconfirmed.map(({ entry, ...proposed }) => {
    const { kind, subject, at, body } = entry.payload;
    const json = shown.get(entry.id);
    return {
      act: entry.id,
      kind,
      subject,
      proposer: proposed.proposer,
      at,
      body,
      details: json === undefined ? null : (JSON.parse(json) as Json),
      wanted: rolesWanted(membership, proposed),
      mine: viewer !== null && secondFault(membership, proposed, viewer) === null,
    };
  });
}

export type SecondRefusal = RuleRefusal | { readonly code: 'not-waiting' };

/** The second signature: the act counts from now on. */
export const confirmAct = (desk: Desk, seat: Seat, act: EntryId): Promise<Outcome<null, SecondRefusal>> =>
  answer(desk, seat, act, 'register-act-confirmed');

/** The act is not wanted; whoever proposed it may take it back this way, too. */
export const declineAct = (desk: Desk, seat: Seat, act: EntryId): Promise<Outcome<null, SecondRefusal>> =>
  answer(desk, seat, act, 'register-act-declined');

async function answer(
  desk: Desk,
  seat: Seat,
  act: EntryId,
  kind: 'register-act-confirmed' | 'register-act-declined',
): Promise<Outcome<null, SecondRefusal>> {
  const waiting: Unconfirmed | undefined = desk.book.unconfirmed().find(({ entry }) => entry.id === act);
  if (waiting === undefined) return refused({ code: 'not-waiting' });
  const { subject } = waiting.entry.payload;
  const signed = await signAct(desk, seat.signer, { kind, subject, body: {}, details: null, refs: [act] });
  return signed.ok ? done(null) : signed;
}
