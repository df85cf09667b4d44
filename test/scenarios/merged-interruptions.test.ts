import { describe, expect, it } from 'vitest';
import type { ActivityId, DeviceId } from '../../src/domain/ids.ts';
import type { ActivityRecord } from '../../src/domain/records.ts';
import { openBook } from '../../src/ledger/book.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import type { Seat } from '../../src/usecases/desk.ts';
import { markInterruption, markResumed } from '../../src/usecases/explain-gap.ts';
import { gapAccountsOf } from '../../src/usecases/gap-accounts.ts';
import { markArrived } from '../../src/usecases/mark-activity.ts';
import { mergeActivities } from '../../src/usecases/merge-activities.ts';
import { readWhole } from '../../src/usecases/whole-activity.ts';
import { bundleOf, wholeBook } from '../doubles/books.ts';
import { type Field, field } from '../doubles/field-scene.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { must, random, verifier } from '../doubles/office-desk.ts';
import { at } from '../regulation/facts.ts';

interface Twin extends Field {
  /** `activity` is merged into it. */
  readonly kept: ActivityId;
  readonly stop: (seat: Seat, under: ActivityId, device?: DeviceId | null) => Promise<unknown>;
  readonly goOn: (seat: Seat, under: ActivityId, device?: DeviceId | null) => Promise<unknown>;
  readonly merge: () => Promise<unknown>;
}

async function twin(): Promise<Twin> {
  const scene = await field();
  const { desk, zhang, li, office, device, activity, clock } = scene;
  const kept = await must(
    createActivity(desk, li, {
      type: 'dailyInspection',
      matters: [1],
      officers: [zhang.person, li.person],
      devices: [device],
      division: office.division,
      plannedAt: at('09:00'),
      title: '河道采砂现场检查',
      place: '伊河',
      party: '某经营部',
      caseNo: null,
      note: null,
    }),
  );
  const record = async (id: ActivityId): Promise<ActivityRecord> => {
    const found = await desk.records.get('activity', id);
    if (found === null) throw new Error('no activity');
    return found;
  };
  for (const id of [activity, kept]) await must(markArrived(desk, zhang, await record(id)));
  const stop = { device: null, cause: 'lowBattery', unresumable: false } as const;
  return {
    ...scene,
    kept,
    stop: async (seat, under, of = null) => {
      clock.advance(60_000);
      return must(markInterruption(desk, seat, await record(under), { ...stop, device: of }));
    },
    goOn: async (seat, under, of = null) => {
      clock.advance(60_000);
      return must(markResumed(desk, seat, await record(under), of));
    },
    merge: () => must(mergeActivities(desk, li, activity, kept)),
  };
}

/** How the interruptions of the kept one stand: when each was marked, and when recording went on. */
async function stretches(records: Field['desk']['records'], kept: ActivityId) {
  const record = await records.get('activity', kept);
  if (record === null) throw new Error('no activity');
  const { course } = await readWhole(records, record);
  return course === null ? [] : gapAccountsOf(course).map(({ from, to }) => [from, to]);
}

describe('an interruption marked under one number of a merged activity', () => {
  it('is ended by what is said under the kept number, before the merge or after it', async () => {
    for (const mergedFirst of [true, false]) {
      const { desk, zhang, li, activity, kept, stop, goOn, merge } = await twin();
      await stop(zhang, activity);
      if (mergedFirst) await merge();
      await goOn(li, kept);
      if (!mergedFirst) await merge();
      expect(await stretches(desk.records, kept)).toEqual([[at('08:31'), at('08:32')]]);
    }
  });

  it('the other way round: stopped under the kept number, gone on with under the other', async () => {
    const { desk, zhang, li, activity, kept, stop, goOn, merge } = await twin();
    await stop(li, kept);
    await goOn(zhang, activity);
    await merge();
    expect(await stretches(desk.records, kept)).toEqual([[at('08:31'), at('08:32')]]);
  });

  it('stays open where the word came before it, or is of another device', async () => {
    const { desk, zhang, li, activity, kept, device, office, stop, goOn, merge } = await twin();
    const other = await office.device();
    await goOn(li, kept);
    await stop(zhang, activity, device);
    await goOn(li, kept, other);
    await merge();
    expect(await stretches(desk.records, kept)).toEqual([[at('08:32'), null]]);
  });

  it('ends with the first word after it, though its own number was told of a later one', async () => {
    const { desk, zhang, li, activity, kept, stop, goOn, merge } = await twin();
    await stop(zhang, activity);
    await goOn(li, kept);
    await stop(zhang, activity);
    await goOn(zhang, activity);
    await merge();
    expect(await stretches(desk.records, kept)).toEqual([
      [at('08:31'), at('08:32')],
      [at('08:33'), at('08:34')],
    ]);
  });

  it('is the same whatever the order in which its entries come to another machine', async () => {
    const { desk, zhang, li, office, activity, kept, stop, goOn, merge } = await twin();
    await stop(zhang, activity);
    await goOn(li, kept);
    await stop(li, kept);
    await goOn(zhang, activity);
    await merge();
    const told = await stretches(desk.records, kept);
    expect(told).toEqual([
      [at('08:31'), at('08:32')],
      [at('08:33'), at('08:34')],
    ]);
    const last = (await wholeBook(office.memory)).slice(-5).map(({ jws }) => jws);
    const first = await bundleOf(office.memory, ({ jws }) => !last.includes(jws));
    const { details } = await bundleOf(office.memory);
    const subjects = (await wholeBook(office.memory)).flatMap((entry) => entry.subjects);
    for (const order of ordersOf(last)) {
      const elsewhere = makeMemoryBook();
      const ports = { store: elsewhere.book, verifier, random, now: desk.now };
      const book = await openBook(office.bureau, desk.station.root, ports);
      await book.receive(first);
      for (const jws of order) await book.receive({ entries: [jws], details });
      // What was refused until its predecessor was here.
      await book.receive({ entries: last, details });
      expect(await elsewhere.book.folded(subjects)).toEqual(await office.memory.book.folded(subjects));
      expect(await stretches(elsewhere.model, kept)).toEqual(told);
    }
  });
});

const ordersOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.length < 2
    ? [all]
    : all.flatMap((one, i) => ordersOf(all.filter((_, other) => other !== i)).map((rest) => [one, ...rest]));
