import type { CardList } from '../domain/card-list.ts';
import type { MediumId } from '../domain/ids.ts';
import type { RecordingRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';

/** On how many files of a card a medium holds a copy that was read back the same, and when it was looked at last. */
export interface KeptOn {
  readonly medium: MediumId;
  readonly files: number;
  readonly checkedAt: Instant;
}

/**
 * Whether every recording that was on a card is in the book and kept, said before anybody speaks of clearing it (Arts. 12 and 13).
 * `unknown`: taken in on another station, or before lists were kept. `some-left`: recordings only the card has. `damaged`: a copy no
 * longer is what was taken in. `buffer-only`: in the book, and not yet on a registered medium. `one-copy`, `kept`: on one medium,
 * or on two and more. `in-custody`: handed over and accepted.
 */
export type CardStanding = 'unknown' | 'some-left' | 'damaged' | 'buffer-only' | 'one-copy' | 'kept' | 'in-custody';

export interface CardAccount {
  readonly standing: CardStanding;
  readonly listed: number | null;
  /** In the book: taken in now, and known from before by name, size and device. */
  readonly taken: number;
  /** Files of those taken in now that are another file over again: one original with several sources. */
  readonly twice: number;
  readonly before: number;
  readonly leftOut: number;
  readonly leftOther: number;
  readonly leftOutPaths: readonly string[];
  readonly bufferOnly: number;
  readonly keptOn: readonly KeptOn[];
}

/** `taken` and `before` are what the book holds of them now. Pure. */
export function cardAccount(
  list: CardList | null,
  taken: readonly RecordingRecord[],
  before: readonly RecordingRecord[],
): CardAccount {
  const all = [...new Map([...taken, ...before].map((recording) => [recording.id, recording])).values()];
  const kept = keptOn(all);
  const bufferOnly = all.filter(
    (recording) => recording.state !== 'removed' && soundCopies(recording).length === 0,
  ).length;
  return {
    standing: standingOf(list, all, bufferOnly, before.length),
    listed: list?.listed ?? null,
    taken: list?.chosen ?? taken.length,
    twice: Math.max(0, (list?.chosen ?? 0) - taken.length),
    before: before.length,
    leftOut: list?.leftOut ?? 0,
    leftOther: list?.leftOther ?? 0,
    leftOutPaths: list?.leftOutPaths ?? [],
    bufferOnly,
    keptOn: kept,
  };
}

const soundCopies = ({ copies }: RecordingRecord) => copies.filter(({ lastCheck }) => lastCheck.result === 'same');

function standingOf(
  list: CardList | null,
  all: readonly RecordingRecord[],
  bufferOnly: number,
  before: number,
): CardStanding {
  if (list === null) return 'unknown';
  // One presumed to be known and gone from the book would be nowhere.
  if (list.leftOut > 0 || list.before.length > before) return 'some-left';
  if (all.some(({ state }) => state === 'damaged')) return 'damaged';
  if (bufferOnly > 0) return 'buffer-only';
  if (all.every(({ state }) => state === 'in-custody')) return 'in-custody';
  return all.some((recording) => soundCopies(recording).length === 1) ? 'one-copy' : 'kept';
}

function keptOn(all: readonly RecordingRecord[]): readonly KeptOn[] {
  const media = new Map<MediumId, { files: number; checkedAt: Instant }>();
  for (const { medium, lastCheck } of all.flatMap(soundCopies)) {
    const so = media.get(medium) ?? { files: 0, checkedAt: lastCheck.at };
    // The medium is as sure as the file on it that was looked at longest ago.
    const checkedAt = [lastCheck.at, so.checkedAt].sort()[0] ?? so.checkedAt;
    media.set(medium, { files: so.files + 1, checkedAt });
  }
  return [...media].map(([medium, { files, checkedAt }]) => ({ medium, files, checkedAt }));
}
