import type { ExaminationRecord } from '../domain/course-records.ts';
import type { FileTrace } from '../domain/course-words.ts';
import type { BatchId, DivisionId, RecordingId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk } from './desk.ts';
import { signAct } from './signed-act.ts';

export interface Examination extends Pick<ExaminationRecord, 'index' | 'clockProofs'> {
  readonly files: readonly { readonly recording: RecordingId; readonly traces: readonly FileTrace[] }[];
}

const FILES_PER_ENTRY = 200;

/** Signs what this station saw inside an intake's files and on its card. Throws where the book refuses: a station may always say it. */
export async function noteExamination(
  desk: Desk,
  batch: BatchId,
  seen: Examination,
  division: DivisionId,
): Promise<void> {
  const files = seen.files.map(({ recording, traces }) => ({ recording, traces: [...traces] }));
  for (let at = 0; at === 0 || at < files.length; at += FILES_PER_ENTRY) {
    const signed = await signAct(desk, desk.stationSigner, {
      kind: 'intake-examined',
      subject: subjectOf('batch', batch),
      body: {
        batch,
        index: seen.index && { ...seen.index },
        clockProofs: at === 0 ? seen.clockProofs.map((proof) => ({ ...proof })) : [],
        files: files.slice(at, at + FILES_PER_ENTRY),
      },
      details: null,
      division,
    });
    if (!signed.ok) throw new Error(`an examination was refused: ${signed.refusal.rule}`);
  }
}
