import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COURSE_SUBJECTS } from '../../src/domain/course-records.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import { offListStepId } from '../../src/domain/off-list-step.ts';
import type { ReadModel } from '../../src/domain/ports/read-model.ts';
import { type Subject, subjectOf } from '../../src/domain/subject.ts';
import { type CountedBook, countBook } from '../../src/ledger/count.ts';
import { KINDS, type KindName } from '../../src/ledger/kinds.ts';
import { answerFinding, decideFinding } from '../../src/usecases/answer-finding.ts';
import { exceptNotice, locateNotice, stateMatter } from '../../src/usecases/attest-content.ts';
import { changeActivity } from '../../src/usecases/create-activity.ts';
import { acknowledgeForeignSource, decideUnlinked, explainUnlinked } from '../../src/usecases/decide-unlinked.ts';
import {
  acknowledgeGap,
  locateVoiceExplanation,
  markInterruption,
  markResumed,
  reportGap,
  stateGap,
} from '../../src/usecases/explain-gap.ts';
import { findingsOf } from '../../src/usecases/findings-of.ts';
import { issueDevice, reportDeviceLost, returnDevice, transferDevice } from '../../src/usecases/issue-device.ts';
import { linkFootage } from '../../src/usecases/link-footage.ts';
import { markStep, withdrawCourseMark } from '../../src/usecases/mark-step.ts';
import { noteExamination } from '../../src/usecases/note-examination.ts';
import { noteTraining, planDuty, suspendOfficer } from '../../src/usecases/officer-standing.ts';
import { profileDevice } from '../../src/usecases/profile-device.ts';
import { countersignRules, publishRules } from '../../src/usecases/publish-rules.ts';
import { countersignTemplate, publishTemplate } from '../../src/usecases/publish-template.ts';
import { registerDevice } from '../../src/usecases/register-device.ts';
import {
  acknowledgeNonRecording,
  declareNonRecording,
  reportNonRecording,
} from '../../src/usecases/report-non-recording.ts';
import { attest, bring, field, flags, inspect, onSite, TEN_DAYS_LATER } from '../doubles/field-scene.ts';
import { must } from '../doubles/office-desk.ts';
import { openEntries } from '../doubles/open-entries.ts';
import { at } from '../regulation/facts.ts';

/** Words that people typed: they belong into details and nowhere else. */
const TYPED = [
  '记录仪电量耗尽',
  '群众落水',
  '第七条第二项',
  '开机慢',
  '已核实情况',
  '铅封完好',
  '手机误录',
  '抽砂泵',
  '没有当事人在场',
  '洛水责',
  '长按确认键进优盘',
  '清点船只',
  '锁门不让进',
  '12345 热线',
  '34.5601',
  '128 GB 卡',
];

