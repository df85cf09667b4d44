import type { RecordingId } from '../../../domain/ids.ts';
import type { BureauTables } from '../database/bureau-tables.ts';
import type { SearchBlockRow } from '../database/rows.ts';
import type { SearchLine } from './search-line.ts';

/**
 * Search lines lie in blocks of 500, because IndexedDB takes about 10 µs for each row or index key it reads, whatever its size:
 * 100,000 rows take over a second, 200 blocks a fifth of one. A recording keeps its block for ever.
 */
export const LINES_PER_BLOCK = 500;

export interface LineChange {
  readonly id: RecordingId;
  readonly block: number;
  /** null: the recording is gone. */
  readonly line: SearchLine | null;
}

/** Inside the commit's transaction; `revision` is the one the commit will have. */
export async function writeLines(
  { searchBlocks }: BureauTables,
  changes: readonly LineChange[],
  revision: number,
): Promise<void> {
  const byBlock = new Map<number, LineChange[]>();
  for (const change of changes) {
    const others = byBlock.get(change.block);
    if (others === undefined) byBlock.set(change.block, [change]);
    else others.push(change);
  }
  const blocks = [...byBlock.keys()];
  const before = await searchBlocks.bulkGet(blocks);
  await searchBlocks.bulkPut(
    blocks.map((block, i) => {
      const lines = new Map((before[i]?.lines ?? []).map((line) => [line[0], line]));
      for (const { id, line } of byBlock.get(block) ?? []) {
        if (line === null) lines.delete(id);
        else lines.set(id, line);
      }
      return { block, revision, lines: [...lines.values()] };
    }),
  );
}

interface Kept {
  readonly blocks: ReadonlyMap<number, SearchBlockRow>;
  readonly revision: number;
}

/**
 * Reads all lines, and after that only blocks that have changed. What was read may be thrown away by the garbage collector at
 * any time, so that an office that searched once in the morning does not carry tens of megabytes all day.
 */
export function makeLineReader({ searchBlocks }: BureauTables): (revision: number) => Promise<readonly SearchLine[]> {
  let kept: WeakRef<Kept> | null = null;
  return async (revision) => {
    const before = kept?.deref();
    if (before === undefined || before.revision !== revision) {
      const rows =
        before === undefined
          ? await searchBlocks.toArray()
          : await searchBlocks.where('revision').above(before.revision).toArray();
      const blocks = new Map(before?.blocks);
      for (const row of rows) blocks.set(row.block, row);
      kept = new WeakRef({ blocks, revision });
      return linesOf(blocks);
    }
    return linesOf(before.blocks);
  };
}

const linesOf = (blocks: ReadonlyMap<number, SearchBlockRow>): readonly SearchLine[] =>
  [...blocks.values()].flatMap(({ lines }) => lines);
