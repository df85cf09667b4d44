import { expect, test } from 'vitest';
import { recordingIdOf } from '../../src/domain/ids.ts';
import type { RecordingRecord } from '../../src/domain/records.ts';
import { checkCopies } from '../../src/usecases/check-copies.ts';
import { countersignIntake } from '../../src/usecases/countersign-intake.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { acceptHandover, giveHandover, withdrawHandover } from '../../src/usecases/hand-over.ts';
import { markArrived, markFinished, markNoticed, withdrawMark } from '../../src/usecases/mark-activity.ts';
import { openIntake, planIntake } from '../../src/usecases/plan-intake.ts';
import { logReview, mayReview } from '../../src/usecases/review-footage.ts';
import { finishPurge, storeFootage } from '../../src/usecases/store-footage.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { type CardFile, makeCard, makeMemoryBuffer, makeMemoryMedia, namingProbe } from '../doubles/footage.ts';
import { type FoundedOffice, foundOffice, must } from '../doubles/office-desk.ts';

const control = () => ({ signal: new AbortController().signal, report: () => undefined, onItems: () => undefined });

async function officeWithActivity() {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const device = await office.device();
  const activity = await must(
    createActivity(office.desk, officer, {
      type: 'dailyInspection',
      matters: [1],
      officers: [officer.person],
      devices: [device],
      division: office.division,
      plannedAt: null,
      title: '河道采砂检查',
      place: '伊河',
      party: '某经营部',
      caseNo: null,
      note: null,
    }),
  );
  return { office, officer, device, activity };
}

type Scene = Awaited<ReturnType<typeof officeWithActivity>>;

const activityOf = async ({ office, activity }: Scene) => {
  const record = await office.desk.records.get('activity', activity);
  if (record === null) throw new Error('no activity');
  return record;
};

async function intake(scene: Scene, files: readonly CardFile[], buffer = makeMemoryBuffer()) {
  const { office, officer, device, activity } = scene;
  const card = makeCard(files);
  const plan = await planIntake(office.desk, card.source, namingProbe, { device, preferred: activity }, control());
  const chosen = plan.items.map(({ item }) => ({ item, activity, unlinkedReason: null }));
  const session = await openIntake(office.desk, officer, chosen, {
    device,
    unregisteredExplanation: null,
    sourceLabel: card.source.label,
    sourceHandle: null,
  });
  const ports = { buffer: buffer.buffer, probe: namingProbe };
  return { card, plan, session, ports, buffer, run: () => takeIn(office.desk, ports, session, card.source, control()) };
}

const TWO = [
  { path: 'DCIM/REC_0001.MP4', content: 'first segment' },
  { path: 'DCIM/REC_0002.MP4', content: 'second segment' },
];

const recordings = async (office: FoundedOffice, activity: Scene['activity']): Promise<readonly RecordingRecord[]> => {
  const record = await office.desk.records.get('activity', activity);
  return office.desk.records.getMany('recording', record?.recordings ?? []);
};

