import type { RecordingRecord, RecordingState } from '../../domain/records.ts';

/** Where a recording stands by its copies and its hand-over, once a check has found all copies sound again. */
export function restate(record: RecordingRecord): RecordingState {
  if (record.copies.some((copy) => copy.lastCheck.result !== 'same')) return 'damaged';
  if (record.state !== 'damaged') return record.state;
  if (record.handover !== null) return record.handover.accepted ? 'in-custody' : 'handing-over';
  return record.copies.length > 0 ? 'stored' : 'buffered';
}

/** A hand-over moves neither what is doubtful nor what is not there any more. */
export const movedTo = ({ state }: RecordingRecord, to: RecordingState): RecordingState =>
  state === 'damaged' || state === 'removed' ? state : to;
