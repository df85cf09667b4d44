import { type Accessor, createResource } from 'solid-js';
import type { KeyId, StationId } from '../../domain/ids.ts';
import type { PersonRecord } from '../../domain/records.ts';
import { useOffice } from './office.ts';

/**
 * How a person stands at this station. `here`: an admitted key whose locked half is kept in this browser. `lost`: admitted, but no longer
 * kept here, so site data were cleared. `none`: never admitted here.
 */
export type KeyState = 'here' | 'lost' | 'none';

export function keyStateOf(person: PersonRecord, station: StationId, kept: ReadonlySet<KeyId>): KeyState {
  const live = person.keys.filter((key) => key.station === station && key.retiredBy === null);
  if (live.length === 0) return 'none';
  return live.some((key) => kept.has(key.key)) ? 'here' : 'lost';
}

export interface KeysHere {
  (person: PersonRecord): KeyState;
  /** Whether the keys kept here have been read at least once. */
  readonly known: Accessor<boolean>;
}

const NOTHING: ReadonlySet<KeyId> = new Set();

/** Follows the keys kept in this browser, asking again whenever a person's keys change in the book. */
export function createKeysHere(persons: Accessor<readonly PersonRecord[]>): KeysHere {
  const { desk } = useOffice();
  const admitted = (): string =>
    persons()
      .flatMap((person) => person.keys.map(({ key, retiredBy }) => `${key}${retiredBy === null ? '' : '!'}`))
      .join();
  const read = async (): Promise<ReadonlySet<KeyId> | null> => {
    const keys = await desk.keyring.personKeys();
    return new Set(keys.map(({ keyId }) => keyId));
  };
  // A first value, so that no page is taken away while the keys are read.
  const [kept] = createResource<ReadonlySet<KeyId> | null, string>(admitted, read, { initialValue: null });
  const state = (person: PersonRecord): KeyState => keyStateOf(person, desk.station.station, kept.latest ?? NOTHING);
  return Object.assign(state, { known: () => kept.latest !== null });
}
