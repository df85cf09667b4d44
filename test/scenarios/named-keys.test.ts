import { expect, test } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type EntryPayload, encodePayload } from '../../src/ledger/entry.ts';
import type { EntrySigner } from '../../src/ledger/ports.ts';
import { admitPersonAct, type BookMachine, bundleOf, foundBooks, idOfJws, personOf } from '../doubles/books.ts';
import { type FakeSigner, makeFakeSigner } from '../doubles/fake-signer.ts';
import { must } from '../doubles/office-desk.ts';
import { makeOfficeKit, makeOffices, stateOf } from '../doubles/offices.ts';
import { makeRealSigner } from '../doubles/real-signer.ts';

interface Naming {
  readonly hostile: EntrySigner;
  readonly made: (name: string) => Promise<EntrySigner & Pick<FakeSigner, 'public'>>;
}

/** An officer who may admit nobody names keys all the same, and each of them signs one entry. */
async function namingMany({ book, memory }: BookMachine, count: number, { hostile, made }: Naming): Promise<string[]> {
  const [head, newest] = [await memory.book.head(hostile.keyId), await memory.book.newest()];
  let [prev, lc] = [head?.id ?? null, newest?.lc ?? 0];
  let after: EntryId | null = newest?.id ?? null;
  const entries: string[] = [];
  const from = (
    signer: EntrySigner,
    payload: Partial<EntryPayload> & Pick<EntryPayload, 'kind' | 'subject' | 'body'>,
  ) =>
    signer.sign(
      encodePayload({
        v: 1,
        bureau: book.bureau,
        shard: 'bureau',
        slot: 0,
        seq: 0,
        prev: null,
        after,
        lc,
        refs: [],
        auth: null,
        at: '2026-03-05T01:00:00.000Z' as EntryPayload['at'],
        details: null,
        ...payload,
      }),
    );
  for (let n = 0; n < count; n++) {
    const puppet = await made(`puppet ${n}`);
    const { details: _, ...act } = admitPersonAct(`p${n}`, ['officer'], 'a', makeFakeSigner('nobody'));
    lc += 1;
    const place = { seq: n + (head?.seq ?? -1) + 1, slot: n + (head?.slots.bureau ?? 0), prev };
    const body: object = { ...act.body, keys: puppet.public };
    const naming = await from(hostile, { ...act, ...place, body: body as EntryPayload['body'] });
    prev = after = idOfJws(naming);
    lc += 1;
    const own = await from(puppet, { kind: 'form-printed', subject: subjectOf('person', personOf('p')), body: {} });
    after = idOfJws(own);
    entries.push(naming, own);
  }
  return entries;
}

test('one author names thousands of keys: no frontier grows by them, and honest books are in step', async () => {
  const { first, founder, join } = await foundBooks();
  const hostile = makeFakeSigner('hostile');
  await must(first.book.append(founder, admitPersonAct('hostile', ['officer'], 'a', hostile)));
  const other = await join('b');
  await other.book.receive(await bundleOf(first.memory));
  const members = [...first.book.membership().keys.keys()];
  const made = async (name: string) => makeFakeSigner(name);
  const entries = await namingMany(first, 4_100, { hostile, made });
  const received = await first.book.receive({ entries, details: [] });
  expect([received.added.length, received.refused]).toEqual([8_200, []]);
  const frontier = await first.book.frontier();
  expect(frontier.every(({ key }) => members.includes(key))).toBe(true);
  expect(frontier.find(({ key }) => key === hostile.keyId)?.seq).toBe(4_099);
  await must(first.book.append(founder, admitPersonAct('keeper', ['custodian'], 'a', makeFakeSigner('keeper'))));
  await other.book.receive(await bundleOf(first.memory));
  expect(await other.book.frontier()).toEqual(await first.book.frontier());
});

test('what keys sign that nothing admits is passed on to nobody unasked, and to whoever lacks it by id', async () => {
  const kit = await makeOfficeKit(['north', 'south']);
  const offices = await makeOffices(kit);
  const [north, south] = [offices.office('north'), offices.office('south')];
  const made = () => makeRealSigner();
  const entries = await namingMany(north, 3, { hostile: north.officer, made });
  await north.book.receive({ entries, details: [] });
  offices.healAll();
  await offices.deliverAll();
  expect(await south.book.frontier()).toEqual(await north.book.frontier());
  // The officer's second and third entry name what a puppet signed; the last puppet's is named by none.
  const here = await south.memory.book.byId(entries.map(idOfJws));
  expect(here).toHaveLength(5);
  await north.act();
  await offices.deliverAll();
  expect(await stateOf(south)).toEqual(await stateOf(north));
  expect([...north.incidents, ...south.incidents, ...north.faults, ...south.faults]).toEqual([]);
});
