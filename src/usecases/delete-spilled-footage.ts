import { isFault } from '../base/fault.ts';
import type { Control } from '../base/job.ts';
import { type MediumId, type RecordingId, recordingIdOf } from '../domain/ids.ts';
import type { IntakeItem } from '../domain/ports/local-state.ts';
import type { MediumStore } from '../domain/ports/medium-store.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { RecordingRecord } from '../domain/records.ts';
import type { SpillRecord } from '../domain/spill-record.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk } from './desk.ts';
import type { FootagePorts } from './footage-ports.ts';
import { signAct } from './signed-act.ts';

/** Footage that orders in force want deleted: nothing stores it any more. */
export async function spilledRecordings(records: Pick<ReadModel, 'all'>): Promise<ReadonlySet<RecordingId>> {
  return new Set((await records.all('spill')).flatMap(({ recordings }) => recordings));
}

/**
 * Deletes files that orders in force name: what this station keeps of them, and copies on media that are connected now; a medium
 * that is not waits for whoever connects it. Deleted first, said afterwards: a stop between the two leaves it said later.
 */
export async function deleteSpilledFootage(
  desk: Desk,
  ports: Pick<FootagePorts, 'buffer' | 'media'>,
  signal: AbortSignal,
): Promise<void> {
  for (const spill of await desk.records.all('spill')) {
    if (spill.recordings.length === 0) continue;
    await deleteHere(desk, ports, spill);
    const records = await desk.records.getMany('recording', spill.recordings);
    for (const medium of new Set(records.flatMap(({ copies }) => copies.map((copy) => copy.medium))))
      await deleteOn(desk, ports, spill, medium, records, signal);
  }
}

/** Buffer, pictures and lists of intakes. Nothing is said while an intake still copies one of the files. */
async function deleteHere(desk: Desk, { buffer }: Pick<FootagePorts, 'buffer'>, spill: SpillRecord): Promise<void> {
  const { local } = desk;
  const named = new Set<RecordingId>(spill.recordings);
  const items = (await local.intakes()).flatMap((intake) => intake.items);
  if (items.some((item) => isCopyOf(item, named))) return;
  const held = (await local.buffered()).filter(({ recording }) => named.has(recording));
  const own = (spill.files ?? []).filter((one) => one.medium === null && one.station === desk.station.station);
  const isListed = items.some(({ state }) => state.kind === 'recorded' && named.has(state.recording));
  if (own.length > 0 && held.length === 0 && !isListed) return;
  for (const place of held) await buffer.purge(place);
  await local.forgetRecordings(spill.recordings);
  const said = new Set(own.flatMap(({ deleted }) => deleted));
  const deleted = held.map(({ recording }) => recording).filter((recording) => !said.has(recording));
  const missing = own.length > 0 ? [] : spill.recordings.filter((recording) => !deleted.includes(recording));
  if (own.length > 0 && deleted.length === 0) return local.removeBuffered(held.map(({ recording }) => recording));
  // The place goes last: it tells after a restart that there was something to say.
  if (await sign(desk, spill, null, deleted, missing))
    await local.removeBuffered(held.map(({ recording }) => recording));
}

const isCopyOf = ({ state }: IntakeItem, named: ReadonlySet<RecordingId>): boolean =>
  state.kind === 'copied' && named.has(recordingIdOf(state.digests.sha256));

async function deleteOn(
  desk: Desk,
  { media }: Pick<FootagePorts, 'media'>,
  spill: SpillRecord,
  medium: MediumId,
  records: readonly RecordingRecord[],
  signal: AbortSignal,
): Promise<void> {
  const connected = await media.connect(medium);
  if (!connected.ok) return;
  const [deleted, missing, different]: [RecordingId[], RecordingId[], RecordingId[]] = [[], [], []];
  try {
    for (const record of records) {
      const result = await remove(connected.value, record, medium, { signal, report: () => undefined });
      if (result === 'deleted') deleted.push(record.id);
      else if (result === 'missing') missing.push(record.id);
      else if (result === 'different') different.push(record.id);
    }
  } catch (error) {
    // Pulled or full of faults: what is left waits for the next time it is connected.
    if (!isFault(error)) throw error;
  } finally {
    if (deleted.length + missing.length > 0) await sign(desk, spill, medium, deleted, missing);
    if (different.length > 0) await signDifferent(desk, medium, different);
  }
}

/** null: not on this medium, or known to differ there. Another content under its name may be another's: a person has to look. */
async function remove(
  store: MediumStore,
  { copies, digests, sizeBytes }: RecordingRecord,
  medium: MediumId,
  control: Control<number>,
): Promise<'deleted' | 'missing' | 'different' | null> {
  const copy = copies.find((one) => one.medium === medium);
  if (copy === undefined || copy.lastCheck.result === 'different') return null;
  const { result } = await store.remove(copy.path, { treeSha256: digests.treeSha256, sizeBytes }, control);
  return result;
}

async function sign(
  desk: Desk,
  spill: SpillRecord,
  medium: MediumId | null,
  deleted: readonly RecordingId[],
  missing: readonly RecordingId[],
): Promise<boolean> {
  const signed = await signAct(desk, desk.stationSigner, {
    kind: 'footage-deleted',
    subject: subjectOf('spill', spill.id),
    body: { spill: spill.id, station: desk.station.station, medium, deleted: [...deleted], missing: [...missing] },
    details: null,
    refs: [spill.ordered.entry],
  });
  return signed.ok;
}

const signDifferent = (desk: Desk, medium: MediumId, recordings: readonly RecordingId[]) =>
  signAct(desk, desk.stationSigner, {
    kind: 'fixity-checked',
    subject: subjectOf('medium', medium),
    body: {
      medium,
      checkedAt: desk.now(),
      results: recordings.map((recording) => ({ recording, result: 'different' as const })),
    },
    details: null,
  });
