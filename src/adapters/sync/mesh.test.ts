import { describe, expect, it } from 'vitest';
import { makeDoorkeeper, makeStation, meansOf, selfOf } from '../../../test/doubles/link-ends.ts';
import { makeManualTimers, settle } from '../../../test/doubles/manual-timers.ts';
import { makeMemoryPipes } from '../../../test/doubles/memory-pipe.ts';
import { makeMeetingPoint } from '../../../test/doubles/signalling.ts';
import { utf8 } from '../../base/bytes.ts';
import type { StatementSigner } from '../../ledger/statement.ts';
import type { Link } from './link/link.ts';
import { type MeshPorts, makeMesh } from './mesh.ts';

const timers = makeManualTimers();

function station(signer: StatementSigner, known: readonly StatementSigner[], more: Partial<MeshPorts> = {}) {
  const links: Link[] = [];
  const ends: string[] = [];
  const heard: string[] = [];
  const refusals: string[] = [];
  const mesh = makeMesh({
    self: selfOf(signer),
    keeper: makeDoorkeeper(known),
    means: meansOf(timers),
    // Node has no WebRTC: like a browser that finds no address.
    connect: () => null,
    onLink: (link) => {
      links.push(link);
      return {
        message: (stream, bytes) => void heard.push(`${stream} ${Buffer.from(bytes).toString()}`),
        closed: ({ code }) => void ends.push(code),
      };
    },
    onChange: () => undefined,
    onRefused: (code) => refusals.push(code),
    ...more,
  });
  return { mesh, links, ends, heard, refusals };
}

async function pass(ms: number): Promise<void> {
  for (let past = 0; past < ms; past += 250) {
    timers.pass(250);
    await settle();
  }
}

