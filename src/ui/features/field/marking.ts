import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';

type Act<R> = () => Promise<Outcome<unknown, R>>;

export interface Marking {
  /** Why the last one did not happen. */
  readonly fault: Accessor<string | undefined>;
  /** Signs a mark and says so; true when it is signed. */
  readonly mark: <R>(act: Act<R>, said: string, words: (refusal: R) => string) => Promise<boolean>;
  /** The same for taking one back, which no double tap can hit. */
  readonly undo: <R>(act: Act<R>, said: string, words: (refusal: R) => string) => Promise<boolean>;
}

/** The next act stands where the last one stood: a double tap must not sign both. */
const REST_MS = 800;

/** One press, one entry. */
export function createMarking(): Marking {
  const [fault, setFault] = createSignal<string>();
  let signing = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(resting));

  const sign = async <R>(act: Act<R>, said: string, refusalWords: (refusal: R) => string): Promise<boolean> => {
    if (signing) return false;
    signing = true;
    try {
      const words = await attempt(act, refusalWords);
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
    mark: async (act, said, words) => {
      if (signing || resting !== undefined) return false;
      const done = await sign(act, said, words);
      resting = setTimeout(() => {
        resting = undefined;
      }, REST_MS);
      return done;
    },
  };
}