/** One day in which every act of the regulation occurs. */
async function wholeDay() {
  const scene = await field([1, 4, 8]);
  const { clock, desk, zhang, li, office, read, course, deviceRecord, activity } = scene;
  const { division, custodian } = office;
  const head = await office.admit('周明', ['departmentHead']);
  const leader = await office.admit('孙局', ['supervisingLeader']);
  const legal = await office.admit('钱法', ['legalAffairsOffice']);
  const { title, ...plan } = await read();
  await must(
    changeActivity(desk, zhang, await read(), {
      ...plan,
      title: title ?? '',
      plannedMinutes: 90,
      complaintNo: '12345 热线第 7 号',
      coordinates: '34.5601, 112.4702',
    }),
  );
  await must(noteTraining(desk, head, li.person, '2026-01-12', null));
  const hours = { from: '08:30', to: '18:00' };
  await must(planDuty(desk, head, li.person, { from: '2026-03-01', to: '2026-03-31', workingDaysOnly: true, hours }));
  await must(suspendOfficer(desk, legal, head.person, '2026-06-01', '洛水责〔2026〕1号'));
  await must(issueDevice(desk, custodian, await deviceRecord(), li.person, '铅封完好'));
  await must(transferDevice(desk, li, await deviceRecord(), zhang.person, null));
  const habits = { patterns: [], segment: { minutes: 10 }, clock: 'resets', driveSteps: '长按确认键进优盘' } as const;
  const { label, registered: _, ...device } = await deviceRecord();
  await must(registerDevice(desk, custodian, { ...device, label: label ?? '', storage: '128 GB 卡' }, device.id));
  await must(profileDevice(desk, custodian, await deviceRecord(), habits));
  await inspect(scene);
  clock.set(at('09:30'));
  await must(markInterruption(desk, zhang, await read(), { device: null, cause: 'lowBattery', unresumable: false }));
  clock.set(at('09:42'));
  await must(markResumed(desk, zhang, await read(), null));
  const batch = await bring(scene, [
    ['085930', 30.5],
    ['094200', 19],
  ]);
  await attest(scene);
  const [first, second] = (await read()).recordings as readonly [RecordingId, RecordingId];
  await must(locateVoiceExplanation(desk, zhang, await read(), { recording: second, sec: 20 }));
  await must(locateNotice(desk, zhang, await read(), [zhang.person, li.person], { recording: first, sec: 120 }));
  await must(exceptNotice(desk, li, await read(), 'other', '没有当事人在场'));
  await must(
    stateGap(desk, zhang, await read(), {
      from: at('09:30'),
      to: at('09:42'),
      cause: 'lowBattery',
      text: '记录仪电量耗尽',
    }),
  );
  await must(
    reportGap(desk, zhang, await read(), {
      from: at('09:30'),
      reportedAt: at('09:35'),
      method: 'phone',
      to: head.person,
    }),
  );
  for (const act of [...(await course()).gapStatements, ...(await course()).gapReports]) {
    await must(acknowledgeGap(desk, head, await read(), act));
  }
  const part = { from: at('09:50'), to: at('09:55') };
  await must(declareNonRecording(desk, zhang, await read(), 'emergency', part));
  const report = {
    ground: 'emergency',
    part,
    to: leader.person,
    reason: '群众落水',
    basis: '第七条第二项',
    alternative: null,
  } as const;
  await must(reportNonRecording(desk, zhang, await read(), report));
  await must(acknowledgeNonRecording(desk, leader, await read(), await course(), { sufficient: true, remark: null }));
  const preserved = { row: 4, registeredAt: at('09:30'), decidedAt: null, items: ['1'] };
  await must(stateMatter(desk, zhang, await read(), { ...preserved, row: 4 }, [{ field: '1', text: '抽砂泵' }]));
  const refused = { row: 8, refusedAt: at('09:20'), attempts: 2, policeCalled: true } as const;
  await must(stateMatter(desk, li, await read(), refused, [{ field: 'refusal', text: '锁门不让进' }]));
  const mark = (await course()).steps.at(-1);
  if (mark !== undefined) await must(withdrawCourseMark(desk, li, await read(), mark));
  await noteExamination(
    desk,
    batch,
    { index: null, clockProofs: [{ offsetSec: 1, by: 'filmedQr' }], files: [] },
    division,
  );
  const foreign = await bring(scene, [['110000', 1]], null);
  await must(acknowledgeForeignSource(desk, head, foreign, division));
  const [alone] = (await desk.records.get('batch', foreign))?.recordings ?? [];
  const recording = alone === undefined ? null : await desk.records.get('recording', alone);
  if (recording === null) throw new Error('no recording');
  await must(linkFootage(desk, zhang, recording, { kind: 'unlinked', reason: 'irrelevant' }));
  await must(explainUnlinked(desk, zhang, recording.id, '手机误录', division));
  await must(decideUnlinked(desk, legal, recording.id, 'irrelevant', '已核实情况', division));
  await must(publishRules(desk, legal, { effectiveFrom: '2020-06-01', numbers: { segmentJoinSec: 5 } }));
  const [publication] = (await desk.records.get('ruleSet', desk.book.bureau))?.publications ?? [];
  if (publication !== undefined) await must(countersignRules(desk, leader, publication));
  const ownSteps = {
    type: 'dailyInspection',
    title: '清点',
    steps: [{ wording: '清点船只', required: true }],
  } as const;
  const template = await must(publishTemplate(desk, legal, ownSteps));
  const [offList] = (await desk.records.get('templates', desk.book.bureau))?.publications ?? [];
  if (offList !== undefined) await must(countersignTemplate(desk, leader, offList));
  await must(markStep(desk, zhang, await read(), onSite(offListStepId({ template, no: 1 }))));
  await must(returnDevice(desk, custodian, await deviceRecord(), null));
  await must(reportDeviceLost(desk, custodian, await deviceRecord(), null));
  clock.set(TEN_DAYS_LATER);
  const [finding] = (await findingsOf(desk, activity))?.findings ?? [];
  if (finding === undefined) throw new Error('the row added by hand leaves something to find');
  await must(answerFinding(desk, zhang, finding, '开机慢', division));
  await must(decideFinding(desk, legal, finding, 'excused', '已核实情况', division));
  return scene;
}

