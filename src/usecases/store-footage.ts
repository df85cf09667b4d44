import type { Control, Progress } from '../base/job.ts';
import { inLanes } from '../base/lanes.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { DivisionId, MediumId, RecordingId } from '../domain/ids.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { spilledRecordings } from './delete-spilled-footage.ts';
import type { Desk } from './desk.ts';
import { asFile, lanesOf, makeFileProgress, SMALL_FILE_LANES } from './file-progress.ts';
import type { FootagePorts, MediumRefusal, MediumStore } from './footage-ports.ts';
import { signAct } from './signed-act.ts';

const BATCH = 200;

export interface Stored {
  readonly stored: number;
  readonly purged: number;
}

export interface StorePorts extends Pick<FootagePorts, 'buffer' | 'media'> {
  /** Where a recording goes on a medium: safe on every file system, and telling to a person. */
  readonly pathOf: (recording: RecordingRecord) => string;
}

/**
 * From the buffer to a registered medium (Art. 12): written, read back there, signed by the station; only then the
 * buffer lets go. Stopping loses nothing: what is signed stays, the rest stays in the buffer.
 */
export async function storeFootage(
  desk: Desk,
  ports: StorePorts,
  medium: MediumId,
  recordings: readonly RecordingId[],
  control: Control<Progress>,
): Promise<Outcome<Stored, MediumRefusal>> {
  const connected = await ports.media.connect(medium);
  if (!connected.ok) return refused(connected.refusal);
  const spilled = await spilledRecordings(desk.records);
  const todo = (await desk.records.getMany('recording', recordings)).filter((r) => r.buffered && !spilled.has(r.id));
  const progress = makeFileProgress(todo.map(asFile), control.report);
  const written: Written[] = [];
  const tally = { stored: 0, purged: 0 };
  const settle = async () => {
    const some = written.splice(0);
    if (some.length === 0) return;
    await sign(desk, medium, some);
    tally.stored += some.length;
    tally.purged += await purge(
      desk,
      ports,
      some.map(({ recording }) => recording),
    );
  };
  const one = async (recording: RecordingRecord): Promise<void> => {
    control.signal.throwIfAborted();
    const file = asFile(recording);
    const report = (bytes: number) => progress.at(file, bytes);
    const stored = await write(desk, ports, connected.value, recording, { signal: control.signal, report });
    progress.end(file);
    if (stored !== null) written.push(stored);
  };
  try {
    for (let at = 0; at < todo.length; at += BATCH) {
      await inLanes(todo.slice(at, at + BATCH), SMALL_FILE_LANES, lanesOf, one);
      await settle();
    }
  } finally {
    await settle();
  }
  return done({ stored: tally.stored, purged: tally.purged });
}

interface Written {
  readonly recording: RecordingRecord;
  readonly path: string;
}

async function write(
  desk: Desk,
  ports: StorePorts,
  store: MediumStore,
  recording: RecordingRecord,
  control: Control<number>,
): Promise<Written | null> {
  const place = await desk.local.bufferedAt(recording.id);
  if (place === null) return null;
  const blob = await ports.buffer.open(place);
  const { path } = await store.put(ports.pathOf(recording), blob, recording.digests.treeSha256, control);
  return { recording, path };
}

async function divisionOf(desk: Desk, recording: RecordingRecord): Promise<DivisionId | undefined> {
  if (recording.activity !== null) return (await desk.records.get('activity', recording.activity))?.division;
  const [source] = recording.sources;
  return source === undefined ? undefined : (await desk.records.get('person', source.takenInBy))?.division;
}

async function sign(desk: Desk, medium: MediumId, written: readonly Written[]): Promise<void> {
  const [first] = written;
  const division = first === undefined ? undefined : await divisionOf(desk, first.recording);
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'copies-stored',
    subject: subjectOf('medium', medium),
    body: {
      medium,
      verifiedAt: desk.now(),
      copies: written.map(({ recording }) => ({ recording: recording.id, treeSha256: recording.digests.treeSha256 })),
    },
    details: { paths: written.map(({ path }) => path) },
    ...(division === undefined ? {} : { division }),
  });
  if (!signed.ok) throw new Error(`the station may not sign its own copies: ${signed.refusal.rule}`);
}

/** The buffer lets go only after the book says a medium holds the bytes; the file goes last. */
async function purge(
  desk: Desk,
  ports: Pick<StorePorts, 'buffer'>,
  stored: readonly RecordingRecord[],
): Promise<number> {
  const ids = stored.map(({ id }) => id);
  const [first] = stored;
  const division = first === undefined ? undefined : await divisionOf(desk, first);
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'buffer-purged',
    subject: subjectOf('station', desk.station.station),
    body: { station: desk.station.station, recordings: ids },
    details: null,
    ...(division === undefined ? {} : { division }),
  });
  if (!signed.ok) return 0;
  await letGo(desk, ports, ids);
  return ids.length;
}

async function letGo(desk: Desk, ports: Pick<StorePorts, 'buffer'>, ids: readonly RecordingId[]): Promise<void> {
  const one = async (id: RecordingId): Promise<void> => {
    const place = await desk.local.bufferedAt(id);
    if (place !== null) await ports.buffer.purge(place);
  };
  await inLanes(ids, SMALL_FILE_LANES, () => 1, one);
  await desk.local.removeBuffered(ids);
}

/** Whoever was killed between the signature and the end of the purge left files that a medium holds, and a list that names them. */
export async function finishPurge(desk: Desk, ports: Pick<StorePorts, 'buffer'>): Promise<void> {
  const held = await desk.local.buffered();
  const records = await desk.records.getMany(
    'recording',
    held.map(({ recording }) => recording),
  );
  const stored = records.filter(({ copies }) => copies.some(({ lastCheck }) => lastCheck.result === 'same'));
  const unsigned = stored.filter(({ buffered }) => buffered);
  for (let at = 0; at < unsigned.length; at += BATCH) await purge(desk, ports, unsigned.slice(at, at + BATCH));
  const signed = stored.filter(({ buffered }) => !buffered);
  if (signed.length > 0)
    await letGo(
      desk,
      ports,
      signed.map(({ id }) => id),
    );
}
