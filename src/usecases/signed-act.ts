import { done, type Outcome, refused } from '../base/outcome.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Act, Appended } from '../ledger/book.ts';
import type { KindName } from '../ledger/kinds.ts';
import { delegationsTo } from '../ledger/membership.ts';
import type { EntrySigner } from '../ledger/ports.ts';
import { byRule, type Desk, type RuleRefusal } from './desk.ts';

/** Signs one act into the book; a verdict against it becomes a refusal a screen can word. */
export async function signAct<K extends KindName>(
  desk: Pick<Desk, 'book' | 'now'>,
  signer: EntrySigner,
  act: Act<K>,
): Promise<Outcome<Appended, RuleRefusal>> {
  const appended = await desk.book.append(signer, act);
  if (appended.ok) return done(appended.value);
  if (appended.refusal !== 'role-missing') return refused(byRule(appended.refusal));
  for (const { entry } of lentTo(desk, signer)) {
    const lent = await desk.book.append(signer, { ...act, under: entry });
    if (lent.ok) return done(lent.value);
  }
  return refused(byRule(appended.refusal));
}

/** Roles others have lent to whom the key belongs; an own role goes first. */
function lentTo({ book, now }: Pick<Desk, 'book' | 'now'>, { keyId }: EntrySigner) {
  const membership = book.membership();
  const owner = membership.keys.get(keyId)?.owner;
  return owner?.kind === 'person' ? delegationsTo(membership, owner.person, now()) : [];
}

/** The act is signed and kept, and counts from the signature of a second person on; until then nobody may act upon it. */
export interface WaitsForSecond {
  readonly code: 'waits-for-second';
  readonly act: EntryId;
}

/** Signs an act of the register of members. */
export async function signRegisterAct<K extends KindName>(
  desk: Pick<Desk, 'book' | 'now'>,
  signer: EntrySigner,
  act: Act<K>,
): Promise<Outcome<EntryId, RuleRefusal | WaitsForSecond>> {
  const signed = await signAct(desk, signer, act);
  if (!signed.ok) return signed;
  const { id, waits } = signed.value;
  return waits ? refused({ code: 'waits-for-second', act: id }) : done(id);
}
