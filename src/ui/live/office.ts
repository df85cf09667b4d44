import { type Accessor, createContext, useContext } from 'solid-js';
import type { Outcome } from '../../base/outcome.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { DraftKeeper } from '../../domain/ports/drafts.ts';
import type { Settings } from '../../domain/ports/local-state.ts';
import type { PersonRecord } from '../../domain/records.ts';
import type { Role } from '../../domain/role.ts';
import type { Instant } from '../../domain/time.ts';
import type { UnlockRefusal } from '../../ledger/keyring.ts';
import type { Desk, Seat } from '../../usecases/desk.ts';
import type { DemonstrationDesk } from './demonstration-desk.ts';
import type { Examining } from './examining.ts';

/** The person at the desk as screens see them. */
export interface SeatedPerson extends Seat {
  /** With the roles lent for now beside the own ones. */
  readonly record: PersonRecord;
  /** The own roles alone: nothing of the register of members can be lent. */
  readonly own: readonly Role[];
}

/**
 * What screens may ask of the world, beside reading (`createWatched`) and use cases (`desk`). Made by main.tsx.
 */
export interface Office {
  readonly desk: Desk;
  /** null while locked. */
  readonly seat: Accessor<SeatedPerson | null>;
  /** Ticks once a second. */
  readonly now: Accessor<Instant>;
  readonly settings: Accessor<Settings>;
  readonly changeSettings: (settings: Settings) => Promise<void>;
  readonly unlock: (person: PersonId, passphrase: string) => Promise<Outcome<null, UnlockRefusal>>;
  readonly lock: () => void;
  /**
   * A person signs one act with a passphrase typed for it: the second signer of a two-person act, or the seated person
   * where the act asks again. Does not change who sits at the desk.
   */
  readonly signAs: (person: PersonId, passphrase: string) => Promise<Outcome<Seat, UnlockRefusal>>;
  /** Whether this tab may write; another one may be writing. */
  readonly tab: Accessor<'writer' | 'follower'>;
  readonly takeOver: () => void;
  readonly online: Accessor<boolean>;
  /** Absent where nothing can be kept. */
  readonly drafts?: DraftKeeper;
  readonly examining: Examining;
  /** Absent where a window cannot show another book. */
  readonly demonstration?: DemonstrationDesk;
}

/** Whether this window shows the demonstration. */
export const isDemonstration = ({ demonstration }: Pick<Office, 'demonstration'>): boolean =>
  demonstration?.inside === true;

const OfficeContext = createContext<Office>();
export const OfficeProvider = OfficeContext.Provider;

export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (office === undefined) throw new Error('no office above this screen');
  return office;
}

/** The seated person's signature for routine marks. Screens behind the lock always have one. */
export const useSeat = (): Accessor<SeatedPerson> => heldSeat(useOffice().seat);

/**
 * The seat, or the last one while the lock takes its screens down: what is computed on them may run once more before they
 * are gone, and a fault there would leave them standing. Throws where nobody was ever seated.
 */
export function heldSeat(seat: Accessor<SeatedPerson | null>): Accessor<SeatedPerson> {
  let last: SeatedPerson | null = null;
  return () => {
    last = seat() ?? last;
    if (last === null) throw new Error('this screen stands behind the lock');
    return last;
  };
}
