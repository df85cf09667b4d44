import type { Outcome } from '../../base/outcome.ts';
import { unlockRefusal } from '../../text/refusals.ts';
import type { Seat } from '../../usecases/desk.ts';
import { attempt } from '../kit/attempt.ts';
import type { Signed } from '../kit/SignDialog.tsx';
import type { Office } from './office.ts';

const outcomeOf = (words: string | undefined): Signed =>
  words === undefined ? { kind: 'done' } : { kind: 'refused', words };

/** A routine act under the unlocked key. */
export async function signRoutine<T, R>(
  act: () => Promise<Outcome<T, R>>,
  refusalWords: (refusal: R) => string,
): Promise<Signed> {
  return outcomeOf(await attempt(act, refusalWords));
}

/** An act for which the person at the desk types the passphrase again. */
export async function signAgain<T, R>(
  office: Pick<Office, 'signAs'>,
  person: Seat['person'],
  passphrase: string,
  act: (seat: Seat) => Promise<Outcome<T, R>>,
  refusalWords: (refusal: R) => string,
): Promise<Signed> {
  const opened = await office.signAs(person, passphrase);
  if (!opened.ok) return { kind: 'passphrase', words: unlockRefusal(opened.refusal) };
  return outcomeOf(await attempt(() => act(opened.value), refusalWords));
}
