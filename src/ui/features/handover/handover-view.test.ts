import { expect, test } from 'vitest';
import { asId, type EntryId, type KeyId, type StationId } from '../../../domain/ids.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import type {
  CustodyEvent,
  HandoverRecord,
  PersonRecord,
  RecordingCopy,
  RecordingRecord,
} from '../../../domain/records.ts';
import { type Instant, plusMs, toInstant } from '../../../domain/time.ts';
import { receivers, sendersCheck, tickedBefore } from './handover-view.ts';

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

test('receivers are custodians and who stands in for one, present, and neither giver nor recorder', () => {
  const person = (id: string, more: object) => ({ id, roles: [], ...more }) as unknown as PersonRecord;
  const lentBy = (lender: string) => ({
    roles: ['custodian'],
    from: GIVEN,
    until: plusMs(GIVEN, HOUR),
    ended: null,
    granted: { by: { kind: 'person', person: lender } },
  });
  const persons = [
    person('keeper', { roles: ['custodian'] }),
    person('left', { roles: ['custodian'], left: {} }),
    person('deputy', { roles: ['officer'], delegations: [lentBy('keeper')] }),
    person('deserted', { roles: ['officer'], delegations: [lentBy('left')] }),
    person('recorder', { roles: ['custodian'] }),
    person('officer', { roles: ['officer'] }),
  ];
  const rows = [{ officers: ['recorder'], takenInBy: 'officer' }] as unknown as RegisterRow[];
  const ids = (at: Instant) => receivers(persons, 'giver' as never, rows, at).map(({ id }) => id);
  expect(ids(GIVEN)).toEqual(['keeper', 'deputy']);
  expect(ids(plusMs(GIVEN, HOUR))).toEqual(['keeper']);
});

const rows = (count: number, activity = 'a'): readonly RegisterRow[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${activity}${i}`, activity }) as unknown as RegisterRow);

test('what the person came for is ticked, and never something else in its place', () => {
  const ready = [...rows(2, 'a'), ...rows(3, 'b')];
  expect([...tickedBefore(ready, { recordings: 'b1,gone', activity: '' })]).toEqual(['b1']);
  expect([...tickedBefore(ready, { recordings: '', activity: 'a' })]).toEqual(['a0', 'a1']);
  expect(tickedBefore(ready, { recordings: 'gone', activity: '' }).size).toBe(0);
  expect(tickedBefore(ready, { recordings: '', activity: 'not-stored-yet' }).size).toBe(0);
});

test('without a wish as much is ticked as one hand-over takes', () => {
  expect(tickedBefore(rows(5), { recordings: '', activity: '' }).size).toBe(5);
  expect(tickedBefore(rows(1_200), { recordings: '', activity: '' }).size).toBe(1_000);
});
