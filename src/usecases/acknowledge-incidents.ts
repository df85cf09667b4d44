import { done, type Outcome } from '../base/outcome.ts';
import type { EntryId, StationId } from '../domain/ids.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** 阅知: custodian or legal affairs office has seen what a station found, and says what was done about it. */
export async function acknowledgeIncidents(
  desk: Desk,
  seat: Seat,
  station: StationId,
  incidents: readonly EntryId[],
  remark: string | null,
): Promise<Outcome<null, RuleRefusal>> {
  const signed = await signAct(desk, seat.signer, {
    kind: 'incident-acknowledged',
    subject: subjectOf('incidents', station),
    body: { station },
    details: { remark },
    refs: incidents,
  });
  return signed.ok ? done(null) : signed;
}
