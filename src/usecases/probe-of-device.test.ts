import { expect, test } from 'vitest';
import { CAMERA_3, CAMERA_7, makeDevice } from '../../test/doubles/sample-records.ts';
import type { DeviceHabits } from '../domain/device-profile.ts';
import { unknownFacts } from '../domain/media-facts.ts';
import type { CaptureClaim } from '../domain/records.ts';
import { fileNameHabits, readByHabits } from './probe-of-device.ts';

const HABITS: DeviceHabits = {
  patterns: [{ template: '现场{seq}_{date}_{clock}', zone: 'utc' }],
  segment: { minutes: 15 },
  clock: 'local',
  driveSteps: null,
};
const NAME = '现场7_20260305_093112.MP4';
const claim = (source: CaptureClaim['source']): CaptureClaim => ({
  text: '2020-01-01T00:00:00',
  source,
  zone: 'local',
});

const modelOf = (devices: Parameters<typeof makeDevice>[0][]) => ({
  all: (async () => devices.map(makeDevice)) as never,
});

test('a device’s own habits go before those of its model; another of the same model speaks for it', async () => {
  const two = [
    { id: CAMERA_3, brand: 'ACME', model: 'X1', habits: HABITS },
    { id: CAMERA_7, brand: 'ACME', model: 'X1' },
  ];
  expect((await fileNameHabits(modelOf(two), CAMERA_3))?.patterns).toEqual(HABITS.patterns);
  expect((await fileNameHabits(modelOf(two), CAMERA_7))?.patterns).toEqual(HABITS.patterns);
  const strange = [{ id: CAMERA_7, brand: 'ACME', model: 'X2' }, ...two.slice(0, 1)];
  expect(await fileNameHabits(modelOf(strange), CAMERA_7)).toBeNull();
  const known = await fileNameHabits(modelOf([{ id: CAMERA_3, brand: null, model: 'DSJ-X5' }]), CAMERA_3);
  expect(known?.patterns[0]?.template).toBe('DSJ_{device}_{officer}_{time}_{seq}');
  expect(await fileNameHabits(modelOf(two), null)).toBeNull();
});

test('a name its habits understand goes before the directory, and behind what stands inside the file', () => {
  const outside = readByHabits(unknownFacts([claim('mtime')]), NAME, HABITS);
  expect(outside.capturedAtRaw).toEqual({ text: '2026-03-05T09:31:12', source: 'file-name', zone: 'utc' });
  expect(outside.captureClaims.map(({ source }) => source)).toEqual(['file-name', 'mtime']);
  const inside = readByHabits(unknownFacts([claim('container'), claim('file-name'), claim('mtime')]), NAME, HABITS);
  expect(inside.capturedAtRaw?.source).toBe('container');
  expect(inside.captureClaims.map(({ source, text }) => [source, text.slice(0, 4)])).toEqual([
    ['container', '2020'],
    ['file-name', '2026'],
    ['mtime', '2020'],
  ]);
});

test('a name it does not understand changes nothing', () => {
  const facts = unknownFacts([claim('mtime')]);
  expect(readByHabits(facts, 'IMG_0001.JPG', HABITS)).toBe(facts);
  expect(readByHabits(facts, NAME, null)).toBe(facts);
});
