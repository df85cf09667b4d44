import { describe, expect, it } from 'vitest';
import { ownWritersOf } from '../../src/domain/device-profile.ts';
import type { DivisionId } from '../../src/domain/ids.ts';
import { offListStepId } from '../../src/domain/off-list-step.ts';
import { sampleId, templateOf } from '../../src/domain/office-records.ts';
import { createActivity } from '../../src/usecases/create-activity.ts';
import type { Seat } from '../../src/usecases/desk.ts';
import { drawnAgain, drawReviewSample, type SampleOf, sampledFrom } from '../../src/usecases/draw-review-sample.ts';
import { findingsOf } from '../../src/usecases/findings-of.ts';
import { withdrawMark } from '../../src/usecases/mark-activity.ts';
import { markStep, withdrawCourseMark } from '../../src/usecases/mark-step.ts';
import { mergeActivities, twinsAmong } from '../../src/usecases/merge-activities.ts';
import { stateOwnWriters } from '../../src/usecases/own-writers.ts';
import { profileDevice } from '../../src/usecases/profile-device.ts';
import { countersignTemplate, publishTemplate } from '../../src/usecases/publish-template.ts';
import { registerDevice } from '../../src/usecases/register-device.ts';
import { signAct } from '../../src/usecases/signed-act.ts';
import { nextStep, stepsToShow } from '../../src/usecases/steps-to-show.ts';
import { readWhole, wholeActivities } from '../../src/usecases/whole-activity.ts';
import { attest, bring, field, flags, inspect, onSite, refusal, rule } from '../doubles/field-scene.ts';
import { must } from '../doubles/office-desk.ts';
import { at } from '../regulation/facts.ts';

const TWIN = {
  type: 'dailyInspection',
  matters: [1],
  devices: [],
  title: '河道采砂现场检查',
  place: '伊河',
  party: '某经营部',
  caseNo: null,
  note: null,
} as const;

