import { type Accessor, createSignal } from 'solid-js';
import type { Outcome } from '../../base/outcome.ts';
import { unlockRefusal } from '../../text/refusals.ts';
import type { Seat } from '../../usecases/desk.ts';
import { attempt } from '../kit/attempt.ts';
import { useOffice, useSeat } from './office.ts';

export interface Signing {
  /** By signer: what was wrong with a passphrase. */
  readonly faults: Accessor<Readonly<Record<string, string>>>;
  /** Why the act was not done; undefined: nothing speaks against it. */
  readonly refusal: Accessor<string | undefined>;
  /** Asks the seated person's passphrase of those typed, then does the act; true if it was done. */
  readonly sign: <T, R>(
    typed: Readonly<Record<string, string>>,
    act: (seat: Seat) => Promise<Outcome<T, R>>,
    words: (refusal: R) => string,
  ) => Promise<boolean>;
}

/** One act that the seated person signs with the passphrase typed again. */
export function createSigning(): Signing {
  const office = useOffice();
  const seat = useSeat();
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal<string>();
  return {
    faults,
    refusal,
    sign: async (typed, act, words) => {
      const me = seat().person;
      const opened = await office.signAs(me, typed[me] ?? '');
      setFaults(opened.ok ? {} : { [me]: unlockRefusal(opened.refusal) });
      if (!opened.ok) return false;
      const why = await attempt(() => act(opened.value), words);
      setRefusal(why);
      return why === undefined;
    },
  };
}
