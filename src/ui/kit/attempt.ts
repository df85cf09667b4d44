import { isFault } from '../../base/fault.ts';
import type { Outcome } from '../../base/outcome.ts';
import { faultLine } from '../../text/fault-line.ts';

/**
 * Does a short act and says what came of it: undefined if it was done, else words for the person. A refusal has the caller's words;
 * a fault of the world has its own, with the code for the technician at the end. A bug is thrown on.
 */
export async function attempt<T, R>(
  act: () => Promise<Outcome<T, R>>,
  refusalWords: (refusal: R) => string,
): Promise<string | undefined> {
  try {
    const outcome = await act();
    return outcome.ok ? undefined : refusalWords(outcome.refusal);
  } catch (error) {
    if (!isFault(error)) throw error;
    return faultLine(error.code);
  }
}
