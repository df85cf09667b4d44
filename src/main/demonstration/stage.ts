import { makeKeyring } from '../../adapters/keys/keyring.ts';
import type { Outcome } from '../../base/outcome.ts';
import {
  type BureauId,
  type DeviceId,
  type DivisionId,
  type MediumId,
  mintId,
  type RandomBytes,
  type StationId,
} from '../../domain/ids.ts';
import type { LocalState, StationIdentity } from '../../domain/ports/local-state.ts';
import type { ReadModel } from '../../domain/ports/read-model.ts';
import type { Role } from '../../domain/role.ts';
import type { Instant } from '../../domain/time.ts';
import { openBook } from '../../ledger/book.ts';
import type { Keyring, KeyStore, UnlockedPerson } from '../../ledger/keyring.ts';
import type { BookStore, EntryVerifier } from '../../ledger/ports.ts';
import { RULE_SET } from '../../regulation/rule-set.ts';
import { plusDays } from '../../regulation/working-days.ts';
import { DEMONSTRATION } from '../../text/demonstration.ts';
import { admitPerson } from '../../usecases/admit-person.ts';
import { admitStation } from '../../usecases/admit-station.ts';
import type { Desk, Seat } from '../../usecases/desk.ts';
import { foundBureau } from '../../usecases/found-bureau.ts';
import { registerDevice } from '../../usecases/register-device.ts';
import { registerMedium } from '../../usecases/register-medium.ts';
import { makeParkedKeys } from '../parked-keys.ts';
import type { Camera, Player, StationCode } from './visit.ts';

/** Where the demonstration's book is kept. */
export interface StageStorage {
  readonly book: BookStore;
  readonly model: ReadModel;
  readonly local: LocalState;
  readonly keys: KeyStore;
}

export interface StagePorts {
  readonly open: (bureau: BureauId) => Promise<StageStorage>;
  readonly verifier: EntryVerifier;
  readonly random: RandomBytes;
  readonly origin: string;
}

/** A clock that goes as the demonstration tells it: its acts lie in the past. */
export interface StageClock {
  readonly now: () => Instant;
  readonly set: (at: Instant) => void;
}

/** Who takes part, where, with what. */
export interface Stage {
  readonly bureau: BureauId;
  readonly identity: StationIdentity;
  readonly storage: StageStorage;
  readonly clock: StageClock;
  readonly desks: Readonly<Record<StationCode, Desk>>;
  readonly divisions: Readonly<Record<StationCode, DivisionId>>;
  readonly media: Readonly<Record<StationCode, MediumId>>;
  readonly devices: Readonly<Record<Camera, DeviceId>>;
  readonly seat: (who: Player) => Seat;
}

/** The passphrase stands on the screen for everybody to read: many rounds would protect nothing and cost a minute. */
const ROUNDS = 1_000;

/** The value of an act that the demonstration knows to be right. */
export async function must<T>(outcome: Promise<Outcome<T, unknown>>): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const { persons, stations, devices, media, divisions, passphrase } = DEMONSTRATION;

interface Part {
  readonly division: number;
  readonly roles: readonly Role[];
}
const OFFICER: Part = { division: 0, roles: ['officer'] };
/** The legal affairs office comes last: from then on acts of the register wait for a second signature. */
const PARTS: Readonly<Record<Exclude<Player, 'custodian'>, Part>> = {
  zhang: OFFICER,
  li: OFFICER,
  zhao: { ...OFFICER, division: 2 },
  sun: { ...OFFICER, division: 2 },
  zhou: { ...OFFICER, division: 3 },
  wu: { ...OFFICER, division: 3 },
  head: { division: 0, roles: ['departmentHead'] },
  leader: { division: 0, roles: ['supervisingLeader'] },
  legal: { division: 1, roles: ['legalAffairsOffice'] },
};
const CARRIERS = { body3: 'bodyCamera', body7: 'bodyCamera', still1: 'stillCamera' } as const;
const DIVISION_AT = { A: 0, B: 2, R: 3 } as const;

/** Keeps what was unlocked at its making: these people sit at the desk all day. */
function remembering(keyring: Keyring, unlocked: Map<string, UnlockedPerson>): Keyring {
  return {
    ...keyring,
    makePersonKey: async (person, words) => {
      const made = await keyring.makePersonKey(person, words);
      unlocked.set(person, made.unlocked);
      return made;
    },
  };
}

