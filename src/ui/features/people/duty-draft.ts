import type { Duty } from '../../../regulation/duty.ts';
import { STANDING } from '../../../text/standing.ts';
import { readTypedDate, toHalfWidth } from '../../../text/typed.ts';

export type DutyKind = 'every' | 'workingDays' | 'off';

/** As it was typed. */
export interface DutyDraft {
  readonly from: string;
  readonly to: string;
  readonly kind: DutyKind;
  readonly start: string;
  readonly end: string;
}

const HOUR = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/;

function readHour(text: string): string | undefined {
  const [, hour, minute] = HOUR.exec(toHalfWidth(text).trim()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** What is wrong, in words; undefined where the line can be signed. */
export function dutyFault(draft: DutyDraft): string | undefined {
  const [from, to] = [readTypedDate(draft.from), readTypedDate(draft.to)];
  if (from === undefined || to === undefined) return STANDING.dateUnfit;
  if (to < from) return STANDING.dutyOrder;
  if (draft.kind === 'off') return undefined;
  return readHour(draft.start) === undefined || readHour(draft.end) === undefined ? STANDING.hourUnfit : undefined;
}

/** The line of the roster; null while something is wrong. */
export function dutyOf(draft: DutyDraft): Duty | null {
  if (dutyFault(draft) !== undefined) return null;
  const [start = '', end = ''] = [readHour(draft.start), readHour(draft.end)];
  return {
    from: readTypedDate(draft.from) ?? '',
    to: readTypedDate(draft.to) ?? '',
    workingDaysOnly: draft.kind === 'workingDays',
    hours: draft.kind === 'off' ? null : { from: start, to: end },
  };
}

export function dutyWords({ hours, workingDaysOnly }: Duty): string {
  if (hours === null) return STANDING.dutyKinds.off;
  return `${STANDING.dutyKinds[workingDaysOnly ? 'workingDays' : 'every']} ${STANDING.dutyHours(hours.from, hours.to)}`;
}
