import type { FootageItem, FootageSource } from '../domain/ports/footage-source.ts';
import { fromInstant, type Instant } from '../domain/time.ts';

/** A folder that is looked at for new files, as the one a collection station exports to. Only names, sizes and times are read. */

/** A file is another one when it has grown or was written anew. */
export const footageKey = ({ path, sizeBytes, modifiedAt }: Pick<FootageItem, 'path' | 'sizeBytes' | 'modifiedAt'>) =>
  `${path}\n${sizeBytes}\n${modifiedAt ?? ''}`;

/** An export of a large file writes for minutes; what was changed a moment ago is left alone. */
export const STILL_WRITING_MS = 10_000;

/** Names that programs give a file until it is whole. One that was left behind is offered after an hour: nothing is passed over for good. */
const UNFINISHED_NAME = /\.(?:crswap|crdownload|part|partial|filepart|tmp|temp)$/i;
const LEFT_BEHIND_MS = 3_600_000;

function isGrowing({ name, modifiedAt }: FootageItem, now: Instant): boolean {
  const untilMs = UNFINISHED_NAME.test(name) ? LEFT_BEHIND_MS : STILL_WRITING_MS;
  const age = modifiedAt === null ? untilMs : fromInstant(now) - fromInstant(modifiedAt);
  // A clock of another machine may be ahead; that is not growing.
  return age >= 0 && age < untilMs;
}

export interface Fresh {
  readonly fresh: readonly FootageItem[];
  /** Still being written: to be looked at again. */
  readonly growing: number;
}

export function freshIn(listed: readonly FootageItem[], taken: ReadonlySet<string>, now: Instant): Fresh {
  const open = listed.filter((item) => !taken.has(footageKey(item)));
  const fresh = open.filter((item) => !isGrowing(item, now));
  return { fresh, growing: open.length - fresh.length };
}

/**
 * The same folder, showing what was not taken in yet and is no longer being written; what it passes over it still accounts
 * for.
 */
export function onlyFresh(source: FootageSource, taken: ReadonlySet<string>, now: () => Instant): FootageSource {
  const isPassed = (item: FootageItem): boolean => taken.has(footageKey(item)) || isGrowing(item, now());
  const keep = (items: readonly FootageItem[]) => items.filter((item) => !isPassed(item));
  let passed: readonly FootageItem[] = [];
  return {
    ...source,
    passedOver: () => passed,
    list: async (control) => {
      const { found } = control;
      const told =
        found === undefined ? control : { ...control, found: (some: readonly FootageItem[]) => found(keep(some)) };
      const listed = await source.list(told);
      passed = listed.filter(isPassed);
      const left = new Set(passed);
      return listed.filter((item) => !left.has(item));
    },
  };
}
