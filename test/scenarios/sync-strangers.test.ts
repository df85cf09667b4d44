import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeBookMessage } from '../../src/adapters/sync/messages/book-message.ts';
import { signReceipt } from '../../src/adapters/sync/talk/receipt.ts';
import { toBase64url } from '../../src/base/base64url.ts';
import { concat, utf8 } from '../../src/base/bytes.ts';
import { asId, type EntryId } from '../../src/domain/ids.ts';
import { toInstant } from '../../src/domain/time.ts';
import { encodePayload, readEntry } from '../../src/ledger/entry.ts';
import { idOfJws, stationOf } from '../doubles/books.ts';
import { reportOf } from '../doubles/claims.ts';
import { type Mallory, mallory, SHARD } from '../doubles/mallory.ts';
import { must, random } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices, type Office, type OfficeKit, type Offices, stateOf } from '../doubles/offices.ts';
import { withdrawn } from '../doubles/register-acts.ts';

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(['north', 'south', 'archive']);
});

interface Scene {
  readonly offices: Offices;
  readonly north: Office;
  readonly south: Mallory;
}

/** The south is an admitted station with another program. */
async function scene(): Promise<Scene> {
  const offices = await makeOffices(kit, { liars: ['south'] });
  offices.healAll();
  for (const office of offices.all) await office.act();
  await offices.deliverAll();
  return { offices, north: offices.office('north'), south: mallory(offices, 'south') };
}

/** Nothing is changed by it; the north blames the south for it, once; and the honest two go on together. */
async function isRepelled({ offices, north }: Scene, attack: () => Promise<void>, why: string): Promise<void> {
  const before = await stateOf(north);
  await attack();
  await offices.deliverAll();
  expect(await stateOf(north)).toEqual(before);
  expect(north.incidents.map((incident) => [incident.why, incident.link, incident.author])).toEqual([
    [why, stationOf('south'), null],
  ]);
  const archive = offices.office('archive');
  await archive.act();
  await offices.deliverAll();
  expect(await stateOf(north)).toEqual(await stateOf(archive));
  expect([north.faults, archive.faults, archive.incidents]).toEqual([[], [], []]);
}

describe('an entry that two readers would read in two ways', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const spellings: readonly (readonly [string, (json: string) => string])[] = [
    ['for one of its members stands twice', (json) => json.replace('"kind":', '"kind":"device-registered","kind":')],
    ['for a member of its body does', (json) => json.replace('"copyNo":1', '"copyNo":9,"copyNo":1')],
    ['for a byte order mark stands before it', (json) => `\ufeff${json}`],
    ['for a member is spelled otherwise', (json) => json.replace('"kind":', '"k\\u0069nd":')],
    ['for it holds half a character', (json) => json.replace('"copyNo":1', '"copyNo":1,"note":"\\ud83d"')],
    ['for it is deeper than some go', (json) => json.replace('"copyNo":1', `"copyNo":1,"deep":${nested(20_000)}`)],
  ];
  it.each(spellings)('is none, %s', async (_, respell) => {
    const all = await scene();
    const { south } = all;
    const attack = async () => {
      const plain = readEntry(idOfJws(''), await south.sign(south.office.officer, { kind: 'filled' })).payload;
      const json = new TextDecoder().decode(encodePayload(plain));
      expect(respell(json)).not.toBe(json);
      const jws = await south.office.officer.sign(utf8(respell(json)));
      south.raw('north', 'book', encodeBookMessage({ kind: 'entries', entries: [jws], details: [], next: [] }));
    };
    await isRepelled(all, attack, 'payload-malformed');
  });

  it.each([
    ['for one of their members stands twice', '{"note":"阅","note":"未阅"}'],
    ['for they hold half a character', '{"note":"\\ud83d"}'],
    ['for they are spelled otherwise', '{"note": "阅"}'],
  ])('is taken without its details, %s', async (_, json) => {
    const { offices, north, south } = await scene();
    const salt = new Uint8Array(32);
    const seal = await crypto.subtle.digest('SHA-256', concat(salt, utf8(json)));
    const jws = await south.sign(south.office.officer, { kind: 'filled', details: toBase64url(new Uint8Array(seal)) });
    const details = [{ entry: idOfJws(jws), salt: toBase64url(salt), json }];
    south.raw('north', 'book', encodeBookMessage({ kind: 'entries', entries: [jws], details, next: [] }));
    await offices.deliverAll();
    expect(await north.memory.book.byId([idOfJws(jws)])).toHaveLength(1);
    expect(await north.memory.book.detailsOf([idOfJws(jws)])).toEqual([]);
    expect(north.incidents).toMatchObject([{ why: 'details-unfit', link: stationOf('south'), author: null }]);
  });
});

