import { commas } from './times.ts';

/** Wording of the frame round every page. */
export const SHELL = {
  name: '录证',
  slogan: '执法音像记录，录得下、存得住、查得清',
  windowTitle: (page: string): string => `${page} · 录证`,
  demo: '演示数据 均为虚构',
  demoShort: '演示数据',
  skip: '跳到正文',
  navigation: '主导航',
  state: '本机状态',
  page: '正文',
  due: (n: number): string => `${commas(n)} 件待办`,

  job: '作业',
  noJob: '没有在运行的',
  sync: '同步',
  station: '本站',
  nobody: '没有人在用',
  lock: '锁定',
  more: '更多',
  moreTitle: '更多页面',

  /** A page whose content is not there yet. */
  reading: '正在读取…',

  /** Notes above a page. */
  otherWindow: '另一个窗口正在办理，这里只能看。',
  actHere: '改到这里办理',
  updateWaits: '新版本已备好，没有在运行的作业时可以换上。',
  updateNow: '现在换上',

  palette: {
    title: '查找和命令',
    label: '查找',
    hint: '编号、当事人、地点、案号，或要做的事',
    found: '找到的资料',
    commands: '可以做的事',
    nothing: '没有找到。换个词试试，或到台账里按条件筛。',
    counted: (n: number): string => `${commas(n)} 条，上下键选，回车打开`,
  },

  help: '本页帮助',
  keysTitle: '键盘',
  keys: [
    ['Ctrl+K', '查找和命令'],
    ['Alt+1 至 Alt+9', '到左边第几页'],
    ['F6', '到下一块'],
    ['F1', '本页帮助'],
    ['Ctrl+S', '存草稿'],
    ['Ctrl+P', '打印本页的表'],
    ['Ctrl+回车', '办主要的一件（签署除外）'],
    ['Esc', '关掉窗口，不会丢东西'],
  ],

  field: { backToday: '返回今日', offline: '无网络，记在本机', online: '已联网' },
} as const;
