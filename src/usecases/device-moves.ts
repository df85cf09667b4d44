import * as v from 'valibot';
import type { DeviceMove } from '../domain/course-records.ts';
import type { DeviceId, PersonId } from '../domain/ids.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Instant } from '../domain/time.ts';
import { readEntry } from '../ledger/entry.ts';
import type { StoredEntry } from '../ledger/ports.ts';
import type { Desk } from './desk.ts';
import { recordLog } from './record-log.ts';

/** Every move of a device as the book has it; the record keeps the last ones only, which a busy month exceeds. */

const KINDS: Readonly<Record<string, DeviceMove['kind']>> = {
  'device-issued': 'issued',
  'device-returned': 'returned',
  'device-transferred': 'transferred',
  'device-lost': 'lost',
};

const noteOf = v.object({ note: v.nullable(v.string()) });
const receiver = v.object({ to: v.string() });

export async function movesOf(desk: Pick<Desk, 'book'>, device: DeviceId): Promise<readonly DeviceMove[]> {
  const log = (await recordLog(desk, subjectOf('deviceIssue', device))).filter(({ kind }) => kind in KINDS);
  const details = await desk.book.reader.detailsOf(log.map(({ id }) => id));
  const notes = new Map(details.map(({ entry, json }) => [entry, readNote(json)]));
  return log.flatMap((entry) => moveOf(desk, entry, notes.get(entry.id) ?? null) ?? []);
}

function readNote(json: string): string | null {
  const read = v.safeParse(noteOf, JSON.parse(json));
  return read.success ? read.output.note : null;
}

function moveOf(desk: Pick<Desk, 'book'>, { id, jws }: StoredEntry, note: string | null): DeviceMove | null {
  const { payload, keyId } = readEntry(id, jws);
  const kind = KINDS[payload.kind];
  const owner = desk.book.membership().keys.get(keyId)?.owner;
  if (kind === undefined || owner?.kind !== 'person') return null;
  const to = v.safeParse(receiver, payload.body);
  return {
    kind,
    signed: { entry: id, at: payload.at, key: keyId, by: { kind: 'person', person: owner.person } },
    holder: to.success ? (to.output.to as PersonId) : null,
    note,
  };
}

/** One holding: from the hand that gave the device to the one that took it back, passed it on or lost it. */
export interface Holding {
  readonly holder: PersonId;
  readonly begun: DeviceMove;
  /** null: it is still out. */
  readonly ended: DeviceMove | null;
}

export const holdingsOf = (moves: readonly DeviceMove[]): readonly Holding[] =>
  moves.flatMap((begun, index) =>
    begun.holder === null ? [] : [{ holder: begun.holder, begun, ended: moves[index + 1] ?? null }],
  );

/**
 * Whether what was recorded during a holding has been taken in: of each activity that planned the device and took place then.
 * null: there was none.
 */
export function takenInDuring(
  device: DeviceId,
  from: Instant,
  to: Instant | null,
  activities: readonly ActivityRecord[],
): boolean | null {
  const then = activities.filter(({ devices, arrived, finished }) => {
    const at = (arrived ?? finished)?.at;
    return devices.includes(device) && at !== undefined && at >= from && (to === null || at <= to);
  });
  return then.length === 0 ? null : then.every(({ devicesTakenIn }) => devicesTakenIn.includes(device));
}
