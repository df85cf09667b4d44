import type { MergeRefusal } from '../usecases/merge-activities.ts';
import { RULE } from './refusals.ts';
import { counted } from './times.ts';

/** 同一执法对象: everything about one party. */
export const PARTY = {
  title: '同一执法对象',
  purpose: '同一个当事人的执法活动、资料、说明和案号放在一起看。',
  find: '找一个当事人',
  findHint: '单位或姓名，写一部分也行',
  none: '还没有写明当事人的活动。',
  nothing: '没有找到，换个词试试。',
  count: (n: number): string => counted(n, '次活动'),
  last: (day: string): string => `最近 ${day}`,
  activities: '执法活动',
  recordings: '资料',
  cases: '案号',
  noCase: '没有案号',
  videos: (n: number, length: string): string => `${counted(n, '件')}${length === '' ? '' : `，共 ${length}`}`,
  inRegister: '在台账里看这些资料',
  columns: {
    no: '编号',
    day: '日期',
    what: '事项',
    where: '地点',
    officers: '执法人员',
    caseNo: '案号',
    footage: '资料',
    said: '说明',
  },
  said: {
    nonRecording: '有未记录说明',
    declared: '声明未记录，待说明',
    gaps: (n: number): string => `中断说明 ${counted(n, '份')}`,
    away: '异地、连续执法',
  },
  join: '、',
  offList: '清单外',
  same: '同一当事人的其他活动',
  forms: '打印这次活动的表',
} as const;

/** 可能重复建立的活动 (trap 17). */
export const TWINS = {
  title: '可能重复建立的活动',
  purpose: '两台电脑没有连上时，可能各建了一次。由您判断是不是同一次。',
  none: '没有看上去重复的活动',
  noneWhy: '两台电脑各建一次同一活动时，会列在这里。',
  found: (n: number): string => `有 ${counted(n, '对')}活动可能是同一次`,
  look: '去看看',
  kept: '保留',
  other: '并入',
  keptWhy: '资料或现场记录较多的，或者先建的',
  merge: '是同一次，合并',
  mergeOf: (other: string, kept: string): string => `把 ${other} 并入 ${kept}`,
  dialog: '合并重复建立的活动',
  says: (who: string, other: string, kept: string): string =>
    `${who} 认定 ${other} 与 ${kept} 是同一次活动：${other} 的资料归到 ${kept}，以后不再单独提示。`,
  correction: '合并后不能拆开；两边原来的记录都留在账上。',
  act: '合并',
  wayOut: '不是同一次',
  done: '已合并',
  footage: (n: number): string => counted(n, '件资料'),
  marks: (n: number): string => `现场记录 ${counted(n, '条')}`,
  created: (who: string, at: string): string => `${who} 建于 ${at}`,
  role: '由执法人员或部门负责人合并',
} as const;

export const mergeRefusal = (refusal: MergeRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : '这台电脑上没有这次活动。';
