import fc from 'fast-check';
import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { utf8 } from '../../base/bytes.ts';
import { asId, type KeyId } from '../../domain/ids.ts';
import { clientIdOf, makeCarriers } from './carrier.ts';
import { isStateVector, MAX_UPDATE_BYTES, MOST_PARTS, readForeignUpdate } from './foreign-update.ts';

const SHARD = 'DIVISIONDIVISIONDIVISI/2026-03';
const key = (name: string): KeyId => asId<KeyId>(name.padEnd(43, '_'));
const entry = (name: string, slot: number) => ({ keyId: key(name), slot, jws: `head.${name}${slot}.signature` });

async function carrierOf(...entries: readonly ReturnType<typeof entry>[]): Promise<Uint8Array> {
  const carriers = makeCarriers({ readShard: async () => entries });
  await carriers.open(SHARD);
  const update = await carriers.update(SHARD);
  if (update === null) throw new Error('not open');
  return update;
}

/** What somebody's own Yjs makes of a document it was given. */
async function tampered(change: (doc: Y.Doc) => void): Promise<Uint8Array> {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, await carrierOf(entry('li', 0), entry('li', 1)));
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('a foreign update', () => {
  it('of an honest station gives its entries with their places, and nothing else', async () => {
    const read = readForeignUpdate(await carrierOf(entry('li', 0), entry('wang', 0), entry('li', 1)));
    expect(read).toMatchObject({ deletes: 0, foreign: 0, malformed: false });
    expect(new Set(read.items.map(({ text }) => text))).toEqual(
      new Set(['head.li0.signature', 'head.li1.signature', 'head.wang0.signature']),
    );
    expect(read.items).toContainEqual({
      client: await clientIdOf(key('li'), SHARD),
      clock: 1,
      text: 'head.li1.signature',
    });
  });

  it('of millions of parts of two bytes is not read to its end, be they structs or deletions', () => {
    const tiny = (structs: number, deletions: number): Uint8Array => {
      const encoder = createEncoder();
      for (const number of [1, structs, 7, 0]) writeVarUint(encoder, number);
      for (let i = 0; i < structs; i++) {
        writeUint8(encoder, 0);
        writeVarUint(encoder, 1);
      }
      for (const number of [1, 7, deletions]) writeVarUint(encoder, number);
      for (let i = 0; i < deletions; i++) for (const number of [1, 1]) writeVarUint(encoder, number);
      return toUint8Array(encoder);
    };
    for (const [structs, deletions] of [
      [2_000_000, 0],
      [1, 2_000_000],
      [MOST_PARTS + 1, 0],
    ] as const)
      expect(readForeignUpdate(tiny(structs, deletions))).toMatchObject({ malformed: true, items: [], deletes: 0 });
    expect(readForeignUpdate(tiny(MOST_PARTS - 1, 1))).toMatchObject({ malformed: false, deletes: MOST_PARTS });
  });

  it('that deletes an entry in ten bytes is seen to', async () => {
    const update = await tampered((doc) => doc.getArray(key('li')).delete(0, 1));
    const bare = Y.mergeUpdates([update]);
    expect(readForeignUpdate(bare)).toMatchObject({ deletes: 1, items: [] });
    expect(bare.byteLength).toBeLessThan(16);
  });

  it('that overwrites shows the deletion and hands over what was written', async () => {
    const read = readForeignUpdate(
      await tampered((doc) => {
        doc.getArray(key('li')).delete(1, 1);
        doc.getArray(key('li')).insert(1, [utf8('forged')]);
      }),
    );
    expect(read).toMatchObject({ deletes: 1, foreign: 0, malformed: false });
    expect(read.items.map(({ text }) => text)).toEqual(['forged']);
  });

  it('with a map, a text, a number or a nested type in place of bytes is seen to', async () => {
    const changes: readonly ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap('other').set('entry', utf8('head.x.signature')),
      (doc) => doc.getText('other').insert(0, 'text'),
      (doc) => doc.getArray(key('li')).push([1, { a: 1 }]),
      (doc) => doc.getArray(key('li')).push([new Y.Map()]),
      (doc) => doc.getArray(key('li')).push([new Uint8Array([0xff, 0xfe])]),
      (doc) => doc.getXmlFragment('other').push([new Y.XmlText('x')]),
    ];
    for (const change of changes) {
      const read = readForeignUpdate(await tampered(change));
      expect(read.foreign).toBeGreaterThan(0);
      expect(read.items).toEqual([]);
    }
  });

  it('with tombstones is seen to', async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await carrierOf(entry('li', 0)));
    doc.getArray(key('li')).delete(0, 1);
    expect(readForeignUpdate(Y.encodeStateAsUpdate(doc)).deletes).toBeGreaterThan(0);
  });

  it('that is too large is not read', () => {
    expect(readForeignUpdate(new Uint8Array(MAX_UPDATE_BYTES + 1))).toMatchObject({ malformed: true, items: [] });
  });

  it('is never more than its bytes say, and never an exception, however a valid one is mutated', async () => {
    const valid = await carrierOf(...[0, 1, 2, 3].flatMap((slot) => [entry('li', slot), entry('wang', slot)]));
    const mutation = fc.record({
      at: fc.nat(valid.byteLength - 1),
      bytes: fc.uint8Array({ minLength: 0, maxLength: 6 }),
      drop: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let bytes = Buffer.from(valid);
        for (const { at, bytes: put, drop } of mutations)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
        const read = readForeignUpdate(new Uint8Array(bytes));
        expect(read.items.length + read.deletes + read.foreign).toBeLessThanOrEqual(bytes.byteLength);
        if (read.malformed) expect(read.items).toEqual([]);
      }),
      { numRuns: process.env.SOAK === '1' ? 10_000 : 500 },
    );
  });

  it('of random bytes is never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readForeignUpdate(bytes);
        isStateVector(bytes);
      }),
    );
  });

  it('with documents in it is not read: each would be made, and a few thousand of them hold up the page for a second', () => {
    expect(readForeignUpdate(withDocuments(1))).toMatchObject({ malformed: true, items: [] });
    expect(readForeignUpdate(withDocuments(300))).toMatchObject({ malformed: true, items: [] });
  });

  it('that nests deeper than the stack is malformed', () => {
    // A client, one item under a root name, ContentAny: arrays in arrays.
    const head = [1, 1, 1, 0, 8, 1, 1, 0x78, 1];
    const deep = new Uint8Array(3_000_000).fill(117).map((byte, i) => (i % 2 === 0 ? byte : 1));
    const update = new Uint8Array([...head, ...deep]);
    expect(readForeignUpdate(update)).toMatchObject({ malformed: true });
  });
});

function withDocuments(many: number): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < many; n++) doc.getArray('x').push([new Y.Doc({ guid: 'a' })]);
  });
  return Y.encodeStateAsUpdate(doc);
}

it('a state vector that cannot be read is told from one that can', () => {
  expect(isStateVector(Y.encodeStateVector(new Y.Doc()))).toBe(true);
  expect(isStateVector(new Uint8Array([9, 255]))).toBe(false);
});
