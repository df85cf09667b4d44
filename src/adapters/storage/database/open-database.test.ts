import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { isFault } from '../../../base/fault.ts';
import { asId, type BureauId } from '../../../domain/ids.ts';
import { databaseNameOf, openBureauStorage } from '../bureau-storage.ts';
import { openDatabase } from './open-database.ts';
import { toStorageFault } from './storage-fault.ts';
import { BUREAU_VERSIONS, ORIGIN_VERSIONS, type Version } from './versions.ts';

const FIRST: Version = { version: 1, stores: { things: 'id' } };
const SECOND: Version = {
  version: 2,
  stores: { things: 'id, size' },
  upgrade: (tx) =>
    tx
      .table('things')
      .toCollection()
      .modify((row: { size?: number }) => {
        row.size = 0;
      }),
};

const opened: { readonly close: () => void }[] = [];
const track = <T extends { readonly close: () => void }>(database: T): T => {
  opened.push(database);
  return database;
};
const fresh = (): string => `test-${crypto.randomUUID()}`;
const open = async (...args: Parameters<typeof openDatabase>) => track(await openDatabase(...args));

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

describe('a database through the versions', () => {
  it('released versions are never edited', () => {
    const digest = (versions: readonly Version[]): string =>
      createHash('sha256')
        .update(JSON.stringify(versions.map(({ version, stores }) => [version, stores])))
        .digest('hex');
    // A change here means that stations in the field would not find their tables: add a version instead.
    expect(digest(BUREAU_VERSIONS.slice(0, 1))).toBe(
      '0f51c4c4c2b4c018abb0b191484a03fa330a9db7eb56c7371d6a8270fc83ddb8',
    );
    expect(digest(ORIGIN_VERSIONS.slice(0, 1))).toBe(
      'eb8b14d610b0370b329e19ba9dc0db57a35ad5674e633098dd826a115cb736d8',
    );
    for (const versions of [BUREAU_VERSIONS, ORIGIN_VERSIONS]) {
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
    }
  });

  it('an upgrade brings every row along', async () => {
    const name = fresh();
    const before = await open(name, [FIRST]);
    await before.dexie.table('things').bulkPut([{ id: 'a' }, { id: 'b' }]);
    before.close();
    const after = await open(name, [FIRST, SECOND]);
    expect(await after.dexie.table('things').where('size').equals(0).count()).toBe(2);
  });

  it('a failed upgrade leaves the version before as it was', async () => {
    const name = fresh();
    const before = await open(name, [FIRST]);
    await before.dexie.table('things').put({ id: 'a' });
    before.close();
    const broken = { ...SECOND, upgrade: () => Promise.reject(new Error('bug')) };
    await expect(openDatabase(name, [FIRST, broken])).rejects.toThrow('bug');
    const again = await open(name, [FIRST]);
    expect(await again.dexie.table('things').toArray()).toEqual([{ id: 'a' }]);
  });

  it('a database of a newer version is not opened, nor touched', async () => {
    const name = fresh();
    const newer = await open(name, [FIRST, SECOND]);
    await newer.dexie.table('things').put({ id: 'a', size: 1 });
    await expect(openDatabase(name, [FIRST])).rejects.toMatchObject({
      name: 'Fault',
      code: 'storage-newer',
      facts: { present: 2, known: 1 },
    });
    expect(await newer.dexie.table('things').count()).toBe(1);
    expect(newer.dexie.backendDB().version).toBe(20);
  });
});

describe('a bureau of version 1', () => {
  it('keeps every row when stations become known to one another', async () => {
    const name = fresh();
    const before = await open(name, BUREAU_VERSIONS.slice(0, 1));
    await before.dexie
      .table('entries')
      .put({ id: 'e', jws: 'e30.e30.', keyId: 'k', seq: 0, lc: 1, subjects: ['bureau:b'] });
    await before.dexie.table('stationKeys').put({ name: 'station', keys: 'kept' });
    before.close();
    const after = await open(name, BUREAU_VERSIONS);
    expect(await after.dexie.table('entries').get('e')).toMatchObject({ seq: 0 });
    expect(await after.dexie.table('stationKeys').get('station')).toMatchObject({ keys: 'kept' });
    expect(await after.dexie.table('frontiers').count()).toBe(0);
  });
});

