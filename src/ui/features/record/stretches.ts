import type { Instant } from '../../../domain/time.ts';
import type { PlayedStretch } from '../../../usecases/review-footage.ts';

/** What the player does, with the place in the footage (seconds) and the station's clock. */
export interface Moment {
  readonly what: 'play' | 'tick' | 'pause' | 'seek' | 'leave';
  readonly sec: number;
  readonly at: Instant;
}

/** `play`: running on by itself. `look`: still pictures that searching showed, from the first place to the last. */
interface Open extends PlayedStretch {
  readonly kind: 'play' | 'look';
  /** Searching showed the picture it begins with, so it counts even if nothing ran on. */
  readonly shown: boolean;
}

/** What is being seen and not logged yet. */
export interface Watching {
  readonly open: Open | null;
}

export const NOT_WATCHING: Watching = { open: null };

export interface Followed {
  readonly state: Watching;
  /** To be logged now. */
  readonly closed: PlayedStretch | null;
}

/**
 * Follows a player so that what was seen is logged: from play to pause or to a jump is one stretch; jumps while it stands
 * still are one look over all places shown, logged when it plays on or is left.
 */
export function follow({ open }: Watching, { what, sec, at }: Moment): Followed {
  const playing = open?.kind === 'play';
  switch (what) {
    case 'play':
      if (playing) return { state: { open }, closed: null };
      // Searched to this place and played from it: one stretch.
      if (open !== null && open.fromSec === sec && open.toSec === sec) {
        return { state: { open: { ...open, kind: 'play' } }, closed: null };
      }
      return { state: { open: begun('play', sec, at) }, closed: toStretch(open) };
    case 'tick':
      return { state: { open: playing ? runOn(open, sec, at) : open }, closed: null };
    case 'pause':
      if (!playing) return { state: { open }, closed: null };
      return { state: NOT_WATCHING, closed: toStretch(runOn(open, sec, at)) };
    case 'seek':
      // By now the player stands at the new place: the stretch ends where it was last seen.
      if (playing) return { state: { open: begun('play', sec, at) }, closed: toStretch({ ...open, endedAt: at }) };
      return { state: { open: widened(open ?? begun('look', sec, at), sec, at) }, closed: null };
    case 'leave':
      return { state: NOT_WATCHING, closed: toStretch(playing ? runOn(open, sec, at) : open) };
  }
}

const begun = (kind: Open['kind'], sec: number, at: Instant): Open => ({
  kind,
  fromSec: sec,
  toSec: sec,
  startedAt: at,
  endedAt: at,
  shown: kind === 'look',
});

/** A player that stands at an earlier place has jumped and says so next; its stretch does not shrink. */
const runOn = (open: Open, sec: number, at: Instant): Open => ({
  ...open,
  toSec: Math.max(open.toSec, sec),
  endedAt: at,
});

const widened = (open: Open, sec: number, at: Instant): Open => ({
  ...open,
  fromSec: Math.min(open.fromSec, sec),
  toSec: Math.max(open.toSec, sec),
  endedAt: at,
});

const hundredths = (sec: number): number => Math.round(sec * 100) / 100;

/** Nothing, where a player was started and stopped before it moved. */
function toStretch(open: Open | null): PlayedStretch | null {
  if (open === null || (!open.shown && open.toSec <= open.fromSec)) return null;
  const { fromSec, toSec, startedAt, endedAt } = open;
  return { fromSec: hundredths(fromSec), toSec: hundredths(toSec), startedAt, endedAt };
}
