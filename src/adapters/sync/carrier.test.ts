import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fromUtf8 } from '../../base/bytes.ts';
import { toHex } from '../../base/hex.ts';
import { asId, type KeyId } from '../../domain/ids.ts';
import { type CarriedEntry, type Carriers, clientIdOf, makeCarriers } from './carrier.ts';

const SHARD = 'DIVISIONDIVISIONDIVISI/2026-03';
const key = (name: string): KeyId => asId<KeyId>(name.padEnd(43, '_'));
const entry = (name: string, slot: number, jws = `head.${name}${slot}.signature`) => ({
  keyId: key(name),
  slot,
  jws,
  shard: SHARD,
});
type Entry = ReturnType<typeof entry>;

/** Each author's entries in order of slot; a JWS is bytes of any length to a carrier. */
const book = fc
  .dictionary(
    fc.constantFrom('li', 'wang', 'zhao', 'station-a', 'station-b'),
    fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.string({ minLength: 300, maxLength: 400 })), { maxLength: 12 }),
  )
  .map((authors) => Object.entries(authors).map(([name, texts]) => texts.map((jws, slot) => entry(name, slot, jws))));

/** One order in which a book can have grown: authors interleaved, each in own order. */
const grownBook = fc.tuple(book, fc.infiniteStream(fc.nat())).map(([authors, choices]) => {
  const queues = authors.filter((queue) => queue.length > 0).map((queue) => [...queue]);
  const order: Entry[] = [];
  while (queues.length > 0) {
    const at = Number(choices.next().value) % queues.length;
    order.push(...(queues[at]?.splice(0, 1) ?? []));
    if (queues[at]?.length === 0) queues.splice(at, 1);
  }
  return { order, shuffledWith: choices };
});

async function carriersOf(entries: readonly CarriedEntry[]): Promise<Carriers> {
  const carriers = makeCarriers({ readShard: async () => entries });
  await carriers.open(SHARD);
  return carriers;
}

async function bytesOf(carriers: Carriers): Promise<Uint8Array> {
  const update = await carriers.update(SHARD);
  if (update === null) throw new Error('not open');
  return update;
}

const rebuilt = async (entries: readonly CarriedEntry[]): Promise<string> =>
  toHex(await bytesOf(await carriersOf(entries)));

async function grown(entries: readonly Entry[]): Promise<string> {
  const carriers = await carriersOf([]);
  for (const each of entries) await carriers.append(each);
  return toHex(await bytesOf(carriers));
}

/** What an update holds: author's client, clock, content. */
const structsOf = (update: Uint8Array) =>
  Y.decodeUpdate(update).structs.map((struct) => {
    const content = struct instanceof Y.Item ? struct.content : null;
    const [value] = content instanceof Y.ContentBinary ? content.getContent() : [];
    return { client: struct.id.client, clock: struct.id.clock, jws: fromUtf8(value as Uint8Array) };
  });

