import { describe, expect, it } from 'vitest';
import {
  DEVICE_PROFILE_IDS,
  DEVICE_PROFILES,
  driveStepsOf,
  profileAtHand,
  profileOf,
  readDeviceFileName,
} from './device-profile.ts';
import { isFileNameTemplate } from './file-name.ts';

describe('profiles of devices', () => {
  it.each([
    ['Xunzheng DSJ-X5', 'dsj-recorder'],
    ['SONY HDR-CX405', 'fat32-camcorder'],
    ['Canon EOS R6', 'dcf-camera'],
    ['Google Pixel 8', 'phone'],
    ['ICD-PX470', 'voice-recorder'],
  ])('%s has the habits of %s', (model, id) => {
    expect(profileOf(model)?.id).toBe(id);
  });

  it('a model nobody described is normal', () => {
    expect(profileOf('ZZ-1')).toBeNull();
    expect(profileOf(null)).toBeNull();
  });

  it('each is there once, and every template can be used', () => {
    expect(DEVICE_PROFILES.map(({ id }) => id).sort()).toEqual([...DEVICE_PROFILE_IDS].sort());
    for (const { patterns } of DEVICE_PROFILES)
      for (const { template } of patterns) expect(isFileNameTemplate(template)).toBe(true);
  });
});

describe('names of a known device', () => {
  it('say device, officer, time and sequence', () => {
    const profile = profileOf('DSJ-X5');
    expect(readDeviceFileName('DSJ_0003_123456_20260305143000_0007.MP4', profile)).toEqual({
      claim: { text: '2026-03-05T14:30:00', source: 'file-name', zone: 'local' },
      device: '0003',
      officer: '123456',
      sequence: '0007',
    });
  });

  it('a name that is not understood is normal, with or without a profile', () => {
    expect(readDeviceFileName('DSC0001.JPG', profileOf('Canon EOS R6'))).toBeNull();
    expect(readDeviceFileName('DSC0001.JPG', null)).toBeNull();
  });
});

describe('steps by which a device becomes a drive', () => {
  const habits = (driveSteps: string | null) => ({ patterns: [], segment: null, clock: 'local', driveSteps }) as const;
  const plain = { brand: 'Xunzheng', model: 'DSJ-X5' };
  const stated = { ...plain, habits: habits('按住录像键开机') };

  it('stated of one are those of every one of its brand and model, its own go before', () => {
    expect(driveStepsOf(plain, [plain, stated])).toBe('按住录像键开机');
    expect(driveStepsOf({ ...plain, habits: habits(null) }, [stated])).toBe('按住录像键开机');
    expect(driveStepsOf({ ...plain, habits: habits('插线') }, [stated])).toBe('插线');
  });

  it('are of no other model, and of none where no model is registered', () => {
    expect(driveStepsOf({ ...plain, model: 'DSJ-X6' }, [stated])).toBeNull();
    const nameless = { brand: null, model: null };
    expect(driveStepsOf(nameless, [{ ...nameless, habits: habits('插线') }])).toBeNull();
    expect(driveStepsOf(null, [stated])).toBeNull();
  });
});

it('a camera at hand has the profile of its registered model, else of the name it gives itself', () => {
  expect(profileAtHand({ brand: 'Canon', model: 'EOS R6' }, 'MTP Device')?.id).toBe('dcf-camera');
  expect(profileAtHand({ brand: null, model: null }, 'Xunzheng DSJ-X5')?.id).toBe('dsj-recorder');
  expect(profileAtHand(null, 'MTP Device')).toBeNull();
});
