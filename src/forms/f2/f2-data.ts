import type { Instant } from '../../domain/time.ts';
import type { FormBase, TextCell, TimeCell } from '../form-cell.ts';
import { thousands } from '../house/format.ts';

/** One check of one device (Art. 5). Numbers are what the officer read on it; null: not read. */
export interface F2Row {
  readonly checkedAt: TimeCell;
  readonly device: TextCell;
  readonly batteryPercent: number | null;
  readonly freeMB: number | null;
  readonly estimatedMinutes: number | null;
  readonly shownAt: TimeCell;
  readonly referenceAt: TimeCell;
  readonly offsetSec: number;
  readonly testOk: boolean;
  readonly passed: boolean;
  readonly action: TextCell;
  readonly activityNo: TextCell;
  readonly checker: TextCell;
  /** Short id of the key that signed the row. */
  readonly signature: TextCell;
}

export interface F2Data extends FormBase {
  readonly bureau: string;
  /** What was selected, in words. */
  readonly scope: string;
  readonly asOf: Instant;
  readonly rows: readonly F2Row[];
}

/** `12.5 GB`, and under it `约 180 分`. */
export function spaceCell({ freeMB, estimatedMinutes }: Pick<F2Row, 'freeMB' | 'estimatedMinutes'>): string {
  if (freeMB === null && estimatedMinutes === null) return '／';
  const space = freeMB === null ? '' : freeMB >= 1000 ? `${(freeMB / 1000).toFixed(1)} GB` : `${thousands(freeMB)} MB`;
  const minutes = estimatedMinutes === null ? '' : `约 ${thousands(estimatedMinutes)} 分`;
  return space !== '' && minutes !== '' ? `${space}\n${minutes}` : `${space}${minutes}`;
}

/** `快 12`, `慢 90`, `0`: seconds the device's clock is ahead or behind. */
export const offsetCell = (offsetSec: number): string =>
  offsetSec === 0 ? '0' : `${offsetSec > 0 ? '快' : '慢'} ${thousands(Math.abs(offsetSec))}`;
