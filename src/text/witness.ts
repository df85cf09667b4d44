import type { CloseRefusal } from '../usecases/sign-checkpoint.ts';
import { RULE } from './refusals.ts';
import { commas } from './times.ts';

/** 见证. */
export const WITNESS = {
  title: '见证',
  purpose: '每天由各站把账本当时的样子签一次，互相留底。见证过的，谁悄悄拿走、换掉一条，都能查出来。',
  today: '今天的见证码',
  todayWhy: '请抄进纸质台账。以后核验时对得上，说明到那一刻为止的记录一条也没有少、没有变。',
  notYet: '今天还没有见证。进入录证以后会自己做，不用按什么。',
  facts: { at: '见证时间', entries: '见证条数', stations: '别的站点', station: '站点' },
  entries: (count: number): string => `${commas(count)} 条`,
  by: (count: number): string => (count === 0 ? '还没有别的站点见证' : `${commas(count)} 台已见证`),
  byNames: (names: readonly string[]): string => names.join('、'),
  alone: '本局只有这一台电脑。再加一台，才有人给它留底。',

  days: '每日见证',
  daysTable: '每日见证列表',
  daysColumns: { station: '站点', day: '时间', code: '见证码', entries: '条数', by: '别的站点' },
  daysNone: '还没有见证过。',
  own: (station: string): string => `${station}（本机）`,

  months: '月结',
  monthsTable: '月结列表',
  monthsSub: '每月由保管人、法制办公室各一人在见证码上签名，再抄进纸质台账。',
  monthColumns: { month: '月份', code: '见证码', closed: '月结人', confirmed: '会签人' },
  monthsNone: '还没有月结过。',
  month: '结哪个月',
  close: '月结',
  closeMay: '月结由保管人或法制办公室的同志办理',
  closeSays: (who: string, month: string, code: string): string => `${who} 对 ${month} 月结，见证码 ${code}。`,
  closeCorrection: '结错了可以再结一次，两次都留在账上。另一位会签后完成。',
  closeNone: '本机还没有见证过，明天再来，或者锁定后重新进入',
  confirm: '会签',
  confirmOf: (month: string): string => `会签 ${month} 月结`,
  confirmSays: (who: string, month: string, code: string): string =>
    `${who} 会签 ${month} 月结，见证码 ${code} 已与纸质台账核对。`,
  confirmCorrection: '会签后这次月结完成，不能撤回。',
  waits: '等会签',
  wayOut: '先不办',
  printed: (code: string, station: string, at: string, count: number): string =>
    `见证码 ${code}（${station}，${at}，${commas(count)} 条）`,
} as const;

const CLOSE: Record<Exclude<CloseRefusal['code'], 'rule'>, string> = { 'checkpoint-missing': WITNESS.closeNone };
export const closeRefusal = (refusal: CloseRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : CLOSE[refusal.code];
