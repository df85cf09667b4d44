/** Tokens that refill with time: `most` at once, `perSecond` for long. */
export interface Bucket {
  /** Takes tokens. 0: there were enough; else how many milliseconds until the debt is paid. */
  readonly take: (tokens: number) => number;
}

export interface Rate {
  readonly most: number;
  readonly perSecond: number;
}

/** `now` counts milliseconds and never goes back. */
export function makeBucket({ most, perSecond }: Rate, now: () => number): Bucket {
  let left = most;
  let at = now();
  return {
    take: (tokens) => {
      const time = now();
      left = Math.min(most, left + ((time - at) * perSecond) / 1000) - tokens;
      at = time;
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond);
    },
  };
}
