import type { ReadModel } from '../../../domain/ports/read-model.ts';
import type { RecordOf } from '../../../domain/records.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { type BureauTables, readMeta } from '../database/bureau-tables.ts';
import { guarded } from '../database/storage-fault.ts';
import { makeRegisterReader } from '../register/register-query.ts';
import { makeRevisions, watchRevisions } from './watch.ts';

export function makeReadModel(tables: BureauTables): ReadModel {
  const register = makeRegisterReader(tables);
  const revisions = makeRevisions(tables);
  // A row's record is of its type: the commit puts both together.
  const model: ReadModel = {
    get: <T extends keyof RecordOf>(type: T, id: Parameters<typeof subjectOf<T>>[1]) =>
      guarded(async () => ((await tables.records.get(subjectOf(type, id)))?.record ?? null) as RecordOf[T] | null),
    getMany: <T extends keyof RecordOf>(type: T, ids: readonly Parameters<typeof subjectOf<T>>[1][]) =>
      guarded(async () => {
        const rows = await tables.records.bulkGet([...new Set(ids)].map((id) => subjectOf(type, id)));
        return rows.flatMap((row) => (row?.record ? [row.record as RecordOf[T]] : []));
      }),
    all: <T extends keyof RecordOf>(type: T) =>
      guarded(async () => {
        const rows = await tables.records.where('subject').between(`${type}:`, `${type};`).toArray();
        return rows.flatMap(({ record }) => (record === null ? [] : [record as RecordOf[T]]));
      }),
    register: (query, window) => guarded(() => register(query, window)),
    changes: (since) =>
      guarded(async () => {
        const [revision, dropped] = await Promise.all([readMeta(tables, 'revision'), readMeta(tables, 'dropped')]);
        if (since === null || since < dropped) return { revision, subjects: null };
        return { revision, subjects: await tables.records.where('revision').above(since).primaryKeys() };
      }),
    watch: (read, onValue, onFault) => watchRevisions(revisions, () => read(model), onValue, onFault),
  };
  return model;
}
