import { describe, expect, it } from 'vitest';
import { bring, type Field, field, inspect } from '../../test/doubles/field-scene.ts';
import { must } from '../../test/doubles/office-desk.ts';
import { at } from '../../test/regulation/facts.ts';
import { subjectOf } from '../domain/subject.ts';
import { plusMs } from '../domain/time.ts';
import { answerFinding } from './answer-finding.ts';
import { createActivity } from './create-activity.ts';
import { makeFindingsBoard } from './findings-board.ts';
import { findingsOf } from './findings-of.ts';
import { judgeActivity } from './judged-activity.ts';
import { linkFootage } from './link-footage.ts';
import { markArrived, markFinished } from './mark-activity.ts';
import { mergeActivities } from './merge-activities.ts';

const START = at('00:00', 1, 1);
const silent = () => undefined;

async function another({ desk, zhang, office, device, clock }: Field) {
  clock.set(at('08:30', 4));
  const id = await must(
    createActivity(desk, zhang, {
      type: 'service',
      matters: [11],
      officers: [zhang.person],
      devices: [device],
      division: office.division,
      plannedAt: null,
      title: '邮寄送达',
      place: null,
      party: null,
      caseNo: null,
      note: null,
    }),
  );
  const read = async () => {
    const record = await desk.records.get('activity', id);
    if (record === null) throw new Error('no activity');
    return record;
  };
  await must(markArrived(desk, zhang, await read()));
  await must(markFinished(desk, zhang, await read()));
  return id;
}

describe('the board of findings', () => {
  it('says what each activity’s own judgement says, and makes anew only what looked at what changed', async () => {
    const scene = await field();
    const { desk, clock, activity, zhang, office } = scene;
    await another(scene);
    await inspect(scene);
    await bring(scene, [['085930', 20]]);
    const board = makeFindingsBoard(desk);
    const now = at('09:00', 20);
    clock.set(now);
    const first = await board.refresh(now, START, silent);
    const own = first.find(({ subject }) => subject === subjectOf('activity', activity));
    expect(own?.findings).toEqual((await findingsOf(desk, activity))?.findings);
    expect(board.judged()).toBe(3);
    await board.refresh(now, START, silent);
    expect(board.judged()).toBe(0);
    const [finding] = own?.findings ?? [];
    if (finding === undefined) throw new Error('nothing was raised');
    await must(answerFinding(desk, zhang, finding, '电池耗尽', office.division));
    const answered = await board.refresh(now, START, silent);
    expect(board.judged()).toBe(1);
    const again = answered.find(({ subject }) => subject === subjectOf('activity', activity));
    expect([...(again?.answers.values() ?? [])].flatMap(({ answers }) => answers.map(({ text }) => text))).toEqual([
      '电池耗尽',
    ]);
  });

  it('time makes anew only what it can still change', async () => {
    const scene = await field();
    await inspect(scene);
    await bring(scene, [['085930', 61]]);
    const board = makeFindingsBoard(scene.desk);
    const read = async (now: ReturnType<typeof at>) => {
      scene.clock.set(now);
      return board.refresh(now, START, silent);
    };
    await read(at('13:00'));
    await read(at('13:01'));
    expect(board.judged()).toBeGreaterThan(0);
    await read(at('09:00', 20, 6));
    await read(at('09:01', 20, 6));
    expect(board.judged()).toBe(0);
  });

  it('reconciles ended activities, and does not read what lies before the time asked for', async () => {
    const scene = await field();
    const other = await another(scene);
    await inspect(scene);
    await bring(scene, [['085930', 61]]);
    const board = makeFindingsBoard(scene.desk);
    const now = at('09:00', 20);
    scene.clock.set(now);
    const of = (units: Awaited<ReturnType<typeof board.refresh>>) =>
      Object.fromEntries(
        units.flatMap(({ about }) => (about.kind === 'activity' ? [[about.activity.id, about.reconciled]] : [])),
      );
    expect(of(await board.refresh(now, START, silent))).toEqual({ [scene.activity]: 'recorded', [other]: 'neither' });
    const later = makeFindingsBoard(scene.desk);
    expect(of(await later.refresh(now, at('00:00', 5), silent))).toEqual({ [scene.activity]: 'recorded' });
  });

  it('an activity merged into another asks for nothing more, from then on and for a board that begins later', async () => {
    const scene = await field();
    const other = await another(scene);
    await inspect(scene);
    const board = makeFindingsBoard(scene.desk);
    const now = at('09:00', 20);
    scene.clock.set(now);
    const judged = async (one = board) =>
      (await one.refresh(now, START, silent)).flatMap(({ about }) =>
        about.kind === 'activity' ? [about.activity.id] : [],
      );
    expect((await judged()).sort()).toEqual([scene.activity, other].sort());
    await must(mergeActivities(scene.desk, scene.zhang, other, scene.activity));
    expect(await judged()).toEqual([scene.activity]);
    expect(await judged(makeFindingsBoard(scene.desk))).toEqual([scene.activity]);
    expect((await judgeActivity(scene.desk, other, now))?.judgement.findings).toEqual([]);
  });

  it('footage that loses its activity joins, and footage that gets one leaves', async () => {
    const scene = await field();
    const { desk, zhang, activity } = scene;
    await inspect(scene);
    await bring(scene, [['085930', 61]]);
    const board = makeFindingsBoard(desk);
    const now = plusMs(at('12:00'), 60_000);
    scene.clock.set(now);
    const loose = async () =>
      (await board.refresh(now, START, silent)).filter(({ about }) => about.kind === 'unlinked').length;
    expect(await loose()).toBe(0);
    const [id] = (await scene.read()).recordings;
    const recording = async () => {
      const found = id === undefined ? null : await desk.records.get('recording', id);
      if (found === null) throw new Error('no recording');
      return found;
    };
    await must(linkFootage(desk, zhang, await recording(), { kind: 'unlinked', reason: 'pending' }));
    expect(await loose()).toBe(1);
    await must(linkFootage(desk, zhang, await recording(), { kind: 'activity', activity }));
    expect(await loose()).toBe(0);
  });
});
