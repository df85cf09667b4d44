import type { CourseRecord } from '../domain/course-records.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { ReadModel } from '../domain/ports/read-model.ts';
import type { ActivityRecord } from '../domain/records.ts';
import { readWhole } from './whole-activity.ts';

const isWhole = (course: CourseRecord | null): boolean => {
  const said = course?.nonRecordingReport ?? course?.notRecorded ?? null;
  return said !== null && said.part === null;
};

/** Ended, and said under Art. 7 to be recorded nowhere: no footage is awaited of them; what is due is the work record. */
export async function excusedAmong(
  model: Pick<ReadModel, 'get' | 'getMany'>,
  activities: readonly ActivityRecord[],
): Promise<ReadonlySet<ActivityId>> {
  const bare = activities.filter(({ finished, recordings }) => finished !== null && recordings.length === 0);
  const read = await Promise.all(bare.map((activity) => readWhole(model, activity)));
  return new Set(read.flatMap(({ activity, course }) => (isWhole(course) ? [activity.id] : [])));
}
