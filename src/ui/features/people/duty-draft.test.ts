import { expect, it } from 'vitest';
import { type DutyDraft, dutyFault, dutyOf, dutyWords } from './duty-draft.ts';

const DRAFT: DutyDraft = { from: '2026-03-01', to: '2026-03-31', kind: 'workingDays', start: '8：30', end: '18:00' };

it('a line of the roster is read as typed, full-width signs too', () => {
  const duty = dutyOf(DRAFT);
  expect(duty).toEqual({
    from: '2026-03-01',
    to: '2026-03-31',
    workingDaysOnly: true,
    hours: { from: '08:30', to: '18:00' },
  });
  expect(duty && dutyWords(duty)).toBe('工作日值班，其余不值 08:30–18:00');
  expect(dutyOf({ ...DRAFT, kind: 'off', start: '', end: '' })).toMatchObject({ workingDaysOnly: false, hours: null });
});

it.each([
  [{ from: '三月' }, '日期请写成'],
  [{ to: '2026-02-28' }, '止的日期'],
  [{ start: '25:00' }, '时间请写成'],
  [{ end: '' }, '时间请写成'],
])('%o: %s', (part, words) => {
  expect(dutyFault({ ...DRAFT, ...part })).toContain(words);
  expect(dutyOf({ ...DRAFT, ...part })).toBeNull();
});
