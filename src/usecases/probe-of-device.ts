import { type DeviceProfile, habitsOf, readDeviceFileName } from '../domain/device-profile.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { MediaFacts } from '../domain/media-facts.ts';
import type { MediaProbe } from '../domain/ports/media-probe.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';

type Habits = Pick<DeviceProfile, 'patterns'>;

/** What the register knows of a device's file names: its own habits, or those of its brand and model. */
export async function fileNameHabits(records: Pick<ReadModel, 'all'>, device: DeviceId | null): Promise<Habits | null> {
  if (device === null) return null;
  const devices = await records.all('device');
  return habitsOf(devices.find(({ id }) => id === device) ?? null, devices);
}

/**
 * A file's time as the habits of its device read its name. A time written inside the file goes before its name; a name goes before
 * the directory's time, and before how other makers name files.
 */
export function readByHabits(facts: MediaFacts, name: string, habits: Habits | null): MediaFacts {
  const claim = habits === null ? null : (readDeviceFileName(name, habits)?.claim ?? null);
  if (claim === null) return facts;
  const others = facts.captureClaims.filter(({ source }) => source !== 'file-name');
  const inside = others.filter(({ source }) => source === 'container' || source === 'exif');
  const captureClaims = [...inside, claim, ...others.filter((one) => !inside.includes(one))].slice(0, 8);
  return { ...facts, capturedAtRaw: captureClaims[0] ?? null, captureClaims };
}

/** The probe, with names read as this device writes them. */
export async function probeOfDevice(
  records: Pick<ReadModel, 'all'>,
  device: DeviceId | null,
  probe: MediaProbe,
): Promise<MediaProbe> {
  const habits = await fileNameHabits(records, device);
  if (habits === null) return probe;
  return {
    probe: async (blob, name, options) => readByHabits(await probe.probe(blob, name, options), name, habits),
    thumbnail: (blob, facts, options) => probe.thumbnail(blob, facts, options),
  };
}
