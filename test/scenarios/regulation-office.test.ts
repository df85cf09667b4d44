import { describe, expect, it, test } from 'vitest';
import type { RecordingId } from '../../src/domain/ids.ts';
import { answerFinding, decideFinding, findingStanding } from '../../src/usecases/answer-finding.ts';
import { changeActivity, createActivity } from '../../src/usecases/create-activity.ts';
import { acknowledgeForeignSource, decideUnlinked, explainUnlinked } from '../../src/usecases/decide-unlinked.ts';
import type { Seat } from '../../src/usecases/desk.ts';
import { findingsOf, rulesOf } from '../../src/usecases/findings-of.ts';
import { findingsOfIntake, findingsOfUnlinked } from '../../src/usecases/findings-of-intake.ts';
import {
  activitiesWithout,
  issueDevice,
  reportDeviceLost,
  returnDevice,
  transferDevice,
} from '../../src/usecases/issue-device.ts';
import { linkFootage } from '../../src/usecases/link-footage.ts';
import { markArrived } from '../../src/usecases/mark-activity.ts';
import { noteExamination } from '../../src/usecases/note-examination.ts';
import { noteTraining, planDuty, suspendOfficer } from '../../src/usecases/officer-standing.ts';
import { countersignRules, publishRules, versionsOf } from '../../src/usecases/publish-rules.ts';
import { mayReview } from '../../src/usecases/review-footage.ts';
import { attest, bring, field, flags, inspect, refusal, rule, TEN_DAYS_LATER } from '../doubles/field-scene.ts';
import { must } from '../doubles/office-desk.ts';
import { at } from '../regulation/facts.ts';

describe('answers and decisions', () => {
  it('name the finding by code and subject; the legal affairs office decides, over the answers, and none of its own', async () => {
    const scene = await field();
    const { desk, zhang, office, clock, activity } = scene;
    const legal = await office.admit('钱法', ['legalAffairsOffice']);
    await inspect(scene);
    await bring(scene, [['090600', 54]]);
    await attest(scene);
    clock.set(TEN_DAYS_LATER);
    const [finding, ...more] = (await findingsOf(desk, activity))?.findings ?? [];
    if (finding === undefined) throw new Error('no finding');
    expect([finding.code, more]).toEqual(['A09-1', []]);
    const decide = (seat: Seat) => decideFinding(desk, seat, finding, 'excused', '设备故障，已有说明', office.division);
    expect(await refusal(decide(legal))).toEqual({ code: 'not-answered' });
    await must(answerFinding(desk, zhang, finding, '开机慢，到达六分钟后才开始', office.division));
    expect(await refusal(decide(zhang))).toEqual(rule('role-missing'));
    await must(decide(legal));
    const answers = await desk.records.get('findingAnswers', `A09-1/activity:${activity}`);
    expect(findingStanding(answers)).toBe('excused');
    expect(findingStanding(null)).toBe('to-explain');
    // The finding is computed all the same: a decision changes no fact.
    expect((await findingsOf(desk, activity))?.findings.map(({ code }) => code)).toEqual(['A09-1']);
  });
});

describe('T-00c: rule parameters', () => {
  it('need two signatures by two people, and judge only what comes after', async () => {
    const scene = await field();
    const { desk, zhang, office, clock, activity } = scene;
    const legal = await office.admit('钱法', ['legalAffairsOffice']);
    const leader = await office.admit('孙局', ['supervisingLeader']);
    await inspect(scene);
    await bring(scene, [['090600', 54]]);
    await attest(scene);
    clock.set(at('09:00', 12));
    const draft = { effectiveFrom: null, numbers: { coverageStartTolSec: 600, statementDueWorkingDays: 2 } };
    expect(await refusal(publishRules(desk, zhang, draft))).toEqual(rule('role-missing'));
    expect(await refusal(publishRules(desk, legal, { ...draft, numbers: { exportAfterReturnHours: 48 } }))).toEqual({
      code: 'not-changeable',
      names: ['exportAfterReturnHours'],
    });
    await must(publishRules(desk, legal, draft));
    const pending = await desk.records.get('ruleSet', desk.book.bureau);
    expect(versionsOf(pending)).toEqual([]);
    const [publication] = pending?.publications ?? [];
    if (publication === undefined) throw new Error('no publication');
    await must(countersignRules(desk, leader, publication));
    expect(await refusal(countersignRules(desk, leader, publication))).toEqual(rule('reference-unfit'));
    const now = await rulesOf(desk, at('09:00', 13));
    expect(now.parameters).toMatchObject({ coverageStartTolSec: 600, statementDue: { workingDays: 2, hour: 18 } });
    expect((await rulesOf(desk, at('09:00'))).parameters.coverageStartTolSec).toBe(60);
    expect((await findingsOf(desk, activity))?.findings).toMatchObject([{ code: 'A09-1' }]);
  });
});

