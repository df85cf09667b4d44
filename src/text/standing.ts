import type { RuleRefusal } from '../usecases/desk.ts';
import { RULE } from './refusals.ts';

/** 执法资格: certificates and trainings (Art. 1), suspensions (Art. 21). */
export const STANDING = {
  title: '执法资格',
  sub: '执法证、培训（第一条）；停止执法（第二十一条）',
  columns: { name: '姓名', certificate: '执法证', trained: '最近培训', suspended: '停止执法' },
  acts: '登记',
  none: '还没有执法人员。',
  states: {
    valid: '有效',
    ending: '快到期',
    over: '已过期',
    'not-yet': '还没有生效',
    unknown: '没有登记有效期',
  },
  until: (day: string): string => `至 ${day}`,
  noCertificate: '没有登记证号',
  neverTrained: '没有登记过',
  suspended: (from: string, to: string): string => `${from} 至 ${to}`,
  decision: (no: string): string => `（${no}）`,
  past: (n: number): string => `以前 ${n} 次`,
  train: '登记培训',
  trainOf: (name: string): string => `登记 ${name} 的培训`,
  trainRole: '由部门负责人、保管人或法制办公室办理',
  trainTitle: (name: string): string => `${name} 的培训`,
  trainedOn: '培训日期',
  trainSubject: '培训内容',
  trainSays: (who: string, name: string, on: string, subject: string): string =>
    `${who} 登记 ${name} 于 ${on} 参加培训${subject === '' ? '' : `：${subject}`}。`,
  trainAct: '登记培训',
  trainDone: '已登记培训',
  trainCorrection: '登记错的，再登记一次正确的；原来的留在账上。',
  suspend: '停止执法',
  suspendOf: (name: string): string => `登记 ${name} 停止执法`,
  suspendRole: '由法制办公室或主管领导办理',
  suspendSelf: '不能给自己登记',
  suspendTitle: (name: string): string => `${name} 停止执法一个月`,
  suspendWhy: '决定先在纸上作出，这里登记。期间不能参加活动，也不能领用设备；期满自动恢复。',
  from: '从哪天起',
  decisionNo: '决定文号',
  suspendSays: (who: string, name: string, from: string, to: string, no: string): string =>
    `${who} 登记 ${name} 停止执法工作一个月，${from} 至 ${to}${no === '' ? '' : `，决定文号 ${no}`}。`,
  suspendAct: '登记停止执法',
  suspendDone: '已登记停止执法',
  suspendCorrection: '登记错的，由作出决定的机关另行决定；登记留在账上。',
  wayOut: '先不登记',
  dateUnfit: '日期请写成 2026-03-05 的样子。',
  dateAhead: '培训日期不能在今天以后。',
  decisionMissing: '请写决定文号。',
} as const;

export const suspendRefusal = (refusal: RuleRefusal | { readonly code: 'decision-missing' }): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : STANDING.decisionMissing;
