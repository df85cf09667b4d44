import { describe, expect, it, test } from 'vitest';
import type { RecordingId } from '../../src/domain/ids.ts';
import { renderNotice } from '../../src/regulation/notice.ts';
import { DEFAULT_VALUES } from '../../src/regulation/parameters.ts';
import { exceptNotice, locateNotice, stateMatter } from '../../src/usecases/attest-content.ts';
import { checkDevice } from '../../src/usecases/check-device.ts';
import {
  acknowledgeGap,
  locateVoiceExplanation,
  markInterruption,
  markResumed,
  reportGap,
  stateGap,
} from '../../src/usecases/explain-gap.ts';
import { findingsOf } from '../../src/usecases/findings-of.ts';
import { markArrived, markFinished, markNoticed } from '../../src/usecases/mark-activity.ts';
import { markStep, type StepDraft, withdrawCourseMark } from '../../src/usecases/mark-step.ts';
import { openIntake } from '../../src/usecases/plan-intake.ts';
import {
  acknowledgeNonRecording,
  declareNonRecording,
  reportNonRecording,
} from '../../src/usecases/report-non-recording.ts';
import { takeIn } from '../../src/usecases/take-in.ts';
import {
  attest,
  bring,
  clockedProbe,
  type Field,
  field,
  flags,
  inspect,
  onSite,
  passedCheck,
  refusal,
  rule,
} from '../doubles/field-scene.ts';
import { makeCard, makeMemoryBuffer } from '../doubles/footage.ts';
import { must } from '../doubles/office-desk.ts';
import { at } from '../regulation/facts.ts';

test('an inspection done as it should be raises nothing, computed from the book alone', async () => {
  const scene = await field();
  await inspect(scene);
  await bring(scene, [
    ['085930', 30],
    ['092931', 32],
  ]);
  await attest(scene);
  expect(await flags(scene)).toEqual([]);
});

test('what was left out is found: check, coverage, content, steps', async () => {
  const scene = await field();
  const { clock, desk, zhang, read } = scene;
  clock.set(at('09:00'));
  await must(markArrived(desk, zhang, await read()));
  clock.set(at('10:00'));
  await must(markFinished(desk, zhang, await read()));
  await bring(scene, [['090600', 40]]);
  expect(await flags(scene)).toEqual(['A05-1', 'A08-1', 'A09-1', 'A09-2', 'A10-1', 'C01-1', 'C01-1']);
});

describe('Art. 5: device checks', () => {
  it('T-05c: 90 seconds slow and called passed is refused until something is done or noted', async () => {
    const { desk, zhang, deviceRecord } = await field();
    const slow = { ...passedCheck, shownAt: at('08:38:30') };
    expect(await refusal(checkDevice(desk, zhang, await deviceRecord(), slow, DEFAULT_VALUES))).toEqual({
      code: 'action-missing',
      faults: ['clock'],
    });
    await must(checkDevice(desk, zhang, await deviceRecord(), { ...slow, remark: '慢 90 秒，已记' }, DEFAULT_VALUES));
    await must(checkDevice(desk, zhang, await deviceRecord(), { ...slow, passed: false }, DEFAULT_VALUES));
  });

  it('a known offset is counted with, and never written into the claim', async () => {
    const scene = await field();
    const { desk, zhang, deviceRecord, clock } = scene;
    clock.set(at('08:40'));
    const slow = { ...passedCheck, shownAt: at('08:30'), remark: '慢 10 分' };
    await inspect(scene);
    clock.set(at('08:41'));
    await must(checkDevice(desk, zhang, await deviceRecord(), slow, DEFAULT_VALUES));
    await bring(scene, [['085000', 61]]);
    await attest(scene);
    expect(await flags(scene)).toEqual([]);
    const { recordings } = await scene.read();
    const [recording] = await desk.records.getMany('recording', recordings);
    expect(recording?.sources[0]?.capturedAtRaw?.text).toBe('2026-03-05T08:50:00');
  });
});

