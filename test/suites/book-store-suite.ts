import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import type { ReadModel } from '../../src/domain/ports/read-model.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import type { BookStore, StoredEntry } from '../../src/ledger/ports.ts';
import {
  activityId,
  entryId,
  foldedActivity,
  keyId,
  sampleActivity,
  sampleEntry,
  sampleHead,
} from '../doubles/stored-samples.ts';

const NOTHING = { entries: [], details: [], heads: [], records: [] };
const ONE = subjectOf('activity', activityId('one'));
const TWO = subjectOf('activity', activityId('two'));
const ids = (entries: readonly StoredEntry[]): readonly EntryId[] => entries.map(({ id }) => id);

export interface BookMeans {
  readonly book: BookStore;
  readonly model: ReadModel;
}

export function describeBookStore(name: string, make: () => Promise<BookMeans>): void {
  describe(`the book's tables: ${name}`, () => {
    let book: BookStore;
    let model: ReadModel;
    const put = (...entries: readonly StoredEntry[]): Promise<void> => book.commit({ ...NOTHING, entries });
    const whole = async (pageSize: number): Promise<readonly (readonly EntryId[])[]> => {
      const pages: (readonly EntryId[])[] = [];
      for await (const page of book.all(pageSize)) pages.push(ids(page));
      return pages;
    };
    beforeEach(async () => {
      ({ book, model } = await make());
    });

    it('an empty book answers with nothing', async () => {
      expect([await book.head(keyId('li')), await book.newest(), await book.count()]).toEqual([null, null, 0]);
      expect([await book.byId([entryId('x')]), await book.bySubjects([ONE]), await book.byShard('bureau')]).toEqual([
        [],
        [],
        [],
      ]);
      expect([await book.detailsOf([entryId('x')]), await whole(10)]).toEqual([[], []]);
    });

    it('one commit brings entry, details, head and record', async () => {
      const entry = sampleEntry('first');
      const details = { entry: entry.id, salt: 'c2FsdA', json: '{"title":"伊河巡查"}' };
      const record = sampleActivity('one', { title: '伊河巡查' });
      await book.commit({
        entries: [entry],
        details: [details],
        heads: [sampleHead()],
        records: [foldedActivity(record)],
      });
      expect(await book.byId([entry.id])).toEqual([entry]);
      expect(await book.detailsOf([entry.id])).toEqual([details]);
      expect(await book.head(keyId('li'))).toEqual(sampleHead());
      expect(await book.count()).toBe(1);
      expect(await model.get('activity', activityId('one'))).toEqual(record);
    });

    it('details that are forgotten are gone, and their entry stays', async () => {
      const entry = sampleEntry('first');
      const details = { entry: entry.id, salt: 'c2FsdA', json: '{}' };
      await book.commit({ ...NOTHING, entries: [entry], details: [details] });
      await book.commit({ ...NOTHING, forgotten: [entry.id, entryId('never here')] });
      expect(await book.detailsOf([entry.id])).toEqual([]);
      expect(await book.byId([entry.id])).toEqual([entry]);
    });

    it('the newest entry is the one with the greatest clock, then id, of any author', async () => {
      await put(sampleEntry('b', { lc: 9 }), sampleEntry('a', { lc: 9, keyId: keyId('wang') }));
      await put(sampleEntry('z', { lc: 8, seq: 1 }));
      expect(await book.newest()).toEqual({ id: entryId('b'), lc: 9 });
      await put(sampleEntry('c', { lc: 10, seq: 2 }));
      expect(await book.newest()).toEqual({ id: entryId('c'), lc: 10 });
    });

    it('an id asked for twice comes once, an unknown one not at all', async () => {
      await put(sampleEntry('a'));
      expect(ids(await book.byId([entryId('a'), entryId('none'), entryId('a')]))).toEqual([entryId('a')]);
    });

    it('an entry that touches several of the subjects comes once', async () => {
      await put(
        sampleEntry('both', { subjects: [ONE, TWO] }),
        sampleEntry('two', { seq: 1, subjects: [TWO] }),
        sampleEntry('other', { seq: 2, subjects: [subjectOf('activity', activityId('three'))] }),
      );
      expect(new Set(ids(await book.bySubjects([ONE, TWO])))).toEqual(new Set([entryId('both'), entryId('two')]));
      expect(await book.bySubjects([ONE, TWO])).toHaveLength(2);
      expect(ids(await book.bySubjects([ONE]))).toEqual([entryId('both')]);
      expect(await book.bySubjects([])).toEqual([]);
    });

    it('a shard comes by author and slot, without its neighbours', async () => {
      const place = (key: string, seq: number, shard: string, slot: number): StoredEntry =>
        sampleEntry(`${key}${seq}`, { keyId: keyId(key), seq, shard, slot, lc: 50 - seq });
      await put(place('w', 1, 's/2026-03', 1), place('w', 0, 's/2026-03', 0), place('l', 2, 's/2026-03', 0));
      await put(place('l', 0, 's/2026-0', 0), place('l', 1, 's/2026-031', 0), place('l', 12, 's/2026-03', 10));
      await put(place('l', 5, 's/2026-03', 2));
      const found = await book.byShard('s/2026-03');
      expect(found.map((entry) => [entry.keyId[0], entry.slot])).toEqual([
        ['l', 0],
        ['l', 2],
        ['l', 10],
        ['w', 0],
        ['w', 1],
      ]);
    });

    it('the whole book comes by clock and id, whatever the size of pages', async () => {
      const lcs = [3, 11, 2, 2, 7, 100, 1];
      await put(...lcs.map((lc, i) => sampleEntry(`e${9 - i}`, { lc, seq: i })));
      const expected = ['e3', 'e6', 'e7', 'e9', 'e5', 'e8', 'e4'].map(entryId);
      for (const size of [1, 2, 3, 7, 100]) {
        const pages = await whole(size);
        expect(pages.flat()).toEqual(expected);
        expect(Math.max(...pages.map((page) => page.length))).toBe(Math.min(size, 7));
      }
    });

    it('an entry committed again changes its verdict and is not counted twice', async () => {
      await put(sampleEntry('a'), sampleEntry('b', { seq: 1 }));
      const judged = sampleEntry('a', { verdict: { kind: 'void', code: 'role-missing' } });
      await put(judged, sampleEntry('c', { seq: 2 }));
      expect(await book.byId([entryId('a')])).toEqual([judged]);
      expect(await book.count()).toBe(3);
    });

    it('a second entry in the same place of the same author is refused, with everything beside it', async () => {
      await put(sampleEntry('a'));
      const fork = book.commit({
        entries: [sampleEntry('fine', { seq: 1 }), sampleEntry('fork')],
        details: [{ entry: entryId('fine'), salt: 'c2FsdA', json: '{}' }],
        heads: [sampleHead({ seq: 1 })],
        records: [foldedActivity(sampleActivity('one'))],
      });
      await expect(fork).rejects.toMatchObject({
        name: 'Fault',
        code: 'storage-failed',
        facts: { error: 'ConstraintError' },
      });
      expect(await whole(10)).toEqual([[entryId('a')]]);
      expect(await book.detailsOf([entryId('fine')])).toEqual([]);
      expect(await book.head(keyId('li'))).toBeNull();
      expect(await model.get('activity', activityId('one'))).toBeNull();
      expect(await book.count()).toBe(1);
    });

    it('gives heads, a key’s chain from a place on, and the register of members', async () => {
      await book.commit({ ...NOTHING, heads: [sampleHead(), sampleHead({ keyId: keyId('wang') })] });
      expect(new Set((await book.heads()).map((head) => head.keyId))).toEqual(new Set([keyId('li'), keyId('wang')]));
      await put(
        ...[3, 0, 10, 2, 1].map((seq) => sampleEntry(`e${seq}`, { seq, lc: 20 - seq })),
        sampleEntry('other', { keyId: keyId('wang'), kind: 'person-admitted' }),
      );
      expect(ids(await book.ofKey(keyId('li'), 1, 3))).toEqual(['e1', 'e2', 'e3'].map(entryId));
      expect(ids(await book.ofKey(keyId('li'), 4, 3))).toEqual([entryId('e10')]);
      expect(ids(await book.register())).toEqual([entryId('other')]);
    });

    it('the newest entry is one whose clock is sound', async () => {
      await put(
        sampleEntry('sound', { lc: 3 }),
        sampleEntry('wrong', { lc: 99, seq: 1, clock: 'wrong' }),
        sampleEntry('early', { lc: 50, seq: 2, clock: 'early', waitsFor: entryId('x') }),
      );
      expect(await book.newest()).toEqual({ id: entryId('sound'), lc: 3 });
    });

    it('finds those that looked at a record from a place on, in order, however long the numbers', async () => {
      const lcs = [9, 10, 100, 2_000_000, 8];
      await put(...lcs.map((lc, seq) => sampleEntry(`r${seq}`, { lc, seq, reads: [ONE] })));
      await put(sampleEntry('two', { seq: 9, lc: 11, reads: [TWO] }), sampleEntry('none', { seq: 10, lc: 12 }));
      expect(ids(await book.readers(ONE, { lc: 9, id: entryId('r0') }))).toEqual(['r1', 'r2', 'r3'].map(entryId));
      expect(ids(await book.readers(ONE, { lc: 9, id: entryId('a') }))).toEqual(['r0', 'r1', 'r2', 'r3'].map(entryId));
    });

    it('knows who waits for what', async () => {
      const early = (name: string, seq: number, waitsFor: EntryId | null): StoredEntry =>
        sampleEntry(name, { seq, clock: waitsFor === null ? 'sound' : 'early', waitsFor });
      await put(early('a', 0, entryId('x')), early('b', 1, entryId('y')), early('c', 2, null));
      await book.commit({ ...NOTHING, entries: [], branches: [early('d', 3, entryId('x'))] });
      expect(new Set(await book.waitedFor())).toEqual(new Set([entryId('x'), entryId('y')]));
      expect(new Set(ids(await book.waiters([entryId('x')])))).toEqual(new Set([entryId('a'), entryId('d')]));
      await put(early('a', 0, null));
      expect(ids(await book.waiters([entryId('x')]))).toEqual([entryId('d')]);
    });

    it('a branch makes room for another in one commit, is found by id only, and can come back', async () => {
      const [old, next] = [sampleEntry('old', { subjects: [ONE] }), sampleEntry('next', { subjects: [ONE] })];
      await put(old);
      const given: StoredEntry = { ...old, verdict: { kind: 'void', code: 'forked' } };
      await book.commit({ ...NOTHING, entries: [next], branches: [given], headless: [keyId('wang')] });
      expect(ids(await book.bySubjects([ONE]))).toEqual([next.id]);
      expect(await book.byId([old.id])).toEqual([given]);
      expect(ids(await book.branchesOf(keyId('li')))).toEqual([old.id]);
      expect(await book.branchedKeys()).toEqual([keyId('li')]);
      expect([await book.count(), await whole(10)]).toEqual([1, [[next.id]]]);
      await book.commit({ ...NOTHING, entries: [old], branches: [{ ...next, verdict: given.verdict }] });
      expect([await book.byId([old.id]), ids(await book.branchesOf(keyId('li')))]).toEqual([[old], [next.id]]);
      expect(await book.count()).toBe(1);
    });

    it('a key whose chain is gone has no head; forks stay until they are settled', async () => {
      const fork = { key: keyId('li'), seq: 0, kept: 'a.b.c', other: 'a.b.d' };
      await book.commit({ ...NOTHING, heads: [sampleHead()], forks: [fork] });
      expect(await book.forks()).toEqual([fork]);
      await book.commit({ ...NOTHING, headless: [keyId('li')], settled: [keyId('li')] });
      expect([await book.head(keyId('li')), await book.forks()]).toEqual([null, []]);
    });

    it('a record says how far it is folded, even where nothing came of it', async () => {
      const upTo = { lc: 4, id: entryId('a') };
      await book.commit({
        ...NOTHING,
        records: [
          { ...foldedActivity(sampleActivity('one')), upTo },
          { subject: TWO, type: 'activity', record: null, upTo },
        ],
      });
      expect((await book.folded([TWO, ONE, TWO])).map(({ subject, upTo: at }) => [subject, at])).toEqual([
        [TWO, upTo],
        [ONE, upTo],
      ]);
      expect(await model.all('activity')).toEqual([sampleActivity('one')]);
      expect(await model.get('activity', activityId('two'))).toBeNull();
      expect(await model.getMany('activity', [activityId('two'), activityId('one')])).toEqual([sampleActivity('one')]);
    });

    it('what was handed in can change afterwards without changing the book', async () => {
      const slots: Record<string, number> = { bureau: 1 };
      await book.commit({ ...NOTHING, heads: [sampleHead({ slots })] });
      slots.bureau = 7;
      expect(await book.head(keyId('li'))).toEqual(sampleHead({ slots: { bureau: 1 } }));
    });

    it('a record that nothing in force touches is gone', async () => {
      await book.commit({
        ...NOTHING,
        records: [foldedActivity(sampleActivity('one')), foldedActivity(sampleActivity('two'))],
      });
      await book.commit({ ...NOTHING, records: [{ subject: ONE, type: 'activity', record: null }] });
      expect(await model.all('activity')).toEqual([sampleActivity('two')]);
    });
  });
}
