import type { LinkEnd, ReachCode } from '../../../domain/link-end.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** What only a change of the book can mend is not tried every second. */
const REFUSED_MS = 60_000;
const STRAIGHT_FIRST_MS = 60_000;
const STRAIGHT_LONGEST_MS = 600_000;

const REFUSED: ReadonlySet<string> = new Set<LinkEnd>([
  'other-bureau',
  'unknown-station',
  'revoked-station',
  'refused-there',
  'invite-unknown',
  'invite-proof-bad',
  'reflected',
  'flood',
  'message-too-large',
]);

/** How long to wait before the next try. `chance` in 0…1 keeps machines that lost each other at once from meeting at once. */
export function waitMs(failures: number, end: LinkEnd | ReachCode, chance: number): number {
  const base = REFUSED.has(end) ? REFUSED_MS : Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, failures));
  return Math.round(base * (0.75 + chance / 2));
}

/** How long a relay is used before a straight way is looked for again. */
export const straightAgainMs = (tries: number): number =>
  Math.min(STRAIGHT_LONGEST_MS, STRAIGHT_FIRST_MS * 2 ** Math.min(10, tries));

/** No honest machine and no broken cable makes these. */
export type Suspicion = Extract<LinkEnd, 'signature-bad' | 'hello-malformed' | 'reflected'>;

export const isSuspicious = (end: LinkEnd): end is Suspicion =>
  end === 'signature-bad' || end === 'hello-malformed' || end === 'reflected';
