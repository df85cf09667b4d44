import type { SampleRole } from '../domain/office-records.ts';
import type { SampleRefusal } from '../usecases/draw-review-sample.ts';
import { RULE } from './refusals.ts';
import { counted } from './times.ts';

/** 抽查: a month's recordings drawn for review. */
export const SAMPLE = {
  title: '抽查',
  purpose: '每月随机抽出几件资料，由部门负责人、法制办公室查看。抽出以后仍按第十六条审批、登记才能查看。',
  draw: '抽一次',
  month: '月份',
  size: '抽几件',
  sizeUnit: '件',
  who: {
    departmentHead: '部门负责人（本部门的资料）',
    legalAffairsOffice: '法制办公室（全局的资料）',
  } satisfies Record<SampleRole, string>,
  as: '由谁抽',
  role: '由部门负责人或法制办公室抽',
  says: (who: string, month: string, n: string, whose: string): string =>
    `${who} 从 ${month} 采集入账的资料里随机抽 ${n} 件，抽给${whose}。`,
  correction: '每月每个部门只算第一次抽的，不能重抽。',
  act: '抽查',
  wayOut: '先不抽',
  done: '已抽出，记在账上',
  list: '抽过的',
  none: '还没有抽过',
  noneWhy: '一个月过完以后，可以抽这个月的。',
  line: (month: string, who: string): string => `${month}　${who}`,
  counts: (n: number, of: number): string => `从 ${counted(of, '件')}里抽 ${counted(n, '件')}`,
  drawn: (who: string, at: string): string => `${who} 抽于 ${at}`,
  seed: '种子',
  seedWhy: '用同样的资料和这个种子，谁都能重抽出同样的几件。',
  again: '本机重抽',
  outcome: {
    same: '一致',
    differs: '不一致，请交法制办公室核对',
    'count-differs': '本机的资料与抽的时候不一样多，不能比',
  },
  access: '查看仍须审批、登记（第十六条）；这一版还没有做调阅。',
  noNumber: '未编号',
  monthFault: '请选已经过完的月份。',
} as const;

const REFUSAL: Record<Exclude<SampleRefusal['code'], 'rule'>, string> = {
  'nothing-to-draw': '这个月没有采集入账的资料。',
  'already-drawn': '这个月已经抽过，不能重抽。',
  'month-not-over': '这个月还没有过完。',
  'size-unfit': '请写 1 到 200 之间的整数。',
};

export const sampleRefusal = (refusal: SampleRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : REFUSAL[refusal.code];
