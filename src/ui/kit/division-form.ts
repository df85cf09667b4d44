import type { DivisionId } from '../../domain/ids.ts';
import type { Division } from '../../domain/records.ts';
import { DIVISIONS } from '../../text/person-form.ts';

/** One line of the list of 科室 and 局属单位 as it is edited. */
export interface DivisionRow {
  /** Names the line while it is edited: the id of a known division, `new-…` of one that has none yet. */
  readonly key: string;
  readonly id: DivisionId | null;
  readonly name: string;
  readonly kind: 'division' | 'subordinateUnit';
  readonly closed: boolean;
}

/** Bounds of the entry. */
const MOST_NAME = 60;

const newKey = (rows: readonly DivisionRow[]): string =>
  `new-${1 + Math.max(0, ...rows.map((row) => Number(/^new-(\d+)$/.exec(row.key)?.[1] ?? 0)))}`;

export const withNew = (rows: readonly DivisionRow[]): readonly DivisionRow[] => [
  ...rows,
  { key: newKey(rows), id: null, name: '', kind: rows.at(-1)?.kind ?? 'division', closed: false },
];

export const withChanged = (
  rows: readonly DivisionRow[],
  key: string,
  part: Partial<Pick<DivisionRow, 'name' | 'kind' | 'closed'>>,
): readonly DivisionRow[] => rows.map((row) => (row.key === key ? { ...row, ...part } : row));

export const rowsOf = (divisions: readonly Division[]): readonly DivisionRow[] =>
  divisions.map(({ id, kind, closed, name }) => ({ key: id, id, kind, closed, name: name ?? '' }));

/** Names to start from, none of them known yet. */
export const newRows = (
  names: readonly { readonly name: string; readonly kind: DivisionRow['kind'] }[],
): readonly DivisionRow[] => names.map((one, i) => ({ ...one, key: `new-${i + 1}`, id: null, closed: false }));

/** What is wrong with the list, as words for its first fault; undefined where nothing is. */
export function divisionsFault(rows: readonly DivisionRow[], most: number): string | undefined {
  const names = rows.map((row) => row.name.trim());
  const blank = names.indexOf('');
  if (blank >= 0) return DIVISIONS.nameMissing(blank + 1);
  const long = names.findIndex((name) => name.length > MOST_NAME);
  if (long >= 0) return DIVISIONS.nameTooLong(long + 1);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return DIVISIONS.nameTwice(twice);
  if (rows.every((row) => row.closed)) return DIVISIONS.none;
  return rows.length > most ? DIVISIONS.tooMany(most) : undefined;
}

const plain = ({ id, name, kind, closed }: DivisionRow) => ({ id, name: name.trim(), kind, closed });

export const sameRows = (a: readonly DivisionRow[], b: readonly DivisionRow[]): boolean =>
  JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain));

/** As the acts want them. */
export const toDivisions = (rows: readonly DivisionRow[]) => rows.map(plain);
