import { beforeAll, describe, expect, it } from 'vitest';
import { makeOfficeKit, makeOffices, type OfficeKit, type Offices, stateOf } from '../doubles/offices.ts';

let kit: OfficeKit;
beforeAll(async () => {
  kit = await makeOfficeKit(['north', 'south', 'archive']);
});

const tally = ({ wire }: Offices): Record<string, number> => {
  const kinds: Record<string, number> = {};
  for (const { stream, bytes } of wire.sent) {
    const kind = stream === 'book' ? (JSON.parse(Buffer.from(bytes).toString()) as { kind: string }).kind : 'carrier';
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
};

describe('offices that meet', () => {
  it('come to the same book, and sign so to each other', async () => {
    const offices = await makeOffices(kit);
    await offices.office('north').act();
    await offices.office('south').act();
    offices.healAll();
    await offices.deliverAll();
    const states = await Promise.all(offices.all.map(stateOf));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    for (const { incidents, faults } of offices.all) expect([incidents, faults]).toEqual([[], []]);
    for (const office of offices.all)
      for (const other of offices.all.filter((each) => each !== office)) {
        const standing = await office.sync.standing(other.station);
        expect(standing?.comparison?.standing).toBe('in-step');
        expect(standing?.receipt?.heads).toEqual(await other.book.frontier());
      }
  });

  it('with equal books exchange nothing but how far they go', async () => {
    const offices = await makeOffices(kit);
    offices.healAll();
    await offices.deliverAll();
    expect(tally(offices)).toEqual({ summary: 6, neighbours: 6, frontier: 6 });
    for (const [a, b] of [
      ['north', 'south'],
      ['north', 'archive'],
      ['south', 'archive'],
    ] as const)
      offices.wire.cut(a, b);
    offices.wire.sent.length = 0;
    offices.wire.heal('north', 'south');
    await offices.deliverAll();
    // Both hold the other's signature of this very frontier already.
    expect(tally(offices)).toEqual({ summary: 2 });
  });

  it('send a new entry once to each, by its carrier, and are told that it arrived', async () => {
    const offices = await makeOffices(kit);
    offices.healAll();
    await offices.deliverAll();
    offices.wire.sent.length = 0;
    await offices.office('north').act();
    await offices.deliverAll();
    expect(tally(offices)).toEqual({ carrier: 2, frontier: 6 });
    const states = await Promise.all(offices.all.map(stateOf));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  it('pass an entry on to those whom its station cannot reach', async () => {
    const offices = await makeOffices(kit);
    offices.wire.heal('north', 'south');
    offices.wire.heal('south', 'archive');
    await offices.deliverAll();
    offices.wire.sent.length = 0;
    await offices.office('north').act();
    await offices.deliverAll();
    expect(tally(offices)).toMatchObject({ carrier: 2 });
    expect(await stateOf(offices.office('archive'))).toEqual(await stateOf(offices.office('north')));
  });
});
