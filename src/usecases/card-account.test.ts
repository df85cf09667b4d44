import { describe, expect, it } from 'vitest';
import type { CardList } from '../domain/card-list.ts';
import { asId, type BatchId, type EntryId, type MediumId, type RecordingId } from '../domain/ids.ts';
import type { RecordingCopy, RecordingRecord } from '../domain/records.ts';
import { toInstant } from '../domain/time.ts';
import { cardAccount } from './card-account.ts';

const at = (minute: number) => toInstant(Date.UTC(2026, 2, 5, 4, minute));
const entry = asId<EntryId>('e'.repeat(43));
const [DISK, OTHER] = ['a', 'b'].map((letter) => asId<MediumId>(letter.repeat(22))) as [MediumId, MediumId];

const copy = (medium: MediumId, minute = 0, result: 'same' | 'different' | 'missing' = 'same'): RecordingCopy => ({
  medium,
  storedAt: at(0),
  entry,
  path: null,
  lastCheck: { at: at(minute), result, entry },
});
const recording = (n: number, copies: readonly RecordingCopy[], state: RecordingRecord['state'] = 'stored') =>
  ({ id: asId<RecordingId>(String(n).padStart(64, '0')), copies, state }) as unknown as RecordingRecord;
const list = (over: Partial<CardList> = {}): CardList => ({
  batch: asId<BatchId>('c'.repeat(22)),
  listed: 2,
  chosen: 2,
  before: [],
  leftOut: 0,
  leftOther: 0,
  leftOutPaths: [],
  ...over,
});

describe('what is said of a card before it may be cleared', () => {
  const both = (copies: readonly RecordingCopy[]) => [recording(1, copies), recording(2, copies)];

  it('files nobody chose are only on the card', () => {
    const left = list({ listed: 3, leftOut: 1, leftOutPaths: ['A.MP4'] });
    expect(cardAccount(left, both([copy(DISK), copy(OTHER)]), [])).toMatchObject({
      standing: 'some-left',
      leftOut: 1,
      leftOutPaths: ['A.MP4'],
    });
  });

  it('a file that is another one over again is counted as taken, and said to be', () => {
    expect(cardAccount(list({ listed: 3, chosen: 3 }), both([copy(DISK)]), [])).toMatchObject({ taken: 3, twice: 1 });
    expect(cardAccount(null, both([copy(DISK)]), [])).toMatchObject({ taken: 2, twice: 0 });
  });

  it('one recording without a sound copy keeps the whole card', () => {
    const some = [recording(1, [copy(DISK)]), recording(2, [copy(DISK, 0, 'missing')])];
    expect(cardAccount(list(), some, [])).toMatchObject({ standing: 'buffer-only', bufferOnly: 1 });
  });

  it('says on which medium how many are, as sure as the file looked at longest ago', () => {
    const some = [recording(1, [copy(DISK, 5), copy(OTHER, 9)]), recording(2, [copy(DISK, 3)])];
    const account = cardAccount(list(), some, []);
    expect(account.standing).toBe('one-copy');
    expect(account.keptOn).toEqual([
      { medium: DISK, files: 2, checkedAt: at(3) },
      { medium: OTHER, files: 1, checkedAt: at(9) },
    ]);
  });

  it('two copies of each are kept, a damaged one is never', () => {
    expect(cardAccount(list(), both([copy(DISK), copy(OTHER)]), []).standing).toBe('kept');
    const damaged = [recording(1, [copy(DISK), copy(OTHER)], 'damaged')];
    expect(cardAccount(list(), damaged, []).standing).toBe('damaged');
  });

  it('what was known from before counts as it is kept now, and must be there', () => {
    const known = list({ listed: 3, before: [recording(3, []).id] });
    const kept = both([copy(DISK), copy(OTHER)]);
    expect(cardAccount(known, kept, []).standing).toBe('some-left');
    expect(cardAccount(known, kept, [recording(3, [])]).standing).toBe('buffer-only');
    expect(cardAccount(known, kept, [recording(3, [copy(DISK), copy(OTHER)])])).toMatchObject({
      standing: 'kept',
      before: 1,
    });
  });

  it('all handed over is in custody; a card nobody here looked at is not known', () => {
    const given = [recording(1, [copy(DISK)], 'in-custody')];
    expect(cardAccount(list(), given, []).standing).toBe('in-custody');
    expect(cardAccount(null, given, []).standing).toBe('unknown');
  });
});
