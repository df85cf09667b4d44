import { intakesOf, isMerged } from '../domain/activity-stage.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import { beijingDate, beijingDateTime, type Instant } from '../domain/time.ts';
import { activityDue } from './activity-due.ts';
import { excusedAmong } from './excused.ts';
import { wholeActivities } from './whole-activity.ts';

/** Art. 13: before people go home, while today's footage can still be taken in today. */
const REMIND_FROM = '17:30';

/** Whether the day's reminder is due; `last`: the day of the last one. */
export const remindsNow = (now: Instant, last: string | null): boolean =>
  beijingDate(now) !== last && (beijingDateTime(now).split(' ')[1] ?? '') >= REMIND_FROM;

/** How many activities that ended today still wait for footage. */
export async function openTonight(records: Pick<ReadModel, 'all' | 'get' | 'getMany'>, now: Instant): Promise<number> {
  const today = beijingDate(now);
  const ended = wholeActivities(await records.all('activity')).filter(
    (activity) => !isMerged(activity) && activity.finished !== null && beijingDate(activity.finished.at) === today,
  );
  const excused = await excusedAmong(records, ended);
  const open = await Promise.all(
    ended.map(async (activity) => {
      if (excused.has(activity.id)) return false;
      const recordings = await records.getMany('recording', activity.recordings);
      return activityDue(activity, now, intakesOf(recordings)).kind === 'open';
    }),
  );
  return open.filter(Boolean).length;
}