describe('Arts. 2 and 4: what does not fit', () => {
  it('footage of a device outside the register waits for the department head', async () => {
    const scene = await field();
    const { desk, zhang, office } = scene;
    const head = await office.admit('周明', ['departmentHead']);
    const batch = await bring(scene, [['085930', 61]], null);
    expect((await findingsOfIntake(desk, batch))?.findings).toMatchObject([
      { code: 'A02-1', facts: { lacks: 'acknowledgement' } },
    ]);
    expect(await refusal(acknowledgeForeignSource(desk, zhang, batch, office.division))).toEqual(rule('role-missing'));
    await must(acknowledgeForeignSource(desk, head, batch, office.division));
    expect((await findingsOfIntake(desk, batch))?.findings).toEqual([]);
  });

  it('T-04: 与工作无关 is set apart, explained, and decided by the legal affairs office; it stays in the book', async () => {
    const scene = await field();
    const { desk, zhang, office, read, clock } = scene;
    const legal = await office.admit('钱法', ['legalAffairsOffice']);
    await bring(scene, [['085930', 61]]);
    const [id] = (await read()).recordings;
    const recording = id === undefined ? null : await desk.records.get('recording', id);
    if (recording === null) throw new Error('no recording');
    await must(linkFootage(desk, zhang, recording, { kind: 'unlinked', reason: 'irrelevant' }));
    clock.set(TEN_DAYS_LATER);
    const codes = async () => (await findingsOfUnlinked(desk, recording.id))?.findings.map(({ code }) => code);
    expect(await codes()).toEqual(['A04-1']);
    const apart = await desk.records.get('recording', recording.id);
    expect(apart && mayReview(apart, zhang.person)).toMatchObject({ ok: false, refusal: { code: 'set-apart' } });
    await must(explainUnlinked(desk, zhang, recording.id, '试机时误录', office.division));
    const decide = (seat: Seat) =>
      decideUnlinked(desk, seat, recording.id, 'workRelated', '属设备测试', office.division);
    expect(await refusal(decide(zhang))).toEqual(rule('role-missing'));
    await must(decide(legal));
    expect(await codes()).toEqual([]);
    expect(await desk.records.get('recording', recording.id)).not.toBeNull();
  });

  it('T-11d: what the station saw in a file is suspected', async () => {
    const scene = await field();
    const { desk, office, read } = scene;
    await inspect(scene);
    const batch = await bring(scene, [['085930', 61]]);
    await attest(scene);
    const [recording] = (await read()).recordings;
    const seen = {
      index: { listed: 2, present: 1 },
      clockProofs: [],
      files: [{ recording: recording as RecordingId, traces: ['editorTag'] }],
    } as const;
    await noteExamination(desk, batch, seen, office.division);
    expect(await flags(scene)).toEqual(['A11-6']);
    expect((await findingsOfIntake(desk, batch))?.findings.map(({ code }) => code)).toEqual(['A11-4']);
  });
});

describe('form F3: who holds a device', () => {
  it('issued, passed on by its holder only, returned; a lost one lists its activities without footage', async () => {
    const scene = await field();
    const { desk, zhang, li, office, device, deviceRecord, clock, read } = scene;
    const { custodian } = office;
    const held = async () => (await desk.records.get('deviceIssue', device))?.holder ?? null;
    await must(issueDevice(desk, custodian, await deviceRecord(), zhang.person, '电量 96%，卡已清空'));
    expect(await held()).toBe(zhang.person);
    expect(await refusal(issueDevice(desk, custodian, await deviceRecord(), li.person, null))).toEqual(
      rule('reference-unfit'),
    );
    expect(await refusal(transferDevice(desk, li, await deviceRecord(), li.person, null))).toEqual(
      rule('duties-not-separate'),
    );
    await must(transferDevice(desk, zhang, await deviceRecord(), li.person, null));
    expect(await held()).toBe(li.person);
    await must(returnDevice(desk, custodian, await deviceRecord(), null));
    expect(await held()).toBeNull();
    expect(await refusal(returnDevice(desk, custodian, await deviceRecord(), null))).toEqual(rule('reference-unfit'));
    clock.set(at('09:00'));
    await must(markArrived(desk, zhang, await read()));
    await must(reportDeviceLost(desk, zhang, await deviceRecord(), '过河时落水'));
    const record = await desk.records.get('deviceIssue', device);
    expect(record?.lost).not.toBeNull();
    expect(record?.lastMoves.map(({ kind }) => kind)).toEqual(['issued', 'transferred', 'returned', 'lost']);
    expect(activitiesWithout(device, await desk.records.all('activity'))).toMatchObject([{ id: scene.activity }]);
  });
});

test('T-00b: an activity belongs to a division of the bureau that is open', async () => {
  const { desk, zhang, read, office } = await field();
  const { type, matters, officers, devices, plannedAt } = await read();
  const plan = {
    type,
    matters,
    officers,
    devices,
    plannedAt,
    title: '检查',
    place: null,
    party: null,
    caseNo: null,
    note: null,
  };
  const elsewhere = 'elsewhere'.padEnd(22, '0') as typeof office.division;
  expect(await refusal(createActivity(desk, zhang, { ...plan, division: elsewhere }))).toEqual({
    code: 'division-unknown',
  });
  expect(await refusal(createActivity(desk, zhang, { ...plan, division: office.division }))).toBe('done');
});

