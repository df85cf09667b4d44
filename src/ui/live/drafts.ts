import { createSignal, onCleanup } from 'solid-js';
import type { ActivityId } from '../../domain/ids.ts';
import type { DraftPad } from '../../domain/ports/drafts.ts';
import type { Draft } from '../kit/FindingDialogs.tsx';
import { useOffice, useSeat } from './office.ts';

export interface KeptDraft extends Draft {
  readonly drop: () => void;
  /** What stood here was taken away by somebody else: it was signed, or struck out. */
  readonly cleared: () => boolean;
}

/** Where nothing keeps drafts, they last as long as the window. */
const unkept = new Map<string, string>();

const windowPad = (whose: string): DraftPad => ({
  read: (about) => unkept.get(`${whose} ${about}`) ?? '',
  write: (about, text) => void unkept.set(`${whose} ${about}`, text),
  drop: (about) => void unkept.delete(`${whose} ${about}`),
  onChange: () => () => undefined,
});

/** The unsigned text of the person at the desk about one thing: kept on this PC, shown to nobody else, gone once it is signed. */
export function createDraft(about: string): KeptDraft {
  const { drafts } = useOffice();
  const { person } = useSeat()();
  return createOn(drafts && (() => drafts.open(person)), person, about);
}

/** The unsigned text that an activity's officers write together, each on a machine of their own; gone for all once one signs it. */
export function createSharedDraft(activity: ActivityId, about: string): KeptDraft {
  const { drafts } = useOffice();
  return createOn(drafts && (() => drafts.openShared(activity)), activity, about);
}

export interface SharedTexts<N extends string> {
  /** null until what was kept has been read. */
  readonly texts: () => Readonly<Record<N, string>> | null;
  readonly write: (texts: Readonly<Record<N, string>>) => void;
  /** All of them, for everybody. */
  readonly drop: () => void;
}

/** A form of several fields that an activity's officers fill in together; null where nothing keeps drafts. */
export function createSharedTexts<N extends string>(activity: ActivityId, names: readonly N[]): SharedTexts<N> | null {
  const { drafts } = useOffice();
  if (drafts === undefined) return null;
  const [texts, setTexts] = createSignal<Readonly<Record<N, string>> | null>(null);
  let pad: DraftPad | null = null;
  let typed: Readonly<Record<N, string>> | null = null;
  let gone = false;
  let stop = (): void => undefined;
  const write = (known: DraftPad, next: Readonly<Record<N, string>>): void => {
    for (const name of names) known.write(name, next[name]);
    read(known);
  };
  const read = (known: DraftPad): void => {
    setTexts(() => Object.fromEntries(names.map((name) => [name, known.read(name)])) as Record<N, string>);
  };
  drafts.openShared(activity).then(
    (known) => {
      if (gone) return;
      pad = known;
      if (typed === null) read(known);
      else write(known, typed);
      stop = known.onChange((changed) => {
        if (names.some((name) => name === changed)) read(known);
      });
    },
    // Without a place to keep it the form works as one of this window alone.
    () => undefined,
  );
  onCleanup(() => {
    gone = true;
    stop();
  });
  return {
    texts,
    write: (next) => {
      if (pad === null) typed = next;
      else write(pad, next);
    },
    drop: () => {
      for (const name of names) pad?.drop(name);
      if (pad !== null) read(pad);
    },
  };
}

/** What is typed before the kept text has been read is added to it: nothing of either is lost. */
function createOn(open: (() => Promise<DraftPad>) | undefined, whose: string, about: string): KeptDraft {
  const [text, setText] = createSignal('');
  const [cleared, setCleared] = createSignal(false);
  let pad: DraftPad | null = open === undefined ? windowPad(whose) : null;
  let gone = false;
  let stop = (): void => undefined;
  const follow = (known: DraftPad): void => {
    if (gone) return;
    pad = known;
    const [kept, typed] = [known.read(about), text()];
    if (typed === '') setText(kept);
    else {
      const both = kept === '' || kept === typed ? typed : `${kept}\n${typed}`;
      setText(both);
      known.write(about, both);
    }
    stop = known.onChange((changed) => {
      if (changed !== about) return;
      const next = known.read(about);
      setCleared(next === '' && text() !== '');
      setText(next);
    });
  };
  if (pad !== null) follow(pad);
  else open?.().then(follow, () => follow(windowPad(whose)));
  onCleanup(() => {
    gone = true;
    stop();
  });
  return {
    text,
    cleared,
    write: (words) => {
      setCleared(false);
      setText(words);
      pad?.write(about, words);
    },
    drop: () => {
      setText('');
      pad?.drop(about);
    },
  };
}
