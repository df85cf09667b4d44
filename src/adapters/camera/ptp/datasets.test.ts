import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CameraCard } from '../../../../test/doubles/camera/camera-card.ts';
import {
  describeDevice,
  devicePropDescription,
  objectInfo,
  propList,
  storageInfo,
} from '../../../../test/doubles/camera/datasets.ts';
import { goodKnobs } from '../../../../test/doubles/camera/knobs.ts';
import { Wire } from '../../../../test/doubles/camera/wire.ts';
import { isFault } from '../../../base/fault.ts';
import { decodeDevice, decodeIds, decodeObject, decodeStorage } from './datasets.ts';
import { decodeDate } from './ptp-date.ts';
import { decodeDeviceProp, decodePropList, decodeText, decodeU64, decodeValue } from './values.ts';

const RUNS = process.env.SOAK === '1' ? 100_000 : 400;
const knobs = goodKnobs();
const card = new CameraCard();
const file = card.put('DCIM/录像.MP4', 123_456);

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  device: decodeDevice,
  storage: decodeStorage,
  object: decodeObject,
  ids: decodeIds,
  deviceProp: decodeDeviceProp,
  propList: decodePropList,
  text: decodeText,
  u64: decodeU64,
  value: (bytes) => decodeValue(bytes[0] ?? 0, bytes.subarray(1)),
};
const SAMPLES: readonly Uint8Array[] = [
  describeDevice(knobs),
  storageInfo(knobs),
  objectInfo(file, 1, knobs),
  new Wire().u32s([1, 2, 3]).bytes(),
  devicePropDescription(0x5001, knobs, 0) ?? new Uint8Array(0),
  propList([file], 0xffff_ffff, true),
];

describe('datasets', () => {
  it('are read field by field', () => {
    expect(decodeObject(objectInfo(file, 65_537, knobs))).toMatchObject({
      storage: 65_537,
      format: 0x300d,
      size32: 123_456,
      fileName: '录像.MP4',
      modified: '20260305T143000',
    });
    expect(decodeStorage(storageInfo(knobs))).toMatchObject({ maxBytes: 64_000_000_000n, freeBytes: 20_000_000_000n });
    expect(decodeDeviceProp(SAMPLES[4] ?? new Uint8Array(0))).toEqual({
      prop: 0x5001,
      type: 2,
      settable: 0,
      initial: 0,
      current: 80,
      form: { kind: 'range', min: 0, max: 100, step: 1 },
    });
    expect(decodePropList(propList([file], 0xdc04, true))).toEqual([
      { handle: file.handle, prop: 0xdc04, value: 123_456n },
    ]);
  });

  it.each(Object.entries(DECODERS))('%s of any bytes is a value or a named fault', (_, decode) => {
    const damaged = fc
      .tuple(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(255), fc.nat())
      .map(([sample, at, byte, cut]) => {
        const bytes = sample.slice(0, sample.length - (cut % 40));
        bytes[at % Math.max(1, bytes.length)] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (bytes) => {
        try {
          decode(bytes);
        } catch (error) {
          expect(isFault(error) && error.code === 'camera-garbled').toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('a count beyond the dataset makes room for nothing', () => {
    expect(() => decodeIds(new Wire().u32(0xffff_ffff).bytes())).toThrow('camera-garbled');
  });

  it('trailing strings may be missing', () => {
    const whole = objectInfo(file, 1, knobs);
    expect(decodeObject(whole.subarray(0, whole.length - 1))).toMatchObject({ keywords: '' });
  });

  it('a string without its NUL is read all the same, one with more ends at the first', () => {
    expect(decodeText(new Wire().u8(2).u16(0x41).u16(0x42).bytes())).toBe('AB');
    expect(decodeText(new Wire().u8(4).u16(0x41).u16(0).u16(0x42).u16(0).bytes())).toBe('A');
    expect(decodeText(new Wire().u8(0).bytes())).toBe('');
  });
});

describe('dates', () => {
  it.each([
    ['20260305T143000', '2026-03-05T06:30:00.000Z'],
    ['20260305T143000.5', '2026-03-05T06:30:00.500Z'],
    ['20260305T143000Z', '2026-03-05T14:30:00.000Z'],
    ['20260305T143000.0+0800', '2026-03-05T06:30:00.000Z'],
    ['20260305T143000-0430', '2026-03-05T19:00:00.000Z'],
    ['20240229T000000', '2024-02-28T16:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(decodeDate(text)).toBe(instant);
  });

  it.each([
    '',
    '20260431T000000',
    '20230229T000000',
    '20261301T000000',
    '20260305',
    '2026-03-05T14:30:00',
    '20260305T250000',
  ])('“%s” is no time of the calendar', (text) => {
    expect(decodeDate(text)).toBeNull();
  });

  it('any text is a time or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{8}T\d{6}(\.\d{1,9})?(Z|[+-]\d{4})?$/)), (text) => {
        const instant = decodeDate(text);
        expect(instant === null || !Number.isNaN(Date.parse(instant))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
