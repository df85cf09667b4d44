import { createSignal, onCleanup } from 'solid-js';
import type { DraftPad } from '../../domain/ports/drafts.ts';
import type { Draft } from '../kit/FindingDialogs.tsx';
import { useOffice, useSeat } from './office.ts';

export interface KeptDraft extends Draft {
  readonly drop: () => void;
}

/** Where nothing keeps drafts, they last as long as the window. */
const unkept = new Map<string, string>();

const windowPad = (person: string): DraftPad => ({
  read: (about) => unkept.get(`${person} ${about}`) ?? '',
  write: (about, text) => void unkept.set(`${person} ${about}`, text),
  drop: (about) => void unkept.delete(`${person} ${about}`),
  onChange: () => () => undefined,
});

/**
 * The unsigned text of the person at the desk about one thing: kept on this PC, shown to nobody else, gone once it is signed. What is
 * typed before the kept text has been read wins.
 */
export function createDraft(about: string): KeptDraft {
  const office = useOffice();
  const { person } = useSeat()();
  const [text, setText] = createSignal('');
  let pad: DraftPad | null = office.drafts === undefined ? windowPad(person) : null;
  let touched = false;
  let gone = false;
  let stop = (): void => undefined;
  const follow = (known: DraftPad): void => {
    if (gone) return;
    pad = known;
    if (touched) known.write(about, text());
    else setText(known.read(about));
    stop = known.onChange((changed) => changed === about && setText(known.read(about)));
  };
  if (pad !== null) follow(pad);
  else office.drafts?.open(person).then(follow, () => follow(windowPad(person)));
  onCleanup(() => {
    gone = true;
    stop();
  });
  return {
    text,
    write: (words) => {
      touched = true;
      setText(words);
      pad?.write(about, words);
    },
    drop: () => {
      setText('');
      pad?.drop(about);
    },
  };
}
