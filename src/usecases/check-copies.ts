import type { Control, Progress } from '../base/job.ts';
import { inLanes } from '../base/lanes.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { MediumId, RecordingId } from '../domain/ids.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk } from './desk.ts';
import { asFile, lanesOf, makeFileProgress, SMALL_FILE_LANES } from './file-progress.ts';
import type { FootagePorts, MediumRefusal } from './footage-ports.ts';
import { noteIncident } from './note-incident.ts';
import { signAct } from './signed-act.ts';

const BATCH = 200;

export interface CopyCheck {
  readonly same: number;
  readonly wrong: readonly { readonly recording: RecordingId; readonly result: 'different' | 'missing' }[];
}

/**
 * 复核: reads every byte of copies on one medium again and compares with the digests in the book. Each round is signed
 * by the station; a difference freezes the recording as 校验不一致 and is an incident (A12-4).
 */
export async function checkCopies(
  desk: Desk,
  ports: Pick<FootagePorts, 'media'>,
  medium: MediumId,
  recordings: readonly RecordingId[],
  control: Control<Progress>,
): Promise<Outcome<CopyCheck, MediumRefusal>> {
  const connected = await ports.media.connect(medium);
  if (!connected.ok) return refused(connected.refusal);
  const todo = (await desk.records.getMany('recording', recordings)).filter((r) =>
    r.copies.some((c) => c.medium === medium),
  );
  const progress = makeFileProgress(todo.map(asFile), control.report);
  const checked: { recording: RecordingId; result: 'same' | 'different' | 'missing' }[] = [];
  let signedUpTo = 0;
  const settle = async () => {
    const some = checked.slice(signedUpTo);
    signedUpTo = checked.length;
    if (some.length > 0) await sign(desk, medium, some);
  };
  const one = async (recording: RecordingRecord): Promise<void> => {
    control.signal.throwIfAborted();
    const path = pathOn(recording, medium);
    const file = asFile(recording);
    const report = (bytes: number) => progress.at(file, bytes);
    const { result } =
      path === null
        ? { result: 'missing' as const }
        : await connected.value.verify(path, recording.digests.treeSha256, { signal: control.signal, report });
    progress.end(file);
    checked.push({ recording: recording.id, result });
  };
  try {
    for (let at = 0; at < todo.length; at += BATCH) {
      await inLanes(todo.slice(at, at + BATCH), SMALL_FILE_LANES, lanesOf, one);
      await settle();
    }
  } finally {
    await settle();
  }
  return done(summary(checked));
}

const pathOn = (recording: RecordingRecord, medium: MediumId): string | null =>
  recording.copies.find((copy) => copy.medium === medium)?.path ?? null;

function summary(
  checked: readonly { readonly recording: RecordingId; readonly result: 'same' | 'different' | 'missing' }[],
): CopyCheck {
  return {
    same: checked.filter(({ result }) => result === 'same').length,
    wrong: checked.flatMap(({ recording, result }) => (result === 'same' ? [] : [{ recording, result }])),
  };
}

async function sign(
  desk: Desk,
  medium: MediumId,
  results: readonly { readonly recording: RecordingId; readonly result: 'same' | 'different' | 'missing' }[],
): Promise<void> {
  await signAct(desk, desk.stationSigner, {
    kind: 'fixity-checked',
    subject: subjectOf('medium', medium),
    body: { medium, checkedAt: desk.now(), results: results.map((line) => ({ ...line })) },
    details: null,
  });
  const wrong = results.filter(({ result }) => result !== 'same');
  if (wrong.length > 0) await noteIncident(desk, 'copy-damaged', { medium, count: wrong.length });
}
