import type { Reconciled } from '../usecases/findings-shelf.ts';
import { articleName, counted } from './times.ts';

export const RECONCILED: Record<Reconciled, string> = {
  recorded: '已记录',
  explained: '有说明',
  awaited: '期限未到',
  neither: '无说明',
};

/** Wording of the page of findings over all activities. */
export const FINDINGS = {
  title: '合规提示',
  purpose: '照记录当场核对，不保存、不外传；说明和认定要签名。',
  views: { name: '看什么', findings: '提示', reconcile: '记录对账', unlinked: '待核实资料' },
  viewWith: (words: string, n: number): string => (n === 0 ? words : `${words} ${n}`),
  period: '时间范围',
  periods: { days7: '近 7 天', days90: '近 90 天', year: '今年', all: '全部' },
  judging: (done: number, total: number): string => `正在核对 ${done} / ${total}`,

  filter: {
    article: '条款',
    standing: '状态',
    answeredBy: '由谁说明',
    all: '全部',
    mine: '只看等我办的',
    words: {
      article: (words: string): string => words,
      standing: (words: string): string => `状态 ${words}`,
      answeredBy: (words: string): string => `由${words}说明`,
      mine: '等我办的',
    },
  },
  table: '提示列表',
  columns: { flag: '依据', fact: '情况', about: '活动或资料', standing: '状态', day: '日期' },
  none: '这段时间里，照现在的记录没有提示。',
  noMatch: '没有符合条件的提示。去掉一两个条件再看。',
  intake: (at: string, device: string): string => `${at} 采集，${device}`,
  unregistered: '未登记的设备',
  recording: (name: string): string => `资料 ${name}`,

  panel: {
    heading: '这一条',
    none: '点一条，在这里说明或者认定。',
    open: { activity: '打开活动', intake: '打开采集', recording: '打开资料' },
  },

  principles: {
    heading: '记录原则',
    article: articleName(3),
    synchronous: '同步摄录：全程有记录的活动',
    centralised: '集中管理：保管人收存、副本核对够数的资料',
    archived: '规范归档：编了号的资料',
    confidential: '严格保密：未经批准的外流（应为 0）',
  },

  reconcile: {
    heading: '应记录的活动',
    article: articleName(6),
    lead: (from: string): string =>
      `${from} 以来已经结束的活动。六类活动都应记录；没有记录的，要有未记录情况工作记录。`,
    tally: { required: '应记录', recorded: '已记录', explained: '有说明', awaited: '期限未到', neither: '无说明' },
    columns: { no: '编号', title: '活动名称', ended: '结束', state: '对账' },
    none: '这段时间里没有已经结束的活动。',
    table: '记录对账',
  },

  unlinked: {
    heading: '没有归到活动的资料',
    article: articleName(4),
    lead: '与工作无关的内容严禁摄录；已经录下的一律不删，由法制办公室认定。',
    none: '所有资料都归到了活动。',
    table: '待核实资料',
    columns: { name: '资料', reason: '原因', taken: '采集', state: '情况' },
    decided: (words: string): string => `认定${words}`,
    explained: '已说明，待认定',
    open: '还没有说明',
    count: (n: number): string => counted(n, '件'),
    said: (name: string, at: string, text: string): string => `${name} ${at} 说明：${text}`,
    ruled: (name: string, at: string, what: string, text: string): string => `${name} ${at} 认定${what}：${text}`,
    elsewhere: '（内容未存本机）',
    relink: '归到活动，或改原因',
    explain: '说明',
    decide: '认定',
    ownFootage: '您采集或说明过这一件，须由另一位同志认定',
    dialog: {
      explainTitle: '说明待核实资料',
      decideTitle: '认定待核实资料',
      text: '说明',
      reason: '理由',
      decision: '认定结果',
      missing: '请写明情况。',
      decisionMissing: '请选认定结果。',
      explainSentence: (name: string, what: string): string => `${name}对没有归到活动的资料 ${what} 作出说明`,
      decideSentence: (name: string, what: string, word: string): string =>
        `${name}代表法制办公室认定资料 ${what} ${word}`,
      correction: '要补充或改变，另签一条即可；资料不会删除。',
      explainAct: '说明情况',
      decideAct: '认定',
      wayOut: '先不签',
      done: '已签名。',
    },
  },
} as const;
