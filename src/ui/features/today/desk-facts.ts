import { intakesOf, isMerged, isTakenIn } from '../../../domain/activity-stage.ts';
import { EVERY_RECORDING } from '../../../domain/every-recording.ts';
import type { ActivityId, PersonId } from '../../../domain/ids.ts';
import type { ReadModel, RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import type {
  ActivityRecord,
  BatchRecord,
  HandoverRecord,
  RecordingRecord,
  RecordingState,
} from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { type ActivityDue, activityDue } from '../../../usecases/activity-due.ts';
import { toCheck, unchecked } from '../../../usecases/devices-to-check.ts';
import { excusedAmong } from '../../../usecases/excused.ts';
import { wholeActivities } from '../../../usecases/whole-activity.ts';

/** What the book says that may be due for one person. */
export interface DeskFacts {
  /** Whether the bureau has any activity at all: an empty board of a new bureau looks different. */
  readonly anyActivity: boolean;
  /** Those the person is an officer of, but for those that Art. 7 excuses: their work record is what is due. */
  readonly activities: readonly ActivityRecord[];
  /** Of those still to go to, the ones whose devices are not all checked. */
  readonly unchecked: readonly ActivityId[];
  /** Footage of activities whose records alone cannot say whether and when all of it was taken in. */
  readonly footage: readonly RecordingRecord[];
  /** Taken in by the person and not countersigned. */
  readonly batches: readonly BatchRecord[];
  /** Given to the person and not accepted. */
  readonly handovers: readonly HandoverRecord[];
  /** Taken in by the person: in the intake buffer only, and on a medium but not handed over. */
  readonly buffered: readonly RegisterRow[];
  readonly stored: readonly RegisterRow[];
  /** Of these only the oldest were read: there may be more. */
  readonly partly: readonly ('buffered' | 'stored')[];
}

/** Rows asked for at once; a station's working set, far below the register. */
const MOST_ROWS = 2000;

const inState = (state: RecordingState): RegisterQuery => ({
  ...EVERY_RECORDING,
  state,
  sort: 'takenInAt',
  descending: false,
});

export interface AskedDesk {
  readonly person: PersonId;
  /** The minute is enough. */
  readonly now: Instant;
}

export async function readDeskFacts(
  model: ReadModel,
  { person, now }: AskedDesk,
  rowsAtOnce = MOST_ROWS,
): Promise<DeskFacts> {
  const [created, batches, handovers, buffered, stored] = await Promise.all([
    model.all('activity'),
    model.all('batch'),
    model.all('handover'),
    ownRows(model, 'buffered', person, rowsAtOnce),
    ownRows(model, 'stored', person, rowsAtOnce),
  ]);
  const activities = wholeActivities(created);
  const own = activities.filter((activity) => activity.officers.includes(person) && !isMerged(activity));
  const excused = await excusedAmong(model, own);
  const mine = own.filter(({ id }) => !excused.has(id));
  const toGo = await unchecked(model, toCheck(mine, person, now), now);
  const unclear = mine.filter((activity) => activity.finished !== null && (activity.regrouped || !isTakenIn(activity)));
  const footage = await model.getMany('recording', [...new Set(unclear.flatMap(({ recordings }) => recordings))]);
  return {
    anyActivity: activities.length > 0,
    activities: mine,
    unchecked: toGo.map(({ id }) => id),
    footage,
    batches: batches.filter((batch) => batch.takenInBy === person && batch.countersigned === null),
    handovers: handovers.filter(
      ({ to, accepted, withdrawn }) => to === person && accepted === null && withdrawn === null,
    ),
    buffered: buffered.rows,
    stored: stored.rows,
    partly: [...(buffered.more ? (['buffered'] as const) : []), ...(stored.more ? (['stored'] as const) : [])],
  };
}

/** The person's oldest. Rows of others are read past, so that nobody's are out of sight behind them. */
async function ownRows(
  model: ReadModel,
  state: RecordingState,
  person: PersonId,
  limit: number,
): Promise<{ readonly rows: readonly RegisterRow[]; readonly more: boolean }> {
  for (let offset = 0; ; offset += limit) {
    const { rows, matching } = await model.register(inState(state), { offset, limit });
    const own = rows.filter(({ takenInBy }) => takenInBy === person);
    const more = rows.length > 0 && offset + rows.length < matching;
    if (own.length > 0 || !more) return { rows: own, more };
  }
}

/** Art. 13 for one activity, by its footage where that was read, else by its record. */
export function dueOf(activity: ActivityRecord, { footage }: Pick<DeskFacts, 'footage'>, now: Instant): ActivityDue {
  const own = footage.filter((recording) => recording.activity === activity.id);
  return activityDue(activity, now, own.length > 0 || activity.regrouped ? intakesOf(own) : null);
}
