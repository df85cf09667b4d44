/** What a long table shows, line by line: rows, with a heading where a group begins. */
export type Line<T> =
  | { readonly kind: 'row'; readonly id: string; readonly row: T }
  | { readonly kind: 'group'; readonly id: string; readonly key: string; readonly count: number };

/** A heading stands before each run of rows with the same key; rows keep their order. */
export function toLines<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  groupOf?: (row: T) => string,
): readonly Line<T>[] {
  if (groupOf === undefined) return rows.map((row) => ({ kind: 'row', id: idOf(row), row }));
  const lines: Line<T>[] = [];
  let start = 0;
  while (start < rows.length) {
    const first = rows[start];
    if (first === undefined) break;
    const key = groupOf(first);
    let end = start;
    for (let row = rows[end]; row !== undefined && groupOf(row) === key; row = rows[++end]);
    lines.push({ kind: 'group', id: `group ${start} ${key}`, key, count: end - start });
    for (const row of rows.slice(start, end)) lines.push({ kind: 'row', id: idOf(row), row });
    start = end;
  }
  return lines;
}

export type Move = 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

export const moveOf = (key: string): Move | undefined => KEYS[key];

/** Index of the row a key leads to, headings skipped; undefined if there is no row. `from` is -1 before the first move. */
export function moveTo<T>(lines: readonly Line<T>[], from: number, move: Move, page: number): number | undefined {
  const aims: Record<Move, readonly [aim: number, step: 1 | -1]> = {
    up: [from === -1 ? 0 : from - 1, -1],
    down: [from + 1, 1],
    first: [0, 1],
    last: [lines.length - 1, -1],
    pageUp: [Math.max(0, from - page), -1],
    pageDown: [Math.min(lines.length - 1, Math.max(0, from) + page), 1],
  };
  const [aim, step] = aims[move];
  return seek(lines, aim, step) ?? seek(lines, aim, step === 1 ? -1 : 1);
}

function seek<T>(lines: readonly Line<T>[], from: number, step: 1 | -1): number | undefined {
  for (let i = Math.max(0, Math.min(from, lines.length - 1)); i >= 0 && i < lines.length; i += step) {
    if (lines[i]?.kind === 'row') return i;
  }
  return undefined;
}

/** Ids of the rows between two lines, both included, in either direction. */
export function idsBetween<T>(lines: readonly Line<T>[], a: number, b: number): readonly string[] {
  return lines.slice(Math.min(a, b), Math.max(a, b) + 1).flatMap((line) => (line.kind === 'row' ? [line.id] : []));
}

/** Adds the ids, or takes them away if all were there already. */
export function toggled(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(selected);
  if (ids.length > 0 && ids.every((id) => next.has(id))) for (const id of ids) next.delete(id);
  else for (const id of ids) next.add(id);
  return next;
}
