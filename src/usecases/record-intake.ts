import { type ActivityId, type DivisionId, type RecordingId, recordingIdOf } from '../domain/ids.ts';
import type { OfficeNumber } from '../domain/numbering.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { BodyOf, DetailsOf } from '../ledger/kinds.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';
import { nextItem } from './link-footage.ts';
import { signAct } from './signed-act.ts';

type Copied = Extract<IntakeItem['state'], { kind: 'copied' }>;
type FileBody = BodyOf<'footage-taken-in'>['files'][number];

const NAME_MAX = 300;
const PATH_MAX = 1200;

interface Ready {
  readonly item: IntakeItem;
  readonly state: Copied;
  readonly recording: RecordingId;
}

/**
 * Signs verified files into the book, at most 200 in one entry, and remembers where the buffer holds them. A content
 * that is in the book already gets another source, not another original, and its second copy in the buffer is let go.
 * What this intake signed before it was killed is not signed again. Gives the items as they stand then.
 */
export async function recordIntake(
  desk: Desk,
  { buffer }: Pick<FootagePorts, 'buffer'>,
  session: IntakeSession,
  copied: readonly IntakeItem[],
): Promise<readonly IntakeItem[]> {
  const ready = copied.flatMap((item): Ready[] =>
    item.state.kind === 'copied'
      ? [{ item, state: item.state, recording: recordingIdOf(item.state.digests.sha256) }]
      : [],
  );
  const known = await knownAmong(desk, ready);
  await sign(
    desk,
    session,
    ready.filter((one) => !isSigned(session, one, known.get(one.recording))),
  );
  const kept = await keptAmong(desk, session, ready, known);
  await desk.local.putBuffered(
    ready
      .filter(({ item, recording }) => kept.get(recording) === item.key)
      .map(({ item, recording }) => ({ recording, batch: session.batch, key: item.key })),
  );
  const recorded: IntakeItem[] = [];
  for (const { item, recording } of ready) {
    const duplicate = kept.get(recording) !== item.key;
    if (duplicate) await buffer.purge({ batch: session.batch, key: item.key });
    recorded.push({ ...item, state: { kind: 'recorded', recording, duplicate } });
  }
  return recorded;
}

type Known = ReadonlyMap<RecordingId, RecordingRecord>;

/** What the book held of these contents before. */
async function knownAmong(desk: Desk, ready: readonly Ready[]): Promise<Known> {
  const ids = ready.map(({ recording }) => recording);
  return new Map((await desk.records.getMany('recording', ids)).map((record) => [record.id, record]));
}

const pathOf = ({ path }: IntakeItem): string => path.slice(0, PATH_MAX);

/** Killed between the signature and the note of it, an intake finds its own signature in the book. */
const isSigned = ({ batch }: IntakeSession, { item }: Ready, known: RecordingRecord | undefined): boolean =>
  known?.sources.some((source) => source.batch === batch && source.originalPath === pathOf(item)) ?? false;

/**
 * By content, which file of the buffer is its original: the first of this intake, unless one was taken in before. Where this station's
 * book says that its buffer holds the content and nobody knows where, the file at hand is kept: it may be the only one.
 */
async function keptAmong(
  desk: Desk,
  session: IntakeSession,
  ready: readonly Ready[],
  known: Known,
): Promise<ReadonlyMap<RecordingId, string | null>> {
  const kept = new Map<RecordingId, string | null>();
  for (const { item, recording } of ready) {
    if (kept.has(recording)) continue;
    const before = known.get(recording);
    const place = before === undefined ? null : await desk.local.bufferedAt(recording);
    const isElsewhere = before !== undefined && !(before.buffered && beganHere(desk, before));
    if (place !== null) kept.set(recording, place.batch === session.batch ? place.key : null);
    else kept.set(recording, isElsewhere ? null : item.key);
  }
  return kept;
}

const beganHere = (desk: Desk, { sources }: RecordingRecord): boolean => sources[0]?.station === desk.station.station;

