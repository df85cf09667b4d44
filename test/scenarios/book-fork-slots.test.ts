import { expect, test } from 'vitest';
import type { DeviceId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { readEntry } from '../../src/ledger/entry.ts';
import type { StoredEntry } from '../../src/ledger/ports.ts';
import {
  admitPersonAct,
  admitStationAct,
  type BookMachine,
  bundleOf,
  countedFromNothing,
  forge,
  foundBooks,
  grown,
  idOfJws,
  makeFakeSigner,
  named,
  personOf,
} from '../doubles/books.ts';
import { must } from '../doubles/office-desk.ts';
import { device, printed } from '../doubles/register-acts.ts';

const keeper = makeFakeSigner('keeper');
const stationB = makeFakeSigner('station b');
const noDetails = (...entries: readonly string[]) => ({ entries, details: [] });

async function books() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  await must(first.book.append(founder, admitStationAct('b', 'B', stationB)));
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian', 'officer'], 'b', keeper)));
  const [b, c] = [await bureau.join('b'), await bureau.join('c')];
  for (const other of [b, c]) await other.book.receive(await bundleOf(first.memory));
  return { ...bureau, b, c };
}

async function expectCounted(machine: BookMachine, root: StoredEntry): Promise<void> {
  const counted = await countedFromNothing(machine.memory, root);
  const { verdicts, records } = await grown(machine);
  const branches = await machine.memory.book.branchesOf(keeper.keyId);
  const all = [...verdicts, ...branches.map(({ id, verdict }) => [id, verdict] as const)];
  expect(Object.fromEntries(all)).toEqual(Object.fromEntries(counted.verdicts));
  expect(Object.fromEntries(records)).toEqual(Object.fromEntries(counted.records));
}

/**
 * The keeper signs two entries for one place, the second in a slot that is not the next; the colluding station decides for that one,
 * and somebody names it, so that it is let in wherever it is asked for.
 */
async function colluding(first: number) {
  const all = await books();
  const { b } = all;
  for (let n = 0; n < first; n++) await must(b.book.append(keeper, device(`before${n}`)));
  const [good, wrong] = [
    await forge(b, keeper, device('good')),
    await forge(b, keeper, device('wrong'), { slot: first + 4 }),
  ];
  const lc = readEntry(idOfJws(wrong), wrong).payload.lc + 1;
  const follower = await forge(b, keeper, device('follower'), {
    seq: first + 1,
    prev: idOfJws(wrong),
    slot: first + 5,
    lc,
  });
  const proof = {
    kind: 'equivocation-found',
    subject: subjectOf('person', personOf('keeper')),
    body: { key: keeper.keyId, seq: first, kept: wrong, other: good },
  } as const;
  const decision = await forge(b, stationB, proof);
  const namer = await forge(b, all.founder, printed('founder'), { refs: [idOfJws(wrong)], lc });
  const before = await bundleOf(b.memory);
  return { ...all, before, good, wrong, follower, decision, namer };
}

test.each([0, 2])(
  'an entry in a wrong slot stands nowhere after %i others, whoever decides for it, whoever names it, and in whatever order that is heard',
  async (first) => {
    const parts = ['good', 'wrong', 'follower', 'decision', 'namer'] as const;
    const orders: readonly (readonly (typeof parts)[number][])[] = [
      ['good', 'namer', 'wrong', 'decision', 'follower'],
      ['good', 'decision', 'wrong', 'namer', 'follower'],
      ['decision', 'wrong', 'follower', 'namer', 'good'],
      ['namer', 'wrong', 'good', 'follower', 'decision'],
      ['wrong', 'follower', 'good', 'decision', 'namer'],
    ];
    const states: unknown[] = [];
    for (const order of orders) {
      const scene = await colluding(first);
      const machine = await scene.join('late');
      await machine.book.receive(scene.before);
      for (const part of order) {
        await machine.book.receive(noDetails(scene[part]));
        await expectCounted(machine, scene.root);
      }
      // Links go on asking until nobody brings anything new.
      for (let round = 0; round < 3; round++)
        await machine.book.receive(noDetails(...parts.map((part) => scene[part])));
      await expectCounted(machine, scene.root);
      const { records, verdicts } = await grown(machine);
      expect(verdicts.get(idOfJws(scene.namer))).toEqual({ kind: 'in-force' });
      expect(records.has(subjectOf('device', named<DeviceId>('wrong')))).toBe(false);
      states.push({ frontier: await machine.book.frontier(), records: Object.fromEntries(records) });
    }
    for (const state of states) expect(state).toEqual(states[0]);
  },
);
