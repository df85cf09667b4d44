import { expect, test } from 'vitest';
import { asId, type EntryId, type KeyId, type StationId } from '../../../domain/ids.ts';
import type { CustodyEvent, HandoverRecord, RecordingCopy, RecordingRecord } from '../../../domain/records.ts';
import { type Instant, plusMs, toInstant } from '../../../domain/time.ts';
import { sendersCheck } from './handover-view.ts';

const GIVEN = toInstant(Date.parse('2026-03-05T08:00:00.000Z'));
const STATION = asId<StationId>('A'.repeat(22));
const HOUR = 3_600_000;

/** A recording whose one copy was last read at that moment, signed by station A. */
function recording(at: Instant, result: RecordingCopy['lastCheck']['result'] = 'same', state = 'handing-over') {
  const entry = asId<EntryId>(`check ${at}`);
  const by = { kind: 'station', station: STATION } as const;
  const event = { kind: 'checked', signed: { entry, at, key: asId<KeyId>('k'), by } } as CustodyEvent;
  return { copies: [{ lastCheck: { at, result, entry } }], state, custody: [event] } as unknown as RecordingRecord;
}

const handover = (files: number) =>
  ({ given: { at: GIVEN }, recordings: Array.from({ length: files }, () => 'r') }) as unknown as HandoverRecord;

test('what the giver’s PC read a while before the hand-over stands for the bytes, from its earliest reading on', () => {
  const [early, late] = [plusMs(GIVEN, -2 * HOUR), plusMs(GIVEN, -HOUR)];
  expect(sendersCheck(handover(2), [recording(late), recording(early)])).toEqual({ at: early, station: STATION });
});

test('a reading of more than a day before is not fresh', () => {
  expect(sendersCheck(handover(1), [recording(plusMs(GIVEN, -25 * HOUR))])).toBeNull();
});

test('one file that differs, is missing or is marked damaged takes the whole check away', () => {
  const good = recording(plusMs(GIVEN, -HOUR));
  for (const bad of [recording(GIVEN, 'different'), recording(GIVEN, 'missing'), recording(GIVEN, 'same', 'damaged')])
    expect(sendersCheck(handover(2), [good, bad])).toBeNull();
});

test('a file whose record is not here, and a hand-over of nothing, were not checked', () => {
  expect(sendersCheck(handover(2), [recording(GIVEN)])).toBeNull();
  expect(sendersCheck(handover(0), [])).toBeNull();
});
