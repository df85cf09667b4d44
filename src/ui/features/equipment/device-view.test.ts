import { expect, test } from 'vitest';
import { CAMERA_3, LI, march, signedBy, WANG, ZHANG } from '../../../../test/doubles/sample-records.ts';
import type { DeviceIssueRecord } from '../../../domain/course-records.ts';
import { issueNote } from '../../../text/issue-note.ts';
import { cannotMove, habitsDraft, habitsFrom, segmentOf, unfitTemplates, whereabouts } from './device-view.ts';

const OUT: DeviceIssueRecord = { id: CAMERA_3, holder: ZHANG, lost: null, lastMoves: [] };
const LOST: DeviceIssueRecord = { ...OUT, holder: null, lost: signedBy(ZHANG, march(5)) };
const BACK: DeviceIssueRecord = { ...OUT, holder: null };
const IN_SERVICE = { inService: true };
const custodian = { person: WANG, roles: ['custodian'] as const };
const holder = { person: ZHANG, roles: ['officer'] as const };
const other = { person: LI, roles: ['officer'] as const };

test('a device is lost, with somebody, here, or out of service', () => {
  expect([null, OUT, LOST, BACK].map((issue) => whereabouts(IN_SERVICE, issue))).toEqual(['in', 'out', 'lost', 'in']);
  expect(whereabouts({ inService: false }, null)).toBe('stopped');
});

test('it is given out by its keeper while it is here, and taken back while it is not', () => {
  expect(cannotMove('issued', IN_SERVICE, BACK, custodian)).toBeUndefined();
  expect(cannotMove('issued', IN_SERVICE, OUT, custodian)).toBe('已领用在外，先归还');
  expect(cannotMove('issued', { inService: false }, null, custodian)).toBe('已停用');
  expect(cannotMove('issued', IN_SERVICE, BACK, holder)).toBe('由保管人或部门负责人办理');
  expect(cannotMove('returned', IN_SERVICE, OUT, custodian)).toBeUndefined();
  expect(cannotMove('returned', IN_SERVICE, LOST, custodian)).toBeUndefined();
  expect(cannotMove('returned', IN_SERVICE, BACK, custodian)).toBe('没有领用在外');
});

test('only who holds it passes it on; anybody says that it is lost, once', () => {
  expect(cannotMove('transferred', IN_SERVICE, OUT, holder)).toBeUndefined();
  expect(cannotMove('transferred', IN_SERVICE, OUT, other)).toBe('由领用人本人转交');
  expect(cannotMove('transferred', IN_SERVICE, BACK, holder)).toBe('由领用人本人转交');
  expect(cannotMove('lost', IN_SERVICE, OUT, other)).toBeUndefined();
  expect(cannotMove('lost', IN_SERVICE, LOST, other)).toBe('已登记遗失');
});

test('what is written at issue becomes one line of the register', () => {
  expect(issueNote({ parts: ' 电池 2 块 ', purpose: '', power: '100%', due: '2026-03-05' })).toBe(
    '配件：电池 2 块；电量内存：100%；预计归还：2026-03-05',
  );
  expect(issueNote({ parts: '', purpose: ' ', power: '', due: '' })).toBeNull();
});

test('habits come back as they were typed', () => {
  const habits = {
    patterns: [
      { template: 'A{time}', zone: 'utc' as const },
      { template: '{date}_{clock}', zone: 'utc' as const },
    ],
    segment: { bytes: 4 * 2 ** 30 },
    clock: 'resets' as const,
    driveSteps: '长按电源键',
  };
  expect(habitsFrom(habitsDraft(habits))).toEqual(habits);
  expect(habitsFrom(habitsDraft(null))).toEqual({ patterns: [], segment: null, clock: 'local', driveSteps: null });
});

test('a template without a time and a length that is no number are said', () => {
  const draft = { ...habitsDraft(null), patterns: 'A{time}\n\nB{seq}\n' };
  expect(unfitTemplates(draft)).toEqual(['B{seq}']);
  expect(habitsFrom(draft)).toBeUndefined();
  const minutes = (segment: string) => segmentOf({ ...draft, segmentBy: 'minutes', segment });
  expect([minutes('15'), minutes('0'), minutes(''), minutes('x'), minutes('1441')]).toEqual([
    { minutes: 15 },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
