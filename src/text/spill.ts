import type { SpillGround } from '../domain/spill-record.ts';
import type { SpillRefusal } from '../usecases/spill.ts';
import { RULE } from './refusals.ts';
import { commas } from './times.ts';

export const SPILL_GROUND: Record<SpillGround, string> = {
  stateSecret: '国家秘密',
  tradeSecret: '商业秘密',
  personalPrivacy: '个人隐私',
  other: '其他不该写入的',
};

/** 误录: words that must not be in the book. */
export const SPILL = {
  title: '误录',
  purpose: '把不该写进来的文字（涉密、隐私）从各站删去。记录本身和签名还在，仍能证明当时写的是什么。',
  secretFirst: '涉国家秘密的，先停用、断网、报告保密部门，再在这里办。这里的说明不要写密级内容。',
  honest:
    '能删的是各台开着的电脑上的账本。没开机的，要等它开机连上；旧备份、已导出的文件、打印出来的纸、有人已经看过的，删不到，要人去收。',
  order: '要求删去',
  orderMay: '由保管人提出，法制办公室会签；反过来也行',
  none: '没有办过误录',
  noneWhy: '发现文字里写了不该写的，从这里要求各站删去。',
  columns: { at: '要求时间', by: '提出人', ground: '性质', entries: '记录', state: '进展', note: '说明' },
  entries: (count: number): string => `${commas(count)} 条`,
  progress: (done: number, all: number): string =>
    done === all ? `${commas(all)} 台都已删去` : `${commas(done)} / ${commas(all)} 台已删去`,
  see: '看各站',
  seeOf: (at: string): string => `看 ${at} 要求删去的各站进展`,
  stationsTitle: '各站删去了没有',
  stationColumns: { station: '站点', state: '状态', at: '时间', deleted: '删去' },
  states: {
    done: '已删去，该站已签',
    open: '还没有确认。可能没开机，或还没有同步；在确认以前，当作还在',
    lost: '已撤销，不会再确认。请去收回这台电脑，或它的硬盘',
  },
  deleted: (count: number): string => (count === 0 ? '本来就没有' : `${commas(count)} 条`),
  copies: '这些资料的文件',
  copiesWhy: '文件不由系统删除。请保管人从下面每一份所在的介质上清除，并在纸质台账上记明。',
  copyColumns: { recording: '资料', medium: '介质', place: '位置' },
  noCopies: '登记的介质上没有它的文件。',

  dialogTitle: '要求各站删去文字',
  find: '先找到写错的地方',
  findHint: '编号、当事人、地点、原文件名，或执法活动的名称',
  found: '选这件',
  nothing: '没有找到，换个词试试。',
  chosen: (what: string): string => `${what} 的记录`,
  other: '另找一件',
  tick: '哪些记录里有不该写的文字',
  tickHint: '整条记录的文字（姓名、地点、说明等）一起删去；时间、编号、签名留着。删去以后请另签一条正确的。',
  entry: (kind: string, at: string): string => `${at} ${kind}`,
  files: '它的文件也要从介质上清除',
  ground: '性质',
  note: '经过说明',
  noteHint: '只写怎么发现的、谁知道，不写那些内容本身。',
  says: (who: string, count: number, ground: string): string =>
    `${who} 要求各站删去 ${commas(count)} 条记录的文字内容（${ground}）。`,
  correction: '删去的文字找不回来。会签前可以收回。',
  act: '要求删去',
  groundOpen: '性质还没有选',
  groundMissing: '请选性质。',
  nothingChosen: '还没有选记录',
  tooMany: '一次最多 200 条，请分几次办',
  wayOut: '先不办',
  close: '关闭',
} as const;

const REFUSAL: Record<Exclude<SpillRefusal['code'], 'rule'>, string> = {
  'waits-for-second': '已签名并记入账本，还要另一位签名后各站才删。',
  'nothing-chosen': SPILL.nothingChosen,
};
export const spillRefusal = (refusal: SpillRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : REFUSAL[refusal.code];
