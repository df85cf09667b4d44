import { subjectOf } from '../domain/subject.ts';
import { ownerOf } from '../ledger/membership.ts';
import type { Desk } from './desk.ts';
import { signAct } from './signed-act.ts';

/**
 * Signs the proof of each fork the book has met and nobody has decided: both entries of one key for one place. Where this
 * station may not decide (its own key, or admitted after the fork) the book refuses, and another station will.
 */
export async function noteForks(desk: Desk): Promise<void> {
  for (const { key, seq, kept, other, provenBy } of await desk.book.forks()) {
    if (provenBy.includes(desk.stationSigner.keyId)) continue;
    const membership = desk.book.membership();
    const known = membership.keys.get(key);
    await signAct(desk, desk.stationSigner, {
      kind: 'equivocation-found',
      // A key whose admission counts for nothing, on this branch at least, has signed twice all the same.
      subject: known === undefined ? subjectOf('bureau', desk.book.bureau) : ownerOf(known, membership),
      body: { key, seq, kept, other },
      details: null,
    });
  }
}
