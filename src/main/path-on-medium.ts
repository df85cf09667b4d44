import { mediumPath } from '../domain/medium-path.ts';
import { formatNumber, formatRecordingNumber } from '../domain/numbering.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { toBeijing } from '../domain/time.ts';
import { STORE } from '../text/store.ts';
import type { Desk } from '../usecases/desk.ts';

/** Enough of a SHA-256 to tell files of one folder apart; the whole stands in the book. */
const DIGEST_DIGITS = 16;

/**
 * Where recordings go on a medium, below the year of their intake in Beijing:
 * `2026/A-2026-录-37/A-2026-录-37-02_REC_0044.MP4`, or in a folder of its own what no activity is linked to. Numbers stand
 * in their plain form whatever style the office shows: the style may be switched, a path stays.
 */
export async function pathOnMedium(desk: Pick<Desk, 'now'>): Promise<(recording: RecordingRecord) => string> {
  return ({ id, no, sources: [source] }) => {
    const { year } = toBeijing(source?.takenInAt ?? desk.now());
    const place = mediumPath({
      folder: no === null ? STORE.unlinkedFolder : formatNumber(no.activity),
      number: no === null ? id.slice(0, DIGEST_DIGITS) : formatRecordingNumber(no.activity, no.item),
      originalName: source?.originalName ?? null,
    });
    return `${year}/${place}`;
  };
}
