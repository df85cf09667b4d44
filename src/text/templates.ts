import type { ActivityType } from '../domain/records.ts';
import type { TemplateRefusal } from '../usecases/publish-template.ts';
import { RULE } from './refusals.ts';

/** 清单外事项: steps for what the bureau's list does not cover. */
export const TEMPLATES = {
  title: '清单外事项',
  badge: '清单外',
  why: '清单只有行政处罚的十二项。清单没有的，由法制办公室拟定应记录的环节，主管领导签署后施行；印在核对表上，注明清单外。',
  none: '还没有公布',
  waits: '待主管领导签署',
  ifHappened: '发生了才记',
  change: '拟定',
  changeOf: (type: string): string => `拟定 ${type} 的环节`,
  cannot: '由法制办公室的同志拟定',
  sign: '签署',
  leaderOnly: '由主管领导签署',
  dialog: (type: string): string => `${type}：应记录的环节`,
  name: '事项名称',
  required: '必须记录的环节',
  conditional: '发生了才记录的环节',
  stepHint: '一行一个环节，最多 40 个，每个不超过 60 字',
  says: (who: string, title: string, n: number): string =>
    `${who} 公布清单外事项“${title}”，${n} 个环节。主管领导签署后施行。`,
  correction: '要改，另公布一版；以前的留在账上。',
  act: '公布清单外事项',
  wayOut: '先不公布',
  done: '已签，等主管领导签署',
  leaderTitle: '签署清单外事项',
  leaderSays: (who: string, title: string): string => `${who} 同意公布清单外事项“${title}”，即时施行。`,
  leaderAct: '同意公布',
  leaderDone: '已签，开始施行',
  notHere: '内容还没有到这台电脑',
  tooMany: '最多 40 个环节。',
  tooLong: '每个环节不超过 60 字。',
  signed: (who: string, at: string): string => `${who}，${at}`,
} as const;

const REFUSAL: Record<Exclude<TemplateRefusal['code'], 'rule'>, string> = {
  'title-missing': '请写事项名称。',
  'steps-missing': '请至少写一个环节。',
};

export const templateRefusal = (refusal: TemplateRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : REFUSAL[refusal.code];

/** What other bureaus record where this list has nothing; a beginning for the legal affairs office, no rule. */
export const TEMPLATE_SUGGESTION: Partial<
  Record<ActivityType, { readonly title: string; readonly steps: readonly string[] }>
> = {
  compulsoryMeasure: {
    title: '行政强制措施',
    steps: [
      '表明身份、出示执法证件',
      '告知采取行政强制措施的理由、依据',
      '告知当事人的权利、救济途径',
      '听取陈述、申辩',
      '实施的时间、地点和过程',
      '查封、扣押物品清点',
    ],
  },
};
