import { expect, test } from 'vitest';
import { asId, type EntryId, type RecordingId, type SpillId } from '../../src/domain/ids.ts';
import type { RecordingRecord } from '../../src/domain/records.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { openBook } from '../../src/ledger/book.ts';
import type { BodyOf } from '../../src/ledger/kinds.ts';
import { deleteSpilledFootage } from '../../src/usecases/delete-spilled-footage.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { openIntake, planIntake } from '../../src/usecases/plan-intake.ts';
import { carryOutDeletions, orderDeletion, spillStanding, wordedEntries } from '../../src/usecases/spill.ts';
import { storeFootage } from '../../src/usecases/store-footage.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { bundleOf, stationOf } from '../doubles/books.ts';
import { makeCard, makeMemoryBuffer, makeMemoryMedia, namingProbe } from '../doubles/footage.ts';
import { type MemoryBook, makeMemoryBook } from '../doubles/memory-book-store.ts';
import { makeMemoryLocalState } from '../doubles/memory-local-state.ts';
import { foundOffice, must, verifier } from '../doubles/office-desk.ts';
import { makeRealSigner } from '../doubles/real-signer.ts';

const control = () => ({ signal: new AbortController().signal, report: () => undefined, onItems: () => undefined });
const FILES = [
  { path: 'DCIM/SECRET_1.MP4', content: 'what must not be seen' },
  { path: 'DCIM/SECRET_2.MP4', content: 'nor this' },
  { path: 'DCIM/OTHER.MP4', content: 'plain work' },
];
const probe = { ...namingProbe, thumbnail: async () => new Blob(['picture']) };

/** One PC with its own buffer, lists and disk. */
interface Pc {
  readonly desk: Desk;
  readonly memory: MemoryBook;
  readonly buffer: ReturnType<typeof makeMemoryBuffer>;
  readonly media: ReturnType<typeof makeMemoryMedia>;
}

const carryOut = ({ desk, buffer, media }: Pc) =>
  deleteSpilledFootage(desk, { buffer: buffer.buffer, media: media.media }, new AbortController().signal);

async function takeInAt({ desk, buffer }: Pc, person: Parameters<typeof openIntake>[1], files = FILES) {
  const card = makeCard(files);
  const plan = await planIntake(desk, card.source, namingProbe, { device: null, preferred: null }, control());
  const chosen = plan.items.map(({ item }) => ({ item, activity: null, unlinkedReason: null }));
  const from = { device: null, unregisteredExplanation: null, sourceLabel: 'card', sourceHandle: null };
  const session = await openIntake(desk, person, chosen, from);
  await takeIn(desk, { buffer: buffer.buffer, probe }, session, card.source, control());
  return session;
}

const named = async ({ desk }: Pc, name: string): Promise<RecordingRecord> => {
  const { rows } = await desk.records.register(
    {
      text: name,
      from: null,
      to: null,
      officer: null,
      matter: null,
      device: null,
      state: null,
      sort: 'takenInAt',
      descending: true,
    },
    { offset: 0, limit: 9 },
  );
  const record = rows[0] === undefined ? null : await desk.records.get('recording', rows[0].id);
  if (record === null) throw new Error(`no recording ${name}`);
  return record;
};

/** Three files taken in at A, two of them spilled; B is admitted and has not heard of anything since. */
async function makeScene() {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const make = (desk: Desk, memory: MemoryBook): Pc => ({
    desk,
    memory,
    buffer: makeMemoryBuffer(),
    media: makeMemoryMedia(),
  });
  const a = make(office.desk, office.memory);
  const stationSigner = await makeRealSigner();
  const station = stationOf('b');
  await must(
    a.desk.book.append(office.custodian.signer, {
      kind: 'station-admitted',
      subject: subjectOf('station', station),
      body: { station, code: 'B', keys: stationSigner.public },
      details: { name: 'B', place: null },
    }),
  );
  const memory = makeMemoryBook();
  const { bureau, desk } = office;
  const ports = { store: memory.book, verifier, random: desk.random, now: desk.now };
  const book = await openBook(bureau, desk.station.root, ports);
  await book.receive(await bundleOf(a.memory));
  const local = makeMemoryLocalState();
  const b = make(
    { ...desk, book, records: memory.model, local, stationSigner, station: { ...desk.station, station, code: 'B' } },
    memory,
  );
  await takeInAt(a, officer);
  const spilled = [await named(a, 'SECRET_1'), await named(a, 'SECRET_2')];
  return { office, officer, a, b, spilled, ids: spilled.map(({ id }) => id) };
}

type Scene = Awaited<ReturnType<typeof makeScene>>;

