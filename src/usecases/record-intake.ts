import type { ActivityId, DivisionId } from '../domain/ids.ts';
import { recordingIdOf } from '../domain/ids.ts';
import type { OfficeNumber } from '../domain/numbering.ts';
import type { IntakeItem, IntakeSession } from '../domain/ports/local-state.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { BodyOf, DetailsOf } from '../ledger/kinds.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';
import { nextItem } from './link-footage.ts';
import { signAct } from './signed-act.ts';

type Copied = Extract<IntakeItem['state'], { kind: 'copied' }>;
type FileBody = BodyOf<'footage-taken-in'>['files'][number];

export interface RecordedIntake {
  readonly item: IntakeItem;
}

const THUMBNAIL_WIDTH = 320;
const NAME_MAX = 300;
const PATH_MAX = 1200;

/**
 * Signs verified files into the book, at most 200 in one entry, and remembers where the buffer holds them. A content
 * that is in the book already gets another source, not another original, and its second copy in the buffer is let go.
 */
export async function recordIntake(
  desk: Desk,
  ports: Pick<FootagePorts, 'buffer' | 'probe'>,
  session: IntakeSession,
  copied: readonly IntakeItem[],
): Promise<readonly RecordedIntake[]> {
  const ready = copied.flatMap((item) => (item.state.kind === 'copied' ? [{ item, state: item.state }] : []));
  if (ready.length === 0) return [];
  const known = new Set(
    (
      await desk.records.getMany(
        'recording',
        ready.map(({ state }) => recordingIdOf(state.digests.sha256)),
      )
    ).map((r) => r.id),
  );
  const { body, details, division } = await draft(desk, session, ready);
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'footage-taken-in',
    subject: subjectOf('batch', session.batch),
    body,
    details,
    division,
  });
  if (!signed.ok) throw new Error(`the station may not sign its own intake: ${signed.refusal.rule}`);
  const recorded: RecordedIntake[] = [];
  for (const { item, state } of ready) {
    const recording = recordingIdOf(state.digests.sha256);
    const duplicate = known.has(recording);
    known.add(recording);
    const place = { batch: session.batch, key: item.key };
    if (duplicate) await ports.buffer.purge(place);
    else {
      await desk.local.putBuffered([{ recording, ...place }]);
      await keepThumbnail(desk, ports, place, state, recording);
    }
    recorded.push({ item: { ...item, state: { kind: 'recorded', recording, duplicate } } });
  }
  return recorded;
}

async function draft(
  desk: Desk,
  session: IntakeSession,
  ready: readonly { readonly item: IntakeItem; readonly state: Copied }[],
) {
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
      path: item.path.slice(0, PATH_MAX),
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

/** A picture is a help, never a condition. */
async function keepThumbnail(
  desk: Desk,
  ports: Pick<FootagePorts, 'buffer' | 'probe'>,
  place: { readonly batch: IntakeSession['batch']; readonly key: string },
  state: Copied,
  recording: ReturnType<typeof recordingIdOf>,
): Promise<void> {
  if (state.facts.mediaType !== 'video' && state.facts.mediaType !== 'photo') return;
  const blob = await ports.buffer.open(place);
  const image = await ports.probe
    .thumbnail(blob, state.facts, { signal: AbortSignal.timeout(10_000), maxWidth: THUMBNAIL_WIDTH })
    .catch(() => null);
  if (image !== null) await desk.local.putThumbnail(recording, image);
}
