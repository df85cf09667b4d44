import { makeDraftKeeper } from '../adapters/sync/drafts.ts';
import type { BureauId } from '../domain/ids.ts';

const keepers = new Map<BureauId, ReturnType<typeof makeDraftKeeper>>();

/** One keeper a bureau: what the forms write is what the links tell others of. */
export function draftKeeperOf(bureau: BureauId): ReturnType<typeof makeDraftKeeper> {
  const keeper = keepers.get(bureau) ?? makeDraftKeeper(bureau);
  keepers.set(bureau, keeper);
  return keeper;
}
