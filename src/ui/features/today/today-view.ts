import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type { ActivityRecord, BatchRecord, HandoverRecord, PersonRecord } from '../../../domain/records.ts';
import { beijingDate, endOfBeijingDay, type Instant, plusMs } from '../../../domain/time.ts';
import { isOpenDue, type OpenDue } from '../../../usecases/activity-due.ts';
import { type DeskFacts, dueOf } from './desk-facts.ts';

/** Recordings that wait for the same act. */
export interface Pile {
  readonly count: number;
  /** Not all were counted. */
  readonly more: boolean;
  readonly sizeBytes: number;
  readonly since: Instant;
}

/** An intake that was stopped or broken off, with files still to come. */
export interface UnfinishedIntake {
  readonly id: string;
  readonly sourceLabel: string;
  readonly startedAt: Instant;
  readonly filesLeft: number;
}

/** One thing that waits for the person. */
export type Due = { readonly id: string; readonly order: DueOrder } & (
  | { readonly kind: 'footage'; readonly activity: ActivityRecord; readonly due: OpenDue }
  | { readonly kind: 'on-site' | 'end-not-marked' | 'check' | 'go'; readonly activity: ActivityRecord }
  | { readonly kind: 'resume'; readonly intake: UnfinishedIntake }
  | { readonly kind: 'countersign'; readonly batch: BatchRecord }
  | { readonly kind: 'store' | 'hand-over'; readonly pile: Pile }
  | { readonly kind: 'accept'; readonly handover: HandoverRecord }
  | { readonly kind: 'explain' | 'deferred' | 'export'; readonly activity: ActivityRecord; readonly count: number }
  | { readonly kind: 'explain-footage' | 'decide'; readonly count: number; readonly since: Instant }
  | { readonly kind: 'read-report' | 'read-gap'; readonly activity: ActivityRecord; readonly since: Instant }
  | { readonly kind: 'sign-second' | 'sign-rules' | 'sign-templates' | 'spilled-copies'; readonly count: number }
);

/**
 * Sorted by `by`: the deadline. What has none ranks as today's business, after today's deadlines and before tomorrow's; among
 * equals what has waited longest comes first.
 */
export interface DueOrder {
  readonly by: Instant;
  readonly hasDeadline: boolean;
  readonly since: Instant;
}

const DAY_MS = 86_400_000;
/** Plans of which nothing came, and the person's own record, are looked at for so long. */
const LOOK_BACK_MS = 30 * DAY_MS;
const WARN_DAYS = 30;

/** Everything that waits for the person, most urgent first. `intakes`: those of this station that stand still; `judged`: see `judgedItems`. */
export function dueItems(
  facts: DeskFacts,
  now: Instant,
  intakes: readonly UnfinishedIntake[] = [],
  judged: readonly Due[] = [],
): readonly Due[] {
  const today = (since: Instant): DueOrder => ({ by: endOfBeijingDay(now), hasDeadline: false, since });
  const items: readonly Due[] = [
    ...facts.activities.flatMap((activity) => activityItems(activity, facts, now)),
    ...intakes.map(
      (intake): Due => ({ kind: 'resume', id: `resume ${intake.id}`, order: today(intake.startedAt), intake }),
    ),
    ...facts.batches.map(
      (batch): Due => ({ kind: 'countersign', id: `countersign ${batch.id}`, order: today(batch.completedAt), batch }),
    ),
    ...facts.handovers.map(
      (handover): Due => ({ kind: 'accept', id: `accept ${handover.id}`, order: today(handover.given.at), handover }),
    ),
    ...piles('store', facts.buffered, facts.partly.includes('buffered'), today),
    ...piles('hand-over', facts.stored, facts.partly.includes('stored'), today),
    ...judged,
  ];
  return [...items].sort(inOrder);
}

const inOrder = (a: Due, b: Due): number =>
  compare(a.order.by, b.order.by) ||
  Number(b.order.hasDeadline) - Number(a.order.hasDeadline) ||
  compare(a.order.since, b.order.since) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function piles(
  kind: 'store' | 'hand-over',
  rows: readonly RegisterRow[],
  more: boolean,
  order: (since: Instant) => DueOrder,
): readonly Due[] {
  const since = rows.map(({ takenInAt }) => takenInAt).sort()[0];
  if (since === undefined) return [];
  const pile = { count: rows.length, more, sizeBytes: rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), since };
  return [{ kind, id: kind, order: order(since), pile }];
}

