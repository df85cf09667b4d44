import { decodeFoundedAnswer, FOUNDED_PATH } from '../domain/founded-at.ts';
import type { BureauId } from '../domain/ids.ts';
import type { FoundedElsewhere } from '../ui/features/first-run/KnownElsewhereNote.tsx';

/** A hub that is slow to answer must not hold up anybody. */
const PATIENCE_MS = 5_000;

/** What the hub remembers of other addresses and PCs; null too where there is no hub to ask. */
export async function askFoundedElsewhere(): Promise<FoundedElsewhere | null> {
  try {
    const asked = await fetch(FOUNDED_PATH, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = asked.ok ? decodeFoundedAnswer(await asked.text()) : null;
    const last = answer?.founded.at(-1);
    if (answer === null || last === undefined) return null;
    if (!answer.here) return { kind: 'other-pc' };
    const other = answer.founded.findLast(({ origin }) => origin !== location.origin);
    return other === undefined ? { kind: 'other-browser' } : { kind: 'other-address', origin: other.origin };
  } catch {
    return null;
  }
}

/** Lets the hub remember that this address has a book. It is a hint for others: where it cannot be left, nothing is lost. */
export async function tellFounded(bureau: BureauId): Promise<void> {
  const body = JSON.stringify({ bureau });
  await fetch(FOUNDED_PATH, { method: 'PUT', body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
}
