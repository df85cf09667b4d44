import type { RecordingRecord } from '../../../domain/records.ts';
import type { Role } from '../../../domain/role.ts';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { endOfBeijingDay, type Instant } from '../../../domain/time.ts';
import type { awaitsLeader } from '../../../usecases/awaits-leader.ts';
import type { WaitingAct } from '../../../usecases/second-signature.ts';
import type { Due } from './today-view.ts';

export type CareDue = Extract<
  Due,
  { readonly kind: 'sign-second' | 'sign-rules' | 'sign-templates' | 'spilled-copies' }
>;

export interface CareFacts {
  readonly waiting: readonly Pick<WaitingAct, 'mine' | 'at'>[];
  readonly spills: readonly SpillRecord[];
  /** Of the footage those orders name. */
  readonly spilled: readonly RecordingRecord[];
  /** What the legal affairs office published, to be put in force by this person. */
  readonly published: ReturnType<typeof awaitsLeader>;
}

/** What the care of book and rules leaves to this person: second signatures, and media whose copies have to be deleted. */
export function careItems(facts: CareFacts, roles: readonly Role[], now: Instant): readonly CareDue[] {
  const order = (since: Instant) => ({ by: endOfBeijingDay(now), hasDeadline: false, since });
  const mine = facts.waiting.filter(({ mine: isMine }) => isMine);
  const asked = mine.map(({ at }) => at).sort()[0];
  const copies = facts.spilled.reduce((sum, recording) => sum + recording.copies.length, 0);
  const named = new Set(facts.spilled.filter((recording) => recording.copies.length > 0).map(({ id }) => id));
  const ordered = facts.spills
    .filter(({ recordings }) => recordings.some((id) => named.has(id)))
    .map((spill) => spill.ordered.at)
    .sort()[0];
  const items: CareDue[] = [];
  if (asked !== undefined)
    items.push({ kind: 'sign-second', id: 'sign-second', order: order(asked), count: mine.length });
  for (const [kind, signed] of [
    ['sign-rules', facts.published.rules],
    ['sign-templates', facts.published.templates],
  ] as const) {
    const oldest = signed.map(({ at }) => at).sort()[0];
    if (oldest !== undefined) items.push({ kind, id: kind, order: order(oldest), count: signed.length });
  }
  if (ordered !== undefined && roles.includes('custodian'))
    items.push({ kind: 'spilled-copies', id: 'spilled-copies', order: order(ordered), count: copies });
  return items;
}
