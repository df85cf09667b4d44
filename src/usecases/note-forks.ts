import { ownerOf } from '../ledger/membership.ts';
import type { Desk } from './desk.ts';
import { signAct } from './signed-act.ts';

/**
 * Signs the proof of each fork the book has met and nobody has decided: both entries of one key for one place. Where this
 * station may not decide (its own key, or admitted after the fork) the book refuses, and another station will.
 */
export async function noteForks(desk: Desk): Promise<void> {
  for (const { key, seq, kept, other } of await desk.book.forks()) {
    const membership = desk.book.membership();
    const known = membership.keys.get(key);
    if (known === undefined) continue;
    await signAct(desk, desk.stationSigner, {
      kind: 'equivocation-found',
      subject: ownerOf(known, membership),
      body: { key, seq, kept, other },
      details: null,
    });
  }
}
