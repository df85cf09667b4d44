import { commas } from './times.ts';

/** A folder that is watched for new files. */
export const WATCHED = {
  title: '看着的文件夹',
  none: '采集站、监控录像机导出到固定文件夹的，可以让录证看着它：有新文件就在这里提示。只看文件名、大小和时间，不读内容。',
  choose: '选一个文件夹看着',
  cannotKeep: '这个浏览器记不住文件夹，不能看着；请用 Chrome 或 Edge。',
  fresh: (label: string, n: number): string => `“${label}”里有 ${commas(n)} 个新文件`,
  nothing: (label: string): string => `看着“${label}”，没有新文件`,
  growing: (n: number): string => `另有 ${commas(n)} 个还在写，写完再提示`,
  tells: '有变化马上知道。',
  onFocus: '这个浏览器或磁盘不报告变化：每分钟看一次，回到这个窗口时也看一次。',
  take: (n: number): string => `采集这 ${commas(n)} 个`,
  deviceFirst: '请先在上面选这些资料来自哪台设备',
  stop: '不再看着',
  lost: (label: string): string => `看不到“${label}”了`,
  lostWhy: '多半是盘拔了、断了网，或文件夹改了名、移走了。在它回来以前，有没有新文件不知道。已采集的都在。',
  asks: (label: string): string => `浏览器要您再同意一次，才能看“${label}”`,
  asksWhy: '重新打开浏览器以后常会这样。同意以前，有没有新文件不知道。',
  allow: '同意',
  again: '再看一次',
} as const;
