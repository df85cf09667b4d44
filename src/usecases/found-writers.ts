import { isAbort, isFault } from '../base/fault.ts';
import type { Outcome } from '../base/outcome.ts';
import { EVERY_RECORDING } from '../domain/every-recording.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { FootageExaminer } from '../domain/ports/footage-examiner.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { RecordingRecord } from '../domain/records.ts';

export interface FoundWritersPorts {
  readonly probe: Pick<MediaProbe, 'probe'>;
  readonly examiner: Pick<FootageExaminer, 'signs'>;
  /** Bytes from the buffer or a connected medium. */
  readonly open: (recording: RecordingRecord) => Promise<Outcome<Blob, unknown>>;
}

/** Newest first: a model writes the same into all of them. */
const MOST_LISTED = 200;
const MOST_LOOKED_AT = 5;

/**
 * Names of programs in files of this device that its intakes asked about (Art. 11), as they stand there, so that nobody has to know
 * their spelling. Headers are read and nothing is shown; a file that is out of reach is passed over.
 */
export async function foundWriters(
  records: Pick<ReadModel, 'register' | 'getMany'>,
  ports: FoundWritersPorts,
  device: DeviceId,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names = new Set<string>();
  let looked = 0;
  for (const recording of await askedAbout(records, device)) {
    signal.throwIfAborted();
    if (looked === MOST_LOOKED_AT) break;
    const writers = await writersOf(ports, recording, signal);
    if (writers === null) continue;
    looked += 1;
    for (const name of writers) names.add(name);
  }
  return [...names];
}

async function askedAbout(
  records: Pick<ReadModel, 'register' | 'getMany'>,
  device: DeviceId,
): Promise<readonly RecordingRecord[]> {
  const { rows } = await records.register(
    {
      ...EVERY_RECORDING,
      device,
      sort: 'takenInAt',
      descending: true,
    },
    { offset: 0, limit: MOST_LISTED },
  );
  const recordings = await records.getMany(
    'recording',
    rows.map(({ id }) => id),
  );
  const batches = new Set(recordings.flatMap(({ sources }) => sources.map(({ batch }) => batch)));
  const examinations = await records.getMany('examination', [...batches]);
  return recordings.filter(({ id }) => examinations.some(({ traces }) => traces[id]?.includes('editorTag')));
}

async function writersOf(
  { probe, examiner, open }: FoundWritersPorts,
  recording: RecordingRecord,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  try {
    const opened = await open(recording);
    if (!opened.ok) return null;
    const facts = await probe.probe(opened.value, recording.sources[0]?.originalName ?? '', {
      signal,
      modifiedAt: null,
    });
    const signs = await examiner.signs(opened.value, facts, { signal, modifiedAt: null });
    return signs?.writers ?? null;
  } catch (error) {
    if (isAbort(error) || !isFault(error)) throw error;
    return null;
  }
}
