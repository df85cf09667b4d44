import type { ParameterName } from '../regulation/parameters.ts';
import { articleName, counted } from './times.ts';

/** 规则: the regulation to read, and the numbers it is applied with. */

/** A page of the app where an article is carried out. */
export type RulePlace =
  | 'people'
  | 'equipment'
  | 'activities'
  | 'intake'
  | 'store'
  | 'handover'
  | 'register'
  | 'print'
  | 'today'
  | 'parameters'
  | 'sample'
  | 'findings'
  | 'sync';

interface Where {
  /** null: this version does not do it yet. */
  readonly place: RulePlace | null;
  readonly words: string;
}

const at = (place: RulePlace | null, words: string): Where => ({ place, words });

/** Where the system does what an article says. Numbers 1 to 23. */
export const ARTICLE_WHERE: readonly (readonly Where[])[] = [
  [at('people', '人员：执法证有效期、培训'), at('activities', '活动上执法证不在有效期的，给出提示')],
  [at('equipment', '设备与介质：配备的设备都在册'), at('intake', '采集：非配备设备要说明，部门负责人阅知')],
  [at('findings', '合规提示：应记录、已记录、有说明的对照'), at('register', '台账：采集、保存、归属和流转')],
  [at('findings', '合规提示：没有归属的资料，说明和认定'), at('findings', '待核实处理表在那里打印')],
  [at('activities', '活动：出发前检查'), at('print', '打印：设备检查登记表')],
  [at('activities', '活动：类型和清单事项'), at('print', '打印：核对表、登记台账')],
  [at('activities', '活动：未记录说明，报主管领导'), at('print', '打印：未记录情况工作记录')],
  [at('activities', '活动：提示卡，到场按“已告知”')],
  [at('activities', '活动：到达、结束和记录时段')],
  [at('activities', '活动：第十条内容逐项核对'), at('print', '打印：核对表')],
  [at('activities', '活动：中断、语音说明、书面说明'), at('print', '打印：中断情况说明')],
  [at('store', '入库：存到登记过的介质并读回比对'), at('equipment', '设备与介质：介质台账')],
  [at('today', '今日：采集时限'), at('intake', '采集'), at('handover', '移交')],
  [at(null, '保存期限的计算和到期鉴定')],
  [at(null, '证据提取说明、光盘附卷')],
  [at('sample', '抽查：每月抽出，仍按本条审批后查看'), at(null, '调阅的申请、审批和登记')],
  [at(null, '调取、查看的审批')],
  [at('register', '台账：原始记录只有校验，没有删改'), at(null, '对外提供审批')],
  [at('intake', '采集前先问是否涉密；涉密载体封存登记'), at('print', '打印：涉密载体移交登记单')],
  [at('equipment', '设备：领用、转交、归还、遗失都登记'), at(null, '责任追究记录')],
  [at('people', '人员：停止执法一个月，期间不能参加活动、领用设备')],
  [at(null, '年度经费和设备台账')],
  [at('parameters', '规则参数：施行日期')],
];

/** A parameter in the bureau's words, and what its number counts. */
export const PARAMETER: Readonly<
  Record<
    Exclude<ParameterName, 'statementDue'> | 'statementDueWorkingDays' | 'statementDueHour',
    readonly [string, string]
  >
> = {
  certificateWarnDays: ['执法证、培训到期前多久提示', '天'],
  coverageEnoughPercent: ['“同步”指标：覆盖到多少算记录到', '%'],
  segmentJoinSec: ['相邻两段相隔多少以内算连续', '秒'],
  coverageStartTolSec: ['到达后多久内开始记录', '秒'],
  coverageEndTolSec: ['结束前多久内可以停止记录', '秒'],
  clockOffsetWarnSec: ['设备时钟偏差多少要处理', '秒'],
  checkValidHours: ['执法前检查管多久（同一天内）', '小时'],
  voiceExplainWithinSec: ['恢复记录后多久内口述原因', '秒'],
  reportImmediatelyMin: ['无法继续记录，多久内报告', '分钟'],
  statementDueWorkingDays: ['书面说明、工作记录：几个工作日内', '个工作日'],
  statementDueHour: ['书面说明、工作记录：当日几点前', '点'],
  exportSameDayCutoffHour: ['“当天”到几点为止', '点'],
  exportAfterReturnHours: ['返回单位后多久内导出', '小时'],
  retentionMinYears: ['资料最少保存', '年'],
  approversRequired: ['调阅由谁批准', ''],
  suspensionMonths: ['停止执法工作', '个月'],
  accessGrantHours: ['批准后多久内可以查看', '小时'],
  unlinkedWarnWorkingDays: ['没有归属的资料多久提示', '个工作日'],
  verifyEveryDays: ['每隔多久复核一次', '天'],
  minCopies: ['至少几份副本', '份'],
  registrationDecisionDays: ['先行登记保存后多久作出处理决定', '天'],
  registrationRemindDays: ['作出处理决定前几天提醒', '天'],
  deferredResultDays: ['送达结果、公告凭证等多久', '天'],
  deferredRemindDays: ['送达结果、公告凭证每隔多久提醒', '天'],
  announcementDays: ['公告送达的期间', '天'],
  courtEvidenceDays: ['向法院举证的期限', '天'],
  reviewReplyDays: ['向复议机关答复的期限', '天'],
};

