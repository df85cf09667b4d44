import { subjectOf } from '../domain/subject.ts';
import type { Desk } from './desk.ts';
import { signAct } from './signed-act.ts';

/**
 * Signs the proof of each fork the book has met and nobody has decided: both entries of one key for one place. Where this
 * station may not decide (its own key, or admitted after the fork) the book refuses, and another station will.
 */
export async function noteForks(desk: Desk): Promise<void> {
  for (const { key, seq, kept, other } of await desk.book.forks()) {
    const owner = desk.book.membership().keys.get(key)?.owner;
    if (owner === undefined) continue;
    const subject = owner.kind === 'person' ? subjectOf('person', owner.person) : subjectOf('station', owner.station);
    await signAct(desk, desk.stationSigner, {
      kind: 'equivocation-found',
      subject,
      body: { key, seq, kept, other },
      details: null,
    });
  }
}
