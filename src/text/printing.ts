import type { CustodyEvent } from '../domain/records.ts';
import { RULE_SET } from '../regulation/rule-set.ts';
import { articleName, commas, counted } from './times.ts';

/** Forms by the code that stands in print entries; the same words as on the sheets. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  'F0-rules': '执法音像记录规则参数表',
  F1: RULE_SET.checklistTitle,
  'F1-original': `${RULE_SET.checklistTitle}（原文版）`,
  'F1-working': `${RULE_SET.checklistTitle}（工作版）`,
  'F1-check': '执法音像记录事项核对表',
  F2: '音像记录设备检查登记表',
  F3: '音像记录设备领用、归还登记表',
  F4: '执法音像记录登记台账',
  'F4-csv': '执法音像记录登记台账（CSV）',
  F5: '未进行现场执法音像记录情况工作记录',
  F6: '执法音像记录中断情况说明',
  F7: '音像资料移交入库单',
  F10: '证据保管链（流转）记录',
  F15: '音像资料待核实（无关内容）处理表',
  F17: '完整性校验（四性检查）报告',
  F16: '涉密载体移交登记单',
};

/** A form of a newer version is named by its code. */
export const formName = (code: string): string => FORM_NAMES[code] ?? code;

export const PRINT = {
  centre: '打印中心',
  purpose: '现在可以打印的清单和表。每次打印都登记在账上，重印会写明第几次。',
  back: '返回',
  print: '打印',
  pdf: '存为 PDF',
  pdfHint: '存为 PDF：在打印窗口的“目标打印机”里选“另存为 PDF”。',
  preparing: '正在准备…',
  sheet: (name: string): string => `${name}，打印预览`,
  printed: (n: number): string => `已登记为第 ${n} 次打印`,
  notLogged: '没有登记上，所以没有打印。',
  cannotOpen: '打印窗口没有打开，请再按一次。',
  fonts: (uses: readonly string[]): string =>
    `这台电脑缺少${uses.join('、')}，会用别的字体代替，换行可能与别处不同。装上方正小标宋、仿宋、黑体后再打印最好。`,
  fontUse: { title: '标题用的小标宋体', body: '正文用的仿宋体', head: '表头用的黑体' },
  unknownForm: '没有这种表',
  unknownFormWhy: '地址可能写错了。能打印的表都在打印中心。',
  notFound: '这台电脑上没有要打印的记录',
  notFoundWhy: '可能是地址不完整，也可能是另一台电脑办的，还没有到这里。',
  tooMany: (n: number): string => `筛出 ${counted(n, '件')}，一次打印太多`,
  tooManyWhy: (limit: number): string =>
    `一次最多打印 ${counted(limit, '件')}。请回到台账，按日期或活动分几次筛好再打印。`,
  nothingToPrint: '没有符合条件的资料可以打印',
  nothingToPrintWhy: '请回到台账，去掉一两个条件再打印。',
  noneInPeriod: '这段时间没有登记',
  noneInPeriodWhy: '换一个月份或者另一台设备再打印。',
  tooManyInPeriod: (limit: number): string => `一次最多打印 ${counted(limit, '条')}，请按月份或者设备分几次打印。`,
  toRegister: '回到台账',
  toCentre: '到打印中心',
  bar: '打印',

  f1: {
    title: formName('F1'),
    why: '事项、载体、场所和内容。原文版一字不改；工作版按规范表述，附校注。',
    original: '原文版',
    working: '工作版',
  },
  f4: {
    title: formName('F4'),
    why: '先在台账里按条件筛好，再打印筛出的部分；页头写明条件和截至时间。',
    all: '打印全部',
    month: '打印本月',
    register: '到台账筛选',
  },
  f7: { title: formName('F7'), why: '每次移交一张，一式两份。', none: '还没有移交。', all: '看全部移交' },
  f10: {
    title: formName('F10'),
    why: '一件资料一份，从采集起每一次流转。先找到这件资料。',
    find: '找一件资料',
    findHint: '编号、当事人、地点、原文件名',
    nothing: '没有找到，换个词试试。',
  },
  f16: { title: formName('F16'), why: '封存涉密载体时登记的单子，单上没有内容。', none: '没有登记过涉密载体。' },
  ofActivity: {
    title: '一次执法活动的表',
    why: '核对表、中断情况说明、未记录情况工作记录和这次的设备检查。先找到这次活动。',
    find: '找一次活动',
    findHint: '编号、名称、地点、当事人',
    nothing: '没有找到，换个词试试。',
  },
  f0: { title: formName('F0-rules'), why: '现行数值、依据和历次公布；本局没有规定的写明是系统默认值。' },
  f2: { title: formName('F2'), why: '每次检查一行；可以只打印一台设备或一次活动的。' },
  f3: { title: formName('F3'), why: '谁在什么时候领用、转交、归还；资料是否已采集由账本算出。' },
  month: '打印本月',
  lastMonth: '打印上月',
  short: { 'F1-check': '核对表', F5: '未记录', F6: '中断说明', F2: '设备检查', F15: '待核实处理表' },
  of: (no: string): string => `打印 ${no}`,
  ofForm: (form: string, no: string): string => `打印${form} ${no}`,
  recent: (n: number): string => `最近 ${counted(n, '份')}`,
  handoverLine: (from: string, to: string, n: number): string => `${from} 移交 ${to}，${counted(n, '件')}`,
  cardLine: (at: string, by: string): string => `${at} ${by} 封存`,
} as const;

