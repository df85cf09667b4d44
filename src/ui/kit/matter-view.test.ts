import { describe, expect, it } from 'vitest';
import { field, onSite, refusal } from '../../../test/doubles/field-scene.ts';
import { must } from '../../../test/doubles/office-desk.ts';
import { march } from '../../../test/doubles/sample-records.ts';
import { asId, type PersonId } from '../../domain/ids.ts';
import { CHECKLIST } from '../../regulation/checklist.ts';
import { stateMatter } from '../../usecases/attest-content.ts';
import { markStep } from '../../usecases/mark-step.ts';
import {
  emptyItem,
  hasMatterForm,
  type MatterDraft,
  matterDraft,
  matterFault,
  matterStatement,
  type Row,
} from './matter-view.ts';
import { statedOf, statementWords, typedWords } from './matter-words.ts';

const EMPTY: MatterDraft = {
  texts: {},
  items: [emptyItem(1)],
  served: [],
  surveillance: false,
  policeCalled: false,
  witness: '',
};
const WINDOW = { from: march(5, 9, 0, 40), to: march(5, 10) };
const NOW = march(20);
const SIGNED = { arrivedAt: null, now: NOW };
const person = (): string => '张建国';

/** Each row's form filled in as an officer would. */
const FILLED: Record<Row, MatterDraft> = {
  1: { ...EMPTY, texts: { recordNo: '检〔2026〕7号', inspected: '采砂许可、作业范围' } },
  2: { ...EMPTY, texts: { evidence: '采砂日志 3 页' } },
  3: {
    ...EMPTY,
    texts: { from: '2026-03-05 09:05', to: '2026-03-05 09:50', interviewee: '赵某', transcriptNo: '洛水询〔2026〕3号' },
  },
  4: {
    ...EMPTY,
    texts: { registeredAt: '2026-03-05 09:30', decidedAt: '', listNo: '存〔2026〕1号' },
    items: [
      { no: '1', name: '抽砂泵', spec: 'QS-20', unit: '台', amount: '1' },
      { no: '2', name: '筛网', spec: '／', unit: '张', amount: '4' },
    ],
  },
  5: { ...EMPTY, texts: { from: '2026-03-05 09:05', to: '2026-03-05 09:20', speaker: '赵某' } },
  6: { ...EMPTY, texts: { penaltyAt: '2026-03-05 09:40', penaltyNo: '简〔2026〕1号', penalty: '警告，罚款 200 元' } },
  8: {
    ...EMPTY,
    texts: { refusedAt: '2026-03-05 09:12', attempts: '3', refusal: '锁门，不让进入' },
    policeCalled: true,
  },
  7: { ...EMPTY, texts: { deadline: '2026-03-10', noticeNo: '改〔2026〕2号', result: 'partly' } },
  9: {
    ...EMPTY,
    texts: { overwrittenAt: '2026-03-12 00:00', recipient: '赵某' },
    served: ['penaltyDecision', 'receipt'],
    surveillance: true,
  },
  10: {
    ...EMPTY,
    texts: { receiptDate: '2026-03-05', witnessName: '钱某', refusalReason: '不认可' },
    witness: asId<PersonId>('p'.repeat(22)),
  },
  11: { ...EMPTY, texts: { postedAt: '2026-03-05 15:00', mailNo: 'XA1' } },
  12: { ...EMPTY, texts: { publishedOn: '2026-03-06', days: '30', medium: '洛阳日报第 3 版' } },
};
const ROWS = Object.keys(FILLED).map(Number) as Row[];