describe('清单外事项', () => {
  const draft = {
    type: 'compulsoryMeasure',
    title: '行政强制措施',
    steps: [
      { wording: ' 表明身份 ', required: true },
      { wording: '', required: true },
    ],
  } as const;

  it('are published by the legal affairs office and count with the leader’s signature; the last one of a type is in force', async () => {
    const { desk, zhang, office } = await field();
    const leader = await office.admit('孙局', ['supervisingLeader']);
    const legal = await office.admit('钱法', ['legalAffairsOffice', 'supervisingLeader']);
    const record = () => desk.records.get('templates', desk.book.bureau);
    expect(await refusal(publishTemplate(desk, zhang, draft))).toEqual(rule('role-missing'));
    expect(await refusal(publishTemplate(desk, legal, { ...draft, steps: [] }))).toEqual({ code: 'steps-missing' });
    expect(await refusal(publishTemplate(desk, legal, { ...draft, title: ' ' }))).toEqual({ code: 'title-missing' });
    await must(publishTemplate(desk, legal, draft));
    const [first] = (await record())?.publications ?? [];
    if (first === undefined) throw new Error('nothing published');
    expect(templateOf(await record(), 'compulsoryMeasure')).toBeNull();
    expect(await refusal(countersignTemplate(desk, legal, first))).toEqual(rule('duties-not-separate'));
    await must(countersignTemplate(desk, leader, first));
    expect(await refusal(countersignTemplate(desk, leader, first))).toEqual(rule('reference-unfit'));
    expect(templateOf(await record(), 'compulsoryMeasure')).toMatchObject({
      title: '行政强制措施',
      steps: [{ wording: '表明身份', required: true }],
    });
    expect(templateOf(await record(), 'other')).toBeNull();
  });

  it('in force, their steps are marked and taken back as those of the list are; those of another version are not', async () => {
    const scene = await field([]);
    const { desk, zhang, li, office, read, course } = scene;
    const leader = await office.admit('孙局', ['supervisingLeader']);
    const legal = await office.admit('钱法', ['legalAffairsOffice']);
    const own = {
      ...draft,
      type: 'dailyInspection',
      steps: [...draft.steps, { wording: '清点物品', required: true }],
    } as const;
    const record = () => desk.records.get('templates', desk.book.bureau);
    const published = await must(publishTemplate(desk, legal, own));
    const step = (no: number, template = published) => offListStepId({ template, no });
    expect(await refusal(markStep(desk, zhang, await read(), onSite(step(1))))).toEqual(rule('reference-unfit'));
    const [first] = (await record())?.publications ?? [];
    if (first === undefined) throw new Error('nothing published');
    await must(countersignTemplate(desk, leader, first));

    const [group] = stepsToShow(await read(), null, await record());
    expect(group?.steps.map(({ id, wording, kind }) => [id, wording, kind])).toEqual([
      [step(1), '表明身份', 'required'],
      [step(2), '清点物品', 'required'],
    ]);
    await must(markStep(desk, zhang, await read(), onSite(step(1))));
    await must(markStep(desk, li, await read(), onSite(step(1))));
    expect(await refusal(markStep(desk, li, await read(), onSite(step(2), { state: 'notHappened' })))).toEqual({
      code: 'reason-missing',
    });
    expect(
      await refusal(markStep(desk, li, await read(), onSite(step(2), { state: 'deferred', reason: '后补' }))),
    ).toEqual({
      code: 'not-deferrable',
    });
    expect(await refusal(markStep(desk, li, await read(), onSite(step(3))))).toEqual({ code: 'step-unknown' });
    const groups = stepsToShow(await read(), await course(), await record());
    expect(nextStep(groups, await course())).toMatchObject({ id: step(2) });
    await must(markStep(desk, zhang, await read(), onSite(step(2), { state: 'notHappened', reason: '没有物品' })));
    expect(nextStep(groups, await course())).toBeNull();
    expect((await course()).steps).toHaveLength(3);
    const [mark] = (await course()).steps;
    if (mark === undefined) throw new Error('nothing marked');
    expect(await refusal(withdrawCourseMark(desk, li, await read(), mark))).toEqual(rule('duties-not-separate'));
    await must(withdrawCourseMark(desk, zhang, await read(), mark));

    // What was marked by one version is shown by it, whatever is published afterwards.
    const later = await must(publishTemplate(desk, legal, { ...own, title: '新版' }));
    const second = (await record())?.publications.find((one) => one.published.entry === later);
    if (second === undefined) throw new Error('nothing published');
    await must(countersignTemplate(desk, leader, second));
    expect(stepsToShow(await read(), await course(), await record())[0]).toMatchObject({
      template: { title: '行政强制措施' },
    });
    expect(stepsToShow(await read(), null, await record())[0]).toMatchObject({ template: { title: '新版' } });
    // No rule of the list asks for them.
    expect((await findingsOf(desk, scene.activity))?.findings.filter(({ code }) => code.startsWith('C'))).toEqual([]);
  });
});

const habits = {
  patterns: [{ template: '现场{seq}_{date}_{clock}', zone: 'local' }],
  segment: { minutes: 15 },
  clock: 'resets',
  driveSteps: '长按电源键',
} as const;

describe('habits of a device', () => {
  it('stay with the device when its registration is corrected; a template without a time is refused', async () => {
    const { desk, zhang, office, device, deviceRecord } = await field();
    const { custodian } = office;
    expect(await refusal(profileDevice(desk, zhang, await deviceRecord(), habits))).toEqual(rule('role-missing'));
    const unfit = { ...habits, patterns: [{ template: '现场{seq}', zone: 'local' as const }] };
    expect(await refusal(profileDevice(desk, custodian, await deviceRecord(), unfit))).toEqual({
      code: 'pattern-unfit',
      templates: ['现场{seq}'],
    });
    await must(profileDevice(desk, custodian, await deviceRecord(), habits));
    await must(stateOwnWriters(desk, custodian, await deviceRecord(), ['Lavf58.29.100']));
    const { carrier, division, assignedTo, inService, assetNo, brand, model, serialNo, fileNameMark } =
      await deviceRecord();
    const facts = { carrier, division, assignedTo, inService, assetNo, brand, model, serialNo, fileNameMark };
    const numbered = { ...facts, label: '记录仪', productNo: '4101234', storage: '128 GB 卡' };
    await must(registerDevice(desk, custodian, numbered, device));
    await must(registerDevice(desk, custodian, { ...facts, label: '记录仪 三号' }, device));
    expect(await deviceRecord()).toMatchObject({
      label: '记录仪 三号',
      habits,
      ownWriters: ['Lavf58.29.100'],
      productNo: '4101234',
      storage: '128 GB 卡',
    });
  });
});

