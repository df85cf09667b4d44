import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { toSha256, toSm3, toTreeSha256 } from '../../src/domain/digest.ts';
import {
  type ActivityId,
  type BatchId,
  type DeviceId,
  type HandoverId,
  type MediumId,
  recordingIdOf,
} from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/role.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Act } from '../../src/ledger/book.ts';
import type { EntryPayload } from '../../src/ledger/entry.ts';
import type { OpenFork } from '../../src/ledger/exchange.ts';
import type { KindName } from '../../src/ledger/kinds.ts';
import { type KnownKey, keysOfPerson, keysOfStation, ownerOf } from '../../src/ledger/membership.ts';
import type { StoredEntry } from '../../src/ledger/ports.ts';
import {
  admitPersonAct,
  admitStationAct,
  type BookMachine,
  bundleOf,
  DIVISION,
  forge,
  foundBooks,
  makeFakeSigner,
  named,
  personOf,
  stationOf,
} from './books.ts';
import type { FakeSigner } from './fake-signer.ts';

/** What a random step does: somebody signs something somewhere, honestly or not, or one machine tells another what it has. */
export type RandomStep =
  | { readonly kind: 'act'; readonly at: number; readonly who: number; readonly what: number; readonly thing: number }
  | {
      readonly kind: 'forge';
      readonly at: number;
      readonly who: number;
      readonly what: number;
      readonly thing: number;
      readonly lie: number;
    }
  /** One key signs at a machine that is not its own: often a second entry for one place. */
  | { readonly kind: 'fork'; readonly at: number; readonly who: number; readonly what: number; readonly thing: number }
  | { readonly kind: 'tell'; readonly from: number; readonly to: number; readonly salt: number };

const small = (max: number) => fc.nat({ max });
/** The acts after this one make members leave. */
const LAST_WITHOUT_DEPARTURES = 15;
const LAST = 19;

/** One station stays honest, so that somebody can decide. */
const BUT_STATION_B = fc.constantFrom(0, 1, 2, 3, 5, 6);

const randomStep = (
  forks: number,
  lastAct: number,
  forking: fc.Arbitrary<number> = BUT_STATION_B,
): fc.Arbitrary<RandomStep> => {
  const act = { at: small(2), who: small(6), what: small(lastAct), thing: small(2) };
  return fc.oneof(
    { weight: forks, arbitrary: fc.record({ kind: fc.constant('fork' as const), ...act, who: forking }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), ...act }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('forge' as const), ...act, lie: small(4) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('tell' as const), from: small(2), to: small(2), salt: small(99) }),
    },
  );
};

export const randomSteps = (most: number) => fc.array(randomStep(0, LAST), { maxLength: most });

/** With keys that sign twice. Nobody leaves, so that who may decide is known before the branches part. */
export const randomForks = (most: number) => fc.array(randomStep(3, LAST_WITHOUT_DEPARTURES), { maxLength: most });

/** Any key signs twice, those of all stations too, and members leave: it may well be that nobody is left to decide. */
export const randomBetrayals = (most: number) => fc.array(randomStep(3, LAST, small(6)), { maxLength: most });

const hex = (n: number) => createHash('sha256').update(String(n)).digest('hex');
const recording = (n: number) => recordingIdOf(toSha256(hex(n)));
const activity = (n: number) => named<ActivityId>(`activity${n}`);
const NO = (n: number) => ({ station: 'A', year: 2026, kind: 'record', serial: n + 1 }) as const;
const AT = '2026-03-05T01:00:00.000Z' as Instant;

type AnyAct = {
  [K in KindName]: Pick<Act<K>, 'kind' | 'subject' | 'body' | 'details' | 'refs' | 'division'>;
}[KindName];

