import { describe, expect, it } from 'vitest';
import { bring, field, inspect } from '../../../../test/doubles/field-scene.ts';
import { must } from '../../../../test/doubles/office-desk.ts';
import { at } from '../../../../test/regulation/facts.ts';
import { answerFinding } from '../../../usecases/answer-finding.ts';
import { makeFindingsBoard } from '../../../usecases/findings-board.ts';
import {
  articlesIn,
  beginningOf,
  countMine,
  findingRows,
  NO_FILTER,
  passes,
  reconcileRows,
} from './findings-page-view.ts';

const naming = { names: { person: () => '张建国', device: () => '记录仪 03' }, numberStyle: 'plain' as const };

async function judgedBureau() {
  const scene = await field();
  const legal = await scene.office.admit('周岚', ['legalAffairsOffice']);
  const stranger = await scene.office.admit('刘伟', ['officer']);
  await inspect(scene);
  await bring(scene, [['085930', 20]]);
  const now = at('09:00', 20);
  scene.clock.set(now);
  const board = makeFindingsBoard(scene.desk);
  const units = () => board.refresh(now, beginningOf('year', now), () => undefined);
  const record = async (id: typeof legal.person) => {
    const found = await scene.desk.records.get('person', id);
    if (found === null) throw new Error('nobody');
    return found;
  };
  return { scene, legal, stranger, units, record };
}

describe('findings over all activities', () => {
  it('the officer’s own wait for the officer, and once answered for the legal affairs office', async () => {
    const { scene, legal, units, record } = await judgedBureau();
    const officer = await record(scene.zhang.person);
    const office = await record(legal.person);
    const before = findingRows(await units(), officer, naming);
    const early = before.find(({ line }) => line.finding.code === 'A09-2');
    if (early === undefined) throw new Error('the early end raised nothing');
    expect(early).toMatchObject({ mine: true, href: `/activities/${scene.activity}`, day: '2026-03-05' });
    expect(findingRows(await units(), office, naming).some(({ mine }) => mine)).toBe(false);
    await must(answerFinding(scene.desk, scene.zhang, early.line.finding, '电池耗尽', scene.office.division));
    const after = findingRows(await units(), office, naming);
    expect(after.filter(({ mine }) => mine).map(({ id }) => id)).toEqual([early.id]);
    expect(after.filter((row) => passes(row, { ...NO_FILTER, standing: 'answered' }))).toHaveLength(1);
    expect(after.filter((row) => passes(row, { ...NO_FILTER, article: 9, mine: true }))).toHaveLength(1);
    expect(after.filter((row) => passes(row, { ...NO_FILTER, answeredBy: 'custodian' }))).toEqual([]);
    expect(articlesIn(after)).toContain(9);
    // The rail counts what the page shows as this person's, without wording any of it.
    expect(countMine(await units(), office)).toBe(1);
    expect(countMine(await units(), officer)).toBe(before.filter(({ mine }) => mine).length - 1);
  });

  it('call a recording by its number, or by the name it came with', async () => {
    const scene = await field();
    await inspect(scene);
    await bring(scene, [
      ['085930', 61],
      ['140000', 3],
    ]);
    const now = at('09:00', 20);
    scene.clock.set(now);
    const units = await makeFindingsBoard(scene.desk).refresh(now, beginningOf('year', now), () => undefined);
    const viewer = await scene.desk.records.get('person', scene.zhang.person);
    if (viewer === null) throw new Error('nobody');
    const later = findingRows(units, viewer, naming).find(({ line }) => line.finding.code === 'A11-5');
    expect(later?.line.fact).toMatch(/^A-2026-录-\d+-\d+摄于 2026-03-05 14:00/);
  });

  it('whoever was not there and looks after nothing sees none of it', async () => {
    const { stranger, units, record } = await judgedBureau();
    const viewer = await record(stranger.person);
    expect(findingRows(await units(), viewer, naming)).toEqual([]);
    expect(reconcileRows(await units(), viewer, 'plain')).toEqual([]);
    expect(countMine(await units(), viewer)).toBe(0);
  });

  it('reconciles what had to be recorded', async () => {
    const { legal, units, record } = await judgedBureau();
    expect(reconcileRows(await units(), await record(legal.person), 'plain')).toMatchObject([
      { title: '河道采砂现场检查', ended: '2026-03-05 10:00', state: 'recorded' },
    ]);
  });
});

describe('the period', () => {
  it('begins with the year in Beijing, or ninety days ago', () => {
    expect(beginningOf('year', at('00:30', 1, 1))).toBe('2025-12-31T16:00:00.000Z');
    expect(beginningOf('days90', at('00:00', 1, 4))).toBe(at('00:00', 1, 1));
  });
});
