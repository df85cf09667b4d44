import { deviceDayId } from '../domain/course-records.ts';
import type { DeviceId, PersonId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { beijingDate, type Instant } from '../domain/time.ts';
import { isOffDuty } from '../regulation/duty.ts';
import { startOf } from './footage-time.ts';

type Read = Pick<ReadModel, 'get' | 'getMany'>;

const NOT_OUT = { arrived: null, finished: null };

/**
 * Art. 4: whether footage was shot at a time with no activity, while the roster says that whoever held the device was off duty. null
 * where it is not known: no register device, no holder, no roster for that day, or a clock that nobody vouched for.
 */
export async function shotOffDuty(records: Read, recording: RecordingRecord): Promise<boolean | null> {
  const source = recording.sources[0];
  const device = source?.device ?? null;
  if (source === undefined || device === null) return null;
  const start = await knownStart(records, recording, device, source.batch);
  const holder = start === null ? null : await holderAt(records, device, start);
  if (start === null || holder === null) return null;
  const standing = await records.get('officerStanding', holder);
  const off = isOffDuty(standing?.duties ?? [], start);
  return off === true ? !(await wasOut(records, source.batch, start)) : off;
}

/** The true beginning, if the filmed clock, the station or a check of that day vouches for the device's clock. */
async function knownStart(
  records: Read,
  recording: RecordingRecord,
  device: DeviceId,
  batch: RecordingRecord['sources'][number]['batch'],
): Promise<Instant | null> {
  const examination = await records.get('examination', batch);
  const examinations = examination === null ? [] : [examination];
  const claimed = startOf(recording, NOT_OUT, { days: [], examinations });
  if (claimed === null) return null;
  if ((examination?.clockProofs.length ?? 0) > 0) return claimed;
  const days = await records.getMany('deviceDay', [deviceDayId(device, beijingDate(claimed))]);
  return days.some(({ checks }) => checks.length > 0) ? startOf(recording, NOT_OUT, { days, examinations }) : null;
}

/** Whoever had it by its last move before; without one, whom the register names. */
async function holderAt(records: Read, device: DeviceId, at: Instant): Promise<PersonId | null> {
  const [issue, record] = await Promise.all([records.get('deviceIssue', device), records.get('device', device)]);
  const moves = issue?.lastMoves ?? [];
  const last = moves.findLast(({ signed }) => signed.at <= at);
  if (last !== undefined) return last.holder;
  return moves.length > 0 ? null : (record?.assignedTo ?? null);
}

/** The same card brought footage of an activity that ran at that time. */
async function wasOut(
  records: Read,
  batch: RecordingRecord['sources'][number]['batch'],
  at: Instant,
): Promise<boolean> {
  const taken = await records.get('batch', batch);
  const footage = await records.getMany('recording', taken?.recordings ?? []);
  const activities = await records.getMany('activity', [...new Set(footage.flatMap(({ activity }) => activity ?? []))]);
  return activities.some(
    ({ arrived, finished }) => arrived !== null && arrived.at <= at && (finished === null || at <= finished.at),
  );
}
