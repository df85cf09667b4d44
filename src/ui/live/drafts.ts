import { createSignal } from 'solid-js';
import type { Draft } from '../kit/FindingDialogs.tsx';

/** Unsigned texts of this window by what they are about; they last until they are signed or the window closes. */
const texts = new Map<string, ReturnType<typeof createSignal<string>>>();

/** The draft of one text. Locking keeps it; nobody else of this PC sees it, for it is keyed by the person too. */
export function draftOf(person: string, about: string): Draft & { readonly drop: () => void } {
  const key = `${person} ${about}`;
  const [text, setText] = texts.get(key) ?? createSignal('');
  texts.set(key, [text, setText]);
  return {
    text,
    write: (words) => {
      setText(words);
    },
    drop: () => {
      setText('');
      texts.delete(key);
    },
  };
}