describe('what the encoder of a model writes itself', () => {
  it('is stated by a custodian, holds for devices of its brand and model, and stays when the device is profiled', async () => {
    const { desk, zhang, office, deviceRecord } = await field();
    const { custodian } = office;
    expect(await refusal(stateOwnWriters(desk, zhang, await deviceRecord(), ['Lavf58.29.100']))).toEqual(
      rule('role-missing'),
    );
    expect(await refusal(stateOwnWriters(desk, custodian, await deviceRecord(), ['Lavf', 'Lavf58.29.100']))).toEqual({
      code: 'writer-unfit',
      names: ['Lavf'],
    });
    await must(stateOwnWriters(desk, custodian, await deviceRecord(), ['Lavf58.29.100']));
    await must(profileDevice(desk, custodian, await deviceRecord(), habits));
    const stated = await deviceRecord();
    expect(stated).toMatchObject({ ownWriters: ['Lavf58.29.100'], habits });
    const { ownWriters: _, ...twin } = stated;
    expect(ownWritersOf({ ...twin, brand: 'A', model: 'B' }, [{ ...stated, brand: 'A', model: 'B' }])).toEqual([
      'Lavf58.29.100',
    ]);
    expect(ownWritersOf({ ...twin, brand: 'A', model: 'C' }, [{ ...stated, brand: 'A', model: 'B' }])).toEqual([]);
  });
});

describe('trap 17: the same activity created on two machines', () => {
  it('is found, its footage goes to the one that is kept, and the other asks for nothing more', async () => {
    const scene = await field();
    const { desk, zhang, li, office, activity, read, clock } = scene;
    clock.advance(60_000);
    const create = (plan: Partial<Parameters<typeof createActivity>[2]>) =>
      must(
        createActivity(desk, zhang, {
          ...TWIN,
          officers: [zhang.person],
          division: office.division,
          plannedAt: at('09:30'),
          ...plan,
        }),
      );
    const second = await create({});
    const [one, two] = await desk.records.getMany('activity', [activity, second]);
    if (one === undefined || two === undefined) throw new Error('no activities');
    // One machine gives no number twice: what it made twice, somebody meant twice.
    expect(twinsAmong([one, two])).toEqual([]);
    const elsewhere = { ...two, no: { ...two.no, station: 'B' } };
    expect(twinsAmong([one, elsewhere])).toMatchObject([{ kept: { id: activity }, other: { id: second } }]);
    expect(twinsAmong([one, { ...elsewhere, plannedAt: at('15:00') }])).toEqual([]);
    expect(twinsAmong([one, { ...elsewhere, officers: [] }])).toEqual([]);
    expect(twinsAmong([one, { ...elsewhere, party: null, place: null, title: null }])).toEqual([]);

    await inspect(scene);
    await bring(scene, [['085930', 61]]);
    const [footage] = (await read()).recordings;
    await must(mergeActivities(desk, li, activity, second));
    expect(await desk.records.get('activity', activity)).toMatchObject({ mergedInto: second, recordings: [] });
    expect((await desk.records.get('activity', second))?.recordings).toEqual([footage]);
    // What was marked under the other number on the other machine counts.
    const kept = await desk.records.get('activity', second);
    if (kept === null) throw new Error('no activity');
    await attest({ ...scene, activity: second, read: async () => kept });
    expect(await flags({ ...scene, activity: second })).toEqual([]);
    const { activity: whole } = await readWhole(desk.records, kept);
    expect(whole).toMatchObject({ no: kept.no, officers: [zhang.person, li.person], matters: [1] });
    const arrival = whole.marks.find(({ kind }) => kind === 'arrived');
    if (arrival === undefined) throw new Error('no arrival');
    await must(withdrawMark(desk, zhang, kept, arrival));
    expect((await readWhole(desk.records, kept)).activity.arrived).toBeNull();
    expect(wholeActivities(await desk.records.all('activity')).find(({ id }) => id === second)).toEqual(
      (await readWhole(desk.records, kept)).activity,
    );
    expect(await refusal(mergeActivities(desk, li, second, activity))).toEqual(rule('reference-unfit'));
    expect(await refusal(mergeActivities(desk, li, second, second))).toEqual(rule('subject-unfit'));
  });

  it('is not merged while footage lies under it: an act that skips the footage does not count', async () => {
    const scene = await field();
    const { desk, zhang, office, activity } = scene;
    const second = await must(
      createActivity(desk, zhang, { ...TWIN, officers: [zhang.person], division: office.division, plannedAt: null }),
    );
    await inspect(scene);
    await bring(scene, [['085930', 61]]);
    const act = {
      kind: 'activities-merged',
      subject: `activity:${activity}`,
      body: { activity, into: second },
      details: null,
      division: office.division,
    } as const;
    expect(await refusal(signAct(desk, zhang.signer, act))).toEqual(rule('reference-unfit'));
  });
});

