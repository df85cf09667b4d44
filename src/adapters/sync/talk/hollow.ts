import { decodeForm } from '../../../ledger/entry.ts';
import type { Missing } from '../../../ledger/exchange.ts';

/** The number of the question that a frontier answers which was signed after an answer brought nothing. */
export const HOLLOW_QUESTION = 0;

/**
 * Whether a station gives what it signs to hold. An honest one may have given up a branch between its signature and our question; so it
 * is asked once more how far its book goes. What it then still signs to hold, and again does not give, it has not.
 */
export interface Hollow {
  /** By place; or, with none, by name, which nobody need be able to answer. One answer comes to each question, in order. */
  asked(places: readonly Missing[]): void;
  /** `ask`: how far it goes, anew. `charge`: it was asked, and signed it again. */
  answered(entries: readonly string[]): 'ask' | 'charge' | null;
  /** It signed how far its book goes after it had been asked; `lacking`: something of it is not here. */
  signedAnew(lacking: boolean): void;
}

const MOST_OPEN = 64;

export function makeHollow(): Hollow {
  const open: (readonly Missing[])[] = [];
  let stage: 'trusted' | 'asked' | 'signed' = 'trusted';
  return {
    asked: (places) => {
      open.push(places);
      if (open.length > MOST_OPEN) open.shift();
    },
    answered: (entries) => {
      const wanted = open.shift() ?? [];
      if (wanted.length === 0) return null;
      const gave = entries.some((jws) => isOf(jws, wanted));
      if (gave) stage = 'trusted';
      if (gave || stage === 'asked') return null;
      const before = stage;
      stage = before === 'trusted' ? 'asked' : 'trusted';
      return before === 'trusted' ? 'ask' : 'charge';
    },
    signedAnew: (lacking) => {
      stage = lacking && stage === 'asked' ? 'signed' : 'trusted';
    },
  };
}

/** Anything of a chain that was asked for, from there on: what else may be wrong with it is told when the book looks at it. */
function isOf(jws: string, places: readonly Missing[]): boolean {
  const form = decodeForm(jws);
  if (!form.ok) return false;
  const { keyId, payload } = form.value;
  return places.some(({ key, fromSeq }) => key === keyId && payload.seq >= fromSeq);
}
