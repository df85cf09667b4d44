import { expect, it } from 'vitest';
import { ACTIVITY_TYPES } from './activity-types.ts';
import { CHECKLIST, matterByRow } from './checklist.ts';
import { hasOverlay, STEPS, stepById, stepsOfRow } from './steps.ts';

it('there are 55 steps: 8+6+6+6+1+6+1+4+4+7+3+3', () => {
  expect(CHECKLIST.map((matter) => stepsOfRow(matter.row).length)).toEqual([8, 6, 6, 6, 1, 6, 1, 4, 4, 7, 3, 3]);
  expect(STEPS).toHaveLength(55);
});

it('each step has an id of its own in the form rNN.sN', () => {
  expect(new Set(STEPS.map((step) => step.id)).size).toBe(55);
  for (const step of STEPS) expect(step.id).toMatch(/^r(0[1-9]|1[0-2])\.s[1-8]$/);
  expect(stepById('r10.s5')?.name).toBe('serviceOfficerSigns');
});

it('53 steps are named in the text and two stand for 「等」', () => {
  expect(STEPS.filter((step) => !step.named).map((step) => step.id)).toEqual(['r09.s4', 'r12.s3']);
});

it('what may come days later is the postal result and the notices', () => {
  expect(STEPS.filter((step) => step.deferred).map((step) => step.id)).toEqual([
    'r11.s3',
    'r12.s1',
    'r12.s2',
    'r12.s3',
  ]);
});

it('conditional are materials, testimony and refusal; groups of one-or-more are rows 9 and 12', () => {
  const ids = (kind: string): string[] => STEPS.filter((step) => step.kind === kind).map((step) => step.id);
  expect(ids('conditional')).toEqual(['r01.s6', 'r01.s7', 'r01.s8', 'r02.s5', 'r02.s6']);
  expect(new Set(ids('oneOrMore').map((id) => id.slice(0, 3)))).toEqual(new Set(['r09', 'r12']));
});

/** The words of a step, in order, are found in the list's normalised content; 全过程 and the like tie them together. */
const KEYWORDS: Readonly<Record<string, string>> = {
  'r05.s1': '当事人陈述申辩全过程',
  'r07.s1': '改正的情况',
  'r03.s5': '当事人的权利',
  'r09.s1': '处罚决定',
  'r09.s2': '告知单',
  'r09.s3': '票据送达',
  'r10.s3': '在送达回执上注明拒收事由',
  'r10.s4': '和日期',
  'r10.s5': '送达人',
  'r10.s6': '见证人签字或者盖章',
};

it.each(STEPS.filter((step) => step.named))('$id $wording stands in the text of its row', (step) => {
  const content = matterByRow(step.row)?.cells.content.normalized ?? '';
  expect(content).toContain(KEYWORDS[step.id] ?? step.wording);
});

it('the overlay of Arts. 8 and 9 is shown on rows 1 to 8 and 10', () => {
  expect(CHECKLIST.map((matter) => matter.row).filter(hasOverlay)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10]);
});

it('activity types are the six items of Art. 6 and propose rows of the list only', () => {
  const types = Object.values(ACTIVITY_TYPES);
  expect(types.map((rule) => rule.item)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const rule of types)
    for (const row of [...rule.defaultRows, ...rule.rowsIfRefused]) expect(matterByRow(row)).toBeDefined();
  expect(ACTIVITY_TYPES.compulsoryMeasure.defaultRows).toEqual([]);
});
