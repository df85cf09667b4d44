import { commas } from './times.ts';

export const STORE = {
  title: '入库',
  purpose: '把采集缓存里的资料存到登记过的介质，读回比对一致后，缓存才清出。',
  empty: '没有等着入库的资料',
  emptyWhy: '新采集的资料会先放在这台电脑的采集缓存里，列在这里，存入介质后就从这里消失。',
  listed: (n: number, size: string) => `未入库 ${commas(n)} 件，${size}`,
  elsewhere: (n: number) => `另有 ${commas(n)} 件在别的电脑的采集缓存里，要在那台电脑上入库。`,
  warn: '未入库的资料只有缓存里这一份，请尽快存入介质。',
  medium: '存到哪个介质',
  mediumNone: '还没有登记介质',
  mediumNoneWhy: '第十二条要求用专门的办公电脑、移动硬盘或采集器保管，请先登记。',
  register: '去登记介质',
  state: {
    connected: '已连接',
    asks: '要再允许一次',
    missing: '没有接上',
    foreign: '是别的单位或别的介质',
    never: '还没有连接',
  },
  connect: '连接这个介质',
  connectHint: '在弹出的窗口里选介质上的一个文件夹，以后都用它。',
  start: (n: number) => `存入 ${commas(n)} 件`,
  startName: '入库',
  stop: '停止',
  nothing: '没有可存的资料',
  underWay: '正在入库',
  notConnected: '介质还没有连接',
  done: (stored: number, purged: number) => `${commas(stored)} 件已存入并读回一致，${commas(purged)} 件已从缓存清出`,
  goHandover: '去移交',
  refusal: {
    'medium-never-connected': '这个介质还没有连接过，请先按“连接这个介质”。',
    'medium-asks': '浏览器要再问一次许可，请按“连接这个介质”并选允许。',
    'medium-missing': '没有找到这个介质，请接好后再试。',
    'medium-foreign': '这个文件夹带着别的单位或别的介质的标记，没有写入任何内容。请选对的介质。',
    'medium-unmarked':
      '这个文件夹里没有这个介质的标记，没有写入任何内容。这个介质以前存过资料，请选原来的那个文件夹；换了新盘的，请到“设备与介质”另外登记。',
    'picker-closed': '没有选文件夹，什么都没有改。',
  },
  /** Folder on a medium for footage no activity is linked to. */
  unlinkedFolder: '待关联',
  columns: { no: '编号', name: '原文件名', type: '类型', size: '大小', takenIn: '采集', activity: '活动' },
} as const;