/** What stands in the cells of forms, where a record holds a code. */
export const CELL = {
  join: '、',
  station: (code: string, name: string): string => (name === '' ? `${code} 站` : `${code} 站（${name}）`),
  matters: (names: readonly { readonly row: number; readonly name: string }[]): string =>
    names.map(({ row, name }) => `${name}（${row}）`).join('、'),
  offList: (type: string): string => `清单外：${type}`,
  deviceOf: (label: string, carrier: string): string => `${label}（${carrier}）`,
  notBureauDevice: '非配备设备',
  storedOn: (media: string): string => `入库至${media}`,
  buffer: '采集缓存（未入库）',
  bufferName: '采集缓存',
  signedBy: (name: string): string => (name === '' ? '' : `${name} 签`),
  noticed: (at: string): string => `${at} 已告知`,
  withdrawn: (at: string): string => `本次移交已于 ${at} 撤回`,
  claim: (digits: string, proof: string): string => `${digits}（${proof}）`,
  claimNone: '设备没有记下',
  withCertificate: (name: string, no: string): string => `${name}（${no}）`,
  stepOfItem: (step: string, item: string): string => `${step}（物品 ${item}）`,
  pressedOnSite: '现场按记',
  offListNo: (n: number): string => `外-${n}`,
  ifHappened: (step: string): string => `${step}（发生了才记）`,
  footage: (no: string, at: string): string => `${no} ${at}`,
  noNotice: (ground: string, text: string): string => `未告知：${ground}${text === '' ? '' : `，${text}`}`,
  offsetByCheck: '执法前检查登记',
  period: (from: string | null, to: string | null): string => `${from ?? '最早'} 至 ${to ?? '今日'}`,
  scopeWhole: '全部',
  scopeAll: '全部资料',
  scopeSelected: (n: number): string => `选定 ${commas(n)} 件`,
  scopeJoin: '，',
} as const;

/** 目的／依据 of a custody event, by the article it rests on. */
export const CUSTODY_PURPOSE: Record<CustodyEvent['kind'], string | null> = {
  'taken-in': `${articleName(13)} 采集`,
  countersigned: `${articleName(13)} 采集人确认`,
  linked: `${articleName(4)} 归属`,
  copied: `${articleName(12)} 保存`,
  'buffer-purged': `${articleName(12)} 已有核验过的副本`,
  deleted: '误录，两人签名的删去要求',
  checked: `${articleName(12)} 复核`,
  'handover-given': `${articleName(13)} 移交`,
  'handover-accepted': `${articleName(12)} 集中保管`,
  'handover-withdrawn': '移交人撤回',
  reviewed: '移交前采集核对',
  printed: null,
};
