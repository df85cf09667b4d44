import { mediumPath } from '../domain/medium-path.ts';
import { formatNumber, formatRecordingNumber } from '../domain/numbering.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { STORE } from '../text/store.ts';
import type { Desk } from '../usecases/desk.ts';

/**
 * Where recordings go on a medium. Numbers stand in their plain form whatever style the office shows: the document
 * style may be switched, a path stays.
 */
export async function pathOnMedium(desk: Pick<Desk, 'now'>): Promise<(recording: RecordingRecord) => string> {
  return ({ id, no, sources: [source] }) =>
    mediumPath({
      activityNo: no && formatNumber(no.activity),
      recordingNo: no && formatRecordingNumber(no.activity, no.item),
      originalName: source?.originalName ?? null,
      recording: id,
      takenInAt: source?.takenInAt ?? desk.now(),
      unlinkedFolder: STORE.unlinkedFolder,
    });
}
