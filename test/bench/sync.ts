import { openLink } from '../../src/adapters/sync/link/link.ts';
import { frontierDigest } from '../../src/ledger/frontier.ts';
import { wholeBook } from '../doubles/books.ts';
import { makeDoorkeeper, meansOf } from '../doubles/link-ends.ts';
import { settle } from '../doubles/manual-timers.ts';
import { makeMemoryPipes } from '../doubles/memory-pipe.ts';
import { verifier } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices, type Office, type Offices } from '../doubles/offices.ts';
import type { Benches, Figure } from './figure.ts';

const IDLE_BUDGET_BYTES = 2_000;
const WINDOW_MS = 5_000;

const rounded = (ratio: number): number => Number(ratio.toFixed(3));

/** One new entry among twenty offices in step, all linked to all: what is sent until five seconds later. */
async function messages(): Promise<readonly Figure[]> {
  const names = Array.from({ length: 20 }, (_, i) => `office-${i}`);
  const offices = await makeOffices(await makeOfficeKit(names));
  offices.healAll();
  await offices.deliverAll();
  const counts: number[] = [];
  for (const office of offices.all.slice(0, 5)) {
    offices.wire.sent.length = 0;
    const began = offices.timers.now();
    await office.act();
    await deliverUntil(offices, began + WINDOW_MS);
    counts.push(offices.wire.sent.length);
    await offices.deliverAll();
  }
  const median = counts.toSorted((a, b) => a - b)[2] ?? 0;
  const detail = {
    peers: 20,
    windowMs: WINDOW_MS,
    counts,
    note: 'heartbeats of the links, which flow with or without an entry, are not messages',
  };
  return [{ bench: 'sync/messages', ratio: rounded(median / 19), detail }];
}

async function deliverUntil(offices: Offices, end: number): Promise<void> {
  for (;;) {
    await offices.idle();
    if (offices.wire.queue.length > 0) await offices.wire.deliver(0);
    else {
      const wait = offices.timers.next();
      if (wait === null || offices.timers.now() + wait > end) return;
      offices.timers.pass(wait);
    }
  }
}

/** Links two offices over real, encrypted links and lets them talk until nobody has anything to say. */
async function linkFor(offices: Offices, a: Office, b: Office): Promise<{ bytes: number; close: () => Promise<void> }> {
  const pipes = makeMemoryPipes();
  const ends = [a, b] as const;
  const keeper = makeDoorkeeper(ends.map(({ stationSigner, station }) => stationSigner.statements(station)));
  const links = await Promise.all(
    ends.map(({ stationSigner, station }, i) => {
      const pipe = pipes.ends[i];
      if (pipe === undefined) throw new Error('no pipe');
      const self = { bureau: offices.kit.bureau, signer: stationSigner.statements(station), guest: null };
      return openLink(pipe, self, keeper, meansOf(offices.timers));
    }),
  );
  for (const [i, link] of links.entries()) {
    const { station } = link;
    if (station === null) throw new Error('no station');
    const attached = ends[i]?.sync.attach({ ...link, station, close: (end) => link.close(end) });
    link.listen({
      message: (stream, bytes) => attached?.hear(stream, bytes),
      closed: () => attached?.detach(),
    });
  }
  await quiet(offices, () => pipes.passed.length);
  return {
    bytes: pipes.passed.reduce((sum, { byteLength }) => sum + byteLength, 0),
    close: async () => {
      links[0]?.close();
      await settle();
    },
  };
}

async function quiet(offices: Offices, sent: () => number): Promise<void> {
  for (let before = -1; before !== sent(); ) {
    before = sent();
    for (let i = 0; i < 5; i++) await settle();
    await offices.idle();
    // Less than the links need to ask whether anybody is there.
    offices.timers.pass(400);
    for (let i = 0; i < 5; i++) await settle();
  }
}

/** Two offices with 24 carriers in step that meet again: hello, proof and all. */
async function idle(): Promise<readonly Figure[]> {
  const offices = await makeOffices(await makeOfficeKit(['north', 'south']));
  const [north, south] = [offices.office('north'), offices.office('south')];
  for (let month = 0; month < 23; month++) {
    offices.timers.sleep(31 * 24 * 3_600_000);
    await north.act(true);
  }
  await (await linkFor(offices, north, south)).close();
  const digests = await Promise.all(
    [north, south].map(async ({ book }) => Buffer.from(await frontierDigest(await book.frontier(), verifier.sha256))),
  );
  if (digests[0] === undefined || !digests[1]?.equals(digests[0])) throw new Error('not in step');
  const { bytes } = await linkFor(offices, north, south);
  const detail = { bytes, carriers: (await north.book.shards()).length };
  return [{ bench: 'sync/idle', ratio: rounded(bytes / IDLE_BUDGET_BYTES), detail }];
}

const ENTRIES = 2_000;

/** A first sync over one link: everything on the wire for every byte of entries and details. */
async function bytes(): Promise<readonly Figure[]> {
  const offices = await makeOffices(await makeOfficeKit(['north', 'south']));
  const [north, south] = [offices.office('north'), offices.office('south')];
  for (let i = 0; i < ENTRIES; i++) await north.act();
  const before = new Set((await wholeBook(south.memory)).map(({ id }) => id));
  const fresh = (await wholeBook(north.memory)).filter(({ id }) => !before.has(id));
  const payload = fresh.reduce((sum, { jws }) => sum + jws.length, 0);
  const wire = (await linkFor(offices, north, south)).bytes;
  if ((await south.book.reader.count()) !== (await north.book.reader.count())) throw new Error('not in step');
  const detail = { entries: fresh.length, entryBytes: payload, wireBytes: wire };
  return [{ bench: 'sync/bytes', ratio: rounded(wire / payload), detail }];
}

export const benches: Benches = { 'sync/messages': messages, 'sync/idle': idle, 'sync/bytes': bytes };
