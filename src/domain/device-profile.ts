import type { Carrier } from './carrier.ts';
import { FILE_NAME_PATTERNS, type FileNamePattern, type FileNameReading, readFileName } from './file-name.ts';

/** What an office has seen one device do; goes before what is said of its model. */
export interface DeviceHabits {
  readonly patterns: readonly FileNamePattern[];
  readonly segment: { readonly minutes: number } | { readonly bytes: number } | null;
  readonly clock: ClockHabit;
  /** A step a line; null: not written, or not on this station. */
  readonly driveSteps: string | null;
}

/**
 * What is known of a model's habits: how it names files, how long its segments are, what its clock does, and by which
 * steps it becomes a drive. Help for people and hints for matching, never proof of anything.
 */
export interface DeviceProfile {
  readonly id: DeviceProfileId;
  readonly carrier: Carrier;
  /** Fits the model as the register or the device itself names it. */
  readonly model: RegExp;
  readonly patterns: readonly FileNamePattern[];
  /** Where a long recording is cut into files; null: not known. */
  readonly segment: { readonly minutes: number } | { readonly bytes: number } | null;
  readonly clock: ClockHabit;
}

/** `local-as-utc`: writes wall-clock time where the format wants UTC. `resets`: falls to its factory date without power. */
export const CLOCK_HABITS = ['local', 'local-as-utc', 'resets'] as const;
export type ClockHabit = (typeof CLOCK_HABITS)[number];

export const DEVICE_PROFILE_IDS = ['dsj-recorder', 'fat32-camcorder', 'dcf-camera', 'phone', 'voice-recorder'] as const;
export type DeviceProfileId = (typeof DEVICE_PROFILE_IDS)[number];

const FOUR_GIB = 2 ** 32;

/**
 * Examples by kind of device, each from a documented habit: recorders of GA/T 947 name files by device, officer and time;
 * FAT32 ends a file at 4 GiB; DCF (JEITA CP-3461) has eight-letter names that say nothing of the time.
 */
export const DEVICE_PROFILES: readonly DeviceProfile[] = [
  {
    id: 'dsj-recorder',
    carrier: 'bodyCamera',
    model: /\bDSJ\b|执法记录仪|body\s?cam/i,
    patterns: [
      { template: 'DSJ_{device}_{officer}_{time}_{seq}', zone: 'local' },
      { template: 'DSJ_{device}_{time}*', zone: 'local' },
      { template: '{device}_{officer}_{time}_{seq}', zone: 'local' },
    ],
    segment: { minutes: 10 },
    clock: 'local-as-utc',
  },
  {
    id: 'fat32-camcorder',
    carrier: 'camcorder',
    model: /handycam|camcorder|\b(?:HDR|FDR|LEGRIA|VIXIA|HC)-?\w+/i,
    patterns: [{ template: '{time}', zone: 'local' }],
    segment: { bytes: FOUR_GIB },
    clock: 'resets',
  },
  {
    id: 'dcf-camera',
    carrier: 'stillCamera',
    model: /\b(?:canon|nikon|sony|fujifilm|panasonic|olympus)\b/i,
    patterns: [],
    segment: { bytes: FOUR_GIB },
    clock: 'resets',
  },
  {
    id: 'phone',
    carrier: 'handheldTerminal',
    model: /android|pixel|huawei|xiaomi|oppo|vivo|honor/i,
    patterns: [
      { template: 'PXL_{date}_{clock}{ms}*', zone: 'utc' },
      { template: '*{date}_{clock}*', zone: 'local' },
    ],
    segment: null,
    clock: 'local',
  },
  {
    id: 'voice-recorder',
    carrier: 'audioRecorder',
    model: /\b(?:ICD|VN|DM|LS)-\w+|录音笔/i,
    patterns: [{ template: '{date}_{clock}', zone: 'local' }],
    segment: null,
    clock: 'resets',
  },
];

/** The first profile whose model fits; null: not known, which is normal. */
export const profileOf = (model: string | null): DeviceProfile | null =>
  model === null ? null : (DEVICE_PROFILES.find((profile) => profile.model.test(model)) ?? null);

/** The patterns of a profile or of a device's own habits go before everybody's; null: not understood, which is normal. */
export const readDeviceFileName = (
  name: string,
  profile: Pick<DeviceProfile, 'patterns'> | null,
): FileNameReading | null => readFileName(name, [...(profile?.patterns ?? []), ...FILE_NAME_PATTERNS]);

type Modelled = {
  readonly brand: string | null;
  readonly model: string | null;
  readonly habits?: DeviceHabits;
  readonly ownWriters?: readonly string[];
};

const modelText = ({ brand, model }: Modelled): string => [brand, model].filter(Boolean).join(' ');

/** A device's own habits; else those of another one of its brand and model; else the profile of its model. null: not known. */
export function habitsOf(
  device: Modelled | null,
  others: readonly Modelled[],
): Pick<DeviceProfile, 'patterns' | 'segment' | 'clock'> | null {
  if (device === null) return null;
  if (device.habits !== undefined) return device.habits;
  const model = modelText(device);
  const alike = model === '' ? undefined : others.find((one) => one.habits !== undefined && modelText(one) === model);
  return alike?.habits ?? profileOf(model || null);
}

/** What the encoder of a device writes into its files: stated of it, else of another one of its brand and model. */
export function ownWritersOf(device: Modelled | null, others: readonly Modelled[]): readonly string[] {
  if (device === null) return [];
  if (device.ownWriters !== undefined) return device.ownWriters;
  const model = modelText(device);
  const alike = model === '' ? undefined : others.find((one) => one.ownWriters && modelText(one) === model);
  return alike?.ownWriters ?? [];
}

/** How a device becomes a drive, as stated of it, else of another one of its brand and model; null: nobody stated it. */
export function driveStepsOf(device: Modelled | null, others: readonly Modelled[]): string | null {
  const own = device?.habits?.driveSteps ?? null;
  const model = device === null ? '' : modelText(device);
  if (own !== null || model === '') return own;
  return others.find((one) => one.habits?.driveSteps && modelText(one) === model)?.habits?.driveSteps ?? null;
}

/** The profile of a camera at hand: as the register names its model, else as it names itself. */
export const profileAtHand = (device: Modelled | null, name: string): DeviceProfile | null =>
  (device && profileOf(modelText(device) || null)) ?? profileOf(name);