describe('steps of the list', () => {
  it('what did not happen needs a reason, and only a step of a chosen row can be marked', async () => {
    const { desk, zhang, read } = await field([1, 11]);
    const mark = async (draft: StepDraft) => refusal(markStep(desk, zhang, await read(), draft));
    expect(await mark(onSite('r01.s6', { state: 'notHappened', reason: ' ' }))).toEqual({ code: 'reason-missing' });
    expect(await mark(onSite('r02.s1'))).toEqual({ code: 'row-not-chosen' });
    expect(await mark(onSite('r99.s1'))).toEqual({ code: 'step-unknown' });
    expect(await mark(onSite('r01.s1', { state: 'deferred' }))).toEqual({ code: 'not-deferrable' });
    expect(await mark(onSite('r11.s3', { state: 'deferred' }))).toBe('done');
  });

  it('two officers may mark the same step: both stand; each takes back only the own one, and it stays in the list', async () => {
    const { desk, zhang, li, read, course } = await field();
    await must(markStep(desk, zhang, await read(), onSite('r01.s2')));
    await must(markStep(desk, li, await read(), onSite('r01.s2')));
    const [first] = (await course()).steps;
    if (first === undefined) throw new Error('no mark');
    expect(await refusal(withdrawCourseMark(desk, li, await read(), first))).toEqual(rule('duties-not-separate'));
    await must(withdrawCourseMark(desk, zhang, await read(), first));
    const marks = (await course()).steps;
    expect(marks.map(({ withdrawnBy }) => withdrawnBy === null)).toEqual([false, true]);
    const struck = marks[0];
    if (struck === undefined) throw new Error('no mark');
    expect(await refusal(withdrawCourseMark(desk, zhang, await read(), struck))).toEqual({ code: 'already-withdrawn' });
  });

  it('T-C03: photographs cannot show an inquiry', async () => {
    const scene = await field([3]);
    const { desk, zhang, read, clock, activity, device } = scene;
    clock.set(at('12:00'));
    const card = makeCard([{ path: 'DSJ_20260305093000.JPG', content: 'picture' }]);
    const control = { signal: new AbortController().signal, report: () => undefined };
    const items = (await card.source.list(control)).map((item) => ({ item, activity, unlinkedReason: null }));
    const asked = { device, unregisteredExplanation: null, sourceLabel: '卡', sourceHandle: null };
    const session = await openIntake(desk, zhang, items, asked);
    const ports = { buffer: makeMemoryBuffer().buffer, probe: clockedProbe };
    await takeIn(desk, ports, session, card.source, { ...control, onItems: () => undefined });
    const [photo] = (await read()).recordings;
    const shown = { footage: { recording: photo as RecordingId, sec: 0 } };
    expect(await refusal(markStep(desk, zhang, await read(), onSite('r03.s6', shown)))).toEqual({
      code: 'cannot-show',
    });
    expect(await refusal(markStep(desk, zhang, await read(), onSite('r03.s1', shown)))).toBe('done');
  });

  it('T-C04: an item of the list without a mark is found', async () => {
    const scene = await field([4]);
    const { desk, zhang, read } = scene;
    await inspectRow4(scene);
    const said = { row: 4, registeredAt: at('09:30'), decidedAt: null, items: ['1', '2', '3'] } as const;
    await must(
      stateMatter(desk, zhang, await read(), { ...said, items: [...said.items] }, [{ field: '1', text: '抽砂泵' }]),
    );
    await bring(scene, [['085930', 61]]);
    await attest(scene);
    expect(await flags(scene)).toEqual(['C04-1', 'C04-2']);
    const judgement = await findingsOf(desk, scene.activity);
    expect(judgement?.findings[0]?.facts).toEqual({ items: ['3'] });
  });
});

async function inspectRow4({ clock, desk, zhang, read, deviceRecord }: Field): Promise<void> {
  clock.set(at('08:40'));
  await must(checkDevice(desk, zhang, await deviceRecord(), passedCheck, DEFAULT_VALUES));
  clock.set(at('09:00'));
  await must(markArrived(desk, zhang, await read()));
  clock.set(at('09:02'));
  await must(markNoticed(desk, zhang, await read(), renderNotice(['张建国', '李秀英'])));
  clock.set(at('09:20'));
  await must(markStep(desk, zhang, await read(), onSite('r04.s6')));
  for (const item of ['1', '2']) await must(markStep(desk, zhang, await read(), onSite('r04.s1', { item })));
  clock.set(at('10:00'));
  await must(markFinished(desk, zhang, await read()));
}

describe('Art. 8: the notice', () => {
  it('found in the footage, or excepted with a ground', async () => {
    const scene = await field();
    const { clock, desk, zhang, li, read } = scene;
    clock.set(at('09:00'));
    await must(markArrived(desk, zhang, await read()));
    clock.set(at('10:00'));
    await must(markFinished(desk, zhang, await read()));
    await bring(scene, [['085930', 61]]);
    expect(await flags(scene)).toContain('A08-1');
    expect(await refusal(exceptNotice(desk, zhang, await read(), 'other', null))).toEqual({ code: 'reason-missing' });
    const [recording] = (await read()).recordings;
    const footage = { recording: recording as RecordingId, sec: 60 };
    await must(locateNotice(desk, zhang, await read(), [zhang.person, li.person], footage));
    expect(await flags(scene)).not.toContain('A08-1');
  });
});

