import type { ExaminationRecord, UnlinkedRecord } from '../domain/course-records.ts';
import { EVERY_RECORDING } from '../domain/every-recording.ts';
import type { BatchId, RecordingId } from '../domain/ids.ts';
import type { ReadModel, RegisterRow } from '../domain/ports/read-model.ts';
import type { BatchRecord, HandoverRecord, RecordingRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import { evaluate, type Judgement } from '../regulation/evaluate.ts';
import type { IntakeFacts, UnlinkedFacts } from '../regulation/facts.ts';
import type { Desk } from './desk.ts';
import { rulesOf } from './findings-of.ts';
import { shotOffDuty } from './off-duty.ts';

export interface IntakeRecords {
  readonly batch: BatchRecord;
  readonly recordings: readonly RecordingRecord[];
  readonly handovers: readonly HandoverRecord[];
  readonly examination: ExaminationRecord | null;
  /** The newest footage of the same device, in the register's lines: what came before and after. */
  readonly ofDevice: readonly RegisterRow[];
}

/** What the records say of one intake, as the rules look at it. Pure. */
export function intakeFactsOf({ batch, recordings, handovers, examination, ofDevice }: IntakeRecords): IntakeFacts {
  const own = new Set(recordings.map(({ id }) => id));
  const others = ofDevice.filter(({ id }) => !own.has(id));
  const names = recordings.flatMap(
    ({ sources }) => sources.find((source) => source.batch === batch.id)?.originalName ?? [],
  );
  const accepted = handovers.flatMap((handover) => handover.accepted ?? []);
  const handedOverAt = accepted.map(({ at }) => at).sort()[0] ?? null;
  return {
    batch: batch.id,
    device: batch.device,
    completedAt: batch.completedAt,
    names,
    earlierNames: others.flatMap(({ takenInAt, originalName }) =>
      takenInAt <= batch.completedAt && originalName !== null ? [originalName] : [],
    ),
    index: examination?.index ?? null,
    explained: isExplained(batch),
    acknowledged: (examination?.acknowledged ?? null) !== null,
    handedOverAt,
    cardCleared: accepted.length === 0 ? null : accepted.every(({ cardCleared }) => cardCleared),
    reusedAt: reusedAt(others, batch.completedAt, handedOverAt),
  };
}

/** Where the details are not on this station (their label is missing then), it is not said that nothing was explained. */
const isExplained = ({ sourceLabel, unregisteredExplanation }: BatchRecord): boolean =>
  sourceLabel === null || (unregisteredExplanation ?? '').trim() !== '';

/** The first capture after the intake and before the card was handed over and cleared. */
function reusedAt(others: readonly RegisterRow[], completedAt: Instant, handedOverAt: Instant | null): Instant | null {
  const later = others.flatMap((row) =>
    row.capturedIsClaim && row.capturedAt > completedAt && (handedOverAt === null || row.capturedAt < handedOverAt)
      ? [row.capturedAt]
      : [],
  );
  return later.sort()[0] ?? null;
}

/** How far back names of a device are looked at: several full cards. */
const NEWEST = 2_000;

/** What the book holds about one intake, as the rules look at it. */
export async function readIntake(records: Pick<ReadModel, 'getMany' | 'get' | 'register'>, batch: BatchRecord) {
  const recordings = await records.getMany('recording', batch.recordings);
  const [handovers, examination, page] = await Promise.all([
    records.getMany('handover', [...new Set(recordings.flatMap(({ handover }) => handover?.id ?? []))]),
    records.get('examination', batch.id),
    batch.device === null
      ? null
      : records.register(
          {
            ...EVERY_RECORDING,
            device: batch.device,
            sort: 'takenInAt',
            descending: true,
          },
          { offset: 0, limit: NEWEST },
        ),
  ]);
  return intakeFactsOf({ batch, recordings, handovers, examination, ofDevice: page?.rows ?? [] });
}

/** Findings about one intake: the source, the counter, the card. */
export async function findingsOfIntake(
  desk: Pick<Desk, 'records' | 'book' | 'now'>,
  id: BatchId,
): Promise<Judgement | null> {
  const batch = await desk.records.get('batch', id);
  if (batch === null) return null;
  const facts = await readIntake(desk.records, batch);
  const rules = await rulesOf(desk, batch.completedAt);
  return evaluate({ activity: null, intakes: [facts], unlinked: [] }, rules, desk.now());
}

/** What the records say of footage without an activity; null where it has one. */
export async function readUnlinked(
  records: Pick<ReadModel, 'get' | 'getMany'>,
  recording: RecordingRecord,
): Promise<UnlinkedFacts | null> {
  if (recording.activity !== null) return null;
  const [said, outsideDuty] = await Promise.all([
    records.get('unlinked', recording.id),
    shotOffDuty(records, recording),
  ]);
  return unlinkedFactsOf(recording, said, outsideDuty);
}

function unlinkedFactsOf(
  recording: RecordingRecord,
  said: UnlinkedRecord | null,
  outsideDuty: boolean | null,
): UnlinkedFacts | null {
  const first = recording.sources[0];
  if (first === undefined) return null;
  return {
    recording: recording.id,
    reason: recording.unlinkedReason ?? 'pending',
    takenInAt: first.takenInAt,
    outsideDuty,
    decided: said?.decision?.decision ?? null,
  };
}

/** Findings about one recording of the queue 待核实. */
export async function findingsOfUnlinked(
  desk: Pick<Desk, 'records' | 'book' | 'now'>,
  id: RecordingId,
): Promise<Judgement | null> {
  const recording = await desk.records.get('recording', id);
  const facts = recording && (await readUnlinked(desk.records, recording));
  if (facts === null) return null;
  const rules = await rulesOf(desk, facts.takenInAt);
  return evaluate({ activity: null, intakes: [], unlinked: [facts] }, rules, desk.now());
}
