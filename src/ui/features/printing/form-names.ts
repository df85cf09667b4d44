import { fromBase64url } from '../../../base/base64url.ts';
import { toHex } from '../../../base/hex.ts';
import type { DeviceId, DivisionId, EntryId, MediumId, PersonId, StationId } from '../../../domain/ids.ts';
import type {
  ActivityRecord,
  BureauRecord,
  DeviceRecord,
  MediumRecord,
  PersonRecord,
  Signed,
  StationRecord,
} from '../../../domain/records.ts';
import type { FormStamp, PrintedSignature } from '../../../forms/form-cell.ts';
import { matterByRow } from '../../../regulation/checklist.ts';
import { ACTIVITY_TYPE, CARRIER } from '../../../text/nouns.ts';
import { CELL } from '../../../text/printing.ts';

/** The small registers a form speaks from. */
export interface FormRegisters {
  readonly bureau: BureauRecord | null;
  readonly persons: readonly PersonRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly media: readonly MediumRecord[];
  readonly stations: readonly StationRecord[];
}

/** What cells print. A name whose details are not on this station leaves its cell blank, for the pen. */
export interface FormNames {
  readonly bureau: string;
  readonly person: (id: PersonId | null) => string;
  readonly unitOf: (id: PersonId) => string;
  readonly certificateOf: (id: PersonId) => string | null;
  readonly device: (id: DeviceId | null) => string;
  readonly medium: (id: MediumId) => string;
  readonly station: (id: StationId) => string;
  /** The station at which an entry was signed: a station's own key, or the person's key of that station. */
  readonly placeOf: (signed: Signed) => string;
  readonly signature: (signed: Signed) => PrintedSignature | null;
}

export function formNames({ bureau, persons, devices, media, stations }: FormRegisters): FormNames {
  const person = (id: PersonId | null): PersonRecord | undefined => persons.find((one) => one.id === id);
  const unit = (id: DivisionId | undefined): string => bureau?.divisions.find((one) => one.id === id)?.name ?? '';
  const station = (id: StationId | undefined): string => {
    const found = stations.find((one) => one.id === id);
    return found === undefined ? '' : CELL.station(found.code, found.name ?? '');
  };
  const stationOf = ({ by, key }: Signed): StationId | undefined => {
    if (by.kind === 'station') return by.station;
    return by.kind === 'person' ? person(by.person)?.keys.find((one) => one.key === key)?.station : undefined;
  };
  return {
    bureau: bureau?.name ?? '',
    person: (id) => person(id)?.name ?? '',
    unitOf: (id) => unit(person(id)?.division),
    certificateOf: (id) => person(id)?.certificateNo ?? null,
    device: (id) => {
      if (id === null) return CELL.notBureauDevice;
      const device = devices.find((one) => one.id === id);
      return device?.label == null ? '' : CELL.deviceOf(device.label, CARRIER[device.carrier]);
    },
    medium: (id) => media.find((one) => one.id === id)?.label ?? '',
    station,
    placeOf: (signed) => station(stationOf(signed)),
    signature: ({ by, at, key }) =>
      by.kind === 'person' ? { name: person(by.person)?.name ?? '', at, keyId: key } : null,
  };
}

/** An entry's id is the SHA-256 of its signed bytes in base64url; forms print it in hex. */
export const entryHex = (entry: EntryId): string => toHex(fromBase64url(entry));

/** The entry a sheet stands on. `recordId` is the record's number, or the entry's id where it has none. */
export const stampOf = ({ entry, key }: Pick<Signed, 'entry' | 'key'>, recordId: string | null): FormStamp => ({
  recordId: recordId ?? entry,
  sha256: entryHex(entry),
  signerKeyId: key,
});

/** `现场检查（1）、调查取证（2）`; an activity outside the list prints its type. */
export function mattersCell({ matters, type }: Pick<ActivityRecord, 'matters' | 'type'>): string {
  if (matters.length === 0) return CELL.offList(ACTIVITY_TYPE[type]);
  return CELL.matters(matters.map((row) => ({ row, name: matterByRow(row)?.cells.matter.normalized ?? '' })));
}

/** Unlike texts, each once, in their order; blank ones left out. */
export const listed = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join(CELL.join);