/** A question of y-webrtc: ten bytes that ask for a whole carrier. */
function question(vector: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint8Array(encoder, vector);
  return encoding.toUint8Array(encoder);
}

const EMPTY = Y.encodeStateVector(new Y.Doc());

describe('who asks for whole carriers', () => {
  it('is answered once in a while, however often it asks', async () => {
    const { offices, north, south } = await scene();
    const before = await stateOf(north);
    offices.wire.sent.length = 0;
    for (let n = 0; n < 1_000; n++) south.raw('north', `c/${SHARD}`, question(EMPTY));
    await offices.deliverAll();
    const answers = offices.wire.sent.filter(({ from, stream }) => from === 'north' && stream === `c/${SHARD}`);
    expect(answers).toHaveLength(1);
    expect(await stateOf(north)).toEqual(before);
    expect([north.incidents, north.faults]).toEqual([[], []]);
  });

  it('by a vector of more authors than any bureau has is not answered, and is named', async () => {
    const all = await scene();
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 500_000);
    for (let n = 0; n < 500_000; n++) {
      encoding.writeVarUint(encoder, n + 1);
      encoding.writeVarUint(encoder, 1);
    }
    const vector = encoding.toUint8Array(encoder);
    await isRepelled(all, async () => all.south.raw('north', `c/${SHARD}`, question(vector)), 'state-vector-malformed');
  });
});

describe('who signs to hold what it does not give', () => {
  const KEY = 'south';

  /** The south's signed frontier, with so many entries of its own officer more than there are. */
  async function boast({ offices, south }: Scene, more: number, answers: number | null): Promise<Uint8Array> {
    const { station, stationSigner, officer, book } = south.office;
    const heads = (await book.frontier()).map((head) =>
      more > 0 && head.key === officer.keyId
        ? { ...head, seq: head.seq + more, id: asId<EntryId>(toBase64url(random(32))) }
        : head,
    );
    const at = toInstant(offices.timers.now());
    const jws = await signReceipt(stationSigner.statements(station), offices.kit.bureau, at, heads);
    return encodeBookMessage({ kind: 'frontier', jws, answers });
  }

  const nothing = encodeBookMessage({ kind: 'entries', entries: [], details: [], next: [] });

  /** Delivers to the north alone; what the north says to the south is read and answered by its program. */
  async function play({ offices, south }: Scene, answer: (kind: string, ask: number | null) => Promise<void>) {
    for (let n = 0; n < 40; n++) {
      await offices.idle();
      const at = offices.wire.queue.findIndex(({ to }) => to === 'north');
      if (at >= 0) {
        await offices.wire.deliver(at);
        continue;
      }
      const said = offices.wire.queue.findIndex(({ from, to }) => from === 'north' && to === KEY);
      const [message] = said < 0 ? [] : offices.wire.queue.splice(said, 1);
      if (message === undefined) return;
      if (message.stream !== 'book') continue;
      const { kind, ask = null } = JSON.parse(Buffer.from(message.bytes).toString()) as { kind: string; ask?: number };
      await answer(kind, ask);
    }
    throw new Error(`${south.office.name} is asked for ever`);
  }

  it('is asked once more, and is named when it signs it again; it is not asked for ever', async () => {
    const all = await scene();
    const { north, south } = all;
    const before = await stateOf(north);
    south.raw('north', 'book', await boast(all, 5, null));
    const asked: string[] = [];
    await play(all, async (kind, ask) => {
      asked.push(kind);
      if (kind === 'want') south.raw('north', 'book', nothing);
      if (kind === 'summary') south.raw('north', 'book', await boast(all, 5, ask));
    });
    expect(asked.filter((kind) => kind === 'want')).toHaveLength(2);
    expect(await stateOf(north)).toEqual(before);
    expect(north.incidents).toMatchObject([
      { code: 'entry-refused', why: 'frontier-hollow', link: stationOf('south'), author: null },
    ]);
  });

  it('and takes it back when it is asked is not blamed: it may have given up a branch meanwhile', async () => {
    const all = await scene();
    const { north, south } = all;
    south.raw('north', 'book', await boast(all, 5, null));
    await play(all, async (kind, ask) => {
      if (kind === 'want') south.raw('north', 'book', nothing);
      if (kind === 'summary') south.raw('north', 'book', await boast(all, 0, ask));
    });
    expect(north.incidents).toEqual([]);
    const standing = await north.sync.standing(stationOf('south'));
    expect(standing?.comparison?.toGet).toBe(0);
  });
});

