import type { RecordingId } from '../../../domain/ids.ts';
import type { RegisterPage, RegisterQuery } from '../../../domain/ports/read-model.ts';
import { type BureauTables, readMeta } from '../database/bureau-tables.ts';
import { makeLineReader } from './search-blocks.ts';
import { matchingIds, type Selection, selectionOf } from './search-line.ts';

interface Window {
  readonly offset: number;
  readonly limit: number;
}

const SORT_INDEX = {
  capturedAt: 'row.capturedAt',
  takenInAt: 'row.takenInAt',
  no: 'noKey',
  sizeBytes: 'row.sizeBytes',
  durationMs: 'durationKey',
} as const satisfies Record<RegisterQuery['sort'], string>;

/** Past this place a cursor that counts its way is slower than a list of ids, which the pages after it use too. */
const FARTHEST_BY_CURSOR = 1_000;
const LISTS_KEPT = 2;

/** The query's first page comes straight from an index; what is selected or far down comes from a list of ids, kept until the next commit. */
export function makeRegisterReader(
  tables: BureauTables,
): (query: RegisterQuery, window: Window) => Promise<RegisterPage> {
  const readLines = makeLineReader(tables);
  const lists = new Map<string, readonly RecordingId[]>();

  const listOf = async (query: RegisterQuery, selection: Selection): Promise<readonly RecordingId[]> => {
    const revision = await readMeta(tables, 'revision');
    const name = JSON.stringify([revision, { ...query, descending: false }]);
    const list = lists.get(name) ?? matchingIds(await readLines(revision), query, selection);
    // The one used last stands last.
    lists.delete(name);
    lists.set(name, list);
    for (const oldest of lists.keys()) if (lists.size > LISTS_KEPT) lists.delete(oldest);
    return list;
  };

  return async (query, window) => {
    const selection = selectionOf(query);
    // One transaction: the page and its counts are of one moment.
    return tables.dexie.transaction('r', [tables.register, tables.searchBlocks, tables.meta], async () => {
      const all = await readMeta(tables, 'recordings');
      const end = fromNearerEnd(window, all);
      if (selection.all && end.offset <= FARTHEST_BY_CURSOR) {
        return { all, matching: all, rows: await readIndex(tables, query, end) };
      }
      const list = await listOf(query, selection);
      return { all, matching: list.length, rows: await readListed(tables, list, query.descending, window) };
    });
  };
}

interface End extends Window {
  readonly reversed: boolean;
}

function fromNearerEnd({ offset, limit }: Window, count: number): End {
  const size = Math.max(0, Math.min(limit, count - offset));
  const fromEnd = Math.max(0, count - offset - size);
  return fromEnd < offset ? { offset: fromEnd, limit: size, reversed: true } : { offset, limit: size, reversed: false };
}

async function readIndex(
  { register }: BureauTables,
  { sort, descending }: RegisterQuery,
  { offset, limit, reversed }: End,
): Promise<RegisterPage['rows']> {
  if (limit === 0) return [];
  const ascending = register.orderBy(SORT_INDEX[sort]);
  const ordered = descending === reversed ? ascending : ascending.reverse();
  const rows = (await ordered.offset(offset).limit(limit).toArray()).map(({ row }) => row);
  return reversed ? rows.reverse() : rows;
}

async function readListed(
  { register }: BureauTables,
  list: readonly RecordingId[],
  descending: boolean,
  { offset, limit }: Window,
): Promise<RegisterPage['rows']> {
  const end = Math.max(0, list.length - offset);
  const ids = descending ? list.slice(Math.max(0, end - limit), end).reverse() : list.slice(offset, offset + limit);
  return (await register.bulkGet(ids)).flatMap((found) => (found === undefined ? [] : [found.row]));
}