test('from the first click to custody: taken in, stored, handed over, each step in the chain', async () => {
  const scene = await officeWithActivity();
  const { office, officer, activity } = scene;
  await must(markArrived(office.desk, officer, await activityOf(scene)));
  await must(markNoticed(office.desk, officer, await activityOf(scene), '您好'));
  await must(markFinished(office.desk, officer, await activityOf(scene)));
  const { run, session, ports, buffer } = await intake(scene, TWO);
  expect(await run()).toEqual({ recorded: 2, duplicates: 0, failed: [] });

  const batch = await office.desk.records.get('batch', session.batch);
  if (batch === null) throw new Error('no batch');
  await must(countersignIntake(office.desk, officer, batch, office.division));
  const medium = await office.medium();
  const { media, files } = makeMemoryMedia();
  const taken = await recordings(office, activity);
  expect(taken.map((r) => r.no?.item)).toEqual([1, 2]);
  const stored = await must(
    storeFootage(
      office.desk,
      { buffer: ports.buffer, media, pathOf: (r) => `2026/${r.sources[0]?.originalName}` },
      medium,
      taken.map((r) => r.id),
      control(),
    ),
  );
  expect(stored).toEqual({ stored: 2, purged: 2 });
  expect([buffer.held(), files.size]).toEqual([0, 2]);

  const custodian = await office.admit('李静', ['custodian']);
  const handover = await must(
    giveHandover(office.desk, officer, {
      to: custodian.person,
      recordings: taken.map((r) => r.id),
      division: office.division,
      remark: null,
    }),
  );
  const given = await office.desk.records.get('handover', handover);
  if (given === null) throw new Error('no handover');
  await must(
    acceptHandover(office.desk, custodian, given, {
      at: office.desk.now(),
      cardCleared: false,
      division: office.division,
    }),
  );
  const [first] = await recordings(office, activity);
  expect(first?.state).toBe('in-custody');
  expect(first?.custody.map((event) => event.kind)).toEqual([
    'taken-in',
    'countersigned',
    'copied',
    'buffer-purged',
    'handover-given',
    'handover-accepted',
  ]);
});

test('a pulled card loses nothing: what is safe is signed, going on copies only the rest', async () => {
  const scene = await officeWithActivity();
  const { office, activity } = scene;
  const { card, run, session, buffer, ports } = await intake(scene, TWO);
  card.pullAfter(1);
  await expect(run()).rejects.toMatchObject({ code: 'source-gone' });
  expect(await recordings(office, activity)).toHaveLength(1);
  card.putBack();
  const [kept] = await office.desk.local.intakes();
  if (kept === undefined) throw new Error('the intake is not remembered');
  expect(kept.batch).toBe(session.batch);
  const again = await takeIn(office.desk, ports, kept, card.source, control());
  expect(again.recorded).toBe(2);
  expect(await recordings(office, activity)).toHaveLength(2);
  expect(buffer.copies()).toBe(2);
});

test('a file that vanishes is set aside with its reason, the rest is taken in', async () => {
  const scene = await officeWithActivity();
  const { card, run } = await intake(scene, TWO);
  card.lose('DCIM/REC_0001.MP4');
  expect(await run()).toEqual({
    recorded: 1,
    duplicates: 0,
    failed: [{ path: 'DCIM/REC_0001.MP4', code: 'item-gone' }],
  });
});

test('the same content twice is one original with two sources', async () => {
  const scene = await officeWithActivity();
  const { office, activity } = scene;
  const { run, buffer } = await intake(scene, [
    { path: 'a/DSC0001.MP4', content: 'same' },
    { path: 'b/DSC0002.MP4', content: 'same' },
  ]);
  expect(await run()).toMatchObject({ recorded: 2, duplicates: 1 });
  const [only, ...others] = await recordings(office, activity);
  expect(others).toEqual([]);
  expect(only?.sources.map((source) => source.originalPath)).toEqual(['a/DSC0001.MP4', 'b/DSC0002.MP4']);
  expect(buffer.held()).toBe(1);
});

test('the same name with other content is two originals', async () => {
  const scene = await officeWithActivity();
  const { run } = await intake(scene, [
    { path: 'a/DSC0001.MP4', content: 'one' },
    { path: 'b/DSC0001.MP4', content: 'other' },
  ]);
  await run();
  expect(await recordings(scene.office, scene.activity)).toHaveLength(2);
});

test('more than 200 files are signed in entries of at most 200', async () => {
  const scene = await officeWithActivity();
  const many = Array.from({ length: 405 }, (_, i) => ({ path: `REC_${i}.MP4`, content: `clip ${i}` }));
  const { run, session } = await intake(scene, many);
  await run();
  const batch = await scene.office.desk.records.get('batch', session.batch);
  expect(batch?.entries).toHaveLength(3);
  expect(batch?.recordings).toHaveLength(405);
});

