import { createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { ActivityId } from '../../domain/ids.ts';
import type { DraftPad } from '../../domain/ports/drafts.ts';
import type { Draft } from '../kit/FindingDialogs.tsx';
import { keptText, shownText } from '../kit/typed-over.ts';
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

export interface KeptForm<N extends string> {
  /** As typed by whoever typed last; what nobody touched as it was signed. */
  readonly texts: () => Readonly<Record<N, string>>;
  readonly write: (texts: Partial<Readonly<Record<N, string>>>) => void;
  /** All of them, for everybody. */
  readonly drop: () => void;
  /** What stood here was taken away by somebody else: it was signed, or struck out. */
  readonly cleared: () => boolean;
  /** It began with what was typed before and not signed. */
  readonly resumed: () => boolean;
}

/** A form of several fields that an activity's officers fill in together. `signed`: as it stands where nobody typed anything. */
export function createSharedForm<N extends string>(
  activity: ActivityId,
  prefix: string,
  signed: () => Readonly<Record<N, string>>,
): KeptForm<N> {
  const { drafts } = useOffice();
  return createFormOn(drafts && (() => drafts.openShared(activity)), activity, prefix, signed);
}

/** A form of the person at the desk alone: closed, or reloaded, before it was signed, it is there again. Nothing secret goes in. */
export function createOwnForm<N extends string>(
  prefix: string,
  signed: () => Readonly<Record<N, string>>,
): KeptForm<N> {
  const { drafts } = useOffice();
  const { person } = useSeat()();
  return createFormOn(drafts && (() => drafts.open(person)), person, prefix, signed);
}

function createFormOn<N extends string>(
  open: (() => Promise<DraftPad>) | undefined,
  whose: string,
  prefix: string,
  signed: () => Readonly<Record<N, string>>,
): KeptForm<N> {
  const names = Object.keys(untrack(signed)) as N[];
  const about = (name: N): string => `${prefix}${name}`;
  const texts = createKeptTexts(open, whose, names.map(about));
  const { kept, cleared, resumed, drop } = texts;
  const shown = (name: N, standing: Readonly<Record<N, string>>): string =>
    shownText(kept()[about(name)] ?? '', standing[name]);
  return {
    cleared,
    resumed,
    drop,
    texts: createMemo(() => {
      const standing = signed();
      return Object.fromEntries(names.map((name) => [name, shown(name, standing)])) as Record<N, string>;
    }),
    write: (changed) => {
      const standing = untrack(signed);
      const next = names.flatMap((name) => {
        const typed = changed[name];
        const same = typed === undefined || typed === shown(name, standing);
        return same ? [] : [[about(name), keptText(typed, standing[name])] as const];
      });
      texts.write(Object.fromEntries(next));
    },
  };
}

/** Several texts of a pad, by what they are about. */
function createKeptTexts(
  open: (() => Promise<DraftPad>) | undefined,
  whose: string,
  abouts: readonly string[],
): Pick<KeptForm<string>, 'cleared' | 'resumed' | 'drop'> & {
  readonly kept: () => Readonly<Record<string, string>>;
  readonly write: (texts: Readonly<Record<string, string>>) => void;
} {
  const [kept, setKept] = createSignal<Readonly<Record<string, string>>>({});
  const [cleared, setCleared] = createSignal(false);
  const [resumed, setResumed] = createSignal(false);
  const isOpen = (): boolean => abouts.some((about) => (kept()[about] ?? '') !== '');
  let pad: DraftPad | null = null;
  let gone = false;
  let stop = (): void => undefined;
  const read = (known: DraftPad): void => {
    setKept(Object.fromEntries(abouts.map((about) => [about, known.read(about)])));
  };
  const follow = (known: DraftPad): void => {
    if (gone) return;
    pad = known;
    setResumed(abouts.some((about) => known.read(about) !== ''));
    // What was typed before the kept texts were read.
    for (const [about, text] of Object.entries(kept())) known.write(about, text);
    read(known);
    stop = known.onChange((changed) => {
      if (!abouts.includes(changed)) return;
      const before = isOpen();
      read(known);
      if (!before || isOpen()) return;
      setCleared(true);
      setResumed(false);
    });
  };
  // Without a place to keep it the form works as one of this window alone.
  if (open === undefined) follow(windowPad(whose));
  else open().then(follow, () => follow(windowPad(whose)));
  onCleanup(() => {
    gone = true;
    stop();
  });
  return {
    kept,
    cleared,
    resumed,
    write: (texts) => {
      setCleared(false);
      for (const [about, text] of Object.entries(texts)) pad?.write(about, text);
      setKept((before) => ({ ...before, ...texts }));
    },
    drop: () => {
      for (const about of abouts) pad?.drop(about);
      setKept({});
      setResumed(false);
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