async function order({ office, a, ids }: Scene): Promise<SpillId> {
  const [about] = ids;
  if (about === undefined) throw new Error('nothing to order gone');
  const entries = (await wordedEntries(a.desk, subjectOf('recording', about))).map(({ id }) => id);
  return must(orderDeletion(a.desk, office.custodian, { ground: 'stateSecret', entries, recordings: ids, note: null }));
}

async function store({ office, a }: Scene) {
  const medium = await office.medium();
  const all = (await a.desk.local.buffered()).map(({ recording }) => recording);
  const pathOf = (r: RecordingRecord) => `2026/${r.sources[0]?.originalName}`;
  const ports = { buffer: a.buffer.buffer, media: a.media.media, pathOf };
  return { medium, stored: await must(storeFootage(a.desk, ports, medium, all, control())) };
}

const spillAt = async ({ desk }: Pc, id: SpillId) => {
  const record = await desk.records.get('spill', id);
  if (record === null) throw new Error('no order');
  return record;
};
const stateAt = async ({ desk }: Pc, ids: readonly RecordingId[]) =>
  (await desk.records.getMany('recording', ids)).map(({ state }) => state);

test('the station deletes what its buffer, pictures and lists hold of the footage, and nothing else; then it says so once', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  const spill = await order(scene);
  expect(a.buffer.held()).toBe(3);
  await carryOut(a);
  await carryOut(a);
  expect(a.buffer.held()).toBe(1);
  expect((await a.desk.local.intakes()).flatMap(({ items }) => items).map(({ name }) => name)).toEqual(['OTHER.MP4']);
  for (const id of ids) expect(await a.desk.local.thumbnail(id)).toBeNull();
  expect(await a.desk.local.thumbnail((await named(a, 'OTHER')).id)).not.toBeNull();
  const { files } = await spillAt(a, spill);
  expect(files).toMatchObject([{ station: a.desk.station.station, medium: null, deleted: ids, missing: [] }]);
  expect(await stateAt(a, ids)).toEqual(['removed', 'removed']);
  expect((await a.desk.records.get('recording', ids[0] as RecordingId))?.custody.at(-1)?.kind).toBe('deleted');
});

test('what is ordered gone is stored on no medium any more', async () => {
  const scene = await makeScene();
  await order(scene);
  expect((await store(scene)).stored).toEqual({ stored: 1, purged: 1 });
});

test('a medium that is missing keeps its copy in the book until it is connected; then it is deleted there, and said once', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  const { medium } = await store(scene);
  const spill = await order(scene);
  a.media.refuse({ code: 'medium-missing' });
  await carryOut(a);
  expect(a.media.files.size).toBe(3);
  expect((await a.desk.records.getMany('recording', ids)).map(({ copies }) => copies.length)).toEqual([1, 1]);
  expect(await stateAt(a, ids)).toEqual(['stored', 'stored']);
  a.media.refuse(null);
  await carryOut(a);
  await carryOut(a);
  expect([...a.media.files.keys()]).toEqual(['2026/OTHER.MP4']);
  const said = (await spillAt(a, spill)).files?.filter((one) => one.medium === medium);
  expect(said?.map(({ deleted, missing }) => [[...deleted].sort(), missing])).toEqual([[[...ids].sort(), []]]);
  expect(await stateAt(a, ids)).toEqual(['removed', 'removed']);
});

test('a medium that is pulled in between: what is deleted is said, the rest stays open', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  await store(scene);
  await order(scene);
  a.media.pullAfter(1);
  await carryOut(a);
  expect((await stateAt(a, ids)).sort()).toEqual(['removed', 'stored']);
  a.media.pullAfter(9);
  await carryOut(a);
  expect(await stateAt(a, ids)).toEqual(['removed', 'removed']);
});

test('a restart after deleting and before saying: it is said then, as deleted here and as not found on the medium', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  await store(scene);
  await takeInAt(a, scene.officer, [{ path: 'X.MP4', content: 'third' }]);
  const third = await named(a, 'X.MP4');
  const spill = await order({ ...scene, ids: [...ids, third.id] });
  const place = await a.desk.local.bufferedAt(third.id);
  if (place === null) throw new Error('not in the buffer');
  await a.buffer.buffer.purge(place);
  for (const path of ['2026/SECRET_1.MP4', '2026/SECRET_2.MP4']) a.media.files.delete(path);
  await carryOut(a);
  const { files = [] } = await spillAt(a, spill);
  expect(files.find(({ medium }) => medium === null)).toMatchObject({ deleted: [third.id], missing: ids });
  expect(files.find(({ medium }) => medium !== null)).toMatchObject({ deleted: [], missing: ids });
  expect(await a.desk.local.bufferedAt(third.id)).toBeNull();
  expect(await stateAt(a, [...ids, third.id])).toEqual(['removed', 'removed', 'removed']);
});

