import { expect, test } from 'vitest';
import { LI, makePerson, march, signedBy, WANG, ZHANG } from '../../../../test/doubles/sample-records.ts';
import { certificateState, standingLines } from './standing-view.ts';

const DAYS = { certificateWarnDays: 30 };
const valid = (from: string | null, to: string | null) => ({ certificateValid: { from, to } });

test('a certificate holds on both of its days, and says a month before that it ends', () => {
  const on = (from: string | null, to: string | null, today = '2026-03-05') =>
    certificateState(valid(from, to), today, DAYS);
  expect(on('2022-01-01', '2026-03-05')).toBe('ending');
  expect(on('2022-01-01', '2026-03-04')).toBe('over');
  expect(on('2026-03-05', '2030-01-01')).toBe('valid');
  expect(on('2026-03-06', '2030-01-01')).toBe('not-yet');
  expect(on('2022-01-01', '2026-04-04')).toBe('ending');
  expect(on('2022-01-01', '2026-04-05')).toBe('valid');
  expect(on(null, null)).toBe('unknown');
});

test('officers only, who needs something first: a suspension, a certificate that is over, one that ends', () => {
  const persons = [
    makePerson({ id: ZHANG }),
    makePerson({ id: LI, name: '李敏', ...valid('2022-01-01', '2026-02-28') }),
    makePerson({ id: WANG, name: '王海涛', roles: ['custodian'] }),
  ];
  const suspension = { signed: signedBy(WANG, march(1)), from: '2026-03-01', to: '2026-03-31', decisionNo: '3号' };
  const before = { ...suspension, from: '2025-01-01', to: '2025-01-31' };
  const standings = [{ id: ZHANG, trainedOn: ['2025-05-01', '2026-01-12'], suspensions: [before, suspension] }];
  const lines = (today: string) => standingLines(persons, standings, today, DAYS);
  expect(lines('2026-03-05')).toMatchObject([
    { id: ZHANG, lastTraining: '2026-01-12', suspension: { to: '2026-03-31' }, otherSuspensions: 1 },
    { id: LI, certificate: 'over', lastTraining: null, suspension: null, otherSuspensions: 0 },
  ]);
  expect(lines('2026-04-01').map(({ id, suspension: now }) => [id, now])).toEqual([
    [LI, null],
    [ZHANG, null],
  ]);
});
