/** Places along a clock, in per cent of its width. */

export const MINUTE_MS = 60_000;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const placed = (at: number, { from, to }: Stretch): number =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

export interface TimelineBar {
  readonly left: number;
  readonly width: number;
}

export interface TimelineLane {
  readonly id: string;
  readonly name: string;
  readonly kind: 'device' | 'coverage';
  /** What the lane says in words: how many files, what share. */
  readonly words: string;
  readonly bars: readonly TimelineBar[];
  /** Photographs: moments without a length. */
  readonly dots: readonly number[];
}

export interface TimelineGap extends TimelineBar {
  readonly words: string;
}

export interface TimelineMark {
  readonly id: string;
  readonly left: number;
  /** One or two characters in the box. */
  readonly sign: string;
  readonly words: string;
  readonly href: string | null;
}

export interface TimelineTick {
  readonly left: number;
  readonly words: string;
}

const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440] as const;
const MOST_TICKS = 12;

/** So many milliseconds from tick to tick that there are at most twelve. */
export function tickStep({ from, to }: Stretch): number {
  const minutes = STEPS_MIN.find((step) => (to - from) / (step * MINUTE_MS) <= MOST_TICKS);
  return (minutes ?? Math.ceil((to - from) / MOST_TICKS / (1440 * MINUTE_MS)) * 1440) * MINUTE_MS;
}

const MOST_ROWS = 8;

/**
 * Marks that would lie on one another go into rows below; in the last row they overlap, for the table has them all. `width`: of a
 * mark, in per cent of the clock as it is drawn: on a phone a mark hides six minutes.
 */
export function rowsFor(lefts: readonly number[], width: number): readonly number[] {
  const last: number[] = [];
  return lefts.map((left) => {
    const free = Array.from({ length: MOST_ROWS }, (_, row) => row).find(
      (row) => left - (last[row] ?? Number.NEGATIVE_INFINITY) >= width,
    );
    const row = free ?? MOST_ROWS - 1;
    last[row] = left;
    return row;
  });
}
