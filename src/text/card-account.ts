import type { CardStanding } from '../usecases/card-account.ts';
import { commas } from './times.ts';

/** 这张卡: whether everything on it is in the book and kept, before anybody speaks of clearing it. */
export const CARD_ACCOUNT = {
  title: '这张卡',
  listed: (n: number): string => `卡上共 ${commas(n)} 个文件`,
  taken: (n: number): string => `本次采集 ${commas(n)} 个，逐个读回比对一致，已入账`,
  twice: (n: number): string => `其中 ${commas(n)} 个和别的文件内容相同，记为同一件的又一来源，没有重复计数`,
  before: (n: number): string => `${commas(n)} 个按名称、大小和设备认为以前采集过，本次没有再读`,
  leftOut: (n: number): string => `${commas(n)} 个没有采集，还只在卡上`,
  leftOther: (n: number): string => `另有 ${commas(n)} 个日志、缩略图之类的文件没有采集，清卡以后就没有了`,
  terms: {
    listed: '卡上',
    taken: '已采集',
    before: '以前采集',
    leftOut: '没有采集',
    leftOther: '其他文件',
    kept: '存放在',
  },
  keptOn: (medium: string, files: number, at: string): string => `${medium}：${commas(files)} 个，${at} 读回一致`,
  bufferOnly: (n: number): string => `这台电脑的采集缓存：${commas(n)} 个，还没有存入登记的介质`,
  leftOutShow: '看是哪些',
  leftOutMore: (n: number): string => `还有 ${commas(n)} 个没有列出`,

  safeNow: '全部文件都已入账，现在可以拔卡',
  safeNowWhy: '正在查看文件里面有没有改动的痕迹，不用等它做完。',

  notify: '采完时通知我',
  notifyWhy: '在别的窗口办事时，浏览器会弹出一句“可以拔卡”，不显示文件和活动。',
  notifyOn: '采完会通知',
  notifyRefused: '浏览器不让弹通知；采完时这一页和左下角会写明。',
  tonight: '今天还有资料没有采集',
  tonightBody: (n: number): string => `${commas(n)} 次执法活动的资料还没有采集完，当天 24:00 截止（第十三条）。`,
  notification: '可以拔卡了',
  notificationBody: (n: number): string => `${commas(n)} 个文件都已读回比对一致，签名入账。请先不要清空存储卡。`,
} as const;

/** Title and what to do; nothing but `in-custody` and `kept` lets anybody think of clearing. */
export const CARD_STANDING: Record<CardStanding, { readonly says: string; readonly why: string }> = {
  unknown: {
    says: '只知道采集了哪些，不知道卡上还有没有别的',
    why: '这批不是在这台电脑上看的卡。请不要清空这张卡，除非插回来再核对一遍。',
  },
  'some-left': {
    says: '卡上还有音像文件没有采集',
    why: '请不要清空这张卡。要采集的，把卡插回来再采一次；已采集的不会重来。',
  },
  damaged: {
    says: '有一份存好的文件与采集时不一致',
    why: '请不要清空这张卡：卡上的可能是唯一完好的一份。请告诉保管人。',
  },
  'buffer-only': {
    says: '卡上的音像文件都已采集，但是还没有全部存入登记的介质',
    why: '请不要清空这张卡。先去入库，读回一致以后再移交。',
  },
  'one-copy': {
    says: '卡上的音像文件都已采集，存了一份并读回一致',
    why: '再存一份到另一个介质更稳妥（第十二条）。清空存储卡由保管人在移交时办理，并记入移交入库单（第十三条）。',
  },
  kept: {
    says: '卡上的音像文件都已采集，每个都至少存了两份并读回一致',
    why: '清空存储卡由保管人在移交时办理，并记入移交入库单（第十三条）。录证自己不会删卡上的任何文件。',
  },
  'in-custody': {
    says: '卡上的音像文件都已采集、存好，并移交给保管人',
    why: '可以由保管人清空存储卡。录证自己不会删卡上的任何文件。',
  },
};
