import { expect, test } from 'vitest';
import { BUREAU, makeDoorkeeper, makeStation, meansOf } from '../../../test/doubles/link-ends.ts';
import { makeManualTimers, settle } from '../../../test/doubles/manual-timers.ts';
import { makeMemoryPipes } from '../../../test/doubles/memory-pipe.ts';
import { random, verifier } from '../../../test/doubles/office-desk.ts';
import type { StatementSigner } from '../../ledger/statement.ts';
import { openBureauLinks } from './bureau-links.ts';
import type { SyncPorts } from './sync-ports.ts';

const timers = makeManualTimers();

/** A station's links over a book that holds nothing and says when it has grown. */
function linksOf(signer: StatementSigner, known: readonly StatementSigner[], revoked: readonly StatementSigner[]) {
  const listeners: (() => void)[] = [];
  const book: SyncPorts['book'] = {
    bureau: BUREAU,
    receive: async () => ({ added: [], known: 0, aside: 0, refused: [], missing: [] }),
    frontier: async () => [],
    entriesFrom: async () => [],
    idAt: async () => null,
    shards: async () => [],
    wanted: async () => [],
    byIds: async () => [],
    forks: async () => [],
    membership: () => {
      throw new Error('not asked');
    },
    reader: { detailsOf: async () => [] },
    onAppended: (listener) => {
      listeners.push(() => listener([]));
      return () => undefined;
    },
  } as Partial<SyncPorts['book']> as SyncPorts['book'];
  const means = meansOf(timers);
  const links = openBureauLinks({
    book,
    readShard: async () => [],
    signer,
    statements: means.statements,
    verifier,
    receipts: { last: async () => null, keep: async () => undefined },
    entitled: () => false,
    timers,
    random,
    onIncident: () => undefined,
    onFork: () => undefined,
    onPeers: () => undefined,
    onFault: (error) => {
      throw error;
    },
    keeper: makeDoorkeeper(known, { revoked }),
    means,
    connect: () => null,
    onGuest: () => ({ message: () => undefined, closed: () => undefined }),
  });
  return { links, grown: () => listeners.forEach((tell) => void tell()) };
}

test('a station that is withdrawn while it is linked is cut off when the book says so', async () => {
  const [a, b] = [await makeStation(), await makeStation()];
  const revoked: StatementSigner[] = [];
  const [north, south] = [linksOf(a, [a, b], revoked), linksOf(b, [a, b], [])];
  const { ends } = makeMemoryPipes();
  await Promise.all([north.links.adopt(ends[0]), south.links.adopt(ends[1])]);
  await settle();
  expect(await north.links.stations()).toHaveLength(1);
  north.grown();
  await settle();
  expect(await north.links.stations()).toHaveLength(1);
  revoked.push(b);
  north.grown();
  timers.pass(1_000);
  await settle();
  expect(await north.links.stations()).toEqual([]);
  expect(await south.links.stations()).toEqual([]);
});