/** A read model over a book counted from nothing. */
const modelOf = ({ records }: CountedBook): Pick<ReadModel, 'get' | 'getMany'> => {
  const find = (subject: Subject): unknown => records.get(subject) ?? null;
  return {
    get: async (type, id) => find(subjectOf(type, id)) as never,
    getMany: async (type, ids) => ids.flatMap((id) => find(subjectOf(type, id)) ?? []) as never,
  };
};

/** Kinds that state something about the course of an activity, its devices, its findings or the rules. */
const ACTS =
  /^(?:device|step|off-list|template|interruption|recording|voice|course|content|matter|site-matter|activity-length|duty|gap|non-recording|foreign|unlinked|finding|rules|officer)-|^notice-(?:located|excepted)$|^intake-examined$/;

test('every act of the regulation: counted from nothing in any order, the book is the one grown act by act', async () => {
  const { office } = await wholeDay();
  const entries = await openEntries(office);
  const used = new Set(entries.map(({ entry }) => entry.payload.kind));
  const mine = (Object.keys(KINDS) as KindName[]).filter((kind) => ACTS.test(kind));
  expect(mine.filter((kind) => !used.has(kind))).toEqual([]);
  const { root } = office.desk.station;
  const grown = new Map<Subject, unknown>();
  for (const type of COURSE_SUBJECTS) {
    const records = await office.desk.records.all(type);
    expect(records.length, type).toBeGreaterThan(0);
    for (const record of records) grown.set(`${type}:${record.id}`, record);
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
      const counted = countBook(shuffled, root);
      expect([...counted.verdicts.values()].every((verdict) => verdict.kind === 'in-force')).toBe(true);
      for (const [subject, record] of grown) expect(counted.records.get(subject)).toEqual(record);
    }),
    { numRuns: 5 },
  );
});

test('what people typed stands in no entry, only in details', async () => {
  const { office } = await wholeDay();
  const entries = await openEntries(office);
  const details = JSON.stringify(entries.map((open) => open.details));
  const payloads = JSON.stringify(entries.map(({ entry }) => entry.payload));
  for (const words of TYPED) {
    expect(details).toContain(words);
    expect(payloads).not.toContain(words);
  }
});

test('a station without the details finds nothing that is not so', async () => {
  const scene = await wholeDay();
  const { office, desk, activity, clock } = scene;
  const here = await flags(scene);
  const bare = (await openEntries(office)).map(({ entry }) => ({ entry, details: null }));
  const counted = countBook(bare, desk.station.root);
  const records = { ...desk.records, ...modelOf(counted) };
  const there = await findingsOf({ records, book: desk.book, now: clock.now }, activity);
  expect(there?.findings.map(({ code }) => code)).toEqual(here);
});
