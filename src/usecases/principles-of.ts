import type { RecordingRecord } from '../domain/records.ts';
import type { ActivityFacts } from '../regulation/facts.ts';
import { type OriginalFacts, type PrincipleTally, principleTally } from '../regulation/indicators.ts';
import type { RulesInForce } from '../regulation/rules-in-force.ts';

/** Art. 3: what an activity with its footage, or footage without one, adds to the four principles. */
export function principlesOf(
  activity: ActivityFacts | null,
  recordings: readonly RecordingRecord[],
  rules: RulesInForce,
): PrincipleTally {
  const outside = activity?.recordings.flatMap((recording) => recording.outside) ?? [];
  const unapproved = outside.filter(({ approved }) => !approved).length;
  return principleTally(activity, recordings.filter(isKept).map(originalOf), unapproved, rules);
}

/** What an order of two deleted is no longer to be kept anywhere. */
const isKept = ({ state }: RecordingRecord): boolean => state !== 'removed';

/** Evidence and case files come with the vault: until then no recording needs one. */
const originalOf = ({ handover, copies, no }: RecordingRecord): OriginalFacts => ({
  heldByCustodian: handover?.accepted ?? false,
  verifiedCopies: new Set(copies.filter(({ lastCheck }) => lastCheck.result === 'same').map(({ medium }) => medium))
    .size,
  catalogued: no !== null,
  needsCase: false,
  hasCase: false,
});
