import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import { markRefusal } from '../../../text/refusals.ts';
import type { MarkRefusal } from '../../../usecases/mark-activity.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';

type Act = () => Promise<Outcome<unknown, MarkRefusal>>;

export interface Marking {
  /** Why the last one did not happen. */
  readonly fault: Accessor<string | undefined>;
  /** Signs a mark and says so; true when it is signed. */
  readonly mark: (act: Act, said: string) => Promise<boolean>;
  /** The same for taking one back, which no double tap can hit. */
  readonly undo: (act: Act, said: string) => Promise<boolean>;
}

/** The next act stands where the last one stood: a double tap must not sign both. */
const REST_MS = 800;

/** One press, one entry. */
export function createMarking(): Marking {
  const [fault, setFault] = createSignal<string>();
  let signing = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(resting));

  const sign = async (act: Act, said: string): Promise<boolean> => {
    if (signing) return false;
    signing = true;
    try {
      const words = await attempt(act, markRefusal);
      setFault(words);
      announce(words ?? said, words === undefined ? 'polite' : 'assertive');
      return words === undefined;
    } finally {
      signing = false;
    }
  };
  return {
    fault,
    undo: sign,
    mark: async (act, said) => {
      if (signing || resting !== undefined) return false;
      const done = await sign(act, said);
      resting = setTimeout(() => {
        resting = undefined;
      }, REST_MS);
      return done;
    },
  };
}
