import { describe, expect, it } from 'vitest';
import type { DeviceRecord } from '../../../domain/records.ts';
import { toInstant } from '../../../domain/time.ts';
import { CAMERA, healthLines } from '../../../text/camera.ts';
import { deviceOfCamera, troubleWords } from './intake-view.ts';

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
