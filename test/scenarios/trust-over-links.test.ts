import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntryId, mintId, type SpillId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/role.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { plusMs, toInstant } from '../../src/domain/time.ts';
import type { Act } from '../../src/ledger/book.ts';
import { maySendDetails } from '../../src/ledger/entitlement.ts';
import { presentGrant } from '../../src/ledger/membership.ts';
import { wordedEntries } from '../../src/usecases/spill.ts';
import { admitPersonAct, DIVISION, forge, grown, idOfJws, personOf, stationOf } from '../doubles/books.ts';
import {
  inStep,
  isLinkedTo,
  type LinkedOffice,
  type MeetingPlace,
  makeLinkedOffices,
  memoryPlace,
  type RunningHub,
  runHub,
} from '../doubles/linked-offices.ts';
import { must, random } from '../doubles/office-desk.ts';
import { makeOfficeKit, type OfficeKit } from '../doubles/office-of-kit.ts';
import { makeRealSigner, type RealSigner } from '../doubles/real-signer.ts';
import { adopt, device, left, pinsIn, printed, withdrawn } from '../doubles/register-acts.ts';

const DAY = 86_400_000;
const NAMES = ['north', 'south', 'west'] as const;

let kit: OfficeKit;
let hub: RunningHub;
beforeAll(async () => {
  kit = await makeOfficeKit(NAMES);
  hub = await runHub();
});
afterAll(() => hub.stop());

/** Three machines of one bureau, away from each other; the founder's is the north. */
interface Scene extends Record<(typeof NAMES)[number], LinkedOffice> {
  readonly place: MeetingPlace;
  readonly come: (...offices: readonly LinkedOffice[]) => void;
  /** They come together, and come to one book. */
  readonly meet: (...offices: readonly LinkedOffice[]) => Promise<void>;
  readonly part: () => void;
}

type Anywhere = () => Promise<MeetingPlace>;

async function inScene(anywhere: Anywhere, play: (scene: Scene) => Promise<void>): Promise<void> {
  const place = await anywhere();
  const offices = await makeLinkedOffices(kit, place.timers, {
    entitled: (to, entry, { book }) => maySendDetails(book.membership(), stationOf(to), entry),
  });
  const [north, south, west] = NAMES.map(offices.office) as [LinkedOffice, LinkedOffice, LinkedOffice];
  const leaves: (() => void)[] = [];
  const come = (...some: readonly LinkedOffice[]): void => {
    for (const office of some) if (office.links === null) leaves.push(office.meetAt(place));
  };
  const part = (): void => {
    for (const leave of leaves.splice(0)) leave();
  };
  try {
    await play({
      place,
      north,
      south,
      west,
      come,
      meet: async (...some) => {
        come(...some);
        await inStep(place, ...some);
      },
      part,
    });
    for (const { faults, incidents } of offices.all) expect([faults, incidents]).toEqual([[], []]);
  } finally {
    part();
  }
}

/** What every one of them makes of an entry. */
async function expectVerdict(id: string, verdict: object, ...offices: readonly LinkedOffice[]): Promise<void> {
  for (const office of offices)
    expect([office.name, (await grown(office)).verdicts.get(id)]).toEqual([office.name, verdict]);
}

const IN_FORCE = { kind: 'in-force' };
const QUARANTINED = { kind: 'quarantined' };
const voided = (code: string) => ({ kind: 'void', code });

const changed = (name: string, roles: readonly Role[]): Act<'person-changed'> => ({
  kind: 'person-changed',
  subject: subjectOf('person', personOf(name)),
  body: { person: personOf(name), division: DIVISION, roles: [...roles] },
  details: { name, officerNo: null, certificateNo: null, validFrom: null, validTo: null },
});

/** Signed by a changed program in this office, and kept in its book like anything else that is signed. */
async function slip(
  office: LinkedOffice,
  signer: RealSigner,
  act: Parameters<typeof forge>[2],
  change: Parameters<typeof forge>[3] = {},
): Promise<EntryId> {
  const jws = await forge(office, signer, act, change, () => toInstant(office.ports.timers.now()));
  const { added } = await office.book.receive({ entries: [jws], details: [] });
  expect(added).toEqual([idOfJws(jws)]);
  return idOfJws(jws);
}

const admit = async ({ north }: Scene, name: string, roles: readonly Role[], station: string): Promise<RealSigner> => {
  const signer = await makeRealSigner();
  await must(north.book.append(kit.founder, admitPersonAct(name, roles, station, signer)));
  return signer;
};

const isMember = ({ book }: LinkedOffice, name: string): boolean =>
  presentGrant(book.membership(), personOf(name)) !== null;

