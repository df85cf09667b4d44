import { expect, test } from 'vitest';
import {
  admitPersonAct,
  admitStationAct,
  bundleOf,
  countedFromNothing,
  foundBooks,
  grown,
  makeFakeSigner,
} from '../doubles/books.ts';
import { must } from '../doubles/office-desk.ts';

const officer = makeFakeSigner('officer');
const second = makeFakeSigner('station b');

async function twoBooks() {
  const bureau = await foundBooks();
  const { first, founder } = bureau;
  await must(first.book.append(founder, admitStationAct('b', 'B', second)));
  await must(first.book.append(founder, admitPersonAct('officer', ['officer'], 'b', officer)));
  const other = await bureau.join('b');
  return { ...bureau, other };
}

test('an empty book that knows only the root takes everything, keys and acts in one bundle', async () => {
  const { first, other, root } = await twoBooks();
  const received = await other.book.receive(await bundleOf(first.memory));
  expect(received).toMatchObject({ known: 0, aside: 0, refused: [], missing: [] });
  expect(received.added).toHaveLength(3);
  expect(await other.book.frontier()).toEqual(await first.book.frontier());
  expect(await grown(other)).toEqual(await grown(first));
  expect((await grown(other)).records).toEqual((await countedFromNothing(other.memory, root)).records);
});