describe('stations at a meeting place', () => {
  it('link through its relay where WebRTC finds no address, and say why', async () => {
    const place = makeMeetingPoint();
    const [a, b] = [await makeStation(), await makeStation()];
    const north = station(a, [a, b]);
    const south = station(b, [a, b]);
    north.mesh.meetAt(place.enter('north'));
    south.mesh.meetAt(place.enter('south'));
    await pass(2_000);
    expect(north.mesh.peers()).toMatchObject([{ state: 'linked', way: 'relay', why: 'no-candidates', key: b.keyId }]);
    expect(south.mesh.peers()).toMatchObject([{ state: 'linked', way: 'relay', why: 'no-candidates', key: a.keyId }]);
    await north.links[0]?.send('book', utf8('x'));
    await settle();
    expect(south.heard).toEqual(['book x']);
    expect([north.refusals, south.refusals]).toEqual([[], []]);
  });

  it('link with all who are there, and with nobody twice', async () => {
    const place = makeMeetingPoint();
    const keys = await Promise.all([1, 2, 3, 4].map(makeStation));
    const all = keys.map((key) => station(key, keys));
    for (const { mesh } of all) mesh.meetAt(place.enter());
    await pass(3_000);
    for (const [i, { mesh, links }] of all.entries()) {
      expect(links).toHaveLength(3);
      expect(new Set(mesh.links().map(({ keyId }) => keyId))).toEqual(
        new Set(keys.filter((_, other) => other !== i).map(({ keyId }) => keyId)),
      );
    }
  });

  it('take the relay at once where it was chosen', async () => {
    const place = makeMeetingPoint();
    const [a, b] = [await makeStation(), await makeStation()];
    const north = station(a, [a, b], { relayOnly: () => true });
    const south = station(b, [a, b]);
    north.mesh.meetAt(place.enter());
    south.mesh.meetAt(place.enter());
    await pass(2_000);
    expect(north.mesh.peers()[0]).toMatchObject({ state: 'linked', way: 'relay' });
    expect(south.mesh.peers()[0]).toMatchObject({ state: 'linked', way: 'relay' });
  });

  it('find each other again after the place was gone', async () => {
    const place = makeMeetingPoint();
    const [a, b] = [await makeStation(), await makeStation()];
    const north = station(a, [a, b]);
    const south = station(b, [a, b]);
    north.mesh.meetAt(place.enter());
    south.mesh.meetAt(place.enter());
    await pass(2_000);
    place.cut();
    await pass(6_000);
    expect([north.mesh.links(), south.mesh.links()]).toEqual([[], []]);
    place.heal();
    await pass(3_000);
    expect(north.mesh.links()).toHaveLength(1);
    expect(south.mesh.links()).toHaveLength(1);
  });

  it('are called again after a link ended, but not at once where it was flooded', async () => {
    const place = makeMeetingPoint();
    const [a, b] = [await makeStation(), await makeStation()];
    const north = station(a, [a, b]);
    const south = station(b, [a, b]);
    north.mesh.meetAt(place.enter());
    south.mesh.meetAt(place.enter());
    await pass(2_000);
    north.links[0]?.close();
    await settle();
    expect(north.mesh.links()).toEqual([]);
    await pass(3_000);
    expect([north.mesh.links().length, south.mesh.links().length]).toEqual([1, 1]);
    north.links.at(-1)?.close('flood');
    await pass(30_000);
    expect(north.mesh.links()).toEqual([]);
    await pass(75_000);
    expect([north.mesh.links().length, south.mesh.links().length]).toEqual([1, 1]);
  });

  it('are called again when a page began anew under its old name, whoever of the two calls', async () => {
    const [a, b] = [await makeStation(), await makeStation()];
    // Who calls is drawn by lot when they meet.
    for (let round = 0; round < 8; round++) {
      const place = makeMeetingPoint();
      const north = station(a, [a, b]);
      north.mesh.meetAt(place.enter('north'));
      const seat = place.enter('south');
      const before = station(b, [a, b]);
      before.mesh.meetAt(seat);
      await pass(1_000);
      before.mesh.close();
      await settle();
      const anew = station(b, [a, b]);
      anew.mesh.meetAt(seat);
      await pass(8_000);
      expect([north.mesh.links().length, anew.mesh.links().length]).toEqual([1, 1]);
    }
  });

  it('are called when their browser was opened again before the straight link to the old one was known to be dead', async () => {
    const [a, b] = [await makeStation(), await makeStation()];
    // Who calls is drawn by lot when they meet.
    for (let round = 0; round < 8; round++) {
      const place = makeMeetingPoint();
      const north = station(a, [a, b]);
      north.mesh.meetAt(place.enter('north'));
      const before = station(b, [a, b]);
      const wire = makeMemoryPipes({ way: 'direct' });
      await Promise.all([north.mesh.adopt(wire.ends[0]), before.mesh.adopt(wire.ends[1])]);
      wire.freeze();
      const anew = station(b, [a, b]);
      anew.mesh.meetAt(place.enter('south'));
      await pass(20_000);
      expect([north.mesh.links(), anew.mesh.links()].map((links) => links.map(({ way }) => way))).toEqual([
        ['relay'],
        ['relay'],
      ]);
      for (const { mesh } of [north, before, anew]) mesh.close();
    }
  });

  it('are refused if the bureau does not know them, and asked again when it may', async () => {
    const place = makeMeetingPoint();
    const [a, b] = [await makeStation(), await makeStation()];
    const known = [a];
    const north = station(a, known, {
      keeper: { standing: (key) => makeDoorkeeper(known).standing(key), invitation: () => null },
    });
    const south = station(b, [a, b]);
    north.mesh.meetAt(place.enter());
    south.mesh.meetAt(place.enter());
    await pass(5_000);
    expect(north.mesh.peers()).toMatchObject([{ state: 'waiting', why: 'unknown-station' }]);
    expect(south.mesh.peers()).toMatchObject([{ state: 'waiting', why: 'refused-there' }]);
    known.push(b);
    north.mesh.wake();
    south.mesh.wake();
    await pass(2_000);
    expect(north.mesh.links()).toHaveLength(1);
  });

  it('make nothing of words that are none', async () => {
    const place = makeMeetingPoint();
    const a = await makeStation();
    const north = station(a, [a]);
    north.mesh.meetAt(place.enter('north'));
    const stranger = place.enter('stranger');
    await settle();
    for (const text of ['', '{}', '{"kind":"offer","attempt":1,"sdp":""}', '{"kind":"answer","attempt":9,"sdp":"v=0"}'])
      for (const peer of stranger.peers()) stranger.send(peer, utf8(text));
    await pass(1_000);
    expect(north.mesh.links()).toEqual([]);
    expect(north.mesh.peers()).toMatchObject([{ state: 'meeting' }]);
  });
});
