import type { CardObject } from './camera-card.ts';
import type { Knobs } from './knobs.ts';
import { Wire } from './wire.ts';

const OPERATIONS = [
  0x1001, 0x1002, 0x1003, 0x1004, 0x1005, 0x1006, 0x1007, 0x1008, 0x1009, 0x100b, 0x100c, 0x100d, 0x1014, 0x1015,
  0x1016, 0x101b, 0x95c1, 0x95c2, 0x95c3, 0x95c4, 0x95c5, 0x9802, 0x9803, 0x9805,
];

export const SERIAL = 'DSJ-0003-7F21';

export const describeDevice = ({ lacks, battery, clock }: Knobs): Uint8Array =>
  new Wire()
    .u16(100)
    .u32(6)
    .u16(100)
    .text('microsoft.com: 1.0; android.com: 1.0;')
    .u16(0)
    .u16s(OPERATIONS.filter((code) => !lacks.has(code)))
    .u16s([0x4002])
    .u16s([
      ...(battery === 'absent' ? [] : [0x5001]),
      ...(clock === 'standard' ? [0x5011] : clock === 'canon' ? [0xd034] : []),
    ])
    .u16s([])
    .u16s([0x3000, 0x3001, 0x300d])
    .text('Xunzheng')
    .text('DSJ-X5')
    .text('1.2.0')
    .text(SERIAL)
    .bytes();

export const storageInfo = ({ maxBytes, freeBytes }: Knobs): Uint8Array =>
  new Wire().u16(4).u16(3).u16(1).u64(maxBytes).u64(freeBytes).u32(0).text('记录仪存储').text('').bytes();

const size32 = (sizeBytes: number, { size32: habit, longAt }: Knobs): number => {
  if (sizeBytes < longAt - 1) return sizeBytes;
  return habit === 'saturated' ? 0xffff_ffff : sizeBytes % longAt;
};

export function objectInfo(object: CardObject, storage: number, knobs: Knobs): Uint8Array {
  const wire = new Wire()
    .u32(storage)
    .u16(object.isFolder ? 0x3001 : 0x300d)
    .u16(0);
  if (knobs.objectInfo === 'wide') wire.u64(object.sizeBytes);
  else wire.u32(size32(object.sizeBytes, knobs));
  wire.u16(0).u32(0).u32(0).u32(0).u32(0).u32(0).u32(0);
  wire
    .u32(object.parent)
    .u16(object.isFolder ? 1 : 0)
    .u32(0)
    .u32(0);
  return wire.text(object.name).text(object.modified).text(object.modified).text('').bytes();
}

const ALL = 0xffff_ffff;
const EARLIER = '20200101T000000';

/** 0xDC04 as 0x9803 answers it. */
export function size64({ sizeBytes }: CardObject, { size64: habit }: Pick<Knobs, 'size64'>): Uint8Array {
  if (habit === 'short') return new Wire().u32(Math.min(sizeBytes, 0xffff_ffff)).bytes();
  return new Wire().u64(habit === 'true' ? sizeBytes : Math.min(sizeBytes, 0xffff_ffff)).bytes();
}

export function propList(
  objects: readonly CardObject[],
  asked: number,
  withSizes: boolean,
  listDates: Knobs['listDates'] = 'same',
): Uint8Array {
  const elements = objects.flatMap((object) => {
    const head = (wire: Wire, prop: number, type: number) => wire.u32(object.handle).u16(prop).u16(type);
    const of = (prop: number, write: (wire: Wire) => Wire) => ({ prop, write });
    return [
      of(0xdc02, (wire) => head(wire, 0xdc02, 4).u16(object.isFolder ? 0x3001 : 0x300d)),
      ...(withSizes ? [of(0xdc04, (wire) => head(wire, 0xdc04, 8).u64(object.sizeBytes))] : []),
      of(0xdc07, (wire) => head(wire, 0xdc07, 0xffff).text(object.name)),
      ...(listDates === 'none'
        ? []
        : [of(0xdc09, (wire) => head(wire, 0xdc09, 0xffff).text(listDates === 'same' ? object.modified : EARLIER))]),
    ];
  });
  const wanted = elements.filter(({ prop }) => asked === ALL || prop === asked);
  const wire = new Wire().u32(wanted.length);
  for (const { write } of wanted) write(wire);
  return wire.bytes();
}

/** Wall clock in Beijing, without a zone, as most cameras have it. */
function wallClock(ms: number): string {
  const [date = '', time = ''] = new Date(ms + 8 * 3_600_000).toISOString().split('T');
  return `${date.replaceAll('-', '')}T${time.slice(0, 8).replaceAll(':', '')}.0`;
}

export function devicePropDescription(prop: number, knobs: Knobs, now: number): Uint8Array | null {
  const value = devicePropValue(prop, knobs, now);
  if (value === null) return null;
  const wire = new Wire().u16(prop);
  if (prop === 0x5011)
    wire
      .u16(0xffff)
      .u8(0)
      .text('')
      .text(wallClock(now + knobs.clockOffsetMs))
      .u8(0);
  else if (prop === 0xd034) wire.u16(6).u8(0).u32(0).u32(0).u8(0);
  else if (knobs.battery === 'in-16-bits') wire.u16(4).u8(0).u16(100).u16(77).u8(1).u16(0).u16(100).u16(1);
  else if (knobs.battery === 'wrong-type') wire.u16(4).u8(0).u16(0).u16(0x8000).u8(0);
  else
    wire
      .u16(2)
      .u8(0)
      .u8(0)
      .u8(knobs.battery === 'out-of-form' ? 200 : 80)
      .u8(1)
      .u8(0)
      .u8(100)
      .u8(1);
  return wire.bytes();
}

export function devicePropValue(prop: number, knobs: Knobs, now: number): Uint8Array | null {
  const at = now + knobs.clockOffsetMs;
  if (prop === 0x5001 && knobs.battery !== 'absent') {
    if (knobs.battery === 'wrong-type') return new Wire().u16(0x8000).bytes();
    return new Wire().u8(knobs.battery === 'out-of-form' ? 200 : 80).bytes();
  }
  if (prop === 0x5011 && knobs.clock === 'standard') return new Wire().text(wallClock(at)).bytes();
  // Canon counts its own wall clock as if it were UTC.
  if (prop === 0xd034 && knobs.clock === 'canon') return new Wire().u32(Math.floor(at / 1000) + 8 * 3600).bytes();
  return null;
}
