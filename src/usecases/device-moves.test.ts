import { expect, test } from 'vitest';
import {
  activityId,
  CAMERA_3,
  CAMERA_7,
  LI,
  makeActivity,
  march,
  signedBy,
  WANG,
  ZHANG,
} from '../../test/doubles/sample-records.ts';
import type { DeviceMove } from '../domain/course-records.ts';
import { holdingsOf, takenInDuring } from './device-moves.ts';

const move = (kind: DeviceMove['kind'], hour: number, holder: DeviceMove['holder']): DeviceMove => ({
  kind,
  signed: signedBy(WANG, march(5, hour)),
  holder,
  note: null,
});

test('each hand that held a device is one holding; the last one may still be out', () => {
  const moves = [
    move('issued', 8, ZHANG),
    move('transferred', 10, LI),
    move('returned', 17, null),
    move('issued', 18, LI),
  ];
  expect(holdingsOf(moves).map(({ holder, ended }) => [holder, ended?.kind ?? null])).toEqual([
    [ZHANG, 'transferred'],
    [LI, 'returned'],
    [LI, null],
  ]);
  expect(holdingsOf([move('lost', 9, null)])).toEqual([]);
});

test('footage of a holding is in when each of its activities brought the device’s', () => {
  const during = (over: Parameters<typeof makeActivity>[0]) =>
    makeActivity({ arrived: signedBy(ZHANG, march(5, 9)), devices: [CAMERA_3], ...over });
  const taken = during({ devicesTakenIn: [CAMERA_3] });
  const open = during({ id: activityId('open') });
  const asked = (activities: Parameters<typeof takenInDuring>[3], to = march(5, 17)) =>
    takenInDuring(CAMERA_3, march(5, 8), to, activities);
  expect(asked([taken])).toBe(true);
  expect(asked([taken, open])).toBe(false);
  expect(asked([during({ devices: [CAMERA_7] })])).toBeNull();
  expect(asked([taken], march(5, 8, 30))).toBeNull();
});