/** At most one thing is due of one activity: going there, finishing it, or bringing its footage. */
function activityItems(activity: ActivityRecord, facts: DeskFacts, now: Instant): readonly Due[] {
  const { arrived, finished, recordings } = activity;
  const today = endOfBeijingDay(now);
  const item = (kind: 'on-site' | 'end-not-marked' | 'check' | 'go', by: Instant, since: Instant): readonly Due[] => [
    { kind, id: `${kind} ${activity.id}`, order: { by, hasDeadline: false, since }, activity },
  ];
  if (finished === null) {
    if (recordings.length > 0) return item('end-not-marked', today, arrived?.at ?? activity.created.at);
    // What goes on now stands above what is due tonight.
    if (arrived !== null) return item('on-site', arrived.at, arrived.at);
    const next = facts.unchecked.includes(activity.id) ? 'check' : 'go';
    return goes(activity, now) ? item(next, departure(activity, now), activity.created.at) : [];
  }
  const due = dueOf(activity, facts, now);
  if (!isOpenDue(due)) return [];
  const order: DueOrder =
    due.kind === 'away'
      ? { by: today, hasDeadline: false, since: finished.at }
      : { by: due.deadline, hasDeadline: true, since: finished.at };
  return [{ kind: 'footage', id: `footage ${activity.id}`, order, activity, due }];
}

/** Plans up to the end of tomorrow, and of the last 30 days those of which nothing came. */
function goes({ plannedAt, created }: ActivityRecord, now: Instant): boolean {
  const earliest = plusMs(now, -LOOK_BACK_MS);
  if (plannedAt === null) return created.at >= earliest;
  return plannedAt >= earliest && plannedAt <= plusMs(endOfBeijingDay(now), DAY_MS);
}

/** A plan without a time, or whose time has passed, is today's business. */
const departure = ({ plannedAt }: ActivityRecord, now: Instant): Instant =>
  plannedAt === null || plannedAt < now ? endOfBeijingDay(now) : plannedAt;

export type UrgentDue = Extract<Due, { readonly kind: 'footage' }>;

/**
 * The one thing with the large countdown: the nearest deadline of Art. 13 that can still be met. What is late already stands on top
 * of the rows all the same, and takes the place only where nothing else runs; an activity away without a return comes last.
 */
export function mostUrgent(items: readonly Due[]): UrgentDue | null {
  const footage = items.filter((item): item is UrgentDue => item.kind === 'footage');
  const first = (kind: OpenDue['kind']): UrgentDue | undefined => footage.find(({ due }) => due.kind === kind);
  return first('open') ?? first('late') ?? first('away') ?? null;
}

/** Of the person's activities that ended in the last 30 days (Art. 6). The four figures add up: required is the sum of the others. */
export interface RecordTally {
  readonly required: number;
  readonly recorded: number;
  readonly pending: number;
  readonly late: number;
}

export function recordTally(facts: DeskFacts, now: Instant): RecordTally {
  const earliest = plusMs(now, -LOOK_BACK_MS);
  const dues = facts.activities
    // Not bounded by `now`, which the page knows to the minute: what has just ended counts at once.
    .filter(({ finished }) => finished !== null && finished.at >= earliest)
    .map((activity) => dueOf(activity, facts, now).kind);
  const count = (...kinds: readonly string[]): number => dues.filter((kind) => kinds.includes(kind)).length;
  return { required: dues.length, recorded: count('met'), pending: count('open', 'away'), late: count('late') };
}

export interface ExpiringCertificate {
  readonly id: string;
  readonly name: string | null;
  /** Last valid day. */
  readonly to: string;
  readonly over: boolean;
}

/**
 * Enforcement certificates that end within 30 days or have ended: of the own division, of the whole bureau for those who look
 * after all (custodian, legal affairs office).
 */
export function expiringCertificates(
  persons: readonly PersonRecord[],
  viewer: PersonRecord,
  now: Instant,
): readonly ExpiringCertificate[] {
  const all = viewer.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice');
  const today = beijingDate(now);
  const limit = beijingDate(plusMs(now, WARN_DAYS * DAY_MS));
  return persons
    .filter((person) => person.roles.includes('officer') && (all || person.division === viewer.division))
    .flatMap(({ id, name, certificateValid: { to } }) =>
      to === null || to > limit ? [] : [{ id, name, to, over: to < today }],
    )
    .sort((a, b) => compare(a.to, b.to) || compare(a.id, b.id));
}