describe('Art. 11: interruptions', () => {
  const stopped = async () => {
    const scene = await field();
    const head = await scene.office.admit('周明', ['departmentHead']);
    return { ...scene, head };
  };

  it('T-11a, T-11b: pressed on site, resumed, and the reason spoken in the footage', async () => {
    const scene = await stopped();
    const { clock, desk, zhang, read } = scene;
    await inspect(scene);
    // The interruption was pressed during the inspection; the clock of the test goes back for it.
    clock.set(at('09:30'));
    await must(markInterruption(desk, zhang, await read(), { device: null, cause: 'lowBattery', unresumable: false }));
    clock.set(at('09:42'));
    await must(markResumed(desk, zhang, await read(), null));
    await bring(scene, [
      ['085930', 30.5],
      ['094200', 19],
    ]);
    await attest(scene);
    expect(await flags(scene)).toEqual(['A11-2']);
    const after = (await read()).recordings[1];
    await must(locateVoiceExplanation(desk, zhang, await read(), { recording: after as RecordingId, sec: 20 }));
    expect(await flags(scene)).toEqual([]);
  });

  it('not resumed: report to the department head and a written statement, both seen by the head', async () => {
    const scene = await stopped();
    const { clock, desk, zhang, li, head, read, course } = scene;
    await inspect(scene);
    await bring(scene, [['085930', 30.5]]);
    await attest(scene);
    expect(await flags(scene)).toEqual(['A09-2']);
    clock.set(at('14:00'));
    const statement = { from: at('09:30'), to: null, cause: 'equipmentFault', text: '记录仪进水，无法开机' } as const;
    expect(await refusal(stateGap(desk, zhang, await read(), { ...statement, text: '' }))).toEqual({
      code: 'reason-missing',
    });
    await must(stateGap(desk, zhang, await read(), statement));
    expect(await flags(scene)).toEqual(['A11-3']);
    clock.set(at('14:10'));
    const report = { from: at('09:30'), reportedAt: at('09:40'), method: 'phone', to: head.person } as const;
    expect(await refusal(reportGap(desk, zhang, await read(), { ...report, to: li.person }))).toEqual(
      rule('role-missing'),
    );
    expect(await refusal(reportGap(desk, zhang, await read(), { ...report, reportedAt: at('16:00') }))).toEqual({
      code: 'time-impossible',
    });
    await must(reportGap(desk, zhang, await read(), report));
    expect(await flags(scene)).toEqual([]);
    const { gapStatements, gapReports } = await course();
    for (const act of [...gapStatements, ...gapReports]) {
      expect(await refusal(acknowledgeGap(desk, li, await read(), act))).toEqual(rule('role-missing'));
      await must(acknowledgeGap(desk, head, await read(), act));
    }
    const seen = await course();
    expect(seen.gapStatements[0]?.acknowledged?.by).toEqual({ kind: 'person', person: head.person });
    expect(seen.gapReports[0]?.acknowledged).not.toBeNull();
  });
});

describe('Art. 7: not recorded', () => {
  it('T-07: reason and basis, after the end, to the supervising leader, who may find it insufficient', async () => {
    const scene = await field();
    const { clock, desk, zhang, read, course, office } = scene;
    const leader = await office.admit('孙局', ['supervisingLeader']);
    const other = await office.admit('吴局', ['supervisingLeader']);
    const head = await office.admit('周明', ['departmentHead']);
    const draft = {
      ground: 'emergency',
      part: null,
      to: leader.person,
      reason: '群众落水，先行救助',
      basis: '《执法音像记录管理制度》第七条（二）',
      alternative: '文字记录',
    } as const;
    clock.set(at('09:00'));
    await must(markArrived(desk, zhang, await read()));
    await must(declareNonRecording(desk, zhang, await read(), 'emergency', null));
    expect(await refusal(reportNonRecording(desk, zhang, await read(), draft))).toEqual({ code: 'not-finished' });
    clock.set(at('10:00'));
    await must(markFinished(desk, zhang, await read()));
    expect(await flags(scene)).toEqual(['A07-1']);
    clock.set(at('11:00'));
    const unfit = (over: object) => async () =>
      refusal(reportNonRecording(desk, zhang, await read(), { ...draft, ...over }));
    expect(await unfit({ basis: ' ' })()).toEqual({ code: 'basis-missing' });
    expect(await unfit({ reason: '' })()).toEqual({ code: 'reason-missing' });
    expect(await unfit({ to: head.person })()).toEqual(rule('role-missing'));
    await must(reportNonRecording(desk, zhang, await read(), draft));
    expect(await flags(scene)).toEqual([]);
    const word = { sufficient: false, remark: '应说明为何第二台设备也未开启' };
    expect(await refusal(acknowledgeNonRecording(desk, other, await read(), await course(), word))).toEqual(
      rule('duties-not-separate'),
    );
    await must(acknowledgeNonRecording(desk, leader, await read(), await course(), word));
    expect(await flags(scene)).toEqual(['A07-2']);
  });
});