async function sign(desk: Desk, session: IntakeSession, ready: readonly Ready[]): Promise<void> {
  if (ready.length === 0) return;
  const { body, details, division } = await draft(desk, session, ready);
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'footage-taken-in',
    subject: subjectOf('batch', session.batch),
    body,
    details,
    division,
  });
  if (!signed.ok) throw new Error(`the station may not sign its own intake: ${signed.refusal.rule}`);
}

async function draft(desk: Desk, session: IntakeSession, ready: readonly Ready[]) {
  const numbers = await numbering(
    desk,
    ready.map(({ item }) => item),
  );
  const files = ready.map(({ item, state }): FileBody => fileBody(item, state, numbers));
  const body: BodyOf<'footage-taken-in'> = {
    batch: session.batch,
    station: desk.station.station,
    takenInBy: session.person,
    device: session.device,
    startedAt: session.startedAt,
    completedAt: latest(ready.map(({ state }) => state.verifiedAt)) ?? desk.now(),
    readBack: 'verified-cache-not-excluded',
    files,
  };
  const details: DetailsOf<'footage-taken-in'> = {
    sourceLabel: session.sourceLabel.slice(0, 200),
    unregisteredExplanation: session.unregisteredExplanation,
    files: ready.map(({ item }) => ({
      name: item.name.slice(0, NAME_MAX),
      path: pathOf(item),
      modifiedAt: item.modifiedAt,
    })),
  };
  const division = await divisionOfIntake(
    desk,
    session,
    ready.map(({ item }) => item),
  );
  return { body, details, division };
}

const latest = <T extends string>(times: readonly T[]): T | undefined => [...times].sort().at(-1);

interface Numbering {
  readonly activities: ReadonlyMap<ActivityId, ActivityRecord>;
  readonly take: (
    activity: ActivityId,
    sha256: string,
  ) => { readonly activity: OfficeNumber; readonly item: number } | null;
}

/** Item numbers in the order of the list; the same content twice gets one number. */
async function numbering(desk: Desk, items: readonly IntakeItem[]): Promise<Numbering> {
  const ids = [...new Set(items.flatMap((item) => (item.activity === null ? [] : [item.activity])))];
  const activities = new Map((await desk.records.getMany('activity', ids)).map((activity) => [activity.id, activity]));
  const next = new Map<ActivityId, number>();
  for (const activity of activities.values()) next.set(activity.id, await nextItem(desk.records, activity));
  const given = new Map<string, number>();
  return {
    activities,
    take: (id, sha256) => {
      const activity = activities.get(id);
      if (activity === undefined) return null;
      const before = given.get(`${id} ${sha256}`);
      const item = before ?? next.get(id) ?? 1;
      if (before === undefined) next.set(id, item + 1);
      given.set(`${id} ${sha256}`, item);
      return { activity: activity.no, item };
    },
  };
}

function fileBody(item: IntakeItem, { digests, facts }: Copied, numbers: Numbering): FileBody {
  const no = item.activity === null ? null : numbers.take(item.activity, digests.sha256);
  return {
    ...digests,
    sizeBytes: item.sizeBytes,
    mediaType: facts.mediaType,
    container: facts.container,
    durationMs: facts.durationMs,
    capturedAtRaw: facts.capturedAtRaw === null ? null : { ...facts.capturedAtRaw },
    activity: no === null ? null : item.activity,
    no,
    unlinkedReason: no === null ? (item.unlinkedReason ?? 'pending') : null,
  };
}

/** The carrier of the activity's division; unlinked footage travels with the division of who took it in. */
export async function divisionOfIntake(
  desk: Desk,
  session: IntakeSession,
  items: readonly IntakeItem[],
): Promise<DivisionId> {
  const ids = items.flatMap(({ activity }) => activity ?? []);
  const [first] = await desk.records.getMany('activity', ids.slice(0, 1));
  if (first !== undefined) return first.division;
  const person = await desk.records.get('person', session.person);
  if (person === null) throw new Error('an intake by nobody');
  return person.division;
}
