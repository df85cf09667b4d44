import type { OfficerFacts } from './facts.ts';
import type { ParameterValues } from './parameters.ts';
import { plusDays } from './working-days.ts';

/** Art. 1: the certificate's last day, where it lies within the days of warning; null otherwise, and where no day is known. */
export function certificateEnding(
  { certificateValid: { to } }: Pick<OfficerFacts, 'certificateValid'>,
  today: string,
  { certificateWarnDays }: Pick<ParameterValues, 'certificateWarnDays'>,
): string | null {
  return to !== null && to >= today && to <= plusDays(today, certificateWarnDays) ? to : null;
}

/** Art. 21(3): whether a person may not be put on an activity on a day. */
export const isSuspendedOn = ({ suspended }: Pick<OfficerFacts, 'suspended'>, day: string): boolean =>
  suspended !== null && suspended.from <= day && day <= suspended.to;
