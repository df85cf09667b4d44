import type { EntryId, KeyId } from '../../domain/ids.ts';
import type { Decisions } from '../counting/proofs.ts';
import type { Entry } from '../entry.ts';
import type { Missing, Refusal } from '../exchange.ts';
import type { Fork } from '../fork.ts';
import type { BookStore, EntryVerifier, KeyHead, StoredDetails } from '../ports.ts';
import type { Aside } from './aside.ts';
import type { MovingHead } from './moving-head.ts';
import type { Parted } from './parted.ts';
import type { NamedKeys, SignatureChecks } from './signature-checks.ts';

/** What the door needs to know of the book as it stands. */
export interface Threshold {
  readonly store: Pick<BookStore, 'byId' | 'ofKey'>;
  readonly verifier: EntryVerifier;
  readonly checks: Pick<SignatureChecks, 'unknownKey' | 'check'>;
  readonly aside: Aside;
  readonly heads: ReadonlyMap<KeyId, KeyHead>;
  /** Grows as entries that name keys pass. */
  readonly keys: NamedKeys;
  readonly decisions: Decisions;
  /** Whether an entry of a chain is early for this one: then it is let in even on a branch that was given up. */
  readonly awaited: (id: EntryId) => boolean;
  /** Keys that are known to have signed two entries for one place. */
  readonly forked: ReadonlySet<KeyId>;
  /** Of the whole bundle: what one chunk shows the next one need not ask for. */
  readonly parted: Parted;
}

export interface Admitted {
  readonly entry: Entry;
  readonly details: StoredDetails | null;
  readonly givenUp: boolean;
}

/** What passed, and what to say about the rest. */
export interface Passed {
  readonly admitted: Admitted[];
  /** Their ids, and what stands at each place of a chain now. */
  readonly came: Set<EntryId>;
  readonly placed: Map<string, Entry>;
  /** Keys that were named since it was last asked who waits for one. */
  readonly named: KeyId[];
  readonly heads: Map<KeyId, MovingHead>;
  readonly refused: Refusal[];
  /** The earliest fork met of each key. */
  readonly forks: Map<KeyId, Fork>;
  /** Keys whose fork is among the refused. */
  readonly charged: Set<KeyId>;
  /** Places at which chains break off here. */
  readonly gaps: Map<KeyId, Missing>;
  readonly parted: Parted;
  /** Signed entries that did not find their place; an entry that names one of them may come yet. */
  readonly others: Candidate[];
  known: number;
}

export type Candidate = Pick<Admitted, 'entry' | 'details'>;
