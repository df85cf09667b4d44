import { makeEntryVerifier } from '../../src/adapters/keys/entry-verifier.ts';
import type { BureauId, DeviceId, DivisionId, MediumId, PersonId, RandomBytes } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/role.ts';
import { type Instant, plusMs, toInstant } from '../../src/domain/time.ts';
import { openBook } from '../../src/ledger/book.ts';
import type { EntryVerifier } from '../../src/ledger/ports.ts';
import { admitPerson, type PersonRefusal } from '../../src/usecases/admit-person.ts';
import type { Desk, Seat } from '../../src/usecases/desk.ts';
import { type Founding, foundBureau } from '../../src/usecases/found-bureau.ts';
import { registerDevice } from '../../src/usecases/register-device.ts';
import { registerMedium } from '../../src/usecases/register-medium.ts';
import { confirmAct, waitingActs } from '../../src/usecases/second-signature.ts';
import { type MemoryBook, makeMemoryBook } from './memory-book-store.ts';
import { makeMemoryKeyring } from './memory-keyring.ts';
import { makeMemoryLocalState } from './memory-local-state.ts';

export const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
export const verifier: EntryVerifier = makeEntryVerifier();
export const PASSPHRASE = '清清洛水 2026';

/** A clock that a test moves. */
export interface TestClock {
  readonly now: () => Instant;
  readonly set: (text: string) => void;
  readonly advance: (ms: number) => void;
}

export function makeTestClock(start = '2026-03-05T01:00:00.000Z'): TestClock {
  let at = toInstant(Date.parse(start));
  return {
    now: () => at,
    set: (text) => {
      at = toInstant(Date.parse(text));
    },
    advance: (ms) => {
      at = plusMs(at, ms);
    },
  };
}

export const LUOYANG: Founding = {
  bureauName: '洛阳市水利局',
  ruleDocNo: '洛水政〔2020〕22号',
  divisions: [
    { name: '水政科', kind: 'division' },
    { name: '法制办公室', kind: 'division' },
  ],
  founderDivision: 0,
  founder: {
    name: '王海涛',
    officerNo: null,
    certificateNo: null,
    validFrom: null,
    validTo: null,
    roles: ['custodian'],
    passphrase: PASSPHRASE,
  },
  station: { name: '局机关采集室', code: 'A', place: null },
};

export interface FoundedOffice {
  readonly desk: Desk;
  readonly clock: TestClock;
  readonly memory: MemoryBook;
  readonly bureau: BureauId;
  readonly division: DivisionId;
  /** The founder: custodian. */
  readonly custodian: Seat;
  readonly admit: (name: string, roles: readonly Role[]) => Promise<Seat>;
  readonly device: () => Promise<DeviceId>;
  readonly medium: () => Promise<MediumId>;
}

/** A bureau founded for real: real keys, real signatures, memory instead of a disk. */
export async function foundOffice(clock = makeTestClock()): Promise<FoundedOffice> {
  const memory = makeMemoryBook();
  const keyring = makeMemoryKeyring();
  const ports = { store: memory.book, verifier, random, now: clock.now };
  const founded = await foundBureau(LUOYANG, {
    keyring,
    verifier,
    random,
    open: (bureau) => openBook(bureau, null, ports),
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const { bureau, identity, founder } = founded.value;
  const stationSigner = await keyring.stationSigner();
  if (stationSigner === null) throw new Error('no station key');
  const desk: Desk = {
    book: await openBook(bureau, identity.root, ports),
    records: memory.model,
    local: makeMemoryLocalState(),
    keyring,
    station: { ...identity, origin: 'http://localhost:4173' },
    stationSigner,
    now: clock.now,
    random,
  };
  const custodian: Seat = { person: founder.person, signer: founder.signer };
  const own = await memory.model.get('bureau', bureau);
  const division = own?.divisions[0]?.id;
  if (division === undefined) throw new Error('no division');
  const seats: Seat[] = [];
  return {
    desk,
    clock,
    memory,
    bureau,
    division,
    custodian,
    admit: async (name, roles) => {
      const seat = await admitSeat(desk, { by: custodian, seats }, division, name, roles);
      seats.push(seat);
      return seat;
    },
    device: () => must(registerDevice(desk, custodian, { ...DEVICE, division })),
    medium: () => must(registerMedium(desk, custodian, MEDIUM)),
  };
}

const DEVICE = {
  carrier: 'bodyCamera',
  assignedTo: null,
  inService: true,
  label: '记录仪 03',
  assetNo: 'SZ-03',
  brand: null,
  model: null,
  serialNo: null,
  fileNameMark: null,
} as const;

const MEDIUM = {
  kind: 'portableDisk',
  keeper: null,
  inService: true,
  capacityGB: 1000,
  label: 'YP-03',
  serialNo: null,
  place: null,
} as const;

async function admitSeat(
  desk: Desk,
  { by, seats }: { readonly by: Seat; readonly seats: readonly Seat[] },
  division: DivisionId,
  name: string,
  roles: readonly Role[],
): Promise<Seat> {
  const admitted = await admitPerson(desk, by, {
    name,
    officerNo: null,
    certificateNo: null,
    validFrom: null,
    validTo: null,
    division,
    roles,
    passphrase: PASSPHRASE,
  });
  const person = admitted.ok ? admitted.value : await confirmed(desk, seats, admitted.refusal);
  const opened = await desk.keyring.unlock(person, PASSPHRASE);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return { person, signer: opened.value.signer };
}

/** Whoever of the seats may sign second does. */
async function confirmed(desk: Desk, seats: readonly Seat[], refusal: PersonRefusal): Promise<PersonId> {
  if (refusal.code !== 'waits-for-second') throw new Error(`refused: ${JSON.stringify(refusal)}`);
  for (const seat of seats) {
    const waiting = (await waitingActs(desk, seat.person)).find(({ act, mine }) => mine && act === refusal.act);
    if (waiting === undefined) continue;
    await must(confirmAct(desk, seat, waiting.act));
    return waiting.subject.slice('person:'.length) as PersonId;
  }
  throw new Error('nobody may sign second');
}

/** The value of an outcome a test takes for granted. */
export async function must<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
