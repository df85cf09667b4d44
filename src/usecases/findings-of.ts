import { deviceDayId } from '../domain/course-records.ts';
import type { ActivityId, DeviceId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord, RecordingRecord } from '../domain/records.ts';
import { beijingDate, type Instant } from '../domain/time.ts';
import { dayOf, evaluate, type Judgement } from '../regulation/evaluate.ts';
import { type RulesInForce, rulesAt } from '../regulation/rules-in-force.ts';
import type { Desk } from './desk.ts';
import { type ActivityRecords, factsOf } from './facts-of.ts';
import { versionsOf } from './publish-rules.ts';
import { readWhole } from './whole-activity.ts';

type Read = Pick<ReadModel, 'get' | 'getMany'>;

/** Everything of one activity, in as many look-ups as it has parts; nothing is searched, so the size of the book does not matter. */
export async function readActivity(records: Read, kept: ActivityRecord): Promise<ActivityRecords> {
  const { activity, course } = await readWhole(records, kept);
  const [recordings, officers, standings] = await Promise.all([
    records.getMany('recording', activity.recordings),
    records.getMany('person', activity.officers),
    records.getMany('officerStanding', activity.officers),
  ]);
  const devices = devicesOf(activity, recordings);
  const [known, days, examinations, handovers] = await Promise.all([
    records.getMany('device', devices),
    records.getMany('deviceDay', dayIds(activity, devices)),
    records.getMany('examination', [
      ...new Set(recordings.flatMap(({ sources }) => sources.map(({ batch }) => batch))),
    ]),
    records.getMany('handover', [...new Set(recordings.flatMap(({ handover }) => handover?.id ?? []))]),
  ]);
  return { activity, course, recordings, officers, standings, devices: known, days, examinations, handovers };
}

const devicesOf = (activity: ActivityRecord, recordings: readonly RecordingRecord[]): readonly DeviceId[] => [
  ...new Set([
    ...activity.devices,
    ...recordings.flatMap(({ sources }) => sources.flatMap(({ device }) => device ?? [])),
  ]),
];

/** The days a check can hold for: that of the plan, the arrival and the end, which differ on night work. */
function dayIds({ plannedAt, arrived, finished }: ActivityRecord, devices: readonly DeviceId[]): readonly string[] {
  const moments = [plannedAt, arrived?.at ?? null, finished?.at ?? null].flatMap((moment) => moment ?? []);
  const days = [...new Set(moments.map(beijingDate))];
  return devices.flatMap((device) => days.map((day) => deviceDayId(device, day)));
}

/** The rules in force at a moment, as this book has them. */
export async function rulesOf(desk: Pick<Desk, 'records' | 'book'>, at: Instant): Promise<RulesInForce> {
  return rulesAt(versionsOf(await desk.records.get('ruleSet', desk.book.bureau)), at);
}

/** All findings about one activity, by the rules of its own day. Computed anew each time; null where there is no such activity. */
export async function findingsOf(
  desk: Pick<Desk, 'records' | 'book' | 'now'>,
  activity: ActivityId,
): Promise<Judgement | null> {
  const record = await desk.records.get('activity', activity);
  if (record === null) return null;
  const now = desk.now();
  const facts = factsOf(await readActivity(desk.records, record), now);
  const rules = await rulesOf(desk, dayOf(facts) ?? now);
  return evaluate({ activity: facts, intakes: [], unlinked: [] }, rules, now);
}
