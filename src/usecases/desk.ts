import type { PersonId, RandomBytes } from '../domain/ids.ts';
import type { LocalState, StationIdentity } from '../domain/ports/local-state.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { Instant } from '../domain/time.ts';
import type { Book } from '../ledger/book.ts';
import type { Keyring } from '../ledger/keyring.ts';
import type { EntrySigner } from '../ledger/ports.ts';
import type { VoidCode } from '../ledger/verdict.ts';

/** What every act of a clerk needs: the book, what it folds to, and this station. Handed in by main.tsx. */
export interface Desk {
  readonly book: Book;
  readonly records: ReadModel;
  readonly local: LocalState;
  readonly keyring: Keyring;
  readonly station: StationIdentity;
  readonly stationSigner: EntrySigner;
  readonly now: () => Instant;
  readonly random: RandomBytes;
}

/** The person at the desk, unlocked. */
export interface Seat {
  readonly person: PersonId;
  readonly signer: EntrySigner;
}

/** The book said no; the code is worded in text/verdicts.ts. */
export interface RuleRefusal {
  readonly code: 'rule';
  readonly rule: VoidCode;
}

export const byRule = (rule: VoidCode): RuleRefusal => ({ code: 'rule', rule });