/** One of a few kinds of acts about one of a few things; whether it may be done is for the book to say. */
function actOf(
  what: number,
  thing: number,
  who: { readonly person: string; readonly station: string },
  n: number,
): AnyAct {
  const own = { activity: activity(thing) };
  const about = subjectOf('activity', own.activity);
  const batch = named<BatchId>(`batch${thing}`);
  const medium = named<MediumId>(`medium${thing % 2}`);
  const handover = named<HandoverId>(`handover${thing}`);
  const plan = {
    activity: own.activity,
    no: NO(thing),
    type: 'dailyInspection' as const,
    matters: [1],
    officers: [personOf(n % 2 === 0 ? 'officer' : 'keeper')],
    devices: [],
    division: DIVISION,
    plannedAt: null,
  };
  const texts = { title: `t${n}`, place: null, party: null, caseNo: null, note: null };
  const file = {
    sha256: toSha256(hex(thing)),
    sm3: toSm3(hex(thing)),
    treeSha256: toTreeSha256(hex(thing)),
    sizeBytes: 7,
    mediaType: 'video' as const,
    container: null,
    durationMs: null,
    capturedAtRaw: null,
    activity: n % 3 === 0 ? null : own.activity,
    no: null,
    unlinkedReason: n % 3 === 0 ? ('pending' as const) : null,
  };
  const kinds: readonly AnyAct[] = [
    { kind: 'activity-created', subject: about, body: plan, details: texts },
    { kind: 'activity-changed', subject: about, body: plan, details: texts, division: DIVISION },
    { kind: 'arrival-marked', subject: about, body: own, details: null, division: DIVISION },
    { kind: 'activity-finished', subject: about, body: own, details: null, division: DIVISION },
    { kind: 'mark-withdrawn', subject: about, body: own, details: null },
    {
      kind: 'footage-taken-in',
      subject: subjectOf('batch', batch),
      body: {
        batch,
        station: stationOf(who.station),
        takenInBy: personOf(who.person),
        device: null,
        startedAt: AT,
        completedAt: AT,
        readBack: 'verified-cache-not-excluded',
        files: [file],
      },
      details: {
        sourceLabel: 'card',
        unregisteredExplanation: null,
        files: [{ name: `n${n}`, path: 'p', modifiedAt: null }],
      },
      division: DIVISION,
    },
    {
      kind: 'intake-countersigned',
      subject: subjectOf('batch', batch),
      body: { batch, recordings: [recording(thing)] },
      details: null,
    },
    {
      kind: 'medium-registered',
      subject: subjectOf('medium', medium),
      body: { medium, kind: 'portableDisk', keeper: null, inService: true, capacityGB: n },
      details: { label: `m${n}`, serialNo: null, place: null },
    },
    {
      kind: 'copies-stored',
      subject: subjectOf('medium', medium),
      body: { medium, verifiedAt: AT, copies: [{ recording: recording(thing), treeSha256: toTreeSha256(hex(thing)) }] },
      details: { paths: [`p${n}`] },
    },
    {
      kind: 'buffer-purged',
      subject: subjectOf('station', stationOf(who.station)),
      body: { station: stationOf(who.station), recordings: [recording(thing)] },
      details: null,
    },
    {
      kind: 'handover-given',
      subject: subjectOf('handover', handover),
      body: { handover, no: NO(thing), to: personOf('keeper'), recordings: [recording(thing)] },
      details: { remark: null },
      division: DIVISION,
    },
    {
      kind: 'handover-accepted',
      subject: subjectOf('handover', handover),
      body: { handover, checkedAt: AT, recordings: [recording(thing)], cardCleared: true },
      details: null,
      division: DIVISION,
    },
    {
      kind: 'footage-linked',
      subject: subjectOf('recording', recording(thing)),
      body: {
        recording: recording(thing),
        from: null,
        activity: activity((thing + 1) % 3),
        no: null,
        unlinkedReason: null,
      },
      details: null,
    },
    {
      kind: 'person-changed',
      subject: subjectOf('person', personOf(thing === 0 ? 'officer' : 'keeper')),
      body: {
        person: personOf(thing === 0 ? 'officer' : 'keeper'),
        division: DIVISION,
        roles: [...(ROLES[n % ROLES.length] ?? [])],
      },
      details: { name: `n${n}`, officerNo: null, certificateNo: null, validFrom: null, validTo: null },
    },
    {
      kind: 'key-admitted',
      subject: subjectOf('person', personOf('officer')),
      body: {
        person: personOf('officer'),
        station: stationOf(n % 2 === 0 ? 'a' : 'b'),
        keys: makeFakeSigner(`officer ${thing}`).public,
        reason: 'new-station',
      },
      details: null,
    },
    {
      kind: 'device-registered',
      subject: subjectOf('device', named<DeviceId>(`device${thing}`)),
      body: {
        device: named<DeviceId>(`device${thing}`),
        carrier: 'bodyCamera',
        division: DIVISION,
        assignedTo: null,
        inService: true,
      },
      details: { label: 'd', assetNo: null, brand: null, model: null, serialNo: null, fileNameMark: null },
    },
  ];
  return kinds[what % kinds.length] ?? (kinds[0] as AnyAct);
}

const ROLES: readonly (readonly Role[])[] = [
  ['officer'],
  ['custodian'],
  ['officer', 'custodian'],
  ['departmentHead'],
  ['legalAffairsOffice'],
];

