import type { OfficerStandingRecord } from '../../../domain/course-records.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { certificateEnding } from '../../../regulation/certificate.ts';
import { type Duty, hoursOn } from '../../../regulation/duty.ts';
import type { ParameterValues } from '../../../regulation/parameters.ts';
import { suspensionOn } from '../../../usecases/officer-standing.ts';

export type CertificateState = 'valid' | 'ending' | 'over' | 'not-yet' | 'unknown';

/** Art. 1: whether a certificate holds on a day. Both of its days are included; without a day nothing is said. */
export function certificateState(
  person: Pick<PersonRecord, 'certificateValid'>,
  today: string,
  parameters: Pick<ParameterValues, 'certificateWarnDays'>,
): CertificateState {
  const { from, to } = person.certificateValid;
  if (from !== null && today < from) return 'not-yet';
  if (to === null) return 'unknown';
  if (to < today) return 'over';
  return certificateEnding(person, today, parameters) === null ? 'valid' : 'ending';
}

export interface StandingLine {
  readonly id: PersonRecord['id'];
  readonly person: PersonRecord;
  readonly certificate: CertificateState;
  readonly lastTraining: string | null;
  /** Hours of today; null: off duty; undefined: the roster says nothing. */
  readonly duty: Duty['hours'] | undefined;
  readonly suspension: { readonly from: string; readonly to: string; readonly decisionNo: string | null } | null;
  /** Suspensions that are over or still to come. */
  readonly otherSuspensions: number;
}

const URGENCY: Readonly<Record<CertificateState, number>> = { over: 0, 'not-yet': 1, ending: 2, unknown: 3, valid: 4 };

/** Officers of this bureau, who needs something first. */
export function standingLines(
  persons: readonly PersonRecord[],
  standings: readonly OfficerStandingRecord[],
  today: string,
  parameters: Pick<ParameterValues, 'certificateWarnDays'>,
): readonly StandingLine[] {
  const lines = persons
    .filter(({ roles, left }) => left === undefined && roles.includes('officer'))
    .map((person): StandingLine => {
      const standing = standings.find(({ id }) => id === person.id) ?? null;
      const now = suspensionOn(standing, today);
      return {
        id: person.id,
        person,
        certificate: certificateState(person, today, parameters),
        lastTraining: standing?.trainedOn.at(-1) ?? null,
        duty: hoursOn(standing?.duties ?? [], today),
        suspension: now,
        otherSuspensions: (standing?.suspensions.length ?? 0) - (now === null ? 0 : 1),
      };
    });
  const rank = (line: StandingLine): number => (line.suspension === null ? URGENCY[line.certificate] : -1);
  return lines.sort((a, b) => rank(a) - rank(b));
}
