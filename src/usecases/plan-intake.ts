import { toBase64url } from '../base/base64url.ts';
import { isAbort, isFault } from '../base/fault.ts';
import type { Control, Progress } from '../base/job.ts';
import { isMerged } from '../domain/activity-stage.ts';
import type { CameraAtHand } from '../domain/camera.ts';
import { cardIndexOf } from '../domain/card-index.ts';
import { type CardList, MOST_LEFT_OUT_PATHS } from '../domain/card-list.ts';
import type { CardIndex } from '../domain/course-records.ts';
import { EVERY_RECORDING } from '../domain/every-recording.ts';
import { type ActivityId, type BatchId, type DeviceId, mintId, type RecordingId } from '../domain/ids.ts';
import { type FootageMatch, matchFootage } from '../domain/match-footage.ts';
import { type MediaFacts, unknownFacts } from '../domain/media-facts.ts';
import { factsOfName } from '../domain/media-name.ts';
import { type FootageItem, type FootageSource, isSourceLost } from '../domain/ports/footage-source.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { UnlinkedReason } from '../domain/records.ts';
import type { Desk, Seat } from './desk.ts';
import { fileNameHabits, readByHabits } from './probe-of-device.ts';
import { wholeActivities } from './whole-activity.ts';

/** One line of what is on the source, before anything is copied. */
export interface PlannedItem {
  readonly item: FootageItem;
  readonly facts: MediaFacts;
  /** `known`: same name, size and device are in the book already; only digests can tell for certain. */
  readonly standing: 'new' | 'known' | 'not-media';
  readonly match: FootageMatch | null;
  /** The recording that is presumed to be this file. */
  readonly knownAs: RecordingId | null;
}

export interface IntakePlan {
  /** What the card's own files list and hold of it. */
  readonly cardIndex: CardIndex | null;
  readonly items: readonly PlannedItem[];
  /** There too, and not offered: taken in from here before. */
  readonly passedOver?: readonly Pick<PlannedItem, 'item' | 'knownAs'>[];
}

export interface PlanOptions {
  readonly device: DeviceId | null;
  /** When the operator came from an activity's page, its id: footage without a plain place goes there. */
  readonly preferred: ActivityId | null;
}

export interface PlanControl extends Control<Progress> {
  /** Files as the listing finds them, for the screen to show before all are known. */
  readonly found?: (items: readonly FootageItem[]) => void;
}

/**
 * Looks at a source after the question of Art. 19 was answered: lists it, reads what each file says about itself (a
 * bounded part; over a cable only its name), recognises what was taken in before, and proposes a place for each. Progress
 * counts files looked at.
 */
export async function planIntake(
  desk: Desk,
  source: FootageSource,
  probe: MediaProbe,
  options: PlanOptions,
  control: PlanControl,
): Promise<IntakePlan> {
  const { signal, found = () => undefined } = control;
  const listed = await source.list({ signal, report: () => undefined, found });
  const [known, activities] = await Promise.all([knownNames(desk, options.device), desk.records.all('activity')]);
  const open = wholeActivities(activities).filter((one) => !isMerged(one));
  const nameKey = ({ name, sizeBytes }: FootageItem): string => `${name}\n${sizeBytes}`;
  const passedOver = (source.passedOver?.() ?? []).map((item) => ({ item, knownAs: known.get(nameKey(item)) ?? null }));
  const habits = await fileNameHabits(desk.records, options.device);
  const bytes = listed.reduce((sum, item) => sum + item.sizeBytes, 0);
  const items: PlannedItem[] = [];
  let seen = 0;
  for (const item of listed) {
    control.signal.throwIfAborted();
    const facts = readByHabits(await look(source, probe, item, control.signal), item.name, habits);
    const knownAs = known.get(nameKey(item)) ?? null;
    const match = matchFootage(facts.capturedAtRaw, options.device, open);
    items.push({
      item,
      facts,
      standing: knownAs === null ? standingOf(facts) : 'known',
      knownAs,
      match: match ?? fallback(options, facts),
    });
    seen += item.sizeBytes;
    control.report({
      files: { done: items.length, total: listed.length },
      bytes: { done: seen, total: bytes },
      current: item.name,
    });
  }
  const all = [...listed, ...passedOver.map(({ item }) => item)];
  return { items, passedOver, cardIndex: cardIndexOf(all.map(({ path }) => path)) };
}

const standingOf = (facts: MediaFacts): 'new' | 'not-media' =>
  facts.mediaType === 'other' || facts.mediaType === 'sidecar' ? 'not-media' : 'new';

const fallback = ({ preferred }: PlanOptions, facts: MediaFacts): FootageMatch | null =>
  preferred === null || facts.mediaType === 'other' ? null : { activity: preferred, by: 'same-day' };