test('T-21: a suspended officer is put on no activity and given no device, until the month is over', async () => {
  const { desk, zhang, office, read, clock, deviceRecord } = await field();
  const legal = await office.admit('钱法', ['legalAffairsOffice']);
  await must(noteTraining(desk, legal, zhang.person, '2026-01-12', '新记录仪使用'));
  expect(await refusal(suspendOfficer(desk, legal, zhang.person, '2026-03-10', ' '))).toEqual({
    code: 'decision-missing',
  });
  expect(await refusal(suspendOfficer(desk, legal, legal.person, '2026-03-10', '某决定'))).toEqual(
    rule('duties-not-separate'),
  );
  await must(suspendOfficer(desk, legal, zhang.person, '2026-03-10', '洛水责〔2026〕1号'));
  const { type, matters, officers, devices, division } = await read();
  const plan = (plannedAt: ReturnType<typeof at>) =>
    createActivity(desk, zhang, { type, matters, officers, devices, division, plannedAt, title: '检查', ...NOTHING });
  const suspended = [{ person: zhang.person, to: '2026-04-10', decisionNo: '洛水责〔2026〕1号' }];
  expect(await refusal(plan(at('09:00', 9)))).toBe('done');
  expect(await refusal(plan(at('09:00', 10)))).toEqual({ code: 'officer-suspended', suspended });
  expect(await refusal(plan(at('23:00', 10, 4)))).toEqual({ code: 'officer-suspended', suspended });
  expect(await refusal(plan(at('00:00', 11, 4)))).toBe('done');
  clock.set(at('09:00', 12));
  expect(await refusal(issueDevice(desk, office.custodian, await deviceRecord(), zhang.person, null))).toEqual({
    code: 'officer-suspended',
    suspended,
  });
});

const NOTHING = { place: null, party: null, caseNo: null, note: null } as const;

describe('T-04: footage of nobody’s activity, and the duty roster', () => {
  const shotAt = async (start: string, roster: 'none' | 'weekdays') => {
    const scene = await field();
    const { desk, zhang, office, clock, deviceRecord } = scene;
    const head = await office.admit('孙主任', ['departmentHead']);
    await must(issueDevice(desk, office.custodian, await deviceRecord(), zhang.person, null));
    if (roster === 'weekdays') {
      const days = { from: '2026-03-01', to: '2026-03-31', workingDaysOnly: true };
      await must(planDuty(desk, head, zhang.person, { ...days, hours: { from: '08:30', to: '11:00' } }));
    }
    await inspect(scene);
    const batch = await bring(scene, [
      ['085930', 61],
      [start, 5],
    ]);
    const taken = await desk.records.get('batch', batch);
    const footage = await desk.records.getMany('recording', taken?.recordings ?? []);
    const loose = footage.find(({ sources }) => sources[0]?.originalName?.includes(start));
    if (loose === undefined) throw new Error('nothing taken in');
    await must(linkFootage(desk, zhang, loose, { kind: 'unlinked', reason: 'pending' }));
    clock.set(at('18:00'));
    return (await findingsOfUnlinked(desk, loose.id))?.findings.map(({ code, facts }) => [code, facts]);
  };

  it('shot while its holder was off duty it is asked about; on duty, or without a roster, it is not', async () => {
    expect(await shotAt('113000', 'weekdays')).toMatchObject([['A04-1', { sign: 'outsideDuty' }]]);
    expect(await shotAt('103000', 'weekdays')).toEqual([]);
    expect(await shotAt('113000', 'none')).toEqual([]);
  });
});

describe('the planned length', () => {
  it('is what a device’s space is checked against, unless it was said after the check', async () => {
    const planned = async (minutes: number, when: 'before' | 'after') => {
      const scene = await field();
      const { desk, zhang, read, clock } = scene;
      const plan = async () => {
        const { title, ...rest } = await read();
        await must(changeActivity(desk, zhang, await read(), { ...rest, title: title ?? '', plannedMinutes: minutes }));
      };
      if (when === 'before') await plan();
      await inspect(scene);
      if (when === 'after') await plan();
      await bring(scene, [['085930', 61]]);
      await attest(scene);
      clock.set(TEN_DAYS_LATER);
      expect((await read()).plannedLength?.minutes).toBe(minutes);
      return (await findingsOf(desk, scene.activity))?.findings.map(({ code, facts }) => [code, facts]);
    };
    // The card's officer thought of an hour, and of 300 minutes there was room.
    expect(await planned(301, 'before')).toMatchObject([['A05-3', { faults: ['space'] }]]);
    expect(await planned(300, 'before')).toEqual([]);
    expect(await planned(301, 'after')).toEqual([]);
  });
});
