import { expect, test } from 'vitest';
import { march, signedBy, WANG, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { asId, type BureauId } from '../../../domain/ids.ts';
import type { OffListTemplate } from '../../../domain/office-records.ts';
import { stepsFault, stepsOf, templateDraft, templateLines } from './template-view.ts';

const template = (over: Partial<OffListTemplate>): OffListTemplate => ({
  published: signedBy(ZHANG, march(5)),
  countersigned: null,
  type: 'compulsoryMeasure',
  title: '行政强制',
  steps: [
    { wording: '表明身份', required: true },
    { wording: '陈述申辩', required: false },
  ],
  ...over,
});
const record = (...publications: OffListTemplate[]) => ({ id: asId<BureauId>('bureau'), publications });

test('each item of Art. 6 has its steps in force and those that wait', () => {
  const old = template({ countersigned: signedBy(WANG, march(6)) });
  const lines = templateLines(record(old, template({ title: '新版' })));
  expect(lines).toHaveLength(6);
  const line = lines.find(({ type }) => type === 'compulsoryMeasure');
  expect([line?.inForce?.title, line?.waiting.map(({ title }) => title)]).toEqual(['行政强制', ['新版']]);
  expect(lines.filter(({ inForce }) => inForce !== null)).toHaveLength(1);
});

test('a draft begins with what is in force, else with what others do', () => {
  const [none] = templateLines(null).filter(({ type }) => type === 'compulsoryMeasure');
  const [known] = templateLines(record(template({ countersigned: signedBy(WANG, march(6)) }))).filter(
    ({ type }) => type === 'compulsoryMeasure',
  );
  if (none === undefined || known === undefined) throw new Error('no line');
  expect(templateDraft(none).required.split('\n')).toHaveLength(6);
  expect(templateDraft(known)).toEqual({ title: '行政强制', required: '表明身份', conditional: '陈述申辩' });
  expect(stepsOf(templateDraft(known))).toEqual(known.inForce?.steps);
});

test('more steps, or longer ones, than an entry holds are said', () => {
  const draft = { title: 'x', required: ' a \n\nb', conditional: '' };
  expect(stepsOf(draft).map(({ wording }) => wording)).toEqual(['a', 'b']);
  expect(stepsFault(draft)).toBeUndefined();
  expect(stepsFault({ ...draft, required: 'a\n'.repeat(41) })).toBe('最多 40 个环节。');
  expect(stepsFault({ ...draft, conditional: '长'.repeat(61) })).toBe('每个环节不超过 60 字。');
});