describe('抽查', () => {
  it('draws once per month, role and unit, after the month; anyone draws the same ones again from the seed', async () => {
    const scene = await field();
    const { desk, zhang, office, clock, read } = scene;
    const legal = await office.admit('钱法', ['legalAffairsOffice']);
    const head = await office.admit('周明', ['departmentHead']);
    await inspect(scene);
    await bring(scene, [
      ['085930', 10],
      ['090930', 10],
      ['091930', 10],
    ]);
    const month = '2026-03';
    const of: SampleOf = { month, role: 'legalAffairsOffice', division: null };
    const draw = (seat: Seat, what: SampleOf, size = 2) => drawReviewSample(desk, seat, what, size);
    expect(await refusal(draw(legal, of))).toEqual({ code: 'month-not-over' });
    clock.set('2026-04-02T01:00:00.000Z');
    expect(await refusal(draw(legal, of, 0))).toEqual({ code: 'size-unfit' });
    expect(await refusal(draw(legal, { ...of, month: '2026-02' }))).toEqual({ code: 'nothing-to-draw' });
    expect(await refusal(draw(zhang, of))).toEqual(rule('role-missing'));
    expect(await refusal(draw(head, of))).toEqual(rule('role-missing'));
    const id = await must(draw(legal, of));
    expect(id).toBe(sampleId(month, 'legalAffairsOffice', null));
    const sample = await desk.records.get('reviewSample', id);
    if (sample === null) throw new Error('no sample');
    expect(sample.of).toBe(3);
    expect(sample.recordings).toHaveLength(2);
    const all = (await read()).recordings;
    expect(sample.recordings.every((one) => all.includes(one))).toBe(true);
    expect(await refusal(draw(legal, of))).toEqual({ code: 'already-drawn' });
    expect(await drawnAgain(desk.records, sample, null)).toBe('same');
    expect(await drawnAgain(desk.records, { ...sample, of: 4 }, null)).toBe('count-differs');
    const swapped = { ...sample, recordings: [...sample.recordings].reverse() };
    expect(await drawnAgain(desk.records, swapped, null)).toBe('differs');
  });

  it('of a department head is drawn from the own unit only', async () => {
    const scene = await field();
    const { desk, office, clock } = scene;
    const head = await office.admit('周明', ['departmentHead']);
    await inspect(scene);
    await bring(scene, [['085930', 10]]);
    clock.set('2026-04-02T01:00:00.000Z');
    const unit: SampleOf = { month: '2026-03', role: 'departmentHead', division: office.division };
    const other = { ...unit, division: 'AAAAAAAAAAAAAAAAAAAAAA' as DivisionId };
    expect(await sampledFrom(desk.records, other)).toEqual([]);
    expect(await sampledFrom(desk.records, unit)).toHaveLength(1);
    expect(await refusal(drawReviewSample(desk, head, { ...unit, division: null }, 1))).toEqual(rule('subject-unfit'));
    await must(drawReviewSample(desk, head, unit, 1));
  });
});
