import { subjectOf } from '../domain/subject.ts';
import type { IncidentCode } from '../ledger/kinds.ts';
import type { Desk } from './desk.ts';
import { signAct } from './signed-act.ts';

/** Puts on record that something was not as it should be. Never stands in the way of the act that met it. */
export async function noteIncident(
  desk: Desk,
  code: IncidentCode,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await signAct(desk, desk.stationSigner, {
    kind: 'incident-noted',
    subject: subjectOf('incidents', desk.station.station),
    body: { code, facts },
    details: null,
  });
}