describe('what a row asks', () => {
  it('has a form for each row of the list and for no other', () => {
    expect(ROWS).toEqual(CHECKLIST.map(({ row }) => row));
    expect([0, 13].filter(hasMatterForm)).toEqual([]);
  });

  it.each(ROWS)('row %i: what is signed is read back into the form, names and numbers too', async (row) => {
    const scene = await field([row]);
    const { desk, zhang, read, course } = scene;
    const draft = FILLED[row];
    const made = matterStatement(row, draft, SIGNED);
    if (made === null) throw new Error(matterFault(row, draft, NOW));
    await must(stateMatter(desk, zhang, await read(), made.statement, made.lines));
    expect(statedOf(row, await course())).toEqual(made.statement);
    const again = matterDraft(row, await course(), { from: null, to: null });
    expect(matterStatement(row, again, SIGNED)).toEqual(made);
    expect(typedWords(row, await course())).not.toBeNull();
    expect(statementWords(made.statement, person)).not.toBe('');
  });

  it('a moment that rules judge by is guessed from the press on site, never from the arrival', async () => {
    const { desk, zhang, read, course, clock } = await field([8]);
    expect(matterDraft(8, null, WINDOW).texts.refusedAt).toBe('');
    clock.set(march(5, 9, 12, 30));
    await must(markStep(desk, zhang, await read(), onSite('r08.s4')));
    expect(matterDraft(8, await course(), WINDOW).texts.refusedAt).toBe('2026-03-05 09:12');
  });

  it('a row that was not chosen is not stated', async () => {
    const { desk, zhang, read } = await field([1]);
    const made = matterStatement(11, FILLED[11], SIGNED);
    if (made === null) throw new Error('nothing made');
    expect(await refusal(stateMatter(desk, zhang, await read(), made.statement, made.lines))).toEqual({
      code: 'row-not-chosen',
    });
  });
});

describe('faults', () => {
  const withText = (row: Row, texts: MatterDraft['texts']): MatterDraft => ({
    ...FILLED[row],
    texts: { ...FILLED[row].texts, ...texts },
  });

  it.each([
    [3, { from: '昨天' }, '笔录开始时间写成'],
    [3, { to: '2026-03-05 09:01' }, '笔录结束时间要在笔录开始时间之后'],
    [7, { deadline: '' }, '责令改正期限写成'],
    [10, { receiptDate: '三月' }, '回证上注明的日期写成'],
    [1, { recordNo: '', inspected: ' ' }, '至少写一栏'],
    [6, { penaltyAt: '' }, '处罚决定时间写成'],
    [6, { penaltyAt: '2062-03-05 09:40' }, '处罚决定时间还没有到'],
    [4, { decidedAt: '2026-03-20 08:01' }, '处理决定时间还没有到'],
    [8, { attempts: '0' }, '1 到 99'],
    [12, { days: '400' }, '1 到 365'],
    [12, { days: '1.5' }, '1 到 365'],
  ] as const)('row %i, %o: %s', (row, texts, words) => {
    const draft = withText(row, texts);
    expect(matterFault(row, draft, NOW)).toContain(words);
    expect(matterStatement(row, draft, SIGNED)).toBeNull();
  });

  it('items need numbers of their own; a service names what is served', () => {
    const twice = { ...FILLED[4], items: [emptyItem(1), emptyItem(1)] };
    expect(matterFault(4, twice, NOW)).toContain('不要重复');
    expect(matterFault(4, { ...FILLED[4], items: [] }, NOW)).toContain('至少写一件');
    const items = FILLED[4].items.map((item) => (item.no === '2' ? { ...item, unit: ' ' } : item));
    expect(matterFault(4, { ...FILLED[4], items }, NOW)).toContain('编号 2 的证据物品还没有写单位');
    expect(matterFault(9, { ...FILLED[9], served: [] }, NOW)).toContain('送达了哪些文书');
    expect(matterFault(10, { ...EMPTY, texts: {} }, NOW)).toBeUndefined();
  });

  it('what begins in the minute of the arrival begins with it', () => {
    const draft = matterDraft(3, null, WINDOW);
    expect(matterStatement(3, draft, { arrivedAt: WINDOW.from, now: NOW })?.statement).toEqual({
      row: 3,
      inquiry: { from: WINDOW.from, to: WINDOW.to },
    });
  });
});
