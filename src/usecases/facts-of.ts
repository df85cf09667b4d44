import { devicesNotTakenIn, intakesOf } from '../domain/activity-stage.ts';
import {
  type CourseRecord,
  type DeviceDayRecord,
  type ExaminationRecord,
  emptyCourse,
  type OfficerStandingRecord,
  type Struck,
} from '../domain/course-records.ts';
import type { ActivityRecord, DeviceRecord, HandoverRecord, PersonRecord, RecordingRecord } from '../domain/records.ts';
import { beijingDate, type Instant } from '../domain/time.ts';
import { clockOffsetSec } from '../regulation/device-check.ts';
import type { ActivityFacts, DeviceCheckFacts, NoticeFacts, RecordingFacts, StepFacts } from '../regulation/facts.ts';
import { stepById } from '../regulation/steps.ts';
import { activityDue } from './activity-due.ts';
import { momentOf, startOf } from './footage-time.ts';
import { gapAccountsOf } from './gap-accounts.ts';
import { suspensionOn } from './officer-standing.ts';

/** Everything the book holds about one activity. Records of others are left out, so that its size is the activity's. */
export interface ActivityRecords {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
  readonly recordings: readonly RecordingRecord[];
  readonly officers: readonly PersonRecord[];
  readonly standings: readonly OfficerStandingRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly days: readonly DeviceDayRecord[];
  readonly examinations: readonly ExaminationRecord[];
  readonly handovers: readonly HandoverRecord[];
}

type Starts = ReadonlyMap<string, Instant | null>;

export const stands = ({ withdrawnBy }: Struck): boolean => withdrawnBy === null;

/** What the records say of an activity, as the rules look at it. Pure. */
export function factsOf(records: ActivityRecords, now: Instant): ActivityFacts {
  const { activity, recordings } = records;
  const course = records.course ?? emptyCourse(activity.id);
  const starts: Starts = new Map(
    recordings.map((recording) => [recording.id, startOf(recording, activity, records)] as const),
  );
  const intakes = intakesOf(recordings);
  const due = activityDue(activity, now, intakes);
  return {
    activity: activity.id,
    type: activity.type,
    matters: activity.matters,
    plannedAt: activity.plannedAt,
    plannedMinutes: plannedMinutesOf(records),
    arrivedAt: activity.arrived?.at ?? null,
    endedAt: activity.finished?.at ?? null,
    officers: records.officers.map((person) => officerFacts(person, records)),
    devices: usedDevices(records),
    awaited: devicesNotTakenIn(activity, intakes),
    checks: records.days.flatMap(checksOf),
    clockProofs: clockProofsOf(records),
    notice: noticeOf(activity, course, starts),
    noticeExcepted: course.noticeException !== null,
    steps: stepsOf(course, starts),
    matter: matterOf(records, course),
    recordings: recordings.map((recording) => recordingFacts(recording, starts, records.examinations)),
    gapAccounts: gapAccountsOf(course),
    voiceExplanations: course.voiceMarks.filter(stands).flatMap(({ footage }) => momentOf(footage, starts) ?? []),
    nonRecording: nonRecordingOf(course),
    content: contentOf(course),
    // The book counts no declaration without ground and statement; where its text is not here, it was made all the same.
    away: activity.away === null ? null : { ground: activity.away.ground, stated: true },
    returnedAt: activity.returned?.returnedAt ?? null,
    takenInAt: due.kind === 'met' ? due.metAt : null,
    handedOverAt: handedOverAt(records),
  };
}

/** Said before the first check, or it could not be checked against: a plan that grew afterwards makes no check bad. */
function plannedMinutesOf({ activity, days }: ActivityRecords): number | null {
  const { plannedLength } = activity;
  const first = days.flatMap(({ checks }) => checks.map(({ signed }) => signed.at)).sort()[0];
  return plannedLength === undefined || (first !== undefined && first < plannedLength.signed.at)
    ? null
    : plannedLength.minutes;
}

function officerFacts(
  { id, name, certificateValid }: PersonRecord,
  { standings, activity }: ActivityRecords,
): ActivityFacts['officers'][number] {
  const standing = standings.find((known) => known.id === id) ?? null;
  const day = activity.arrived?.at ?? activity.plannedAt;
  const suspension = day === null ? null : suspensionOn(standing, beijingDate(day));
  return {
    person: id,
    name,
    certificateValid,
    trainedOn: standing?.trainedOn ?? [],
    suspended: suspension && { from: suspension.from, to: suspension.to },
  };
}

function usedDevices({ activity, recordings, devices }: ActivityRecords): ActivityFacts['devices'] {
  const used = new Set([...activity.devices, ...recordings.flatMap(({ sources }) => sources[0]?.device ?? [])]);
  return devices.filter(({ id }) => used.has(id)).map(({ id, carrier }) => ({ device: id, carrier }));
}

