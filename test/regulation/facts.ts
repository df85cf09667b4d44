import {
  type ActivityId,
  asId,
  type BatchId,
  type DeviceId,
  type PersonId,
  type RecordingId,
} from '../../src/domain/ids.ts';
import { fromBeijing, type Instant, plusMs } from '../../src/domain/time.ts';
import type {
  ActivityFacts,
  DeviceCheckFacts,
  IntakeFacts,
  OfficerFacts,
  RecordingFacts,
  StepFacts,
  UnlinkedFacts,
  UsedDevice,
} from '../../src/regulation/facts.ts';
import { NO_MATTER_FACTS } from '../../src/regulation/matter-facts.ts';
import { renderNotice } from '../../src/regulation/notice.ts';
import { stepsOfRow } from '../../src/regulation/steps.ts';

/** Facts of the demonstration bureau, clean unless a test breaks them. All names are fictional. */

/** `09:00` or `09:00:30` in Beijing; the day is 5 March 2026, a Thursday, unless said otherwise. */
export function at(clock: string, day = 5, month = 3): Instant {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return fromBeijing({ year: 2026, month, day, hour, minute, second });
}

/** Long after every deadline of 5 March. */
export const LATER = at('09:00', 20);

const id = <T>(name: string): T => name.padEnd(22, '0') as T;
export const person = (name: string): PersonId => id<PersonId>(name);
export const device = (name: string): DeviceId => id<DeviceId>(name);
export const recordingId = (name: string): RecordingId => asId<RecordingId>(name);

export const ZHANG: OfficerFacts = officer('zhang', '张三');
export const LI: OfficerFacts = officer('li', '李四');
export const CAMERA: UsedDevice = { device: device('camera1'), carrier: 'bodyCamera' };
export const SECOND_CAMERA: UsedDevice = { device: device('camera2'), carrier: 'bodyCamera' };
export const STILL: UsedDevice = { device: device('still1'), carrier: 'stillCamera' };

export function officer(name: string, called: string, over: Partial<OfficerFacts> = {}): OfficerFacts {
  return {
    person: person(name),
    name: called,
    certificateValid: { from: '2022-01-01', to: '2027-12-31' },
    trainedOn: ['2026-01-12'],
    suspended: null,
    ...over,
  };
}

export function film(name: string, start: Instant | null, minutes: number | null, over: Partial<RecordingFacts> = {}) {
  return {
    recording: recordingId(name),
    device: CAMERA.device,
    mediaType: 'video',
    start,
    durationMs: minutes === null ? null : minutes * 60_000,
    traces: [],
    outside: [],
    ...over,
  } satisfies RecordingFacts;
}

export const photo = (name: string, start: Instant, over: Partial<RecordingFacts> = {}): RecordingFacts =>
  film(name, start, null, { mediaType: 'photo', device: STILL.device, ...over });

export function check(over: Partial<DeviceCheckFacts> = {}): DeviceCheckFacts {
  return {
    device: CAMERA.device,
    at: at('08:40'),
    offsetSec: 2,
    estimatedMinutes: 300,
    testOk: true,
    lensClean: true,
    passed: true,
    action: null,
    remarked: false,
    ...over,
  };
}

export const done = (
  step: string,
  moment: Instant | null,
  over: { item?: string; recording?: RecordingId } = {},
): StepFacts => ({
  step,
  state: 'done',
  at: moment,
  item: over.item ?? null,
  recording: over.recording ?? null,
});

/** Every step of a row, one a minute from 09:10 on; what is conditional did not happen. */
export const allSteps = (row: number, from: Instant = at('09:10')): readonly StepFacts[] =>
  stepsOfRow(row).map((step, i) =>
    step.kind === 'conditional' ? { step: step.id, state: 'notHappened' } : done(step.id, plusMs(from, i * 60_000)),
  );

/** An inspection (row 1) of 5 March, 09:00 to 10:00, nothing amiss, handed over at 15:00. */
export function inspection(over: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    activity: id<ActivityId>('activity'),
    type: 'dailyInspection',
    matters: [1],
    plannedAt: at('09:00'),
    plannedMinutes: 60,
    arrivedAt: at('09:00'),
    endedAt: at('10:00'),
    officers: [ZHANG, LI],
    devices: [CAMERA],
    awaited: [],
    checks: [check()],
    clockProofs: [],
    notice: { at: at('09:02'), officers: [ZHANG.person, LI.person], text: renderNotice(['张三', '李四']) },
    noticeExcepted: false,
    steps: allSteps(1),
    matter: NO_MATTER_FACTS,
    recordings: [film('f1', at('08:59:30'), 61)],
    gapAccounts: [],
    voiceExplanations: [],
    nonRecording: null,
    content: {
      violationFound: false,
      answered: ['place', 'time', 'scene', 'participants', 'violations', 'traces'],
    },
    away: null,
    returnedAt: null,
    takenInAt: at('12:00'),
    handedOverAt: at('15:00'),
    ...over,
  };
}

/** The same of another row, by footage of the given device. */
export const ofRow = (row: number, over: Partial<ActivityFacts> = {}): ActivityFacts =>
  inspection({ matters: [row], steps: allSteps(row), ...over });

export function intake(over: Partial<IntakeFacts> = {}): IntakeFacts {
  return {
    batch: id<BatchId>('batch'),
    device: CAMERA.device,
    completedAt: at('12:00'),
    names: ['FILE0012.MP4', 'FILE0013.MP4', 'FILE0014.MP4'],
    earlierNames: ['FILE0010.MP4', 'FILE0011.MP4'],
    index: null,
    explained: false,
    acknowledged: false,
    handedOverAt: at('15:00'),
    cardCleared: true,
    reusedAt: null,
    ...over,
  };
}

export const unlinked = (over: Partial<UnlinkedFacts> = {}): UnlinkedFacts => ({
  recording: recordingId('u1'),
  reason: 'pending',
  takenInAt: at('17:00'),
  outsideDuty: null,
  decided: null,
  ...over,
});