test('a stopped intake signs what is already safe, and begins no other file', async () => {
  const scene = await officeWithActivity();
  const { office, activity } = scene;
  const many = Array.from({ length: 60 }, (_, i) => ({ path: `REC_${i}.MP4`, content: `clip ${i}` }));
  const { card, session, ports, buffer } = await intake(scene, many);
  const stop = new AbortController();
  const onItems = () => stop.abort();
  await expect(
    takeIn(office.desk, ports, session, card.source, { signal: stop.signal, report: () => undefined, onItems }),
  ).rejects.toMatchObject({ name: 'AbortError' });
  expect(buffer.copies()).toBeLessThan(20);
  expect(await recordings(office, activity)).toHaveLength(buffer.copies());
});

async function inStore(scene: Scene) {
  const { office, activity } = scene;
  const { run, ports } = await intake(scene, TWO);
  await run();
  const medium = await office.medium();
  const stored = makeMemoryMedia();
  const ids = (await recordings(office, activity)).map((r) => r.id);
  const pathOf = (r: RecordingRecord) => r.sources[0]?.originalName ?? r.id;
  await must(storeFootage(office.desk, { buffer: ports.buffer, media: stored.media, pathOf }, medium, ids, control()));
  return { medium, stored, ids };
}

test('one flipped byte on the medium is found, freezes the recording and cannot be handed over (A12-4)', async () => {
  const scene = await officeWithActivity();
  const { office, officer, activity } = scene;
  const { medium, stored, ids } = await inStore(scene);
  stored.flip('REC_0001.MP4');
  const checked = await must(checkCopies(office.desk, { media: stored.media }, medium, ids, control()));
  expect(checked).toMatchObject({ same: 1, wrong: [{ result: 'different' }] });
  const states = (await recordings(office, activity)).map((r) => r.state);
  expect(states.sort()).toEqual(['damaged', 'stored']);
  const given = await giveHandover(office.desk, officer, {
    to: office.custodian.person,
    recordings: ids,
    division: office.division,
    remark: null,
  });
  expect(given).toMatchObject({ ok: false, refusal: { code: 'damaged' } });
});

test('a medium of another bureau takes nothing, and the buffer keeps everything', async () => {
  const scene = await officeWithActivity();
  const { office, activity } = scene;
  const { run, ports, buffer } = await intake(scene, TWO);
  await run();
  const { media, refuse } = makeMemoryMedia();
  refuse({ code: 'medium-foreign' });
  const ids = (await recordings(office, activity)).map((r) => r.id);
  const stored = await storeFootage(
    office.desk,
    { buffer: ports.buffer, media, pathOf: (r) => r.id },
    await office.medium(),
    ids,
    control(),
  );
  expect(stored).toEqual({ ok: false, refusal: { code: 'medium-foreign' } });
  expect(buffer.held()).toBe(2);
});

test('giver and receiver must be two persons, and a custodian cannot accept own recordings (trap 27)', async () => {
  const scene = await officeWithActivity();
  const { office, officer } = scene;
  const { ids } = await inStore(scene);
  const draft = { recordings: ids, division: office.division, remark: null };
  const self = await giveHandover(office.desk, office.custodian, { ...draft, to: office.custodian.person });
  expect(self).toMatchObject({ ok: false, refusal: { code: 'rule', rule: 'duties-not-separate' } });
  const toOfficer = await giveHandover(office.desk, office.custodian, { ...draft, to: officer.person });
  expect(toOfficer).toMatchObject({ ok: false, refusal: { code: 'rule', rule: 'role-missing' } });
});

test('a hand-over that waits can be taken back, and the footage is as before', async () => {
  const scene = await officeWithActivity();
  const { office, officer, activity } = scene;
  const { ids } = await inStore(scene);
  const id = await must(
    giveHandover(office.desk, officer, {
      to: office.custodian.person,
      recordings: ids,
      division: office.division,
      remark: null,
    }),
  );
  const handover = await office.desk.records.get('handover', id);
  if (handover === null) throw new Error('no handover');
  await must(withdrawHandover(office.desk, officer, handover, office.division));
  expect((await recordings(office, activity)).map((r) => r.state)).toEqual(['stored', 'stored']);
  const late = await acceptHandover(office.desk, office.custodian, handover, {
    at: office.desk.now(),
    cardCleared: false,
    division: office.division,
  });
  expect(late).toMatchObject({ ok: false, refusal: { rule: 'reference-unfit' } });
});