describe('what books say to each other', () => {
  const words = ['null', '-1', '1e99', '[]', '{}', '"__proto__"', '9007199254740993', '"\\ud800"', ','];
  const put = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(...words).map((text) => utf8(text)),
  );
  const mutation = fc.record({ at: fc.nat(4_000), put, drop: fc.nat(6) });

  it('changed anywhere changes no book, stops nobody, and is charged to nobody but who says it', async () => {
    const { offices, north, south } = await scene();
    const said = offices.wire.sent.flatMap(({ stream, bytes }) => (stream === 'book' ? [bytes] : []));
    const before = await stateOf(north);
    await fc.assert(
      fc.asyncProperty(fc.nat(said.length - 1), fc.array(mutation, { minLength: 1, maxLength: 3 }), async (of, all) => {
        let bytes = Buffer.from(said[of] ?? []);
        for (const { at, put: text, drop } of all) {
          const place = at % bytes.byteLength;
          bytes = Buffer.concat([bytes.subarray(0, place), text, bytes.subarray(place + drop)]);
        }
        offices.wire.heal('north', 'south');
        south.raw('north', 'book', new Uint8Array(bytes));
        await offices.wire.deliver(offices.wire.queue.length - 1);
      }),
      { numRuns: process.env.SOAK === '1' ? 10_000 : 500 },
    );
    await offices.deliverAll();
    expect(await stateOf(north)).toEqual(before);
    expect(north.faults).toEqual([]);
    for (const { link, author } of north.incidents) expect([link, author]).toEqual([stationOf('south'), null]);
  });
});

describe('a PC that was lost', () => {
  it('and withdrawn counts as no second machine: what it alone was given has reached nobody, and it has no line', async () => {
    const offices = await makeOffices(kit);
    const [north, archive] = [offices.office('north'), offices.office('archive')];
    offices.wire.heal('north', 'south');
    await north.act();
    await offices.deliverAll();
    const linkless = () => reportOf(north, []);
    expect((await linkless()).undelivered.count).toBe(0);
    offices.wire.cut('north', 'south');
    const keys = [kit.stations, kit.officers].flatMap((of) => of.get('south')?.keyId ?? []);
    await must(north.book.append(kit.founder, await withdrawn(north, 'south', ...keys)));
    const report = await linkless();
    expect(report.peers.map(({ station }) => station)).toEqual([archive.station]);
    expect(report.receipts).toEqual([]);
    expect(report.undelivered.count).toBe(report.ours);
    offices.wire.heal('north', 'archive');
    await offices.deliverAll();
    expect((await reportOf(north, [archive.station])).undelivered.count).toBe(0);
  });
});