/** Acts beside those of `actOf`: someone leaves, and what others say to that and to what waits for a second signature. */
async function registerActOf({ book, memory }: BookMachine, what: number, thing: number, n: number): Promise<AnyAct> {
  const [waiting] = book.unconfirmed();
  const left = (await memory.book.all(1000)[Symbol.asyncIterator]().next()).value as readonly StoredEntry[] | undefined;
  const quarantined = (left ?? []).filter(({ verdict }) => verdict.kind === 'quarantined').slice(0, 2);
  const name = ['officer', 'keeper', 'founder'][thing] ?? 'officer';
  const person = personOf(name);
  if (what === 17 && waiting !== undefined) {
    const kind = n % 4 === 0 ? 'register-act-declined' : 'register-act-confirmed';
    return { kind, subject: waiting.entry.payload.subject, body: {}, details: null, refs: [waiting.entry.id] };
  }
  if (what === 18 && quarantined.length > 0) {
    return {
      kind: 'entries-adopted',
      subject: subjectOf('person', person),
      body: {},
      details: { reason: null },
      refs: quarantined.map(({ id }) => id),
    };
  }
  const membership = book.membership();
  const pins = (keys: readonly KnownKey[]) =>
    Promise.all(
      keys.map(async ({ keyId }) => {
        const head = await memory.book.head(keyId);
        return { key: keyId, last: head === null ? null : { seq: head.seq, id: head.id } };
      }),
    );
  if (what === 19) {
    const station = stationOf(thing === 0 ? 'a' : 'b');
    return {
      kind: 'station-withdrawn',
      subject: subjectOf('station', station),
      body: { station, reason: 'lost', pins: await pins(keysOfStation(membership, station)) },
      details: { note: null },
    };
  }
  return {
    kind: 'member-left',
    subject: subjectOf('person', person),
    body: { person, reason: 'dismissed', pins: await pins(keysOfPerson(membership, person)) },
    details: { note: null },
  };
}

export interface RandomBureau {
  readonly machines: readonly BookMachine[];
  readonly bureau: Awaited<ReturnType<typeof foundBooks>>;
  readonly signers: readonly FakeSigner[];
}

/** Three machines with two persons beside the founder; `steps` happen to them. */
export async function playRandomly(steps: readonly RandomStep[]): Promise<RandomBureau> {
  const bureau = await foundBooks();
  const { first, founder, station } = bureau;
  const [officer, keeper, stationB, late] = ['officer', 'keeper', 'station b', 'officer 0'].map(makeFakeSigner) as [
    FakeSigner,
    FakeSigner,
    FakeSigner,
    FakeSigner,
  ];
  await first.book.append(founder, admitPersonAct('officer', ['officer'], 'a', officer));
  await first.book.append(founder, admitStationAct('b', 'B', stationB));
  const machines = [first, await bureau.join('b'), await bureau.join('c')];
  for (const other of machines.slice(1)) await other.book.receive(await bundleOf(first.memory));
  await first.book.append(founder, admitPersonAct('keeper', ['custodian'], 'b', keeper));
  const signers = [founder, officer, keeper, station, stationB, late, makeFakeSigner('stranger')];
  const who = ['founder', 'officer', 'keeper', 'officer', 'keeper', 'officer', 'officer'];
  let n = 0;
  for (const step of steps) {
    n += 1;
    if (step.kind === 'tell') {
      await tell(machines[step.from] ?? first, machines[step.to] ?? first, step.salt);
      continue;
    }
    const machine = machines[step.at] ?? first;
    // A key signs on one machine only; on two it would be a fork.
    const at = step.who % signers.length;
    const home = machines[HOMES[at] ?? 0] ?? first;
    const signer = signers[at] ?? founder;
    const named = { person: who[at] ?? 'founder', station: at === 4 ? 'b' : 'a' };
    const act =
      step.what > 15 ? await registerActOf(home, step.what, step.thing, n) : actOf(step.what, step.thing, named, n);
    const refs = act.refs ?? (await refsOf(home, act.subject));
    if (step.kind === 'fork') {
      await machine.book.receive({ entries: [await forge(machine, signer, act, {}, bureau.now)], details: [] });
      continue;
    }
    if (step.kind === 'act') await home.book.append(signer, { ...act, refs } as Act<KindName>);
    else {
      const jws = await forge(home, signer, act, { refs: [...refs], ...lieOf(step.lie, home, n) }, bureau.now);
      await home.book.receive({ entries: [jws], details: [] });
    }
  }
  return { machines, bureau, signers };
}

const HOMES = [0, 0, 1, 0, 1, 2, 2];

/** Entries of the same subject, as acts refer to them. */
async function refsOf({ memory }: BookMachine, subject: Subject): Promise<readonly EntryPayload['refs'][number][]> {
  const entries = await memory.book.bySubjects([subject]);
  return entries
    .filter(({ verdict }) => verdict.kind === 'in-force')
    .slice(0, 1)
    .map(({ id }) => id);
}

