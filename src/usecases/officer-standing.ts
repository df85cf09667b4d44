import { done, type Outcome, refused } from '../base/outcome.ts';
import type { OfficerStandingRecord } from '../domain/course-records.ts';
import type { EntryId, PersonId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Duty } from '../regulation/duty.ts';
import { DEFAULT_VALUES } from '../regulation/parameters.ts';
import { suspensionEnd } from '../regulation/suspension.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { typed } from './sign-course.ts';
import { signAct } from './signed-act.ts';

export interface SuspendedPerson {
  readonly person: PersonId;
  readonly to: string;
  /** null where it is not on this station. */
  readonly decisionNo: string | null;
}

/** The suspension a person is under on a calendar day; the one that ends last. */
export function suspensionOn(record: OfficerStandingRecord | null, day: string) {
  const running = (record?.suspensions ?? []).filter(({ from, to }) => from <= day && day <= to);
  return running.sort((a, b) => (a.to < b.to ? -1 : 1)).at(-1) ?? null;
}

/** Who of these may not enforce on a day (Art. 21(3)): neither be put on an activity nor be given a device. */
export async function suspendedAmong(
  records: Pick<ReadModel, 'getMany'>,
  persons: readonly PersonId[],
  day: string,
): Promise<readonly SuspendedPerson[]> {
  const known = await records.getMany('officerStanding', persons);
  return known.flatMap((record) => {
    const suspension = suspensionOn(record, day);
    return suspension === null ? [] : [{ person: record.id, to: suspension.to, decisionNo: suspension.decisionNo }];
  });
}

/** Art. 1: a training. */
export async function noteTraining(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  on: string,
  subject: string | null,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'officer-trained',
    subject: subjectOf('person', person),
    body: { person, on },
    details: { subject: typed(subject) },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Art. 4: an officer's days on the duty roster; no hours: off duty. */
export async function planDuty(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  duty: Duty,
): Promise<Outcome<EntryId, RuleRefusal>> {
  const { from, to, workingDaysOnly, hours } = duty;
  const signed = await signAct(desk, seat.signer, {
    kind: 'duty-planned',
    subject: subjectOf('person', person),
    body: { person, from, to, workingDaysOnly, hours: hours && { ...hours } },
    details: null,
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}

/** Art. 21(3): 停止执法工作一个月 from a day, by a decision that has a number. */
export async function suspendOfficer(
  desk: Desk,
  seat: Seat,
  person: PersonId,
  from: string,
  decisionNo: string,
): Promise<Outcome<EntryId, RuleRefusal | { readonly code: 'decision-missing' }>> {
  const number = typed(decisionNo);
  if (number === null) return refused({ code: 'decision-missing' });
  const signed = await signAct(desk, seat.signer, {
    kind: 'officer-suspended',
    subject: subjectOf('person', person),
    // The month is the regulation's own number: no publication changes it.
    body: { person, from, to: suspensionEnd(from, DEFAULT_VALUES.suspensionMonths) },
    details: { decisionNo: number },
  });
  return signed.ok ? done(signed.value.id) : refused(signed.refusal);
}
