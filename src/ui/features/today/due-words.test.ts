import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  LI,
  makeActivity,
  makeHandover,
  march,
  signedBy,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { fromBeijing } from '../../../domain/time.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '../../../regulation/working-days.ts';
import { dueWords, type Naming, urgentWords } from './due-words.ts';
import type { Due, UrgentDue } from './today-view.ts';

const now = march(5, 16, 42);
const order = { by: now, hasDeadline: true, since: now };
const naming: Naming = {
  person: (id) => (id === ZHANG ? '张建国' : id === LI ? '李敏' : '王海涛'),
  device: (id) => (id === CAMERA_3 ? '记录仪 03' : '相机 01'),
  numberStyle: 'plain',
};

const ended = makeActivity({ finished: signedBy(ZHANG, march(5, 10, 48)) });
const footage: UrgentDue = {
  kind: 'footage',
  id: 'footage',
  order,
  activity: ended,
  due: { kind: 'open', rule: 'same-day', deadline: march(6), missing: [CAMERA_3, CAMERA_7] },
};

describe('what a row of the board says', () => {
  it('footage due: when, how long, which devices', () => {
    expect(dueWords(footage, now, naming)).toMatchObject({
      when: '今日 24:00',
      whenSub: '还有 7 小时 18 分',
      what: '伊河龙门段河道采砂现场检查',
      why: 'A-2026-录-37，今日 10:48 结束，记录仪 03、相机 01 未采集',
      late: false,
    });
  });

  it('past its deadline it is late, and says since when', () => {
    const late: Due = { ...footage, due: { kind: 'late', rule: 'same-day', deadline: march(5), missing: [] } };
    expect(dueWords(late, now, naming)).toMatchObject({
      when: '昨日 24:00',
      whenSub: '已过 16 小时 42 分',
      late: true,
      why: 'A-2026-录-37，今日 10:48 结束，还没有资料',
    });
  });

  it('away: the hours are those of the regulation', () => {
    const away = { ...signedBy(ZHANG, march(5)), ground: 'remoteArea', statement: 's' } as const;
    const item: Due = { ...footage, activity: { ...ended, away }, due: { kind: 'away', missing: [] } };
    expect(dueWords(item, now, naming)).toMatchObject({
      when: '返回后 24 小时',
      what: '伊河龙门段河道采砂现场检查（偏远、交通不便地区）',
    });
  });

  it('a plan: when, who, where; and one whose hour has passed says so', () => {
    const go = (plannedAt: typeof now | null): Due => ({
      kind: 'go',
      id: 'go',
      order,
      activity: makeActivity({ plannedAt }),
    });
    expect(dueWords(go(march(6, 9)), now, naming)).toMatchObject({
      when: '明日 09:00',
      whenSub: '出发',
      why: 'A-2026-录-37，执法人员 张建国、李敏，伊河龙门段',
    });
    expect(dueWords(go(march(5, 9)), now, naming).whenSub).toBe('计划时间已过');
    expect(dueWords(go(null), now, naming).when).toBe('时间未定');
  });

  it('on site without a notice says so', () => {
    const activity = makeActivity({ arrived: signedBy(ZHANG, march(5, 9, 12)) });
    const said = dueWords({ kind: 'on-site', id: 'x', order, activity }, now, naming);
    expect(said).toMatchObject({ when: '进行中', whenSub: '今日 09:12 到达', why: 'A-2026-录-37，还没有记告知' });
  });

  it('a hand-over to accept, in the number style that is on', () => {
    const item: Due = { kind: 'accept', id: 'a', order, handover: makeHandover() };
    expect(dueWords(item, now, naming)).toMatchObject({
      what: '移交入库单 A-2026-移-13',
      why: '移交人 张建国，2 件',
      whenSub: '昨日 17:20 起',
    });
    expect(dueWords(item, now, { ...naming, numberStyle: 'document' }).what).toContain('洛水音像移〔2026〕A-13号');
  });

  it('piles and interrupted intakes are counted', () => {
    const pile = { count: 1284, more: false, sizeBytes: 18_400_000_000, since: march(5, 9) };
    expect(dueWords({ kind: 'store', id: 's', order, pile }, now, naming)).toMatchObject({
      what: '1,284 件资料还在采集缓存里',
      why: '18.4 GB，存入登记的介质才算入库',
    });
    const more = { ...pile, count: 2000, more: true };
    expect(dueWords({ kind: 'hand-over', id: 'h', order, pile: more }, now, naming)).toMatchObject({
      what: '2,000 件以上资料可以移交保管人',
      why: '18.4 GB 以上，已存介质，还没有移交',
    });
    const intake = { id: 'b', sourceLabel: 'DCIM', startedAt: march(5, 16), filesLeft: 9 };
    expect(dueWords({ kind: 'resume', id: 'r', order, intake }, now, naming).why).toContain('还有 9 个文件');
  });
});

it('a statement due where no holidays are known any more says so; where they are known it does not', () => {
  // 2026 when this was written: the data grow by a year each autumn.
  const lastKnown = Number(HOLIDAYS_KNOWN_UNTIL.slice(0, 4));
  const at = (year: number) => fromBeijing({ year, month: 3, day: 6, hour: 18 });
  const explain = (by: typeof now): Due => ({
    kind: 'explain',
    id: 'x',
    order: { by, hasDeadline: true, since: by },
    activity: ended,
    count: 1,
  });
  expect(dueWords(explain(at(lastKnown + 1)), now, naming).why).toContain('按周一至周五推算');
  expect(dueWords(explain(at(lastKnown)), now, naming).why).not.toContain('推算');
});

it('the urgent thing names number, end, party and what is lacking', () => {
  expect(urgentWords(footage, now, naming)).toEqual({
    title: '伊河龙门段河道采砂现场检查',
    sub: 'A-2026-录-37，今日 10:48 结束，当事人 豫河砂石经营部',
    devices: '记录仪 03、相机 01',
    lacking: '2 台设备未采集',
  });
});

it('a title that is not on this station is said to be missing, not left blank', () => {
  const bare: UrgentDue = { ...footage, activity: { ...ended, title: null, party: null } };
  expect(urgentWords(bare, now, naming).title).toBe('（本机未存活动名称）');
});
