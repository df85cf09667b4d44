import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BatchId } from '../../src/domain/ids.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import type { FootageBuffer } from '../../src/usecases/footage-ports.ts';
import { openIntake, planIntake } from '../../src/usecases/plan-intake.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { makeCard, makeMemoryBuffer, namingProbe } from '../doubles/footage.ts';
import { type FoundedOffice, foundOffice } from '../doubles/office-desk.ts';

const control = () => ({ signal: new AbortController().signal, report: () => undefined, onItems: () => undefined });

/** The tab is killed at a call to what outlives it: before the call took effect, or after. From then on nothing takes effect. */
interface Kill {
  readonly atCall: number;
  readonly after: boolean;
}

function mortal(kill: Kill | null) {
  let calls = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Error('the tab was killed');
  };
  const guard =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isDead) return die();
      const isLast = kill !== null && calls++ === kill.atCall;
      if (isLast && !kill.after) return die();
      const result = await call(...args);
      return isDead || isLast ? die() : result;
    };
  return { guard, isDead: () => isDead };
}

/** The same desk and buffer as one tab sees them. */
function tab(desk: Desk, buffer: FootageBuffer, kill: Kill | null) {
  const { guard, isDead } = mortal(kill);
  const { book, local } = desk;
  const mine: Desk = {
    ...desk,
    book: { ...book, append: guard(book.append) as Desk['book']['append'] },
    local: { ...local, putIntakeItems: guard(local.putIntakeItems), putBuffered: guard(local.putBuffered) },
  };
  return { desk: mine, buffer: { ...buffer, takeIn: guard(buffer.takeIn), purge: guard(buffer.purge) }, isDead };
}

async function begun(office: FoundedOffice, contents: readonly string[]) {
  const files = contents.map((content, i) => ({ path: `DCIM/REC_${i}.MP4`, content }));
  const card = makeCard(files);
  const plan = await planIntake(office.desk, card.source, namingProbe, { device: null, preferred: null }, control());
  const chosen = plan.items.map(({ item }) => ({ item, activity: null, unlinkedReason: null }));
  const from = { device: null, unregisteredExplanation: 'test', sourceLabel: '卡', sourceHandle: null };
  const { batch } = await openIntake(office.desk, office.custodian, chosen, from);
  return { card, batch };
}

const sessionOf = async ({ local }: Desk, batch: BatchId) => {
  const session = (await local.intakes()).find((one) => one.batch === batch);
  if (session === undefined) throw new Error('the intake is not remembered');
  return session;
};

test('killed at any moments, an intake goes on to the same end: each file signed once, each content kept once', async () => {
  const office = await foundOffice();
  let round = 0;
  const kills = fc.array(fc.record({ atCall: fc.nat({ max: 45 }), after: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  });
  const cards = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(cards, kills, async (numbers, deaths) => {
      round += 1;
      const contents = numbers.map((number) => `round ${round} content ${number}`);
      const { card, batch } = await begun(office, contents);
      const memory = makeMemoryBuffer();
      for (const death of [...deaths, null]) {
        const { desk, buffer, isDead } = tab(office.desk, memory.buffer, death);
        const ports = { buffer, probe: namingProbe };
        const ended = takeIn(desk, ports, await sessionOf(desk, batch), card.source, control());
        await ended.catch((error: unknown) => {
          if (!isDead()) throw error;
        });
      }
      const record = await office.desk.records.get('batch', batch);
      const kept = await office.desk.records.getMany('recording', record?.recordings ?? []);
      const sources = kept.flatMap((one) => one.sources.map(({ originalPath }) => originalPath));
      expect(sources.sort()).toEqual(contents.map((_, i) => `DCIM/REC_${i}.MP4`).sort());
      expect(kept).toHaveLength(new Set(contents).size);
      expect(memory.held()).toBe(kept.length);
      for (const { id, sizeBytes } of kept) {
        const place = await office.desk.local.bufferedAt(id);
        expect(place && (await memory.buffer.open(place)).size).toBe(sizeBytes);
      }
      const { items } = await sessionOf(office.desk, batch);
      expect(items.every(({ state }) => state.kind === 'recorded')).toBe(true);
    }),
    { numRuns: 60 },
  );
});
