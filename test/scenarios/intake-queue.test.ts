import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refused } from '../../src/base/outcome.ts';
import type { BatchId } from '../../src/domain/ids.ts';
import { fromInstant } from '../../src/domain/time.ts';
import type { FootageAdapters } from '../../src/main/footage-adapters.ts';
import { makeFootageDesk } from '../../src/main/make-footage-desk.ts';
import { createJobBoard } from '../../src/ui/live/jobs.ts';
import type { SeatedPerson } from '../../src/ui/live/office.ts';
import { makeExaminer } from '../doubles/examiner.ts';
import { makeCard, makeMemoryBuffer, namingProbe } from '../doubles/footage.ts';
import { foundOffice } from '../doubles/office-desk.ts';

beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
afterEach(() => void vi.unstubAllGlobals());

/** The first file is not copied until it is let go. */
function makeHeldBuffer() {
  const { buffer } = makeMemoryBuffer();
  let letGo = (): void => undefined;
  let held: Promise<void> | null = new Promise((resolve) => {
    letGo = resolve;
  });
  return {
    letGo: () => letGo(),
    buffer: {
      ...buffer,
      takeIn: async (...given: Parameters<typeof buffer.takeIn>) => {
        const first = held;
        held = null;
        await first;
        return buffer.takeIn(...given);
      },
    },
  };
}

const makeAdapters = (buffer: FootageAdapters['buffer']): FootageAdapters => {
  const { examination } = makeExaminer();
  return {
    buffer,
    probe: namingProbe,
    derivatives: {
      make: async () => refused({ code: 'unreadable' }),
      drop: async () => undefined,
      empty: async () => undefined,
    },
    examiner: examination.examiner,
    codes: examination.codes,
    pickFolder: async () => null,
    fromDrop: async () => null,
    reopen: () => makeCard([]).source,
    askPermission: async () => true,
    mayRead: async () => true,
    watchFolder: async () => ({ tells: false, stop: () => undefined }),
    cameras: {
      isOffered: false,
      granted: async () => [],
      choose: async () => null,
      watch: () => () => undefined,
      source: () => makeCard([]).source,
      listen: () => () => undefined,
    },
    medium: { open: async () => refused({ code: 'medium-missing' }), choose: async () => null },
    storage: {
      persisted: async () => true,
      persist: async () => true,
      estimate: async () => ({ usedBytes: 0, quotaBytes: 1 }),
    },
  };
};

/** A desk with a person at it, cards of one file each, and the first card's file held while it is copied. */
async function deskWithCards() {
  const office = await foundOffice();
  const officer = await office.admit('张建国', ['officer']);
  const record = await office.desk.records.get('person', officer.person);
  if (record === null || record === undefined) throw new Error('the officer is not in the register');
  const [seat, setSeat] = createSignal<SeatedPerson | null>({ ...officer, record, own: record.roles });
  const held = makeHeldBuffer();
  const { desk, close } = createRoot((end) => ({
    desk: makeFootageDesk(
      office.desk,
      makeAdapters(held.buffer),
      createJobBoard(() => fromInstant(office.desk.now())),
      seat,
    ),
    close: end,
  }));
  const cards = ['A.MP4', 'B.MP4', 'C.MP4'].map((path) => makeCard([{ path, content: `what ${path} filmed` }]));
  const begin = async (at: number): Promise<BatchId> => {
    const source = { source: cards[at]?.source ?? makeCard([]).source, handle: null };
    const planned = await desk.plan(source, { device: null, preferred: null }).ended;
    if (planned.kind !== 'done') throw new Error(planned.kind);
    const chosen = planned.value.items.map(({ item }) => ({ item, activity: null, unlinkedReason: null }));
    return desk.begin(source, chosen, { device: null, unregisteredExplanation: '本人手机', plan: planned.value });
  };
  const stateOf = (batch: BatchId) => desk.intakeJob(batch)?.job().kind ?? 'gone';
  const endOf = (batch: BatchId) => desk.intakeJob(batch)?.ended;
  const taken = async (batch: BatchId) => (await office.desk.records.get('batch', batch))?.recordings.length ?? 0;
  return { desk, cards, held, begin, stateOf, endOf, taken, lock: () => setSeat(null), close };
}

test('a second card is planned and queued while the first is taken in, and begins by itself, the desk locked meanwhile', async () => {
  const { held, begin, stateOf, endOf, taken, lock, close } = await deskWithCards();
  const first = await begin(0);
  const second = await begin(1);
  expect(stateOf(second)).toBe('waiting');
  lock();
  const ends = [endOf(first), endOf(second)];
  held.letGo();
  expect((await Promise.all(ends)).map((end) => end?.kind)).toEqual(['done', 'done']);
  expect([await taken(first), await taken(second)]).toEqual([1, 1]);
  await expect(begin(2)).rejects.toThrow('nobody sits');
  close();
});

test('the first is stopped: the second begins; the first goes on behind it', async () => {
  const { desk, cards, held, begin, stateOf, endOf, taken, close } = await deskWithCards();
  const first = await begin(0);
  const second = await begin(1);
  const ends = [endOf(first), endOf(second)];
  desk.intakeJob(first)?.stop();
  held.letGo();
  const [stopped, done] = await Promise.all(ends);
  // What was copied when it was stopped is signed; the batch stays until somebody goes on with it.
  expect([stopped?.kind, done?.kind]).toEqual(['stopped', 'done']);
  expect(await taken(second)).toBe(1);
  expect(desk.intakes().map(({ batch }) => batch)).toEqual([first]);
  const again = { source: cards[0]?.source ?? makeCard([]).source, handle: null };
  await desk.resume(first, again);
  await endOf(first);
  expect([stateOf(first), await taken(first)]).toEqual(['gone', 1]);
  close();
});

test('a card pulled while it waits stops at its turn and the third is taken in; put back, it goes on', async () => {
  const { desk, cards, held, begin, stateOf, endOf, taken, close } = await deskWithCards();
  const first = await begin(0);
  const second = await begin(1);
  const third = await begin(2);
  cards[1]?.pullAfter(0);
  const ends = [endOf(first), endOf(second), endOf(third)];
  held.letGo();
  const [a, b, c] = await Promise.all(ends);
  expect([a?.kind, b, c?.kind]).toMatchObject(['done', { kind: 'failed', code: 'source-gone' }, 'done']);
  cards[1]?.putBack();
  const again = { source: cards[1]?.source ?? makeCard([]).source, handle: null };
  expect((await desk.resume(second, again)).ok).toBe(true);
  await endOf(second);
  expect([stateOf(second), await taken(second), await taken(third)]).toEqual(['gone', 1, 1]);
  close();
});

test('one taken out of the queue never begins, and stays to be gone on with', async () => {
  const { desk, held, begin, endOf, taken, close } = await deskWithCards();
  const first = await begin(0);
  const second = await begin(1);
  const end = endOf(second);
  desk.intakeJob(second)?.stop();
  expect((await end)?.kind).toBe('stopped');
  const done = endOf(first);
  held.letGo();
  await done;
  expect(await taken(second)).toBe(0);
  expect(desk.intakes().map(({ batch }) => batch)).toEqual([second]);
  close();
});
