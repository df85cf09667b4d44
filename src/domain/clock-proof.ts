import type { CaptureClaim } from './capture-claim.ts';
import { claimedInstants } from './capture-claim.ts';
import { fromInstant, type Instant } from './time.ts';

export interface FilmedMoment {
  /** What the file claims of its time of capture. */
  readonly claim: CaptureClaim | null;
  readonly durationMs: number | null;
  /** How far into the film the code was seen. */
  readonly atSec: number;
}

/**
 * Device time minus true time in seconds, from a moment whose true time a filmed code tells. Of the readings a claim allows, the
 * nearest is taken: a whole number of hours may be the zone, and is charged to nobody. A clock fallen back to its factory date
 * gives the years it is behind.
 */
export function filmedOffsetSec({ claim, durationMs, atSec }: FilmedMoment, shownAt: Instant): number | null {
  if (claim === null) return null;
  // A modification time is when the last byte was written: the end of a recording.
  const startBack = claim.source === 'mtime' ? (durationMs ?? 0) : 0;
  const offsets = claimedInstants(claim).map(
    (reading) => fromInstant(reading) - startBack + atSec * 1000 - fromInstant(shownAt),
  );
  const nearest = offsets.sort((a, b) => Math.abs(a) - Math.abs(b))[0];
  return nearest === undefined ? null : Math.round(nearest / 1000);
}
