import { expect, it } from 'vitest';
import { type CheckedState, countsOf, type F1CheckRow } from './f1-check-data.ts';

const row = (state: CheckedState): F1CheckRow => ({
  no: '1-1',
  matter: '现场检查',
  step: '进入检查场所',
  recordings: null,
  timeCodes: null,
  state,
  remark: null,
});

it('the foot of the list counts each state that occurs, in the order of the form', () => {
  expect(countsOf([row('missing'), row('done'), row('done'), row('notHappened'), row('')])).toBe(
    '已记录 2　未发生 1　缺 1',
  );
  expect(countsOf([])).toBe('');
});
