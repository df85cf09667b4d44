import { done, type Outcome, refused } from '../base/outcome.ts';
import type { Act } from '../ledger/book.ts';
import type { Entry } from '../ledger/entry.ts';
import type { KindName } from '../ledger/kinds.ts';
import type { EntrySigner } from '../ledger/ports.ts';
import { byRule, type Desk, type RuleRefusal } from './desk.ts';

/** Signs one act into the book; a verdict against it becomes a refusal a screen can word. */
export async function signAct<K extends KindName>(
  desk: Pick<Desk, 'book'>,
  signer: EntrySigner,
  act: Act<K>,
): Promise<Outcome<Entry, RuleRefusal>> {
  const appended = await desk.book.append(signer, act);
  return appended.ok ? done(appended.value) : refused(byRule(appended.refusal));
}
