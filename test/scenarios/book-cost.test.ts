import { expect, test } from 'vitest';
import type { DeviceId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { openBook } from '../../src/ledger/book.ts';
import type { BookStore } from '../../src/ledger/ports.ts';
import { admitPersonAct, bundleOf, DIVISION, foundBooks, makeFakeSigner, named } from '../doubles/books.ts';
import { fakeVerifier } from '../doubles/fake-signer.ts';
import { must } from '../doubles/office-desk.ts';

const keeper = makeFakeSigner('keeper');

const device = (n: number) =>
  ({
    kind: 'device-registered',
    subject: subjectOf('device', named<DeviceId>(`device${n}`)),
    body: {
      device: named<DeviceId>(`device${n}`),
      carrier: 'bodyCamera',
      division: DIVISION,
      assignedTo: null,
      inService: true,
    },
    details: { label: `d${n}`, assetNo: null, brand: null, model: null, serialNo: null, fileNameMark: null },
  }) as const;

/** A store that counts every row it hands out. */
function counting(store: BookStore): { readonly store: BookStore; readonly rows: () => number } {
  let rows = 0;
  const counted = new Proxy(store, {
    get: (target, name: keyof BookStore) => {
      const act = target[name];
      if (name === 'all') throw new Error('the whole book is read');
      return async (...given: unknown[]) => {
        const answer: unknown = await (act as (...args: unknown[]) => Promise<unknown>).apply(target, given);
        if (Array.isArray(answer)) rows += answer.length;
        return answer;
      };
    },
  });
  return { store: counted, rows: () => rows };
}

/** A book of so many entries about different things, and one entry that was signed before them and comes after. */
async function grownBook(size: number) {
  const bureau = await foundBooks();
  const { first, founder, root } = bureau;
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian'], 'a', keeper)));
  const other = await bureau.join('b');
  await other.book.receive(await bundleOf(first.memory));
  const late = await must(other.book.append(keeper, device(0)));
  for (let n = 1; n <= size; n++) await must(first.book.append(founder, device(n)));
  const { store, rows } = counting(first.memory.book);
  const ports = { store, verifier: fakeVerifier, random: () => new Uint8Array(32), now: bureau.now };
  const book = await openBook(bureau.id, root.id, ports);
  return { book, late, rows, opened: rows(), founder };
}

test('opening reads the register of members and the heads, however large the book is', async () => {
  const [small, large] = [await grownBook(20), await grownBook(400)];
  expect(large.opened).toBe(small.opened);
  expect(large.opened).toBeLessThan(10);
});

test('a late entry, and an own act, read as little in a large book as in a small one', async () => {
  const read: number[] = [];
  for (const size of [20, 400]) {
    const { book, late, rows, founder } = await grownBook(size);
    const before = rows();
    expect(await book.receive({ entries: [late.jws], details: [] })).toMatchObject({ added: [late.id], refused: [] });
    await must(book.append(founder, device(7)));
    read.push(rows() - before);
  }
  expect(read[1]).toBe(read[0]);
  expect(read[0]).toBeGreaterThan(0);
});