test('采集核对 is for the own batch before hand-over, and every stretch is logged', async () => {
  const scene = await officeWithActivity();
  const { office, officer, activity } = scene;
  await inStore(scene);
  const [recording] = await recordings(office, activity);
  if (recording === undefined) throw new Error('no recording');
  expect(mayReview(recording, office.custodian.person)).toMatchObject({ refusal: { code: 'not-own-batch' } });
  const at = office.desk.now();
  await must(logReview(office.desk, officer, recording, null, { fromSec: 0, toSec: 12, startedAt: at, endedAt: at }));
  const [after] = await office.desk.records.getMany('recording', [recording.id]);
  expect(after?.custody.at(-1)).toMatchObject({ kind: 'reviewed', played: { fromSec: 0, toSec: 12 } });
});

test('a mark can be withdrawn by who made it, and by nobody else', async () => {
  const scene = await officeWithActivity();
  const { office, officer } = scene;
  const other = await office.admit('李敏', ['officer']);
  await must(markArrived(office.desk, officer, await activityOf(scene)));
  const marked = await activityOf(scene);
  const [mark] = marked.marks;
  if (mark === undefined) throw new Error('no mark');
  expect(await withdrawMark(office.desk, other, marked, mark)).toMatchObject({
    refusal: { rule: 'duties-not-separate' },
  });
  await must(withdrawMark(office.desk, officer, marked, mark));
  expect((await activityOf(scene)).arrived).toBeNull();
});

test('a recording is named by its content', async () => {
  const scene = await officeWithActivity();
  const { run } = await intake(scene, TWO);
  await run();
  for (const recording of await recordings(scene.office, scene.activity)) {
    expect(recording.id).toBe(recordingIdOf(recording.digests.sha256));
  }
});

test('killed between the signature and the purge, a station lets go of what a medium holds at its next start, and of nothing else', async () => {
  const scene = await officeWithActivity();
  const { office, activity } = scene;
  const { run, ports, buffer } = await intake(scene, [...TWO, { path: 'DCIM/REC_0003.MP4', content: 'third' }]);
  await run();
  const [first, second, third] = (await recordings(office, activity)).map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were taken in');
  const medium = await office.medium();
  const { media } = makeMemoryMedia();
  const pathOf = (r: RecordingRecord) => r.sources[0]?.originalName ?? r.id;
  // One is killed before the purge is signed, the other between its signature and its end.
  const { removeBuffered } = office.desk.local;
  for (const [id, dies] of [[first, 'sign'] as const, [second, 'forget'] as const]) {
    const book: typeof office.desk.book = {
      ...office.desk.book,
      append: (signer, act) =>
        dies === 'sign' && act.kind === 'buffer-purged'
          ? Promise.reject(new Error('killed'))
          : office.desk.book.append(signer, act),
    };
    const local = {
      ...office.desk.local,
      removeBuffered: (ids: Parameters<typeof removeBuffered>[0]) =>
        dies === 'forget' ? Promise.reject(new Error('killed')) : removeBuffered(ids),
    };
    const desk = { ...office.desk, book, local };
    const stored = storeFootage(desk, { buffer: ports.buffer, media, pathOf }, medium, [id], control());
    await expect(stored).rejects.toThrow('killed');
  }
  expect((await office.desk.local.buffered()).length).toBe(3);
  await finishPurge(office.desk, ports);
  expect((await office.desk.local.buffered()).map(({ recording }) => recording)).toEqual([third]);
  expect(buffer.held()).toBe(1);
  const states = (await recordings(office, activity)).map(({ state, buffered }) => [state, buffered]);
  expect(states).toEqual([
    ['stored', false],
    ['stored', false],
    ['buffered', true],
  ]);
});
