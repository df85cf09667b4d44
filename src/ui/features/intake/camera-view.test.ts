import { describe, expect, it } from 'vitest';
import { CAMERA_3, makeActivity, march, signedBy, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import type { ActivityId } from '../../../domain/ids.ts';
import { unknownFacts } from '../../../domain/media-facts.ts';
import { openActivities } from '../../../domain/open-activities.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { toInstant } from '../../../domain/time.ts';
import { CAMERA, healthLines } from '../../../text/camera.ts';
import { troubleWords, withSeen } from './intake-view.ts';

const claim = { text: '2026-03-05T14:30:00', source: 'file-name', zone: 'local' } as const;
const device = (id: string, serialNo: string | null) => ({ id, serialNo }) as unknown as DeviceRecord;
const camera = (serial: string | null) => ({ key: { vendorId: 1, productId: 2, serial }, name: 'X' });

describe('a camera and the register of devices', () => {
  const devices = [device('a', null), device('b', ' dsj-0003 7f21'), device('c', 'DSJ-0004')];

  it('meet by serial number, however it was typed', () => {
    expect(deviceOfCamera(devices, camera('DSJ-00037F21'))?.id).toBe('b');
  });

  it('do not meet where either has none', () => {
    expect(deviceOfCamera(devices, camera(null))).toBeNull();
    expect(deviceOfCamera(devices, camera('DSJ-0005'))).toBeNull();
  });
});

describe('beside a camera that is plugged in', () => {
  it('stand the activities it has not brought footage of, the oldest first', () => {
    const of = (id: string, day: number, over: object = {}) =>
      makeActivity({ id: id as ActivityId, devices: [CAMERA_3], created: signedBy(ZHANG, march(day, 9)), ...over });
    const activities = [
      of('b', 5),
      of('a', 4),
      of('c', 3, { devicesTakenIn: [CAMERA_3] }),
      of('d', 2, { devices: [] }),
    ];
    expect(openActivities(activities, CAMERA_3).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('a file over a cable', () => {
  it('has the length that a look at its ends found, and what its name said stays', () => {
    const listed = { ...unknownFacts([claim]), mediaType: 'video' as const };
    const seen = withSeen(listed, { ...unknownFacts(), durationMs: 2000, mediaType: 'other' });
    expect(seen).toMatchObject({ durationMs: 2000, mediaType: 'video', capturedAtRaw: claim });
    expect(withSeen(listed, undefined)).toEqual(listed);
  });
});

describe('a pulled cable', () => {
  const failed = (code: string, done: number) => ({
    kind: 'failed' as const,
    code,
    facts: {},
    progress: { files: { done: 1, total: 3 }, bytes: { done, total: 100 } },
  });

  it('says how far the intake came, and that what is safe is safe', () => {
    expect(troubleWords('camera-gone', failed('camera-gone', 41))).toMatchObject({
      happened: '设备被拔出，采集停在 41%',
      safe: '已存好的文件都在，没有丢失。',
    });
    expect(troubleWords('source-gone', failed('source-gone', 41)).happened).toBe('存储卡被拔出，采集停在 41%');
  });

  it('and another fault say what happened, and where it stopped', () => {
    expect(troubleWords('camera-held', failed('camera-held', 41)).happened).toBe('设备被别的程序占着，采集停在 41%');
  });
});

it('health is said in words, and what is not told is left to a person', () => {
  const readAt = toInstant(0);
  const lines = healthLines({
    battery: { origin: 'device', value: 80, readAt },
    clock: { origin: 'device', value: { offsetSec: -12, uncertaintySec: 1 }, readAt },
    space: { origin: 'not-told' },
  });
  expect(lines).toEqual([
    { term: CAMERA.battery, value: '80%' },
    { term: CAMERA.clock, value: '比本机慢 12 秒（误差 1 秒以内）' },
    { term: CAMERA.space, value: null },
  ]);
});
