import { never } from '../../../base/never.ts';
import type { KeyId } from '../../../domain/ids.ts';
import type { Frontier, Missing } from '../../../ledger/exchange.ts';
import type { Comparison } from '../../../ledger/frontier.ts';
import type { MessageOf } from '../messages/book-message.ts';

/** What one side of a conversation between two books remembers. A value: every step gives the next. */
export interface Talk {
  /** Digest of the last frontier of ours that the other side holds signed. */
  readonly signed: string | null;
  /** A want of ours is not answered yet. */
  readonly wanting: boolean;
  /** What was last asked for: an answer that brought nothing of it is not asked for again. */
  readonly asked: string;
  /** Forked heads of theirs we have asked for: a fork stays until it is decided, and is asked for once. */
  readonly forksAsked: ReadonlySet<string>;
}

export const FIRST_TALK: Talk = { signed: null, wanting: false, asked: '', forksAsked: new Set() };

/** What is to be done next. */
export type Act =
  | { readonly kind: 'say-summary' }
  | { readonly kind: 'say-frontier'; readonly answers: number | null }
  | { readonly kind: 'say-want'; readonly from: readonly Missing[] }
  /** All that the other side signs to hold is here: what is still missing can only be asked for by name. */
  | { readonly kind: 'nothing-to-get' };

export interface Step {
  readonly talk: Talk;
  readonly acts: readonly Act[];
}

export type TalkEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'summary'; readonly message: MessageOf<'summary'>; readonly ours: string }
  | {
      readonly kind: 'frontier';
      readonly ours: { readonly heads: Frontier; readonly digest: string };
      readonly theirs: Frontier;
      readonly comparison: Comparison;
    }
  | { readonly kind: 'entries'; readonly message: MessageOf<'entries'> }
  | { readonly kind: 'taken'; readonly missing: readonly Missing[]; readonly added: number }
  /** Our book has grown, and a while has passed. */
  | { readonly kind: 'settled'; readonly ours: string };

export function step(talk: Talk, event: TalkEvent): Step {
  switch (event.kind) {
    case 'opened':
      return { talk, acts: [{ kind: 'say-summary' }] };
    case 'summary':
      return onSummary(talk, event);
    case 'frontier':
      return onFrontier(talk, event);
    case 'entries':
      return onEntries(talk, event.message);
    case 'taken':
      return event.added === 0 && talk.asked === nameOf(event.missing) ? { talk, acts: [] } : want(talk, event.missing);
    case 'settled':
      return sayFrontier(talk, event.ours);
    default:
      return never(event);
  }
}

function onSummary(talk: Talk, { message, ours }: Extract<TalkEvent, { kind: 'summary' }>): Step {
  // Equal books, and both hold it signed: the meeting is over before it began.
  return sayFrontier({ ...talk, signed: message.holds }, ours, message.ask);
}

function sayFrontier(talk: Talk, ours: string, answers: number | null = null): Step {
  if (talk.signed === ours && answers === null) return { talk, acts: [] };
  return { talk: { ...talk, signed: ours }, acts: [{ kind: 'say-frontier', answers }] };
}

function onFrontier(talk: Talk, event: Extract<TalkEvent, { kind: 'frontier' }>): Step {
  const { comparison, ours } = event;
  if (comparison.standing === 'in-step') return { talk, acts: [{ kind: 'nothing-to-get' }] };
  const answered = sayFrontier(talk, ours.digest);
  const { places, forks } = placesWanted(talk, event);
  // Those of their present heads: made-up ones must not pile up.
  const stillThere = event.theirs.filter(({ id }) => talk.forksAsked.has(id)).map(({ id }) => id);
  const forksAsked = new Set([...stillThere, ...forks]);
  const wanted = want({ ...answered.talk, forksAsked }, places);
  const byName: readonly Act[] = comparison.toGet === 0 ? [{ kind: 'nothing-to-get' }] : [];
  return { talk: wanted.talk, acts: [...answered.acts, ...wanted.acts, ...byName] };
}

function placesWanted(
  talk: Talk,
  { comparison, ours, theirs }: Extract<TalkEvent, { kind: 'frontier' }>,
): { readonly places: readonly Missing[]; readonly forks: readonly string[] } {
  const mine = new Map<KeyId, number>(ours.heads.map(({ key, seq }) => [key, seq]));
  const places: Missing[] = [];
  const forks: string[] = [];
  for (const head of theirs) {
    const standing = comparison.keys.get(head.key)?.kind;
    const here = mine.get(head.key) ?? -1;
    if (standing === 'behind') places.push({ key: head.key, fromSeq: here + 1 });
    // Any entry of theirs at a place that is taken here proves the fork; the last common place is enough.
    if (standing === 'forked' && !talk.forksAsked.has(head.id)) {
      places.push({ key: head.key, fromSeq: Math.min(here, head.seq) });
      forks.push(head.id);
    }
  }
  return { places, forks };
}

function onEntries(talk: Talk, message: MessageOf<'entries'>): Step {
  const rest = { ...talk, wanting: false };
  // An answer that brings nothing and promises more would be asked for for ever.
  return message.entries.length === 0 ? { talk: rest, acts: [] } : want(rest, message.next);
}

function want(talk: Talk, from: readonly Missing[]): Step {
  if (from.length === 0 || talk.wanting) return { talk, acts: [] };
  return { talk: { ...talk, wanting: true, asked: nameOf(from) }, acts: [{ kind: 'say-want', from }] };
}

const nameOf = (places: readonly Missing[]): string => places.map(({ key, fromSeq }) => `${key} ${fromSeq}`).join();
