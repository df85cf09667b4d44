import type { Outcome } from '../../src/base/outcome.ts';
import type { CourseRecord } from '../../src/domain/course-records.ts';
import { readFileName } from '../../src/domain/file-name.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import { unknownFacts } from '../../src/domain/media-facts.ts';
import type { MediaProbe } from '../../src/domain/ports/media-probe.ts';
import { renderNotice } from '../../src/regulation/notice.ts';
import { DEFAULT_VALUES } from '../../src/regulation/parameters.ts';
import { stepsOfRow } from '../../src/regulation/steps.ts';
import { attestContent } from '../../src/usecases/attest-content.ts';
import { type CheckDraft, checkDevice } from '../../src/usecases/check-device.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import { findingsOf } from '../../src/usecases/findings-of.ts';
import { markArrived, markFinished, markNoticed } from '../../src/usecases/mark-activity.ts';
import { markStep, type StepDraft } from '../../src/usecases/mark-step.ts';
import { openIntake } from '../../src/usecases/plan-intake.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import { at } from '../regulation/facts.ts';
import { makeCard, makeMemoryBuffer } from './footage.ts';
import { foundOffice, makeTestClock, must } from './office-desk.ts';

/** Start by the name, minutes by the content. */
export const clockedProbe: MediaProbe = {
  probe: async (blob, name) => ({
    ...unknownFacts(),
    mediaType: name.endsWith('.JPG') ? 'photo' : 'video',
    capturedAtRaw: readFileName(name)?.claim ?? null,
    durationMs: name.endsWith('.JPG') ? null : Number.parseFloat(await blob.text()) * 60_000,
  }),
  thumbnail: async () => null,
};

export async function field(matters: readonly number[] = [1]) {
  const clock = makeTestClock(at('08:30'));
  const office = await foundOffice(clock);
  const { desk } = office;
  const zhang = await office.admit('张建国', ['officer']);
  const li = await office.admit('李秀英', ['officer']);
  const device = await office.device();
  const activity = await must(
    createActivity(desk, zhang, {
      type: 'dailyInspection',
      matters,
      officers: [zhang.person, li.person],
      devices: [device],
      division: office.division,
      plannedAt: at('09:00'),
      title: '河道采砂现场检查',
      place: '伊河',
      party: '某经营部',
      caseNo: null,
      note: null,
    }),
  );
  const read = async () => {
    const record = await desk.records.get('activity', activity);
    if (record === null) throw new Error('no activity');
    return record;
  };
  const course = async (): Promise<CourseRecord> => {
    const record = await desk.records.get('course', activity);
    if (record === null) throw new Error('no course');
    return record;
  };
  const deviceRecord = async () => {
    const record = await desk.records.get('device', device);
    if (record === null) throw new Error('no device');
    return record;
  };
  return { clock, office, desk, zhang, li, device, activity, read, course, deviceRecord };
}
export type Field = Awaited<ReturnType<typeof field>>;

export const passedCheck: CheckDraft = {
  activity: null,
  plannedMinutes: 60,
  shownAt: at('08:39:58'),
  referenceAt: at('08:40'),
  batteryPercent: 96,
  freeMB: 50_000,
  estimatedMinutes: 300,
  testOk: true,
  lensClean: true,
  passed: true,
  action: null,
  remark: null,
};

export const onSite = (step: string, over: Partial<StepDraft> = {}): StepDraft => ({
  step,
  state: 'done',
  item: null,
  footage: null,
  reason: null,
  ...over,
});

/** An inspection as it should be: checked, arrived, told, every step of row 1, the end. */
export async function inspect({ clock, desk, zhang, li, read, deviceRecord }: Field): Promise<void> {
  clock.set(at('08:40'));
  await must(checkDevice(desk, zhang, await deviceRecord(), passedCheck, DEFAULT_VALUES));
  clock.set(at('09:00'));
  await must(markArrived(desk, zhang, await read()));
  clock.set(at('09:02'));
  await must(markNoticed(desk, zhang, await read(), renderNotice(['张建国', '李秀英'])));
  for (const [i, { id, kind }] of stepsOfRow(1).entries()) {
    clock.set(at(`09:${10 + i}`));
    const draft = kind === 'conditional' ? onSite(id, { state: 'notHappened', reason: '没有发生' }) : onSite(id);
    await must(markStep(desk, i % 2 === 0 ? zhang : li, await read(), draft));
  }
  clock.set(at('10:00'));
  await must(markFinished(desk, zhang, await read()));
}

/** Files are `[start, minutes]`; taken in at noon. */
export async function bring(
  scene: Field,
  files: readonly (readonly [string, number])[],
  device: Field['device'] | null = scene.device,
) {
  const { clock, desk, zhang, activity } = scene;
  clock.set(at('12:00'));
  const card = makeCard(
    files.map(([start, minutes]) => ({ path: `DCIM/DSJ_20260305${start}.MP4`, content: `${minutes} of ${start}` })),
  );
  const control = { signal: new AbortController().signal, report: () => undefined };
  const items = (await card.source.list(control)).map((item) => ({ item, activity, unlinkedReason: null }));
  const session = await openIntake(desk, zhang, items, {
    device,
    unregisteredExplanation: device === null ? '记录仪送修，用手机拍摄' : null,
    sourceLabel: '卡',
    sourceHandle: null,
  });
  await takeIn(desk, { buffer: makeMemoryBuffer().buffer, probe: clockedProbe }, session, card.source, {
    ...control,
    onItems: () => undefined,
  });
  return session.batch;
}

export const attest = async ({ desk, zhang, read }: Field): Promise<void> => {
  const { recordings } = await read();
  const footage = { recording: recordings[0] as RecordingId, sec: 90 };
  await must(
    attestContent(desk, zhang, await read(), false, [
      ...(['place', 'time', 'scene', 'participants'] as const).map((element) => ({ element, footage, reason: null })),
      { element: 'violations', footage: null, reason: '未发现违法行为' },
      { element: 'traces', footage: null, reason: '没有需要固定的痕迹物证' },
    ]),
  );
};

/** Past the day statements are due. */
export const TEN_DAYS_LATER = at('09:00', 16);

export async function flags({ desk, activity, clock }: Field): Promise<readonly string[]> {
  clock.set(TEN_DAYS_LATER);
  const judgement = await findingsOf(desk, activity);
  return judgement?.findings.map(({ code }) => code) ?? [];
}

export const refusal = async (outcome: Promise<Outcome<unknown, unknown>>): Promise<unknown> => {
  const result = await outcome;
  return result.ok ? 'done' : result.refusal;
};
export const rule = (code: string) => ({ code: 'rule', rule: code });
