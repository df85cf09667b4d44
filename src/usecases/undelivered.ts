import type { EntryId, KeyId } from '../domain/ids.ts';
import type { Frontier } from '../ledger/exchange.ts';
import type { IdAt } from '../ledger/frontier.ts';

/** A run of one key's entries that no other station has signed to hold. */
export interface UndeliveredRun {
  readonly key: KeyId;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/**
 * What of our book has reached no second machine, by what the others signed. A frontier covers a key as far as its chain is
 * ours: up to a place where both hold the same entry. `isOwn`: keys that sign on this machine.
 */
export async function undeliveredRuns(
  ours: Frontier,
  others: readonly Frontier[],
  idAt: IdAt,
  isOwn: (key: KeyId) => boolean,
): Promise<readonly UndeliveredRun[]> {
  const runs: UndeliveredRun[] = [];
  for (const { key, seq } of ours) {
    let covered = -1;
    for (const frontier of others) {
      const head = frontier.find((each) => each.key === key);
      if (head === undefined || Math.min(head.seq, seq) <= covered) continue;
      // A longer chain is taken for a continuation of ours; should it have parted, that shows when its entries come. Of a key of this
      // machine nobody can have more: a backup was put back here and written on, or somebody signs what is not so.
      if (head.seq > seq ? !isOwn(key) : (await idAt(key, head.seq)) === (head.id as EntryId))
        covered = Math.min(head.seq, seq);
    }
    if (covered < seq) runs.push({ key, fromSeq: covered + 1, toSeq: seq });
  }
  return runs;
}

export const countOf = (runs: readonly UndeliveredRun[]): number =>
  runs.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0);
