import { describe, expect, it } from 'vitest';
import { unknownFacts } from '../../../domain/media-facts.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import type { PlannedItem } from '../../../usecases/plan-intake.ts';
import { serialWarnings } from './serial-view.ts';

const device = (serialNo: string | null) => ({ id: 'd', label: '记录仪 3 号', serialNo }) as unknown as DeviceRecord;
const camera = (serial: string | null) => ({ key: { vendorId: 1, productId: 2, serial }, name: 'X' });
const planOf = (...serials: readonly (string | null)[]) => ({
  items: serials.map((serial) => {
    const facts = { ...unknownFacts(), device: { make: null, model: null, serial } };
    return { facts } as unknown as PlannedItem;
  }),
});

describe('a camera that names another serial number than the register', () => {
  it('is asked about, with both numbers and what to do', () => {
    const [warning] = serialWarnings(device('DSJ-0003-7F21'), camera('DSJ-0004'), null);
    expect(warning?.title).toContain('DSJ-0004');
    expect(warning?.title).toContain('DSJ-0003-7F21');
    expect(warning?.words).toContain('返回');
  });

  it.each([
    ['DSJ-0003-7F21', 'dsj 0003 7f21'],
    ['DSJ-0003-7F21', '7F21'],
    ['7F21', 'DSJ-X5-7F21'],
    [null, 'DSJ-0004'],
    ['DSJ-0003', null],
    ['DSJ-0003', '  '],
  ])('is not where the register has %s and the camera says %s', (registered, said) => {
    expect(serialWarnings(device(registered), camera(said), null)).toEqual([]);
  });

  it('is not where no device was chosen', () => {
    expect(serialWarnings(null, camera('DSJ-0004'), planOf('X'))).toEqual([]);
  });
});

it('files that carry another serial number are counted, and the first is named', () => {
  const [warning, ...more] = serialWarnings(device('0003'), null, planOf('0003', 'B77', null, 'B78'));
  expect(warning?.title).toContain('2 个文件');
  expect(warning?.title).toContain('B77');
  expect(more).toEqual([]);
});