/** Founds the bureau of the demonstration and fills its registers. `lastDay`: the day of its last activity. */
export async function setStage(ports: StagePorts, clock: StageClock, lastDay: string): Promise<Stage> {
  const unlocked = new Map<string, UnlockedPerson>();
  const keyringOf = (store: KeyStore): Keyring =>
    remembering(makeKeyring({ store, now: clock.now, rounds: ROUNDS }), unlocked);
  const { storage, desk, custodian } = await found(ports, clock, keyringOf);
  const own = await desk.records.get('bureau', desk.book.bureau);
  const divisionAt = (index: number): DivisionId => own?.divisions[index]?.id ?? failed('division');
  const at = (code: StationCode): DivisionId => divisionAt(DIVISION_AT[code]);
  const desks = {
    A: desk,
    B: await stationOf(desk, custodian, 'B', keyringOf),
    R: await stationOf(desk, custodian, 'R', keyringOf),
  };
  const device = (camera: Camera) => deviceOf(desk, custodian, camera, at('A'));
  const medium = (code: StationCode) => mediumOf(desk, custodian, code);
  const cameras = { body3: await device('body3'), body7: await device('body7'), still1: await device('still1') };
  const disks = { A: await medium('A'), B: await medium('B'), R: await medium('R') };
  const seats = new Map<Player, Seat>([['custodian', custodian]]);
  for (const [i, [who, part]] of (Object.entries(PARTS) as [Exclude<Player, 'custodian'>, Part][]).entries()) {
    const goesOut = part.roles.includes('officer');
    const person = await must(
      admitPerson(desk, custodian, {
        officerNo: DEMONSTRATION.officerNo(i + 2),
        certificateNo: goesOut ? DEMONSTRATION.certificateNo(i + 1) : null,
        // One certificate runs out three days before the end.
        validTo: goesOut ? plusDays(lastDay, who === 'zhou' ? -3 : 700) : null,
        validFrom: goesOut ? plusDays(lastDay, -700) : null,
        name: persons[who],
        division: divisionAt(part.division),
        roles: part.roles,
        passphrase,
      }),
    );
    seats.set(who, { person, signer: unlocked.get(person)?.signer ?? failed(who) });
  }
  return {
    bureau: desk.book.bureau,
    identity: desk.station,
    storage,
    clock,
    desks,
    divisions: { A: at('A'), B: at('B'), R: at('R') },
    devices: cameras,
    media: disks,
    seat: (who) => seats.get(who) ?? failed(who),
  };
}

/** Keys first, then the database named by them, as every founding goes. */
async function found(
  { open, verifier, random, origin }: StagePorts,
  clock: StageClock,
  keyringOf: (store: KeyStore) => Keyring,
): Promise<{ readonly storage: StageStorage; readonly desk: Desk; readonly custodian: Seat }> {
  const parked = makeParkedKeys();
  const portsOf = (store: BookStore) => ({ store, verifier, random, now: clock.now });
  const opened: StageStorage[] = [];
  const founded = await must(
    foundBureau(foundingOf(), {
      keyring: keyringOf(parked),
      verifier,
      random,
      open: async (bureau) => {
        const storage = await open(bureau);
        opened.push(storage);
        await parked.moveTo(storage.keys);
        return openBook(bureau, null, portsOf(storage.book));
      },
    }),
  );
  const storage = opened[0] ?? failed('database');
  const identity: StationIdentity = { ...founded.identity, origin };
  const desk = await deskOf(storage, identity, keyringOf(storage.keys), portsOf(storage.book));
  return { storage, desk, custodian: { person: founded.founder.person, signer: founded.founder.signer } };
}

const deviceOf = (desk: Desk, custodian: Seat, camera: Camera, division: DivisionId): Promise<DeviceId> =>
  must(
    registerDevice(desk, custodian, {
      carrier: CARRIERS[camera],
      division,
      assignedTo: null,
      inService: true,
      label: devices[camera],
      brand: null,
      model: null,
      assetNo: null,
      serialNo: null,
      fileNameMark: null,
    }),
  );

const mediumOf = (desk: Desk, custodian: Seat, code: StationCode): Promise<MediumId> =>
  must(
    registerMedium(desk, custodian, {
      kind: 'portableDisk',
      keeper: custodian.person,
      inService: true,
      capacityGB: 1_000,
      label: media[code],
      serialNo: null,
      place: stations[code],
    }),
  );

function failed(what: string): never {
  throw new Error(`the demonstration has no ${what}`);
}

const foundingOf = () => ({
  bureauName: DEMONSTRATION.bureau,
  ruleDocNo: RULE_SET.docNo,
  divisions: divisions.map((name, i) => ({ name, kind: i < 2 ? ('division' as const) : ('subordinateUnit' as const) })),
  founderDivision: 1,
  founder: {
    officerNo: DEMONSTRATION.officerNo(1),
    certificateNo: null,
    validFrom: null,
    validTo: null,
    name: persons.custodian,
    roles: ['custodian'] as const,
    passphrase,
  },
  station: { name: stations.A, code: 'A', place: null },
});

async function deskOf(
  storage: StageStorage,
  identity: StationIdentity,
  keyring: Keyring,
  ports: Parameters<typeof openBook>[2],
): Promise<Desk> {
  const stationSigner = (await keyring.stationSigner()) ?? failed('key of the station');
  return {
    book: await openBook(identity.bureau, identity.root, ports),
    records: storage.model,
    local: storage.local,
    keyring,
    station: identity,
    stationSigner,
    now: ports.now,
    random: ports.random,
  };
}

/** Another station with a key of its own. What it signs stands in the same book, as if it had come over already. */
async function stationOf(
  first: Desk,
  custodian: Seat,
  code: StationCode,
  keyringOf: (store: KeyStore) => Keyring,
): Promise<Desk> {
  const station = mintId<StationId>(first.random);
  const keyring = keyringOf(makeParkedKeys());
  const keys = await keyring.makeStationKeys(station);
  await must(admitStation(first, custodian, { station, code, keys, name: stations[code], place: null }));
  const stationSigner = (await keyring.stationSigner()) ?? failed('key of the station');
  return { ...first, station: { ...first.station, station, code }, stationSigner };
}
