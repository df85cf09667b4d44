import type { DeviceId, DivisionId, MediumId, PersonId } from '../../domain/ids.ts';
import type { BureauRecord, DeviceRecord, MediumRecord, PersonRecord, StationRecord } from '../../domain/records.ts';
import { UNKNOWN_NAME } from '../../text/names.ts';
import { SYNC } from '../../text/sync.ts';
import { withLapsed } from '../../usecases/lapsed-delegations.ts';
import { useOffice } from './office.ts';
import { createWatched } from './watched.ts';

/** The small registers every screen needs to speak of people and things by name. */
export interface Registers {
  readonly bureau: BureauRecord | null;
  readonly persons: readonly PersonRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly media: readonly MediumRecord[];
  readonly stations: readonly StationRecord[];
}

const EMPTY: Registers = { bureau: null, persons: [], devices: [], media: [], stations: [] };

export interface Names {
  readonly registers: () => Registers;
  readonly person: (id: PersonId | null) => string;
  readonly device: (id: DeviceId | null) => string;
  readonly medium: (id: MediumId | null) => string;
  readonly division: (id: DivisionId | null) => string;
  /** By code and name; `unknown` where no such station was ever admitted. */
  readonly station: (id: string, unknown?: string) => string;
}

/** Follows the registers; a name whose details are not on this station says so. */
export function createNames(): Names {
  const { desk } = useOffice();
  const watched = createWatched(
    () => desk.book.bureau,
    async (model, bureau): Promise<Registers> => {
      const [own, persons, devices, media, stations] = await Promise.all([
        model.get('bureau', bureau),
        model.all('person'),
        model.all('device'),
        model.all('medium'),
        model.all('station'),
      ]);
      const membership = desk.book.membership();
      return { bureau: own, persons: persons.map((one) => withLapsed(one, membership)), devices, media, stations };
    },
  );
  const registers = () => watched() ?? EMPTY;
  const named = <R extends { readonly id: string }>(
    list: readonly R[],
    id: string | null,
    name: (record: R) => string | null,
  ) => {
    const record = list.find((one) => one.id === id);
    return (record === undefined ? null : name(record)) ?? UNKNOWN_NAME;
  };
  return {
    registers,
    person: (id) => named(registers().persons, id, (p) => p.name),
    device: (id) => named(registers().devices, id, (d) => d.label),
    medium: (id) => named(registers().media, id, (m) => m.label),
    division: (id) => named(registers().bureau?.divisions ?? [], id, (d) => d.name),
    station: (id, unknown = UNKNOWN_NAME) => {
      const station = registers().stations.find((one) => one.id === id);
      return station === undefined ? unknown : SYNC.station(station.code, station.name ?? '');
    },
  };
}
