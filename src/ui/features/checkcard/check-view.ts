import { type DeviceDayRecord, deviceDayId } from '../../../domain/course-records.ts';
import type { CheckAction } from '../../../domain/course-words.ts';
import type { DeviceId } from '../../../domain/ids.ts';
import type { SourceHealth } from '../../../domain/ports/footage-source.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { beijingDate, beijingDateTime, fromBeijing, type Instant, plusMs } from '../../../domain/time.ts';
import { checkFaults, clockOffsetSec } from '../../../regulation/device-check.ts';
import type { CheckFault } from '../../../regulation/facts.ts';
import { CHECKCARD } from '../../../text/checkcard.ts';
import { clockMinutes } from '../../../text/times.ts';
import type { CheckDraft } from '../../../usecases/check-device.ts';

const T = CHECKCARD.form;

/** What the card holds, as it was typed or read out. */
export interface CheckFields {
  readonly battery: string;
  readonly freeGB: string;
  readonly minutes: string;
  readonly planned: string;
  readonly shown: string;
  /** The station's time at the moment of pressing; null: not pressed yet. */
  readonly referenceAt: Instant | null;
  readonly test: 'ok' | 'bad' | '';
  readonly lens: 'clean' | 'wiped' | 'bad' | '';
  readonly action: CheckAction | '';
  readonly remark: string;
  readonly result: 'pass' | 'fail' | '';
  /** Which of the values the device told itself; typing over one makes it the person's. */
  readonly told: readonly ('battery' | 'freeGB' | 'shown')[];
}

export const EMPTY_CHECK: CheckFields = {
  battery: '',
  freeGB: '',
  minutes: '',
  planned: '',
  shown: '',
  referenceAt: null,
  test: '',
  lens: '',
  action: '',
  remark: '',
  result: '',
  told: [],
};

const CLOCK = /^(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})[ T]+)?(\d{1,2})[:：](\d{2})[:：](\d{2})$/;

/** `16:40:37` of the day at hand, or with the date the device shows; undefined where it is none. */
export function readShown(text: string, now: Instant): Instant | undefined {
  const found = CLOCK.exec(text.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0] = (found[1] === undefined ? beijingDate(now).split('-') : found.slice(1, 4)).map(
    Number,
  );
  const [hour = 0, minute = 0, second = 0] = found.slice(4).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  return fromBeijing({ year, month, day, hour, minute, second });
}

const number = (text: string, most: number, form: RegExp): number | null | undefined => {
  if (text.trim() === '') return null;
  return form.test(text.trim()) && Number(text) <= most ? Number(text) : undefined;
};
const WHOLE = /^\d{1,5}$/;
const DECIMAL = /^\d{1,5}(?:\.\d{1,3})?$/;

export const batteryOf = ({ battery }: CheckFields): number | null | undefined => number(battery, 100, WHOLE);
export const freeGBOf = ({ freeGB }: CheckFields): number | null | undefined => number(freeGB, 99_999, DECIMAL);
export const minutesOf = ({ minutes }: CheckFields): number | null | undefined => number(minutes, 99_999, WHOLE);
export const plannedOf = ({ planned }: CheckFields): number | null | undefined => number(planned, 99_999, WHOLE);

/** The device's clock against the station's; null while it is not compared. */
export function offsetOf(fields: CheckFields): number | null {
  if (fields.referenceAt === null) return null;
  const shown = readShown(fields.shown, fields.referenceAt);
  return shown === undefined ? null : clockOffsetSec(shown, fields.referenceAt);
}

/** What is still to be entered, first things first; undefined: nothing. */
export function missingIn(fields: CheckFields, now: Instant): string | undefined {
  if (batteryOf(fields) === undefined) return T.batteryBad;
  if (freeGBOf(fields) === undefined) return T.spaceBad;
  if (minutesOf(fields) === undefined || plannedOf(fields) === undefined) return T.minutesBad;
  if (readShown(fields.shown, now) === undefined) return T.shownBad;
  if (fields.referenceAt === null) return T.notPressed;
  if (fields.test === '') return T.testMissing;
  if (fields.lens === '') return T.lensMissing;
  return fields.result === '' ? T.useMissing : undefined;
}

/** The card as it is signed; null while something is missing. */
export function draftOf(fields: CheckFields, activity: ActivityRecord['id'] | null, now: Instant): CheckDraft | null {
  const shownAt = fields.referenceAt === null ? undefined : readShown(fields.shown, fields.referenceAt);
  if (missingIn(fields, now) !== undefined || shownAt === undefined || fields.referenceAt === null) return null;
  const freeGB = freeGBOf(fields) ?? null;
  return {
    activity,
    plannedMinutes: plannedOf(fields) ?? null,
    shownAt,
    referenceAt: fields.referenceAt,
    batteryPercent: batteryOf(fields) ?? null,
    freeMB: freeGB === null ? null : Math.round(freeGB * 1000),
    estimatedMinutes: minutesOf(fields) ?? null,
    testOk: fields.test === 'ok',
    lensClean: fields.lens !== 'bad',
    passed: fields.result === 'pass',
    action: fields.action === '' ? null : fields.action,
    remark: fields.remark,
  };
}

/** What the card shows to be wrong, whatever will be done about it. */
export function faultsSeen(
  fields: CheckFields,
  limits: { readonly clockOffsetWarnSec: number },
): readonly CheckFault[] {
  const seen = {
    offsetSec: offsetOf(fields) ?? 0,
    estimatedMinutes: minutesOf(fields) ?? null,
    testOk: fields.test !== 'bad',
    lensClean: fields.lens !== 'bad',
    passed: true,
    action: null,
    remarked: false,
  };
  return checkFaults(seen, plannedOf(fields) ?? null, limits);
}

/** What a connected device told, put into the card; what it did not tell is left as it is. */
export function withHealth(fields: CheckFields, health: SourceHealth): CheckFields {
  const { battery, space, clock } = health;
  const told: CheckFields['told'][number][] = [];
  let next = fields;
  if (battery.origin === 'device') {
    next = { ...next, battery: String(Math.round(battery.value)) };
    told.push('battery');
  }
  if (space.origin === 'device') {
    next = { ...next, freeGB: (space.value.freeBytes / 1e9).toFixed(1) };
    told.push('freeGB');
  }
  if (clock.origin === 'device') {
    const shown = plusMs(clock.readAt, clock.value.offsetSec * 1000);
    next = { ...next, shown: beijingDateTime(shown, true), referenceAt: clock.readAt };
    told.push('shown');
  }
  return { ...next, told };
}

/** How a device stands today, for the steps on top. */
export interface DeviceStanding {
  readonly id: DeviceId;
  readonly passed: boolean | null;
  readonly words: string;
}

export function standingOf(device: DeviceId, days: readonly DeviceDayRecord[], today: string): DeviceStanding {
  const last = days.find(({ id }) => id === deviceDayId(device, today))?.checks.at(-1);
  if (last === undefined) return { id: device, passed: null, words: CHECKCARD.notYet };
  const at = clockMinutes(last.signed.at);
  return { id: device, passed: last.passed, words: last.passed ? CHECKCARD.passedAt(at) : CHECKCARD.failedAt(at) };
}
