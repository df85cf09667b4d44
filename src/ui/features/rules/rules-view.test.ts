import { expect, test } from 'vitest';
import { march, signedBy, WANG, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { ARTICLES } from '../../../regulation/articles.ts';
import { ARTICLE_WHERE } from '../../../text/rules.ts';
import { numberFault, numbersOf, PLACE_HREF, typedNumbers } from './rules-view.ts';

const published = {
  published: signedBy(ZHANG, march(9, 9)),
  countersigned: signedBy(WANG, march(9, 10)),
  effectiveFrom: null,
  parameters: { segmentJoinSec: 5 },
};

test('each article says where it is carried out, and every place is a page', () => {
  expect(ARTICLE_WHERE).toHaveLength(ARTICLES.length);
  for (const where of ARTICLE_WHERE) expect(where.length).toBeGreaterThan(0);
  for (const { place } of ARTICLE_WHERE.flat()) if (place !== null) expect(PLACE_HREF[place]).toMatch(/^\//);
});

test('typed numbers become what differs from the defaults; empty is the default', () => {
  const typed = { ...typedNumbers(null), segmentJoinSec: '5', verifyEveryDays: ' ' };
  expect(numbersOf(typed)).toEqual({ segmentJoinSec: 5 });
  expect(numbersOf(typedNumbers(null))).toEqual({});
  expect(typedNumbers(published).segmentJoinSec).toBe('5');
});

test('a slip is said before anything is signed', () => {
  expect(numberFault('segmentJoinSec', '5')).toBeUndefined();
  expect(numberFault('segmentJoinSec', '')).toBeUndefined();
  expect(numberFault('segmentJoinSec', '-1')).toBe('请写 0 以上的整数。');
  expect(numberFault('segmentJoinSec', '2.5')).toBe('请写 0 以上的整数。');
  expect(numberFault('coverageEnoughPercent', '101')).toBe('最大 100。');
});