/** A file that cannot be opened now is listed all the same; taking it in will say what is wrong. */
async function look(
  source: FootageSource,
  probe: MediaProbe,
  item: FootageItem,
  signal: AbortSignal,
): Promise<MediaFacts> {
  // A cable would take seconds for each file.
  if (source.peek !== undefined) return factsOfName(item.name, item.modifiedAt);
  try {
    const opened = await source.open(item, signal);
    if (opened.kind !== 'blob') return unknownFacts();
    return await probe.probe(opened.blob, item.name, { signal, modifiedAt: item.modifiedAt });
  } catch (error) {
    if (isAbort(error) || (isFault(error) && isSourceLost(error.code))) throw error;
    return unknownFacts();
  }
}

/** Name and size of everything this device has brought before. Without a device nothing is presumed. */
async function knownNames(desk: Desk, device: DeviceId | null): Promise<ReadonlyMap<string, RecordingId>> {
  if (device === null) return new Map();
  const page = await desk.records.register(
    {
      ...EVERY_RECORDING,
      device,
      sort: 'takenInAt',
      descending: true,
    },
    { offset: 0, limit: 50_000 },
  );
  return new Map(page.rows.map((row) => [`${row.originalName ?? ''}\n${row.sizeBytes}`, row.id]));
}

export interface Choice {
  readonly item: FootageItem;
  readonly activity: ActivityId | null;
  readonly unlinkedReason: UnlinkedReason | null;
}

/** Opens an intake of what the operator chose; kept at once, so that a crash goes on with it. */
export async function openIntake(
  desk: Desk,
  seat: Seat,
  chosen: readonly Choice[],
  from: {
    readonly device: DeviceId | null;
    readonly unregisteredExplanation: string | null;
    readonly sourceLabel: string;
    readonly sourceHandle: FileSystemDirectoryHandle | null;
    readonly sourceCamera?: CameraAtHand | null;
    /** What was found there; absent where only some files were handed over. */
    readonly plan?: IntakePlan;
  },
): Promise<IntakeSession> {
  const { plan, ...about } = from;
  const items = chosen.map(
    ({ item, activity, unlinkedReason }): IntakeItem => ({
      key: toBase64url(desk.random(12)),
      path: item.path,
      name: item.name,
      sizeBytes: item.sizeBytes,
      modifiedAt: item.modifiedAt,
      activity,
      unlinkedReason: activity === null ? (unlinkedReason ?? 'pending') : null,
      state: { kind: 'queued' },
    }),
  );
  const session: IntakeSession = {
    batch: mintId<BatchId>(desk.random),
    person: seat.person,
    startedAt: desk.now(),
    items,
    cardIndex: plan?.cardIndex ?? null,
    ...about,
  };
  if (plan !== undefined) await desk.local.putCardList(cardListOf(session.batch, plan, chosen));
  await desk.local.putIntake(session);
  return session;
}

function cardListOf(batch: BatchId, plan: IntakePlan, chosen: readonly Choice[]): CardList {
  const taken = new Set(chosen.map(({ item }) => item.path));
  const rest = plan.items.filter(({ item }) => !taken.has(item.path));
  const { passedOver = [] } = plan;
  const before = new Set([...rest, ...passedOver].flatMap(({ knownAs }) => knownAs ?? []));
  // Passed over as taken in before, though the book knows none of that name and size from this device.
  const doubtful = passedOver.filter(({ knownAs }) => knownAs === null);
  const leftOut = [...rest.filter(({ standing }) => standing === 'new'), ...doubtful].map(({ item }) => item.path);
  return {
    batch,
    listed: plan.items.length + passedOver.length,
    chosen: chosen.length,
    before: [...before],
    leftOut: leftOut.length,
    leftOther: rest.filter(({ standing }) => standing === 'not-media').length,
    leftOutPaths: leftOut.slice(0, MOST_LEFT_OUT_PATHS),
  };
}

/** Gives up what is not taken in yet: it stays on the card, and the list says so. */
export async function giveUpRest(desk: Pick<Desk, 'local'>, session: IntakeSession): Promise<void> {
  const list = await desk.local.cardList(session.batch);
  const rest = session.items.filter(({ state }) => state.kind !== 'recorded').map(({ path }) => path);
  if (list === null || rest.length === 0) return;
  await desk.local.putCardList({
    ...list,
    chosen: list.chosen - rest.length,
    leftOut: list.leftOut + rest.length,
    leftOutPaths: [...list.leftOutPaths, ...rest].slice(0, MOST_LEFT_OUT_PATHS),
  });
}
