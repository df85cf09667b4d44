import type { LeaveReason } from '../../src/domain/departure.ts';
import type { DeviceId, EntryId, KeyId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import type { Act } from '../../src/ledger/book.ts';
import { type BookMachine, DIVISION, named, personOf, stationOf } from './books.ts';

/** Something anybody may sign. */
export const printed = (name: string) =>
  ({
    kind: 'form-printed',
    subject: subjectOf('person', personOf(name)),
    body: { form: 'F1', copyNo: 1, asOf: '2026-03-05T01:00:00.000Z' as never, recordings: [] },
    details: null,
  }) as const satisfies Act<'form-printed'>;

/** Something an officer may not sign. */
export const device = (name: string) =>
  ({
    kind: 'device-registered',
    subject: subjectOf('device', named<DeviceId>(name)),
    body: {
      device: named<DeviceId>(name),
      carrier: 'bodyCamera',
      division: DIVISION,
      assignedTo: null,
      inService: true,
    },
    details: { label: name, assetNo: null, brand: null, model: null, serialNo: null, fileNameMark: null },
  }) as const satisfies Act<'device-registered'>;

/** How far this machine's book has each of these keys. */
export async function pinsIn({ memory }: Pick<BookMachine, 'memory'>, ...keys: readonly KeyId[]) {
  return Promise.all(
    keys.map(async (key) => {
      const head = await memory.book.head(key);
      return { key, last: head === null ? null : { seq: head.seq, id: head.id } };
    }),
  );
}

export const left = async (machine: BookMachine, name: string, ...keys: readonly KeyId[]) =>
  ({
    kind: 'member-left',
    subject: subjectOf('person', personOf(name)),
    body: { person: personOf(name), reason: 'dismissed' satisfies LeaveReason, pins: await pinsIn(machine, ...keys) },
    details: { note: null },
  }) as const;

export const withdrawn = async (machine: BookMachine, name: string, ...keys: readonly KeyId[]) =>
  ({
    kind: 'station-withdrawn',
    subject: subjectOf('station', stationOf(name)),
    body: { station: stationOf(name), reason: 'lost', pins: await pinsIn(machine, ...keys) },
    details: { note: null },
  }) as const;

export const adopt = (name: string, ...refs: readonly EntryId[]) =>
  ({
    kind: 'entries-adopted',
    subject: subjectOf('person', personOf(name)),
    body: {},
    details: { reason: null },
    refs,
  }) as const;