export const RULES = {
  title: '规则',
  purpose: (docNo: string): string => `${docNo}的条文、规则参数和清单外事项。`,
  tabs: { articles: '条文', parameters: '规则参数', templates: '清单外事项' },
  tabsName: '规则的几个部分',
  articles: '制度条文',
  where: '系统在哪里办',
  notYet: (words: string): string => `${words}：这一版还没有做`,
  note: '校注：',
  textSha: (hex: string): string => `条文按印发文本一字不改，校验值 SHA-256 ${hex}`,
  jump: '条目',

  parameters: '规则参数表',
  inForce: (n: number): string => (n === 0 ? '现行数值，没有公布过' : `现行第 ${n} 版`),
  firstVersion: '没有公布过参数，现在用的都是制度的数字和系统默认值。',
  columns: { article: '条', name: '参数', value: '数值', source: '依据' },
  sourceRegulation: '制度规定',
  sourceDefault: '本局未规定，系统默认值',
  sourcePublished: (day: string): string => `本局规定（${day} 起）`,
  sourceLaw: (law: string): string => `${law}（引用前由法制办公室核对）`,
  ofMatter: (row: number): string => `清单${row}`,
  noArticle: '／',
  effectiveFrom: '施行日期（第二十三条）',
  effectiveUnknown: '印发文本没有日期，待法制办公室填写；填写以前对所有活动都适用',
  effectiveHint: '印发之日。填了以后，这天以前的活动不再提示。',
  print: '打印规则参数表',
  change: '修改参数',
  cannotChange: '修改参数由法制办公室的同志办理',
  versions: '历次公布',
  versionCount: (n: number): string => counted(n, '版'),
  noVersions: '还没有公布过。',
  waitsForLeader: '待主管领导签署',
  published: (who: string, at: string): string => `${who} 公布，${at}`,
  countersigned: (who: string, at: string): string => `${who} 签署，${at} 起施行`,
  changes: (lines: readonly string[]): string => (lines.length === 0 ? '与前一版相同' : lines.join('；')),
  changed: (name: string, from: string, to: string): string => `${name}由 ${from} 改为 ${to}`,
  effectiveSet: (day: string): string => `施行日期 ${day}`,
  version: (n: number): string => `第 ${n} 版`,

  draftTitle: '修改规则参数',
  draftHint: '只列出本局可以规定的数。制度和法律已经规定的不能改。清空一格就回到默认值。',
  default: (value: string): string => `默认 ${value}`,
  unfit: '请写 0 以上的整数。',
  tooLarge: (most: number): string => `最大 ${most}。`,
  dateUnfit: '日期请写成 2020-03-05 的样子。',
  unchanged: '还没有改动',
  says: (who: string, lines: readonly string[]): string =>
    `${who} 公布规则参数：${lines.join('；')}。主管领导签署后施行，只管施行以后的事。`,
  correction: '要改，另公布一版。以前的提示仍按当时的参数。',
  act: '公布规则参数',
  wayOut: '先不公布',
  done: '已签，等主管领导签署',
  leaderTitle: '签署规则参数',
  leaderSays: (who: string, by: string, lines: readonly string[]): string =>
    `${who} 同意 ${by} 公布的规则参数：${lines.join('；')}，即时施行。`,
  leaderAct: '同意公布',
  leaderDone: '已签，开始施行',
  leaderSign: '签署',
  leaderOnly: '由主管领导签署',
  leaderWaits: (n: number): string => `有 ${counted(n, '版')}参数等主管领导签署`,
  articleWords: (articles: readonly number[]): string => articles.map(articleName).join('、'),
} as const;
