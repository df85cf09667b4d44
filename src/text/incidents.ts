import type { DoorWhy } from '../ledger/door-why.ts';
import type { IncidentCode } from '../ledger/kinds.ts';
import { commas } from './times.ts';

/** What each incident is: what happened, and what the system did about it. */
export const INCIDENT: Record<IncidentCode, { readonly happened: string; readonly done: string }> = {
  'clock-set-back': { happened: '电脑时间比上次用时早', done: '先后次序不受影响；已提示对时。' },
  'source-changed': { happened: '采集当中，卡上的文件变了', done: '没有采用变了的文件，已采好的都在。' },
  'read-back-mismatch': { happened: '存入后读回，和原文件不一致', done: '这一份没有算作已存，原来的还在。' },
  'copy-damaged': { happened: '介质上的一份和登记的不一致，或找不到', done: '已标“校验不一致”，别的份没有动。' },
  'entry-refused': { happened: '收到不合格的记录', done: '没有收进账本，退回不用。' },
  'foreign-medium': { happened: '接上的盘不是登记的那一块', done: '没有读写这块盘。' },
  'fork-found': { happened: '一把钥匙在同一序号签了两份', done: '两份都留作证据，只采用一支，这把钥匙不能再审批。' },
  'foreign-delete': { happened: '有电脑送来删除记录的指令', done: '没有执行，账本没有少。' },
  'foreign-type': { happened: '有电脑送来不是记录的内容', done: '没有采用。' },
  flood: { happened: '有电脑不停地送不合格的内容', done: '已断开那条连接。' },
};

/** Names of the facts an incident holds. */
export const INCIDENT_FACT: Readonly<Record<string, string>> = {
  link: '由哪台送来',
  key: '签名钥匙',
  code: '原因',
  count: '次数',
  last: '上次的时间',
  now: '当时的时间',
  file: '文件',
  batch: '采集批次',
  item: '文件代号',
  fault: '原因',
  medium: '介质',
  recording: '资料',
};

/** Why something was refused at the door. */
export const INCIDENT_WHY: Record<DoorWhy, string> = {
  'too-large': '太大，不是一条记录',
  'not-a-jws': '不是一条记录',
  'header-malformed': '格式损坏',
  'payload-malformed': '格式损坏，或者两种读法',
  'signature-bad': '签名不符',
  'other-bureau': '别的单位的记录',
  fork: '同一序号签了两份',
  'slot-taken': '前后接不上',
  'proof-unfit': '证据不成立',
  'details-unfit': '文字与签名时的承诺不符',
  'key-unknown': '签名钥匙没有登记',
  'message-malformed': '格式损坏',
  'frontier-unfit': '签的进度不成立',
  'frontier-hollow': '签了有的记录，两次都拿不出来',
  'update-malformed': '格式损坏',
  'state-vector-malformed': '格式损坏',
  delete: '要求删除',
  type: '不是记录',
  misplaced: '放错了地方',
  'draft-flood': '草稿送得太多',
  'draft-malformed': '草稿格式损坏',
  'draft-too-large': '草稿太大',
  'draft-foreign-type': '不是草稿文字',
  'draft-incomplete': '草稿缺了前面的',
  'hello-malformed': '连接时说的话不对',
  reflected: '把本机的话原样送回来',
  'frame-forged': '内容在路上被改过',
  'frame-malformed': '格式损坏',
  'message-too-large': '一次送得太多',
  flood: '不停地送',
};

export const INCIDENTS = {
  title: '异常',
  table: '异常列表',
  purpose: '各站自己记下的不对劲的事：发生了什么、是哪台或哪把钥匙、系统怎么办的、谁看过了。',
  none: '没有异常',
  noneWhy: '各站发现不对劲的事会自己记在这里，看过的要签“阅知”。',
  open: '还没有人阅知',
  columns: { at: '时间', station: '记下的站点', what: '发生了什么', who: '哪台、哪把钥匙', ack: '阅知' },
  listed: '；',
  unknown: '新版本记下的异常，这一版认不出来',
  unknownDone: '照存照传。',
  unknownLink: '没有报名的电脑',
  fact: (name: string, value: string): string => `${name}：${value}`,
  times: (count: number): string => `${commas(count)} 次`,
  pick: (what: string, at: string): string => `选 ${at} ${what}`,
  acknowledge: '阅知',
  acknowledgeTitle: (count: number): string => `阅知 ${commas(count)} 件异常`,
  says: (who: string, count: number, station: string): string =>
    `${who} 已看过 ${station} 记下的 ${commas(count)} 件异常。`,
  remark: '怎么处理的',
  remarkHint: '例如：已给电脑对时；已请技术人员查看。',
  correction: '阅知后仍留在账上，不能删除。',
  may: '阅知由保管人或法制办公室的同志办理',
  choose: '还没有选要阅知的异常',
  oneStation: '一次只能阅知同一个站点记下的，请分开办',
  wayOut: '先不办',
  acknowledged: (who: string, at: string): string => `${who} ${at}`,
  shown: (n: number, all: number): string => `显示最近 ${commas(n)} 件，共 ${commas(all)} 件`,
} as const;