/** What a changed program might write: wrong clocks, references to nothing, an authority that is not its own. */
function lieOf(lie: number, { book }: BookMachine, n: number): Partial<EntryPayload> {
  const nowhere = createHash('sha256').update(`nowhere ${n}`).digest('base64url') as EntryPayload['refs'][number];
  switch (lie) {
    case 0:
      return {};
    case 1:
      return { lc: 1_000_000 + n };
    case 2:
      return { refs: [nowhere] };
    case 3:
      return { auth: nowhere };
    default:
      return { after: null, lc: 1 + n, bureau: book.bureau };
  }
}

/** A part of what one machine has, chosen by a number, so that chains break off anywhere. */
async function tell(from: BookMachine, to: BookMachine, salt: number): Promise<void> {
  if (from === to) return;
  const chosen = (id: string): boolean => createHash('sha256').update(`${salt} ${id}`).digest().readUInt8(0) >= salt;
  await to.book.receive(await bundleOf(from.memory, ({ id }) => chosen(id)));
}

/** Everything of every machine, in every machine. */
export async function tellAll({ machines }: RandomBureau): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const from of machines) {
      for (const to of machines) if (from !== to) await to.book.receive(await bundleOf(from.memory));
    }
  }
}

/** Machines meet and decide about forks until nothing is new any more. */
export async function settleForks(played: RandomBureau): Promise<void> {
  const { machines, signers } = played;
  const [a, b] = machines;
  const [stationA, stationB] = [signers[3], signers[4]];
  if (!a || !b || !stationA || !stationB) throw new Error('not three machines');
  for (let round = 0, before = ''; round < 12; round++) {
    for (const from of machines) for (const to of machines) if (from !== to) await meet(from, to);
    // Shown to both: a station whose own chain is stuck can still hand on what it met.
    const met = (await Promise.all(machines.map(({ book }) => book.forks()))).flat();
    await decide(a, stationA, met);
    await decide(b, stationB, met);
    const now = JSON.stringify(await Promise.all(machines.map(({ book }) => book.frontier())));
    if (now === before) return;
    before = now;
  }
}

/** Forks that nobody honest is left to decide: the other stations are accused themselves, withdrawn, or wait for what never was. */
export async function undecided({
  machines,
  signers,
}: RandomBureau): Promise<{ readonly forks: number; readonly able: number }> {
  let [forks, able] = [0, 0];
  const accusedKeys = new Set(
    (await Promise.all(machines.map(({ book }) => book.forks()))).flat().map(({ key }) => key),
  );
  for (const { book } of machines) {
    for (const { keyId, frozen } of book.membership().keys.values()) if (frozen !== null) accusedKeys.add(keyId);
  }
  for (const { book } of machines) {
    for (const _ of await book.forks()) {
      forks += 1;
      for (const [i, station] of [signers[3], signers[4]].entries()) {
        const home = machines[i];
        if (home === undefined || station === undefined || accusedKeys.has(station.keyId)) continue;
        const head = await home.memory.book.head(station.keyId);
        const [last] = head === null ? [] : await home.memory.book.byId([head.id]);
        const standing = home.book.membership().keys.get(station.keyId)?.left === null;
        if (standing && last?.clock !== 'early') able += 1;
      }
    }
  }
  return { forks, able };
}

async function decide({ book }: BookMachine, signer: FakeSigner, forks: readonly OpenFork[]): Promise<void> {
  for (const { provenBy, ...fork } of forks) {
    if (provenBy.includes(signer.keyId)) continue;
    const key = book.membership().keys.get(fork.key);
    const subject = key === undefined ? subjectOf('bureau', book.bureau) : ownerOf(key, book.membership());
    await book.append(signer, { kind: 'equivocation-found', subject, body: { ...fork }, details: null });
  }
}

/** As a link does it: everything, what is asked for, and what some entry here names. */
async function meet(from: BookMachine, to: BookMachine): Promise<void> {
  let { missing } = await to.book.receive(await bundleOf(from.memory));
  for (let left = 6; missing.length > 0 && left > 0; left--) {
    const answers = await Promise.all(missing.map(({ key, fromSeq }) => from.book.entriesFrom(key, fromSeq, 1000)));
    ({ missing } = await to.book.receive({ entries: answers.flat().map(({ jws }) => jws), details: [] }));
  }
  for (let left = 10; left > 0; left--) {
    const wanted = await to.book.wanted();
    const answer = wanted.length === 0 ? [] : await from.book.byIds(wanted);
    if (answer.length === 0) return;
    const details = await from.memory.book.detailsOf(answer.map(({ id }) => id));
    await to.book.receive({ entries: answer.map(({ jws }) => jws), details });
  }
}