test('nothing is said while an intake that was broken off holds an unsigned copy', async () => {
  const scene = await makeScene();
  const { a, ids, spilled } = scene;
  const spill = await order(scene);
  const [session] = await a.desk.local.intakes();
  const [item, digests] = [session?.items[0], spilled[0]?.digests];
  if (session === undefined || item === undefined || digests === undefined) throw new Error('no intake');
  const facts = await namingProbe.probe(new Blob(), item.name, { signal: control().signal, modifiedAt: null });
  await a.desk.local.putIntakeItems(session.batch, [
    { ...item, state: { kind: 'copied', digests, facts, verifiedAt: a.desk.now() } },
  ]);
  await carryOut(a);
  expect((await spillAt(a, spill)).files).toBeUndefined();
  await a.desk.local.putIntakeItems(session.batch, [item]);
  await carryOut(a);
  expect((await spillAt(a, spill)).files).toMatchObject([{ deleted: ids }]);
});

test('another content under the name of a copy is left and noted as different; a person has to look', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  await store(scene);
  await order(scene);
  a.media.flip('2026/SECRET_1.MP4');
  await carryOut(a);
  const [first] = await a.desk.records.getMany('recording', ids);
  expect(first).toMatchObject({ state: 'damaged', copies: [{ lastCheck: { result: 'different' } }] });
  expect([...a.media.files.keys()].sort()).toEqual(['2026/OTHER.MP4', '2026/SECRET_1.MP4']);
  const before = (await bundleOf(a.memory)).entries.length;
  await carryOut(a);
  expect((await bundleOf(a.memory)).entries).toHaveLength(before);
});

test('a station that was away holds its own copy until it hears of the order; nobody calls it gone before', async () => {
  const scene = await makeScene();
  const { a, b, officer, ids } = scene;
  // The same content on another card, taken in at B while the two do not speak.
  await takeInAt(b, officer, FILES.slice(0, 2));
  const spill = await order(scene);
  await a.desk.book.receive(await bundleOf(b.memory));
  await carryOut(a);
  await carryOutDeletions(a.desk);
  expect(await stateAt(a, ids)).toEqual(['buffered', 'buffered']);
  const stations = [{ id: a.desk.station.station }, { id: b.desk.station.station }];
  expect(spillStanding(await spillAt(a, spill), stations)).toEqual({ done: 1, open: 1, lost: 0 });
  expect(b.buffer.held()).toBe(2);
  await b.desk.book.receive(await bundleOf(a.memory));
  await carryOutDeletions(b.desk);
  expect(spillStanding(await spillAt(b, spill), stations)).toEqual({ done: 1, open: 1, lost: 0 });
  await carryOut(b);
  expect(b.buffer.held()).toBe(0);
  expect(spillStanding(await spillAt(b, spill), stations)).toEqual({ done: 2, open: 0, lost: 0 });
  await a.desk.book.receive(await bundleOf(b.memory));
  expect(await stateAt(a, ids)).toEqual(['removed', 'removed']);
});

test('a station says only what it did itself, of footage the order names, and of copies the book knows', async () => {
  const scene = await makeScene();
  const { a, ids } = scene;
  const { medium } = await store(scene);
  const spill = await order(scene);
  const { ordered } = await spillAt(a, spill);
  const other = (await named(a, 'OTHER')).id;
  const own: BodyOf<'footage-deleted'> = {
    spill,
    station: a.desk.station.station,
    medium,
    deleted: [...ids],
    missing: [],
  };
  const say = (body: BodyOf<'footage-deleted'>, refs: readonly EntryId[] = [ordered.entry]) =>
    a.desk.book.append(a.desk.stationSigner, {
      kind: 'footage-deleted',
      subject: subjectOf('spill', spill),
      body,
      details: null,
      refs,
    });
  const unfit = { ok: false, refusal: 'reference-unfit' };
  expect(await say({ ...own, station: stationOf('b') })).toEqual({ ok: false, refusal: 'subject-unfit' });
  expect(await say(own, [])).toEqual(unfit);
  expect(await say({ ...own, deleted: [other] })).toEqual(unfit);
  expect(await say({ ...own, missing: [...ids] })).toEqual(unfit);
  expect(await say({ ...own, deleted: [] })).toEqual(unfit);
  expect(await say({ ...own, medium: asId('m'.repeat(22)) })).toEqual(unfit);
  // Of itself it speaks of all at once, and then only of what it found afterwards.
  expect(await say({ ...own, medium: null, deleted: ids.slice(0, 1) })).toEqual(unfit);
  await must(say({ ...own, medium: null, deleted: [], missing: [...ids] }));
  expect(await say({ ...own, medium: null, deleted: [], missing: [...ids] })).toEqual(unfit);
  await must(say(own));
  expect(await say(own)).toEqual(unfit);
});