describe('a carrier', () => {
  it('rebuilt from the book equals the one grown entry by entry, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(grownBook, async ({ order }) => {
        expect(await rebuilt(order)).toBe(await grown(order));
      }),
    );
  });

  it('is the same at every station, in whatever order entries came', async () => {
    await fc.assert(
      fc.asyncProperty(grownBook, async ({ order, shuffledWith }) => {
        const here = await grown(order);
        const byAuthor = order.toSorted((a, b) => (a.keyId < b.keyId ? 1 : a.keyId > b.keyId ? -1 : a.slot - b.slot));
        expect(await grown(byAuthor)).toBe(here);
        const shuffled = order.map((each) => [Number(shuffledWith.next().value), each] as const);
        const anyOrder = shuffled.sort(([a], [b]) => a - b).map(([, each]) => each);
        expect(await rebuilt(anyOrder)).toBe(here);
        expect(await grown(anyOrder)).toBe(here);
      }),
    );
  });

  it('rebuilt in part and grown on, in parts of any size, is still the same', async () => {
    await fc.assert(
      fc.asyncProperty(grownBook, fc.nat(), async ({ order }, cut) => {
        const at = order.length === 0 ? 0 : cut % order.length;
        const carriers = await carriersOf(order.slice(0, at));
        await Promise.all(order.slice(at).map((each) => carriers.append(each)));
        expect(toHex(await bytesOf(carriers))).toBe(await rebuilt(order));
      }),
    );
  });

  it('holds each entry under its author at clock = slot, and deletes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(grownBook, async ({ order }) => {
        const update = await bytesOf(await carriersOf(order));
        const expected = await Promise.all(
          order.map(async ({ keyId, slot, jws }) => ({ client: await clientIdOf(keyId, SHARD), clock: slot, jws })),
        );
        const byPlace = (a: { client: number; clock: number }, b: { client: number; clock: number }): number =>
          b.client - a.client || a.clock - b.clock;
        expect(structsOf(update)).toEqual(expected.sort(byPlace));
        expect(Y.decodeUpdate(update).ds.clients.size).toBe(0);
      }),
    );
  });

  it('sends a peer exactly what its state vector lacks', async () => {
    await fc.assert(
      fc.asyncProperty(grownBook, fc.nat(), async ({ order }, cut) => {
        const at = order.length === 0 ? 0 : cut % order.length;
        const theirs = await bytesOf(await carriersOf(order.slice(0, at)));
        const ours = await carriersOf(order);
        const missing = await ours.update(SHARD, Y.encodeStateVectorFromUpdate(theirs));
        if (missing === null) throw new Error('not open');
        const sent = structsOf(missing).map(({ jws }) => jws);
        expect(sent.toSorted()).toEqual(
          order
            .slice(at)
            .map(({ jws }) => jws)
            .toSorted(),
        );
        expect(toHex(Y.mergeUpdates([theirs, missing]))).toBe(toHex(await bytesOf(ours)));
      }),
    );
  });

  it('is read by any Yjs: one root array per author, named by the key', async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await bytesOf(await carriersOf([entry('li', 0), entry('wang', 0), entry('li', 1)])));
    const texts = (name: string) => doc.getArray<Uint8Array>(key(name)).map((bytes) => fromUtf8(bytes));
    expect(texts('li')).toEqual(['head.li0.signature', 'head.li1.signature']);
    expect(texts('wang')).toEqual(['head.wang0.signature']);
  });

  it('keeps its bytes through new versions of Yjs', async () => {
    const update = await bytesOf(await carriersOf([entry('li', 0), entry('li', 1), entry('wang', 0)]));
    // Offices upgrade on different days; should this change, carriers of old and new stations no longer match.
    expect(createHash('sha256').update(update).digest('hex')).toBe(
      '86ff778e3ae12686299b7fb6f070806f8d19fd403ece3e50b2ff8f4535f27ce6',
    );
  });

  it('names a client by the first 53 bits of SHA-256(key id ‖ shard)', async () => {
    const digest = createHash('sha256')
      .update(`${key('li')}${SHARD}`)
      .digest('hex');
    const expected = Number.parseInt(BigInt(`0x${digest}`).toString(2).padStart(256, '0').slice(0, 53), 2);
    expect(await clientIdOf(key('li'), SHARD)).toBe(expected);
    expect(await clientIdOf(key('li'), 'bureau')).not.toBe(expected);
  });

  it('lets an early entry wait for the one before it', async () => {
    const carriers = await carriersOf([entry('li', 0), entry('li', 2)]);
    expect(structsOf(await bytesOf(carriers)).map(({ clock }) => clock)).toEqual([0]);
    await carriers.append(entry('li', 1));
    expect(structsOf(await bytesOf(carriers)).map(({ clock }) => clock)).toEqual([0, 1, 2]);
  });

  it('takes an entry once, and never another in its place', async () => {
    const carriers = await carriersOf([entry('li', 0)]);
    await carriers.append(entry('li', 0));
    expect(toHex(await bytesOf(carriers))).toBe(await rebuilt([entry('li', 0)]));
    await expect(carriers.append(entry('li', 0, 'forged'))).rejects.toThrow('branch-given-up');
    expect(toHex(await bytesOf(carriers))).toBe(await rebuilt([entry('li', 0)]));
  });
});

describe('opening a carrier', () => {
  it('takes what is stored while the book is being read', async () => {
    let read: (entries: readonly CarriedEntry[]) => void = () => undefined;
    const carriers = makeCarriers({ readShard: () => new Promise((resolve) => (read = resolve)) });
    const opening = carriers.open(SHARD);
    const appended = [carriers.append(entry('li', 1)), carriers.append(entry('li', 2))];
    read([entry('li', 0), entry('li', 1)]);
    await Promise.all([opening, ...appended]);
    expect(toHex(await bytesOf(carriers))).toBe(await rebuilt([0, 1, 2].map((slot) => entry('li', slot))));
  });

  it('reads the book once, and again after closing', async () => {
    let reads = 0;
    const carriers = makeCarriers({ readShard: async () => [entry('li', reads++)] });
    await Promise.all([carriers.open(SHARD), carriers.open(SHARD)]);
    await carriers.open(SHARD);
    expect(reads).toBe(1);
    carriers.close(SHARD);
    expect(await carriers.update(SHARD)).toBeNull();
    await carriers.append(entry('li', 0));
    expect(await carriers.update(SHARD)).toBeNull();
    await carriers.open(SHARD);
    expect(reads).toBe(2);
  });

  it('keeps shards apart', async () => {
    const carriers = makeCarriers({ readShard: async (shard) => [{ ...entry('li', 0), jws: shard }] });
    await carriers.open(SHARD);
    await carriers.open('bureau');
    await carriers.append({ ...entry('li', 1), shard: 'bureau' });
    const count = async (shard: string) => structsOf((await carriers.update(shard)) ?? new Uint8Array()).length;
    expect([await count(SHARD), await count('bureau'), await carriers.update('other')]).toEqual([1, 2, null]);
  });

  it('that fails can be tried again', async () => {
    let fails = true;
    const carriers = makeCarriers({
      readShard: async () => {
        if (fails) throw new Error('storage');
        return [entry('li', 0)];
      },
    });
    const opening = carriers.open(SHARD);
    const appended = carriers.append(entry('li', 0));
    await expect(opening).rejects.toThrow('storage');
    await appended;
    fails = false;
    await carriers.open(SHARD);
    expect(structsOf(await bytesOf(carriers))).toHaveLength(1);
  });

  it('answers a state vector that cannot be read with a fault', async () => {
    const carriers = await carriersOf([entry('li', 0)]);
    await expect(carriers.update(SHARD, new Uint8Array([9, 255]))).rejects.toMatchObject({
      code: 'state-vector-malformed',
    });
  });
});