describe('an open connection', () => {
  it('gives way to a newer version in another tab, says so, and does not come back', async () => {
    const name = fresh();
    const old = await open(name, [FIRST]);
    const told: string[] = [];
    old.onClosed((why) => told.push(why));
    await open(name, [FIRST, SECOND]);
    expect(told).toEqual(['newer-version']);
    await expect(old.dexie.table('things').count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    old.onClosed((why) => told.push(`late: ${why}`));
    expect(told).toEqual(['newer-version', 'late: newer-version']);
  });

  it('gives way even if whoever is told fails', async () => {
    const name = fresh();
    const old = await open(name, [FIRST]);
    old.onClosed(() => {
      throw new Error('a screen failed');
    });
    await expect(open(name, [FIRST, SECOND])).resolves.toBeDefined();
  });

  it('gives way to being deleted', async () => {
    const name = fresh();
    const old = await open(name, [FIRST]);
    const told: string[] = [];
    old.onClosed((why) => told.push(why));
    await Dexie.delete(name);
    expect(told).toEqual(['deleted']);
  });

  it('closed by the browser, it says so and does not open a new and empty database', async () => {
    const name = fresh();
    const database = await open(name, [FIRST]);
    const told: string[] = [];
    database.onClosed((why) => told.push(why));
    database.dexie.backendDB().onclose?.(new Event('close'));
    expect(told).toEqual(['lost']);
    await expect(database.dexie.table('things').count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
  });

  it('closed on purpose, it is silent', async () => {
    const database = await open(fresh(), [FIRST]);
    const told: string[] = [];
    database.onClosed((why) => told.push(why));
    database.close();
    expect(told).toEqual([]);
  });

  it('says when another tab holds an older version and does not let go, and opens once it has', async () => {
    const name = fresh();
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 10);
      request.onupgradeneeded = () => request.result.createObjectStore('things', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
    });
    let opening: Promise<unknown> | null = null;
    await new Promise<void>((resolve) => {
      opening = open(name, [FIRST, SECOND], { onBlocked: resolve });
    });
    stubborn.close();
    await expect(opening).resolves.toBeDefined();
  });
});

describe('what the platform says', () => {
  const bureau = asId<BureauId>('x'.repeat(22));
  const quota = new DOMException('full', 'QuotaExceededError');

  it('becomes storage-full wherever the quota hides', () => {
    const shapes = [
      quota,
      new Dexie.QuotaExceededError('full', quota),
      new Dexie.AbortError(quota as never),
      new Dexie.BulkError('1 of 2 operations failed', { 0: quota } as never),
    ];
    for (const error of shapes) expect(toStorageFault(error)).toMatchObject({ code: 'storage-full', cause: error });
  });

  it('becomes storage-failed with the innermost name otherwise', () => {
    const wrapped = new Dexie.AbortError(new DOMException('disk', 'UnknownError') as never);
    expect(toStorageFault(wrapped)).toMatchObject({ code: 'storage-failed', facts: { error: 'UnknownError' } });
  });

  it('stays a bug if it is one', () => {
    const bug = new TypeError('undefined is not a function');
    expect(toStorageFault(bug)).toBe(bug);
    expect(toStorageFault('text')).toBe('text');
  });

  it('after closing, every act is a fault', async () => {
    const storage = await openBureauStorage(bureau);
    storage.close();
    const acts: readonly Promise<unknown>[] = [
      storage.book.count(),
      storage.book.commit({ entries: [], details: [], heads: [], records: [] }),
      storage.model.all('device'),
      storage.local.settings(),
      storage.keys.station(),
      new Promise((_, reject) =>
        storage.model.watch(
          async () => 1,
          () => undefined,
          reject,
        ),
      ),
    ];
    for (const act of acts) {
      const error = await act.catch((reason: unknown) => reason);
      expect(isFault(error) && [error.code, error.facts.error]).toEqual(['storage-failed', 'DatabaseClosedError']);
    }
    await Dexie.delete(databaseNameOf(bureau));
  });
});
