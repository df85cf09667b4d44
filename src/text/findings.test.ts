import { describe, expect, it } from 'vitest';
import { articleByNumber } from '../regulation/articles.ts';
import { matterByRow } from '../regulation/checklist.ts';
import { CODES, RULES } from '../regulation/rules.ts';
import { findingHead, QUOTE } from './findings.ts';

const source = (code: keyof typeof RULES): string => {
  const { article, matter } = RULES[code];
  if (matter !== null) return matterByRow(matter)?.cells.content.normalized ?? '';
  return articleByNumber(article)
    .blocks.map(({ text }) => text)
    .join('');
};

it.each(CODES)('%s quotes its article or row word for word', (code) => {
  expect(source(code)).toContain(QUOTE[code]);
});

describe('heads', () => {
  it('a breach says 不符合 and waits for an explanation, and never 违规', () => {
    expect(findingHead({ article: 9, matter: null, grade: 'breach' })).toBe('不符合第九条（待说明）');
    expect(findingHead({ article: 9, matter: 1, grade: 'breach' })).toBe('不符合第九条、清单第1项“现场检查”（待说明）');
  });

  it('a suspicion and an advice name their article too', () => {
    expect(findingHead({ article: 11, matter: null, grade: 'suspected' })).toBe('疑似（第十一条）');
    expect(findingHead({ article: 6, matter: null, grade: 'advisory' })).toBe('提示（第六条）');
  });
});
