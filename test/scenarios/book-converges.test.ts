import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredEntry } from '../../src/ledger/ports.ts';
import { type BookMachine, bundleOf, countedFromNothing, grown } from '../doubles/books.ts';
import {
  playRandomly,
  randomBetrayals,
  randomForks,
  randomSteps,
  settleForks,
  tellAll,
  undecided,
} from '../doubles/random-acts.ts';

async function expectCounted(machine: BookMachine, root: StoredEntry): Promise<void> {
  const counted = await countedFromNothing(machine.memory, root);
  const { verdicts, records } = await grown(machine);
  const keys = await machine.memory.book.branchedKeys();
  const branches = (await Promise.all(keys.map((key) => machine.memory.book.branchesOf(key)))).flat();
  const all = [...verdicts, ...branches.map(({ id, verdict }) => [id, verdict] as const)];
  expect(Object.fromEntries(all)).toEqual(Object.fromEntries(counted.verdicts));
  expect(Object.fromEntries(records)).toEqual(Object.fromEntries(counted.records));
  if (verdicts.size > 0) expect(machine.book.membership()).toEqual(counted.membership);
}

test('books that grow apart and meet are what a count of their entries from nothing says', async () => {
  await fc.assert(
    fc.asyncProperty(randomSteps(30), async (steps) => {
      const played = await playRandomly(steps);
      for (const machine of played.machines) await expectCounted(machine, played.bureau.root);
      await tellAll(played);
      const [first, ...others] = played.machines;
      if (first === undefined) throw new Error('no machine');
      await expectCounted(first, played.bureau.root);
      for (const other of others) {
        expect(await other.book.frontier()).toEqual(await first.book.frontier());
        expect(await grown(other)).toEqual(await grown(first));
      }
    }),
    { numRuns: process.env.SOAK ? 10_000 : 60 },
  );
});

test('one book from the same entries, whatever the order, the chunks and the repetitions', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSteps(25),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
      async (steps, order, sizes) => {
        const played = await playRandomly(steps);
        await tellAll(played);
        const [first] = played.machines;
        if (first === undefined) throw new Error('no machine');
        const { entries, details } = await bundleOf(first.memory);
        const shuffled = entries
          .map((jws, i) => ({ jws, key: order[i % order.length] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ jws }) => jws);
        const fresh = await played.bureau.join('fresh');
        let at = 0;
        for (let i = 0; at < shuffled.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          const from = i % 3 === 2 ? Math.max(0, at - size) : at;
          await fresh.book.receive({
            entries: shuffled.slice(from, at + size),
            details: i % 2 === 0 ? details.slice(from, at + size) : [],
          });
          at += size;
          if (i % 4 === 0) await expectCounted(fresh, played.bureau.root);
        }
        await fresh.book.receive({ entries: shuffled, details });
        await expectCounted(fresh, played.bureau.root);
        expect(await grown(fresh)).toEqual(await grown(first));
      },
    ),
    { numRuns: process.env.SOAK ? 10_000 : 60 },
  );
});

test('keys that sign twice for one place: wherever it is found and whoever decides first, all books come to one', async () => {
  await fc.assert(
    fc.asyncProperty(randomForks(16), async (steps) => {
      const played = await playRandomly(steps);
      await settleForks(played);
      const [first, ...others] = played.machines;
      if (first === undefined) throw new Error('no machine');
      for (const machine of played.machines) await expectCounted(machine, played.bureau.root);
      const { forks, able } = await undecided(played);
      expect(able).toBe(0);
      for (const other of forks > 0 ? [] : others) {
        expect(await other.book.frontier()).toEqual(await first.book.frontier());
        expect((await grown(other)).records).toEqual((await grown(first)).records);
      }
    }),
    { numRuns: process.env.SOAK ? 10_000 : 60 },
  );
});

test('whoever signs twice and whoever leaves: each book is what its entries say, and books in which all is decided are one', async () => {
  await fc.assert(
    fc.asyncProperty(randomBetrayals(16), async (steps) => {
      const played = await playRandomly(steps);
      await settleForks(played);
      const [first, ...others] = played.machines;
      if (first === undefined) throw new Error('no machine');
      for (const machine of played.machines) await expectCounted(machine, played.bureau.root);
      const { forks } = await undecided(played);
      for (const other of forks > 0 ? [] : others) {
        expect(await other.book.frontier()).toEqual(await first.book.frontier());
        expect((await grown(other)).records).toEqual((await grown(first)).records);
      }
    }),
    { numRuns: process.env.SOAK ? 10_000 : 60 },
  );
});

test('the schedule in which a given-up branch once counted otherwise from nothing: forged, told in part, forked at two machines', async () => {
  const forged = { kind: 'forge', at: 0, what: 0 } as const;
  for (const what of [0, 2, 5, 13]) {
    for (const thing of [0, 1, 2]) {
      const played = await playRandomly([
        { ...forged, who: 0, thing: 0, lie: 0 },
        { ...forged, who: 1, thing: 1, lie: 3 },
        { kind: 'act', at: 0, who: 1, what: 0, thing: 1 },
        { kind: 'tell', from: 0, to: 1, salt: 75 },
        { kind: 'fork', at: 2, who: 1, what, thing },
        { kind: 'fork', at: 1, who: 1, what, thing },
      ]);
      await settleForks(played);
      const [first, ...others] = played.machines;
      for (const machine of played.machines) await expectCounted(machine, played.bureau.root);
      expect(await undecided(played)).toEqual({ forks: 0, able: 0 });
      for (const other of others) expect(await other.book.frontier()).toEqual(await first?.book.frontier());
    }
  }
});
