import { asId, HASH_ID_FORM, ID_FORM, type KeyId, type StationId } from '../../../domain/ids.ts';
import { isInstant } from '../../../domain/time.ts';
import type { Incident, IncidentsRecord } from '../../../domain/witness-records.ts';
import type { IncidentCode } from '../../../ledger/kinds.ts';
import { faultWords } from '../../../text/faults.ts';
import { INCIDENT, INCIDENT_FACT, INCIDENT_WHY, INCIDENTS } from '../../../text/incidents.ts';
import { keyGroups, timeInTable } from '../../../text/times.ts';

export interface IncidentLine {
  /** The entry that noted it. */
  readonly id: string;
  readonly station: StationId;
  readonly incident: Incident;
}

/** Newest first; those nobody has seen before those that were. */
export function incidentLines(records: readonly IncidentsRecord[]): readonly IncidentLine[] {
  const lines = records.flatMap(({ id: station, incidents }) =>
    incidents.map((incident) => ({ id: incident.noted.entry as string, station, incident })),
  );
  const isOpen = ({ incident }: IncidentLine): number => (incident.acknowledged === null ? 0 : 1);
  return lines.sort((a, b) => isOpen(a) - isOpen(b) || (a.incident.noted.at < b.incident.noted.at ? 1 : -1));
}

export const incidentWords = ({ code }: Incident): { readonly happened: string; readonly done: string } =>
  (INCIDENT as Readonly<Record<string, (typeof INCIDENT)[IncidentCode]>>)[code] ?? {
    happened: INCIDENTS.unknown,
    done: INCIDENTS.unknownDone,
  };

/** By which link or whose key, and the numbers: codes and ids put as people read them. */
export function factWords(
  { facts }: Incident,
  stationName: (id: string) => string,
  mediumName: (id: string) => string,
): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      if (name === 'count') return INCIDENTS.times(Number(value));
      return INCIDENTS.fact(INCIDENT_FACT[name] ?? name, factValue(name, value, stationName, mediumName));
    })
    .join(INCIDENTS.listed);
}

/** Enough of an id to tell one from another on a page; the export has the whole. */
const SHORT = 8;

function factValue(
  name: string,
  value: string | number,
  stationName: (id: string) => string,
  mediumName: (id: string) => string,
): string {
  const text = String(value);
  if (name === 'link') return ID_FORM.test(text) ? stationName(text) : INCIDENTS.unknownLink;
  if (name === 'medium') return mediumName(text);
  if (name === 'fault') return faultWords(text).happened;
  if (name === 'batch' || name === 'item') return text.slice(0, SHORT);
  if (name === 'key' && HASH_ID_FORM.test(text)) return keyGroups(asId<KeyId>(text));
  // A code that this version does not know stays as it is.
  if (name === 'code') return (INCIDENT_WHY as Readonly<Record<string, string>>)[text] ?? text;
  return isInstant(text) ? timeInTable(text) : text;
}

/** Why these cannot be acknowledged together: one entry speaks of one station's. */
export function chosenFault(chosen: readonly IncidentLine[]): string | undefined {
  if (chosen.length === 0) return INCIDENTS.choose;
  return new Set(chosen.map(({ station }) => station)).size > 1 ? INCIDENTS.oneStation : undefined;
}
