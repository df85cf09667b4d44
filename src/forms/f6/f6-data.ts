import type { GapCause, ReportMethod } from '../../domain/course-words.ts';
import { fromInstant } from '../../domain/time.ts';
import type { FormBase, PrintedSignature, TextCell, TimeCell } from '../form-cell.ts';
import { durationCell } from '../house/format.ts';

/** One interruption as it was stated, or only pressed on site. */
export interface F6Gap {
  readonly from: TimeCell;
  /** Null: never resumed. */
  readonly to: TimeCell;
  readonly cause: GapCause;
  /** Recording and time code of the spoken explanation; null where recording never went on. */
  readonly voice: TextCell;
  /** The report to the department head; null where it needs none. */
  readonly report: { readonly at: TimeCell; readonly method: ReportMethod | null; readonly to: TextCell } | null;
  readonly statement: TextCell;
}

/** 时间偏差说明: what a device's clock showed beside the standard time. */
export interface F6Clock {
  readonly device: TextCell;
  readonly shownAt: TimeCell;
  readonly referenceAt: TimeCell;
  readonly offset: TextCell;
  readonly proof: TextCell;
}

export interface F6Data extends FormBase {
  readonly bureau: string;
  readonly no: string;
  readonly activity: TextCell;
  readonly devices: TextCell;
  readonly place: TextCell;
  readonly officers: TextCell;
  readonly gaps: readonly F6Gap[];
  readonly clocks: readonly F6Clock[];
  readonly stated: readonly PrintedSignature[];
  readonly acknowledged: PrintedSignature | null;
}

export const CAUSES: Readonly<Record<GapCause, string>> = {
  equipmentFault: '设备故障',
  equipmentDamage: '设备损坏',
  severeWeather: '天气情况恶劣',
  lowBattery: '电量不足',
  storageFull: '存储空间不足',
  siteChange: '检查场所变化',
  otherObjective: '其他客观原因',
};

export const METHODS: Readonly<Record<ReportMethod, string>> = {
  phone: '电话',
  message: '短信或即时消息',
  inPerson: '当面',
  radio: '对讲机',
};

/** How long it lasted; ／ where it never went on, blank where an end is to be written. */
export function lengthCell({ from, to }: Pick<F6Gap, 'from' | 'to'>): string {
  if (from === null || to === null) return durationCell(null);
  return from === '' || to === '' ? '' : durationCell(fromInstant(to) - fromInstant(from));
}
