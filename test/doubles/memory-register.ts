import { type RegisterLine, toRegisterLine } from '../../src/adapters/storage/register-row.ts';
import type { RegisterPage, RegisterQuery } from '../../src/domain/ports/read-model.ts';
import type { ActivityRecord, DeviceRecord } from '../../src/domain/records.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import { beijingDate } from '../../src/domain/time.ts';
import type { FoldedRecord } from '../../src/ledger/ports.ts';

/** The register as one would say it: every line made, every line asked, then sorted. The database must answer the same. */
export function registerPage(
  records: ReadonlyMap<Subject, FoldedRecord>,
  query: RegisterQuery,
  window: { readonly offset: number; readonly limit: number },
): RegisterPage {
  const lines = [...records.values()].flatMap((row) => lineOf(records, row) ?? []);
  const matching = lines.filter((line) => passes(line, query)).sort(order(query));
  const rows = matching.slice(window.offset, window.offset + window.limit).map(({ row }) => row);
  return { all: lines.length, matching: matching.length, rows };
}

function lineOf(records: ReadonlyMap<Subject, FoldedRecord>, folded: FoldedRecord): RegisterLine | null {
  if (folded.type !== 'recording' || folded.record === null) return null;
  const { activity, sources } = folded.record;
  const device = sources[0]?.device ?? null;
  const find = (subject: Subject | null): unknown => (subject === null ? null : (records.get(subject)?.record ?? null));
  return toRegisterLine(
    folded.record,
    find(activity && subjectOf('activity', activity)) as ActivityRecord | null,
    find(device && subjectOf('device', device)) as DeviceRecord | null,
  );
}

function passes({ row, searchText }: RegisterLine, query: RegisterQuery): boolean {
  const day = beijingDate(row.capturedAt);
  const words = query.text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .split(/\s+/)
    .filter(Boolean);
  return (
    (query.from === null || day >= query.from) &&
    (query.to === null || day <= query.to) &&
    (query.officer === null || row.officers.includes(query.officer)) &&
    (query.matter === null || row.matters.includes(query.matter)) &&
    (query.device === null || row.device === query.device) &&
    (query.state === null || row.state === query.state) &&
    words.every((word) => searchText.includes(word))
  );
}

function order({ sort, descending }: RegisterQuery): (a: RegisterLine, b: RegisterLine) => number {
  const keyOf = (line: RegisterLine): string | number =>
    sort === 'no' ? line.noKey : sort === 'durationMs' ? (line.row.durationMs ?? -1) : line.row[sort];
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  return (a, b) => (descending ? -1 : 1) * (compare(keyOf(a), keyOf(b)) || compare(a.row.id, b.row.id));
}