const checksOf = ({ device, checks }: DeviceDayRecord): readonly DeviceCheckFacts[] =>
  checks.map((check) => ({
    device,
    // Not the reference time, which is typed: a check counts from when it was signed.
    at: check.signed.at,
    offsetSec: clockOffsetSec(check.shownAt, check.referenceAt),
    estimatedMinutes: check.estimatedMinutes,
    testOk: check.testOk,
    lensClean: check.lensClean,
    passed: check.passed,
    action: check.action,
    remarked: check.remarked,
  }));

function clockProofsOf({ recordings, examinations }: ActivityRecords): ActivityFacts['clockProofs'] {
  return examinations.flatMap(({ id, clockProofs }) => {
    const sources = recordings.flatMap((recording) => recording.sources);
    const device = sources.find(({ batch }) => batch === id)?.device ?? null;
    return device === null ? [] : clockProofs.map((proof) => ({ device, ...proof }));
  });
}

/** Where it was found in the footage, that is the moment; what was pressed on site has the words. */
function noticeOf({ noticed }: ActivityRecord, course: CourseRecord, starts: Starts): NoticeFacts | null {
  const located = course.locatedNotices.filter(stands).at(-1);
  const at = located === undefined ? null : momentOf(located.footage, starts);
  if (located !== undefined && at !== null) return { at, officers: located.officers, text: noticed?.text ?? null };
  return noticed === null ? null : { at: noticed.at, officers: noticed.officers, text: noticed.text };
}

/** Steps of the list; no rule asks for those the bureau added to it. */
const stepsOf = (course: CourseRecord, starts: Starts): readonly StepFacts[] =>
  course.steps
    .filter((mark) => stands(mark) && stepById(mark.step) !== undefined)
    .map((mark): StepFacts => {
      if (mark.state !== 'done') return { step: mark.step, state: mark.state };
      return {
        step: mark.step,
        state: 'done',
        at: mark.footage === null ? mark.signed.at : momentOf(mark.footage, starts),
        item: mark.item,
        recording: mark.footage?.recording ?? null,
      };
    });

function matterOf({ recordings, devices }: ActivityRecords, course: CourseRecord): ActivityFacts['matter'] {
  const { preservation, surveillance, summaryPenalty, refusal, ...rest } = course.matter;
  const shown = new Set(course.steps.filter(stands).flatMap(({ state, item }) => (state === 'done' ? [item] : [])));
  const fixed = new Set(devices.filter(({ carrier }) => carrier === 'fixedAvSurveillance').map(({ id }) => id));
  return {
    ...rest,
    summaryPenalty: summaryPenalty ?? null,
    refusal: refusal === undefined ? null : { refusedAt: refusal.refusedAt },
    preservation: preservation && {
      ...preservation,
      items: preservation.items.map((no) => ({ no, shown: shown.has(no) })),
    },
    surveillance: surveillance && {
      ...surveillance,
      exported: recordings.some(({ sources }) => sources.some(({ device }) => device !== null && fixed.has(device))),
    },
  };
}

function recordingFacts(
  recording: RecordingRecord,
  starts: Starts,
  examinations: readonly ExaminationRecord[],
): RecordingFacts {
  const [first, ...later] = recording.sources;
  const seen = examinations.flatMap(({ traces }) => traces[recording.id] ?? []);
  const examined = examinations.some(({ traces }) => recording.id in traces);
  return {
    recording: recording.id,
    device: first?.device ?? null,
    mediaType: recording.mediaType,
    start: starts.get(recording.id) ?? null,
    durationMs: recording.durationMs,
    traces: examined ? [...new Set(seen)] : null,
    // What came from a device of the register, and later from something that is none, was kept somewhere in between.
    outside:
      first === undefined || first.device === null
        ? []
        : later
            .filter(({ device }) => device === null)
            .map(({ takenInAt, takenInBy }) => ({ at: takenInAt, by: takenInBy, approved: false })),
  };
}

function nonRecordingOf({ notRecorded, nonRecordingReport: report }: CourseRecord): ActivityFacts['nonRecording'] {
  const said = report ?? notRecorded;
  if (said === null) return null;
  const filled = (text: string | null): boolean => text === null || text.trim() !== '';
  return {
    ground: said.ground,
    part: said.part,
    report: report && {
      preparedAt: report.signed.at,
      hasReason: filled(report.reason),
      hasBasis: filled(report.basis),
      // The book counts a report to nobody else.
      toLeader: true,
      acknowledgement: report.acknowledged && {
        at: report.acknowledged.at,
        sufficient: report.acknowledged.sufficient,
      },
    },
  };
}

const contentOf = ({ content }: CourseRecord): ActivityFacts['content'] =>
  content && {
    violationFound: content.violationFound,
    answered: content.elements.map(({ element }) => element),
  };

/** When the last of its footage was handed over; null while some is not. */
function handedOverAt({ recordings, handovers }: ActivityRecords): Instant | null {
  const moments = recordings.map(
    ({ handover }) => handovers.find(({ id }) => id === handover?.id && handover !== null)?.given.at ?? null,
  );
  if (moments.length === 0 || moments.includes(null)) return null;
  return (
    moments
      .flatMap((moment) => moment ?? [])
      .sort()
      .at(-1) ?? null
  );
}
