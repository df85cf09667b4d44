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
  purpose: '把不该写进来的文字、不该录的资料（涉密、隐私）从各站删去。记录本身和签名还在，仍能证明当时写的是什么。',
  secretFirst: '涉国家秘密的，先停用、断网、报告保密部门，再在这里办。这里的说明不要写密级内容。',
  honest:
    '能删的是各台开着的电脑上的账本、采集缓存，和接着的介质。没开机、没接上的，要等；存储卡和监看文件夹里的原件、旧备份、已导出的文件、打印出来的纸、各人自己没签完的草稿、有人已经看过的，删不到，要人去收。',
  order: '要求删去',
  orderMay: '由保管人提出，法制办公室会签；反过来也行',
  none: '没有办过误录',
  noneWhy: '发现文字里写了不该写的，从这里要求各站删去。',
  columns: { at: '要求时间', by: '提出人', ground: '性质', entries: '记录', state: '进展', note: '说明' },
  entries: (count: number): string => `${commas(count)} 条`,
  progress: (done: number, all: number): string =>
    done === all ? `${commas(all)} 台都已删去` : `${commas(done)} / ${commas(all)} 台已删去`,
  progressLeft: (stations: string, copies: string): string => `${stations}；${copies}`,
  copiesLeft: (count: number): string => `介质上还有 ${commas(count)} 份`,
  see: '看各站',
  seeOf: (at: string): string => `看 ${at} 要求删去的各站进展`,
  stationsTitle: '各站删去了没有',
  stationColumns: { station: '站点', state: '状态', at: '时间', words: '文字', files: '缓存里的文件' },
  states: {
    done: '已删去，该站已签',
    open: '还没有确认。可能没开机，或还没有同步；在确认以前，当作还在',
    words: '文字已删去，文件还没有确认。可能有采集没做完；在确认以前，当作还在',
    lost: '已撤销，不会再确认。请去收回这台电脑，或它的硬盘',
  },
  deleted: (count: number): string => (count === 0 ? '本来就没有' : `${commas(count)} 条`),
  deletedFiles: (count: number): string => (count === 0 ? '没有' : `${commas(count)} 件`),
  copies: '介质上的副本',
  copiesWhy: '介质接在哪台电脑上，就由哪台电脑核对内容后删去并签名。没有接上的，接上以后自动删。',
  copyColumns: { recording: '资料', medium: '介质', place: '位置', state: '状态' },
  copyStates: {
    open: '还没有：介质未接',
    here: '介质已接上，正在核对、删去',
    disc: '还没有：光盘不能改写，请收回销毁，并在纸质台账上记明',
    different: '没有删：这个位置上的内容与登记的不同，请人去看',
    deleted: '已删去',
    missing: '介质上没有找到',
  },
  copySaid: (state: string, at: string, station: string): string => `${state}，${at} ${station} 签`,
  connect: '连接介质',
  connectOf: (medium: string): string => `连接介质 ${medium}`,
  noCopies: '登记的介质上没有它的副本。',

  dialogTitle: '要求各站删去文字',
  find: '先找到写错的地方',
  findHint: '编号、当事人、地点、原文件名，或执法活动的名称',
  found: '选这件',
  nothing: '没有找到，换个词试试。',
  chosen: (what: string): string => `${what} 的记录`,
  other: '另找一件',
  tick: '哪些记录里有不该写的文字',
  tickHint:
    '整条记录的文字（姓名、地点、说明等）一起删去；时间、编号、签名留着。同一执法活动里大家一起写、还没签的草稿也清掉。删去以后请另签一条正确的。',
  entry: (kind: string, at: string): string => `${at} ${kind}`,
  files: '它的文件也要删去（各站的采集缓存、各介质上的副本）',
  ground: '性质',
  note: '经过说明',
  noteHint: '只写怎么发现的、谁知道，不写那些内容本身。',
  says: (who: string, count: number, files: number, ground: string): string =>
    `${who} 要求各站删去 ${commas(count)} 条记录的文字内容${files === 0 ? '' : `，和 ${commas(files)} 件资料的全部文件`}（${ground}）。`,
  correction: '删去的找不回来。会签前可以收回。',
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
