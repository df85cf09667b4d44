import { expect, it } from 'vitest';
import { ARTICLES } from './articles.ts';
import { PARAMETERS, type ParameterName, type RuleParameter } from './parameters.ts';

const ALL = Object.entries(PARAMETERS) as [ParameterName, RuleParameter<unknown>][];
const textOf = (numbers: readonly number[]): string =>
  ARTICLES.filter((article) => numbers.includes(article.number))
    .flatMap((article) => article.blocks.map((block) => block.text))
    .join('');

it('only four numbers come from the regulation, each readable in its article', () => {
  expect(ALL.filter(([, parameter]) => parameter.source === 'regulation').map(([name]) => name)).toEqual([
    'exportAfterReturnHours',
    'retentionMinYears',
    'approversRequired',
    'suspensionMonths',
  ]);
  expect(textOf(PARAMETERS.exportAfterReturnHours.articles)).toContain(
    `${PARAMETERS.exportAfterReturnHours.value} 小时内`,
  );
  expect(textOf(PARAMETERS.retentionMinYears.articles)).toContain(`最少保存 ${PARAMETERS.retentionMinYears.value} 年`);
  expect(textOf(PARAMETERS.approversRequired.articles)).toContain('法制办公室、主管领导批准');
  expect(textOf(PARAMETERS.suspensionMonths.articles)).toContain('停止执法工作一个月');
});

it("the regulation's own word of a default stands in one of its articles", () => {
  for (const [name, parameter] of ALL)
    for (const word of parameter.textWord?.split('、') ?? []) expect(textOf(parameter.articles), name).toContain(word);
});

it('a number of another law names that law, and no other number does', () => {
  for (const [name, parameter] of ALL) expect(parameter.law !== undefined, name).toBe(parameter.source === 'otherLaw');
});
