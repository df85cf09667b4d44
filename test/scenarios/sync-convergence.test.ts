import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { makeOfficeKit, makeOffices, type OfficeKit, type Offices, stateOf } from '../doubles/offices.ts';

const NAMES = ['north', 'south', 'east', 'west', 'archive'] as const;

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(NAMES);
});

const office = fc.nat(NAMES.length - 1);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('act' as const), a: office }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('deliver' as const), at: fc.nat(1_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('duplicate' as const), at: fc.nat(1_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), a: office, b: office }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('heal' as const), a: office, b: office }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(2_000) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take({ office: named, all, wire, timers, idle }: Offices, one: Step): Promise<void> {
  const nameOf = (at: number): string => NAMES[at] ?? 'north';
  switch (one.kind) {
    case 'act':
      await all[one.a]?.act();
      break;
    case 'deliver':
      if (wire.queue.length > 0) await wire.deliver(one.at % wire.queue.length);
      break;
    case 'duplicate':
      if (wire.queue.length > 0) wire.duplicate(one.at % wire.queue.length);
      break;
    case 'cut':
      wire.cut(nameOf(one.a), nameOf(one.b));
      break;
    case 'heal':
      if (one.a !== one.b) wire.heal(nameOf(one.a), nameOf(one.b));
      break;
    case 'pass':
      timers.pass(one.ms);
  }
  await idle();
  expect(named('north').faults).toEqual([]);
}

const meeting = () =>
  fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), fc.nat(), async (steps, seed) => {
    const offices = await makeOffices(kit);
    offices.wire.heal('north', 'south');
    for (const one of steps) await take(offices, one);
    offices.healAll();
    // Lanes overtake each other in an order of their own in each run.
    let turn = seed;
    await offices.deliverAll(() => {
      turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
      return turn;
    });
    const [first, ...others] = await Promise.all(offices.all.map(stateOf));
    for (const other of others) expect(other).toEqual(first);
    for (const each of offices.all) {
      expect(each.incidents).toEqual([]);
      for (const other of offices.all) {
        if (other === each) continue;
        const standing = await each.sync.standing(other.station);
        expect(standing?.comparison?.standing).toBe('in-step');
        expect(standing?.theirs).toBe(standing?.ours);
      }
      each.sync.stop();
    }
  });

/** Signatures are waited for most of the time: a few meetings side by side. */
const SIDE_BY_SIDE = 6;
const MEETINGS = process.env.SOAK === '1' ? 10_000 : 300;

it(
  'five offices come to the same book whatever is cut, doubled, lost and overtaken, and accuse nobody',
  async () => {
    const share = { endOnFailure: true, numRuns: Math.ceil(MEETINGS / SIDE_BY_SIDE) };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => fc.assert(meeting(), share)));
  },
  process.env.SOAK === '1' ? 3 * 3_600_000 : 240_000,
);
