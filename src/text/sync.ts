import type { LinkWay, WayReason } from '../domain/link.ts';
import { commas, lengthInWords } from './times.ts';

/** 同步: how this PC's book stands to those of the other stations. */
export const SYNC = {
  title: '同步',
  purpose: '各站电脑互相核对台账，没有中心服务器。“一致”指双方签名的进度逐条相同。',
  invite: '邀请一台电脑加入',
  byHand: '手工连接',
  retry: '再连一次',
  mayInvite: '邀请和同意加入，由保管人或法制办公室的同志办理',
  otherTab: '请先按上方“改在这里办理”',

  peers: '别的站点',
  columns: {
    station: '站点',
    way: '连接方式',
    contact: '最近联系',
    counts: '对方已有 / 本机',
    toSend: '待送',
    toGet: '待收',
    bytes: '已送 / 已收',
    state: '状态',
  },
  station: (code: string, name: string): string => `${code} ${name}`,
  connectedSince: '连接中',
  heard: (ms: number): string => (ms < 1_500 ? '连接中，刚刚' : `连接中，${lengthInWords(ms)}前`),
  never: '还没有联系过',
  thenUnknown: '之后不知道',
  noWay: '没有连上',
  noWayNow: (last: string): string => `没有连上，上次是${last}`,

  inStep: '一致',
  sending: (n: number): string => `待送 ${commas(n)} 条`,
  getting: (n: number): string => `待收 ${commas(n)} 条`,
  exchanging: (send: number, get: number): string => `待送 ${commas(send)} 条，待收 ${commas(get)} 条`,
  connecting: '正在连接',
  comparing: '已连上，正在核对',
  offBehind: (n: number): string => `断开，落后 ${commas(n)} 条`,
  offAhead: (n: number): string => `断开，领先 ${commas(n)} 条`,
  offBoth: (behind: number, ahead: number): string => `断开，落后 ${commas(behind)} 条，领先 ${commas(ahead)} 条`,
  offInStep: '断开，断开时一致',
  offUnknown: '断开，不知道它有多少',
  forked: '分叉',
  suspected: '疑似',
  paused: '暂停',
  atLeast: (n: number): string => `至少 ${commas(n)}`,

  forkTitle: (station: string, entry: string): string => `${station}的台账在第 ${entry} 条之后分成了两支。`,
  forkWhy: '多半是这台电脑恢复了旧备份。两支都已留存，谁的记录也没有丢；查明以前，只采用其中一支。',

  none: '没有别的电脑',
  noneWhy: '本局的账只在这台电脑上。再加一台，两台互相核对，一台坏了另一台还在。',
  noneActs: [
    { title: '在这台电脑上发出邀请', why: '由保管人或法制办公室的同志办理，一小时内有效。' },
    {
      title: '在另一台电脑上打开录证，选“加入本局”',
      why: '用扫码、打开链接、粘贴文字或打开邀请文件，都可以。',
    },
    { title: '两边核对六位数字，签署同意', why: '数字一样，才是同一台电脑在和您说话。' },
  ],

  service: {
    on: '本局电脑上的服务开着，各站靠它互相找到。',
    connecting: '正在找本局电脑上的服务。',
    off: '本局电脑上的服务没有回应。已经连上的不受影响；断开的要等它回来，或用“手工连接”。',
  },

  undelivered: '未送达',
  undeliveredSub: (n: number): string => `只在本机、还没有到达第二台电脑的记录，${commas(n)} 条`,
  undeliveredNone: '每一条记录都已到达至少一台别的电脑。',
  undeliveredAsOf: (at: string): string => `截至 ${at}，按双方签名的进度核对。`,
  undeliveredMore: (n: number): string => `还有 ${commas(n)} 条较新的没有列出。`,
  undeliveredColumns: { what: '记录', at: '时间', state: '状态' },
  about: (kind: string, subject: string): string => (subject === '' ? kind : `${kind} ${subject}`),

  reading: '正在核对本机账本，马上就好。',
  whatTravels: '同步的是什么',
  whatTravelsWhy: '同步的是台账，录像不跟着走。录像仍在采集它的电脑或登记的介质上，要看、要移交时接上那个介质。',
  ours: '本机记录',
  oursCount: (n: number): string => `${commas(n)} 条`,

  /** The foot of the rail. */
  foot: {
    none: '没有别的电脑',
    reading: '正在核对',
    inStep: (n: number): string => `${n} 台一致`,
    behind: (n: number): string => `${n} 台落后`,
    ahead: (n: number): string => `${n} 台领先`,
    forked: (n: number): string => `${n} 台分叉`,
    off: (n: number): string => `${n} 台断开`,
    unknown: (n: number): string => `${n} 台不知道`,
    comma: '，',
  },
} as const;

export const LINK_WAY: Record<LinkWay, string> = {
  direct: '直连',
  relay: '经本局电脑中转',
  'by-hand': '手工连接',
  'same-pc': '同一台电脑',
};

/** Why that way, or none. */
export const WAY_REASON: Record<WayReason, string> = {
  'no-address': '有一边的浏览器没有报出电脑的地址，直连不了，内容照样加密',
  'no-path': '两台电脑之间没有直通的路，可能不在一个网段，内容照样加密',
  'relay-chosen': '有一边设成了只走中转，内容照样加密',
  'carried-by-hand': '没有经过任何服务',
  'no-server': '本局电脑上的服务没有回应',
  'not-there': '那台电脑没有开，或录证没有打开',
  'key-refused': '它的钥匙对不上，已拒绝',
  'refused-there': '那台电脑不认这台的钥匙；这台可能已被撤销，请问保管人',
};