describe.each([
  ['in memory', async () => memoryPlace()],
  ['through a hub', () => hub.room()],
] as const satisfies readonly (readonly [string, Anywhere])[])('stations that meet %s', (_, anywhere) => {
  const scene = (title: string, play: (scene: Scene) => Promise<void>) =>
    it.concurrent(title, () => inScene(anywhere, play), 120_000);

  scene('a role used before it was given counts nowhere', async ({ north, south, west, meet }) => {
    const early = await slip(south, south.officer, device('before'));
    // So that the role is given later in the order, wherever that is heard first.
    for (let n = 0; n < 3; n++) await north.act();
    const { id: given } = await must(north.book.append(kit.founder, changed('south', ['officer', 'custodian'])));
    const ahead = await slip(south, south.officer, device('ahead'), { auth: given });
    await meet(north, south, west);
    await expectVerdict(early, voided('role-missing'), north, south, west);
    await expectVerdict(ahead, voided('authority-not-given'), north, south, west);
    const { id } = await must(south.book.append(south.officer, device('after')));
    await meet(north, south, west);
    await expectVerdict(id, IN_FORCE, north, south, west);
  });

  scene('a role used after it was taken counts nowhere', async (all) => {
    const { north, south, west, meet } = all;
    const keeper = await admit(all, 'keeper', ['custodian'], 'south');
    await meet(north, south, west);
    const before = await must(south.book.append(keeper, device('before')));
    const had = presentGrant(south.book.membership(), personOf('keeper'))?.entry ?? null;
    await meet(north, south, west);
    await must(north.book.append(kit.founder, changed('keeper', ['officer'])));
    await meet(north, south, west);
    const old = await slip(south, keeper, device('old'), { auth: had });
    const present = await slip(south, keeper, device('present'));
    await meet(north, south, west);
    await expectVerdict(before.id, IN_FORCE, north, south, west);
    await expectVerdict(old, voided('authority-not-given'), north, south, west);
    await expectVerdict(present, voided('role-missing'), north, south, west);
  });

  scene('a delegation reaches no further than its scope and its days', async ({ north, south, west, meet, place }) => {
    const now = toInstant(place.timers.now());
    const lent = await must(
      north.book.append(kit.founder, {
        kind: 'delegation-granted',
        subject: subjectOf('person', personOf('south')),
        body: { to: personOf('south'), roles: ['custodian'], from: now, until: plusMs(now, DAY) },
        details: null,
      }),
    );
    await meet(north, south, west);
    const auth = { auth: lent.id };
    const within = await slip(south, south.officer, device('within'), auth);
    const removal = await slip(south, south.officer, await left(south, 'west', west.officer.keyId), auth);
    const late = await slip(south, south.officer, device('late'), { ...auth, at: plusMs(now, 2 * DAY) });
    await meet(north, south, west);
    await expectVerdict(within, IN_FORCE, north, south, west);
    await expectVerdict(removal, voided('delegation-out-of-scope'), north, south, west);
    await expectVerdict(late, voided('delegation-over'), north, south, west);
    expect([north, south, west].map((office) => isMember(office, 'west'))).toEqual([true, true, true]);
  });

  scene('nobody approves his own request through a second key at another station', async (all) => {
    const { north, south, west, meet } = all;
    const [one, other] = [
      await admit(all, 'both', ['custodian', 'legalAffairsOffice'], 'south'),
      await makeRealSigner(),
    ];
    const renewed = await must(
      north.book.append(one, {
        kind: 'key-admitted',
        subject: subjectOf('person', personOf('both')),
        body: { person: personOf('both'), station: stationOf('west'), keys: other.public, reason: 'new-station' },
        details: null,
      }),
    );
    const confirm = (of: typeof renewed.id, name: string) =>
      ({
        kind: 'register-act-confirmed',
        subject: subjectOf('person', personOf(name)),
        body: {},
        details: null,
        refs: [of],
      }) as const;
    await must(north.book.append(kit.founder, confirm(renewed.id, 'both')));
    await meet(north, south, west);
    const asked = await must(
      south.book.append(one, admitPersonAct('crony', ['officer'], 'south', await makeRealSigner())),
    );
    await meet(north, south, west);
    expect(await west.book.append(other, confirm(asked.id, 'crony'))).toEqual({
      ok: false,
      refusal: 'duties-not-separate',
    });
    const forced = await slip(west, other, confirm(asked.id, 'crony'), { refs: [asked.id] });
    await meet(north, south, west);
    await expectVerdict(forced, voided('duties-not-separate'), north, south, west);
    expect([north, south, west].map((office) => isMember(office, 'crony'))).toEqual([false, false, false]);
    await must(north.book.append(kit.founder, confirm(asked.id, 'crony')));
    await meet(north, south, west);
    expect([north, south, west].map((office) => isMember(office, 'crony'))).toEqual([true, true, true]);
  });

  scene('two administrators who remove each other are both out, and the key on paper seats others', async (all) => {
    const { north, south, west, meet, part } = all;
    const keeper = await admit(all, 'keeper', ['custodian'], 'south');
    await meet(north, south, west);
    part();
    const mine = await must(north.book.append(kit.founder, await left(north, 'keeper', keeper.keyId)));
    const theirs = await must(south.book.append(keeper, await left(south, 'founder', kit.founder.keyId)));
    await meet(north, south, west);
    for (const { id } of [mine, theirs]) await expectVerdict(id, IN_FORCE, north, south, west);
    for (const office of [north, south, west])
      expect([isMember(office, 'keeper'), isMember(office, 'founder')]).toEqual([false, false]);
    const seated = await makeRealSigner();
    const reseat = (by: RealSigner) =>
      west.book.append(by, {
        kind: 'administrators-reseated',
        subject: subjectOf('bureau', kit.bureau),
        body: {
          administrators: [
            {
              person: personOf('west'),
              division: DIVISION,
              roles: ['custodian'],
              station: stationOf('west'),
              keys: seated.public,
            },
          ],
        },
        details: { persons: [{ name: 'west', officerNo: null, certificateNo: null, validFrom: null, validTo: null }] },
      });
    expect(await reseat(west.officer)).toEqual({ ok: false, refusal: 'author-kind-wrong' });
    await must(reseat(kit.recovery));
    const act = await must(west.book.append(seated, device('recovered')));
    await meet(north, south, west);
    await expectVerdict(act.id, IN_FORCE, north, south, west);
  });

  scene(
    'a withdrawn station gets no link with the old room and secret, nor does what it signs later count',
    async (all) => {
      const { north, south, west, meet, part, place, come } = all;
      await meet(north, south, west);
      part();
      const keys = [south.stationSigner.keyId, south.officer.keyId];
      await must(north.book.append(kit.founder, await withdrawn(north, 'south', ...keys)));
      const late = await must(south.book.append(south.officer, printed('south')));
      await meet(north, west);
      const before = await north.book.frontier();
      come(south);
      await place.until('south is refused by both', async () => {
        const peers = south.links?.peers() ?? [];
        return peers.length === 2 && peers.every(({ why }) => why === 'refused-there');
      });
      expect(await south.links?.stations()).toEqual([]);
      for (const office of [north, west]) expect(await isLinkedTo(office, south)).toBe(false);
      expect(await north.book.frontier()).toEqual(before);
      expect((await grown(south)).verdicts.get(late.id)).toEqual(IN_FORCE);
    },
  );

  scene(
    'what a withdrawn station signs is quarantined, though another carries it; and that one lets it go',
    async (all) => {
      const { north, south, west, meet, come, place } = all;
      const keys = [south.stationSigner.keyId, south.officer.keyId];
      await must(north.book.append(kit.founder, await withdrawn(north, 'south', ...keys)));
      const late = await must(south.book.append(south.officer, printed('south')));
      // West has not heard of it, and passes on what it is given.
      await meet(south, west);
      await expectVerdict(late.id, IN_FORCE, south, west);
      come(north);
      await place.until('west has let south go', async () => !(await isLinkedTo(west, south)));
      await meet(north, west);
      await expectVerdict(late.id, QUARANTINED, north, west);
    },
  );

  scene('what a leaver signs back-dated is quarantined everywhere, until another adopts it', async (all) => {
    const { north, south, west, meet, part } = all;
    const honest = await must(south.book.append(south.officer, printed('south')));
    await meet(north, south, west);
    part();
    await must(north.book.append(kit.founder, await left(north, 'south', south.officer.keyId)));
    const [pin] = await pinsIn(south, south.officer.keyId);
    const dated = await slip(south, south.officer, printed('south'), {
      after: null,
      lc: honest.payload.lc + 1,
      at: toInstant(Date.UTC(2020, 0, 1)),
    });
    expect(pin?.last?.id).toBe(honest.id);
    await meet(north, south, west);
    await expectVerdict(honest.id, IN_FORCE, north, south, west);
    await expectVerdict(dated, QUARANTINED, north, south, west);
    await must(north.book.append(kit.founder, adopt('south', dated)));
    await meet(north, south, west);
    await expectVerdict(dated, IN_FORCE, north, south, west);
  });

  scene('words ordered gone go where they were away, and are sent to nobody again', async (all) => {
    const { north, south, west, meet } = all;
    const spill = mintId<SpillId>(random);
    const [said] = await wordedEntries({ book: north.book }, subjectOf('person', personOf('south')));
    if (said === undefined) throw new Error('no words');
    await must(
      north.book.append(kit.founder, {
        kind: 'details-deletion-ordered',
        subject: subjectOf('spill', spill),
        body: { spill, ground: 'personalPrivacy', entries: [said.id], recordings: [] },
        details: { note: null },
      }),
    );
    await north.book.forgetDetails();
    const holds = async ({ memory }: LinkedOffice) => (await memory.book.detailsOf([said.id])).length > 0;
    expect(await Promise.all([north, south, west].map(holds))).toEqual([false, true, true]);
    await meet(north, south, west);
    // As the desk of each does when it hears of an order; the south has not come to it yet, and is asked.
    expect(await west.book.forgetDetails()).toEqual([said.id]);
    for (const office of [north, west]) office.links?.wantDetails([said.id]);
    await must(south.book.append(south.officer, printed('south')));
    await meet(north, south, west);
    expect([north, south, west].map(({ told }) => told.has(said.id))).toEqual([false, false, false]);
    expect(await south.book.forgetDetails()).toEqual([said.id]);
    expect(await Promise.all([north, south, west].map(holds))).toEqual([false, false, false]);
  });
});
