import type { EntryId } from '../../domain/ids.ts';
import type { ExaminationCode, ExaminationControl, ExaminationFinding, ExaminedBook } from '../examined.ts';
import type { EntryVerifier } from '../ports.ts';

/** Entries looked at between two looks at the signal. */
export const PAGE = 500;
const MOST_NAMED = 20;

/** Collects; what is met is a finding, never an exception. */
export class Findings {
  readonly #found = new Map<ExaminationCode, { count: number; entries: EntryId[] }>();

  add(code: ExaminationCode, entry: EntryId | null): void {
    const known = this.#found.get(code) ?? { count: 0, entries: [] };
    known.count += 1;
    if (entry !== null && known.entries.length < MOST_NAMED) known.entries.push(entry);
    this.#found.set(code, known);
  }

  list(): readonly ExaminationFinding[] {
    return [...this.#found].map(([code, { count, entries }]) => ({ code, count, entries }));
  }
}

export interface Means {
  readonly book: ExaminedBook;
  readonly verifier: EntryVerifier;
  readonly findings: Findings;
  readonly control: ExaminationControl;
}
