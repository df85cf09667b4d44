import type { Job } from '../../../base/job.ts';
import type { ActivityId } from '../../../domain/ids.ts';
import type { MediaFacts } from '../../../domain/media-facts.ts';
import { shortNumber } from '../../../domain/numbering.ts';
import type { IntakeItem, IntakeSession } from '../../../domain/ports/local-state.ts';
import type { ActivityRecord, UnlinkedReason } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { type FaultWording, faultWords } from '../../../text/faults.ts';
import { INTAKE } from '../../../text/intake.ts';
import { commas, percent, size } from '../../../text/times.ts';
import { activityDue } from '../../../usecases/activity-due.ts';
import type { IntakePlan, PlannedItem } from '../../../usecases/plan-intake.ts';

/** Where a planned file shall go: `activity:ID`, or a reason. Text, so that a select box can hold it. */
export type PlaceValue = `activity:${string}` | UnlinkedReason;

export interface PlanLine {
  readonly id: string;
  readonly planned: PlannedItem;
  readonly place: PlaceValue;
}

export const placeOfActivity = (id: ActivityId): PlaceValue => `activity:${id}`;

/** The lines of a plan, those that need a person first, then by activity and name. */
export function planLines(plan: IntakePlan): readonly PlanLine[] {
  const lines = plan.items.map(
    (planned): PlanLine => ({
      id: planned.item.path,
      planned,
      place: planned.match === null ? 'pending' : placeOfActivity(planned.match.activity),
    }),
  );
  const rank = (line: PlanLine): number => (line.planned.standing !== 'new' ? 2 : line.place === 'pending' ? 0 : 1);
  return lines.sort((a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place) || (a.id < b.id ? -1 : 1));
}

/** New media are chosen beforehand; what is known already or is no medium waits for a tick. */
export const preselected = (lines: readonly PlanLine[]): ReadonlySet<string> =>
  new Set(lines.filter((line) => line.planned.standing === 'new').map((line) => line.id));

/** Words where the chosen files would not fit into the buffer. */
export function tooLarge(chosen: readonly PlanLine[], freeBytes: number | null): string | undefined {
  const bytes = chosen.reduce((sum, { planned }) => sum + planned.item.sizeBytes, 0);
  return freeBytes === null || bytes <= freeBytes ? undefined : INTAKE.tooLarge(size(bytes), size(freeBytes));
}

export function toChoice(line: PlanLine) {
  const activity = line.place.startsWith('activity:') ? (line.place.slice(9) as ActivityId) : null;
  return {
    item: line.planned.item,
    activity,
    unlinkedReason: activity === null ? (line.place as UnlinkedReason) : null,
  };
}

export const countStanding = (plan: IntakePlan, standing: PlannedItem['standing']): number =>
  plan.items.filter((item) => item.standing === standing).length;

/** Activities a file may be put under: newest first, by number and title. */
export function activityChoices(activities: readonly ActivityRecord[]) {
  return [...activities]
    .sort((a, b) => (a.created.at < b.created.at ? 1 : -1))
    .slice(0, 200)
    .map((activity) => ({
      value: placeOfActivity(activity.id),
      label: `${shortNumber(activity.no)} ${activity.title ?? ''}`,
    }));
}

export const isLooking = (job: Job<unknown, unknown>): boolean => job.kind === 'waiting' || job.kind === 'running';

/** So long without a file, and a person should hear that it is still being waited for. */
const SLOW_MS = 10_000;

/** Whether a look at a source has found nothing for so long that it must be said. */
export const isSlow = (job: Job<unknown, unknown>, found: number, sinceMs: number): boolean =>
  isLooking(job) && found === 0 && sinceMs >= SLOW_MS;

export interface IntakeTally {
  readonly recorded: number;
  readonly duplicates: number;
  readonly failed: readonly IntakeItem[];
  readonly total: number;
}

export function tally(session: Pick<IntakeSession, 'items'>): IntakeTally {
  const recorded = session.items.filter((item) => item.state.kind === 'recorded');
  return {
    recorded: recorded.length,
    duplicates: recorded.filter((item) => item.state.kind === 'recorded' && item.state.duplicate).length,
    failed: session.items.filter((item) => item.state.kind === 'failed'),
    total: session.items.length,
  };
}

export type ItemStateWord = 'queued' | 'copied' | 'recorded' | 'duplicate' | 'failed';
export const itemState = (item: IntakeItem): ItemStateWord =>
  item.state.kind === 'recorded' && item.state.duplicate ? 'duplicate' : item.state.kind;

/** Over a cable the list knows names only; what a look at the ends of a file found fills the gaps, and moves nothing. */
export const withSeen = (listed: MediaFacts, seen: MediaFacts | undefined): MediaFacts => ({
  ...listed,
  durationMs: listed.durationMs ?? seen?.durationMs ?? null,
  capturedAtRaw: listed.capturedAtRaw ?? seen?.capturedAtRaw ?? null,
});

/** A fault of an intake, and how far the intake came; a pulled cable or card is called that. */
export function troubleWords(code: string, job: Job<unknown, unknown>): FaultWording {
  const words = faultWords(code);
  const isPulled = code === 'camera-gone' || code === 'source-gone';
  if (job.kind !== 'failed' || job.progress === undefined) return words;
  const { done, total } = job.progress.bytes;
  const at = percent(total === 0 ? 0 : done / total);
  if (isPulled) return { ...words, happened: INTAKE.pulled(code, at), safe: INTAKE.pulledSafe };
  return { ...words, happened: INTAKE.stoppedAt(words.happened, at) };
}

const STANDINGS = ['recorded', 'copied', 'failed', 'queued'] as const;

/** Where the files of an intake that stands still are: how many, how large, and how safe that is. */
export function situation(items: readonly IntakeItem[]): readonly { readonly term: string; readonly words: string }[] {
  return STANDINGS.flatMap((kind) => {
    const some = items.filter(({ state }) => state.kind === kind);
    if (some.length === 0) return [];
    const bytes = size(some.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    return [{ term: INTAKE.situationTerms[kind], words: INTAKE.situationWords[kind](commas(some.length), bytes) }];
  });
}

/** The first deadline of Art. 13 that is running for some activities; null where none is. */
export function firstDeadline(activities: readonly ActivityRecord[], now: Instant): Instant | null {
  const deadlines = activities.flatMap((activity) => {
    const due = activityDue(activity, now);
    return due.kind === 'open' || due.kind === 'late' ? [due.deadline] : [];
  });
  return deadlines.sort()[0] ?? null;
}

/** An intake that moves, or waits for its turn; the others stand still until a person goes on with them. */
export const isUnderWay = (job: Job<unknown, unknown> | null): boolean =>
  job?.kind === 'running' || job?.kind === 'waiting';

/**
 * Those that move and those that stand still, each in the order they began: `jobs` are on the board in the order of their turns.
 */
export function inTurnOrder<T extends { readonly batch: string }>(
  sessions: readonly T[],
  jobs: readonly { readonly id: string; readonly job: () => Job<unknown, unknown> }[],
): { readonly underWay: readonly T[]; readonly still: readonly T[] } {
  const moving = jobs.filter(({ job }) => isUnderWay(job())).map(({ id }) => id);
  const underWay = moving.flatMap((id) => sessions.find(({ batch }) => batch === id) ?? []);
  return { underWay, still: sessions.filter((one) => !underWay.includes(one)) };
}

/** How many have their turn before this one; 0 for the one that has it. */
export const before = (underWay: readonly { readonly batch: string }[], batch: string): number =>
  Math.max(
    0,
    underWay.findIndex((one) => one.batch === batch),
  );
