/** Names of pages in the rail; two to five characters. */
export const PAGES = {
  today: '今日',
  activities: '执法活动',
  check: '设备检查',
  intake: '采集',
  store: '入库',
  handover: '移交',
  register: '台账',
  equipment: '设备与介质',
  findings: '合规提示',
  rules: '规则',
  print: '打印中心',
  examine: '核验',
  sync: '同步',
  people: '人员与设置',
  station: '本站',
} as const;

/** Pages about the book itself, under one word of the rail. */
export const BOOK_CARE = { examine: '核验', witness: '见证', incidents: '异常', spill: '误录' } as const;

export const COMMANDS = {
  newActivity: '新建执法活动',
  intake: '开始采集',
  store: '存入介质',
  handover: '新建移交',
  register: '打开台账',
  print: '打印清单和表',
  lock: '锁定',
} as const;

export const APP = {
  clockBack: '这台电脑的时间比上次用时早，可能被往回调过。已经记录的都在，先后次序不会乱；请先对时，再接着办。',
  notFound: '没有这一页',
  notFoundWhy: '地址可能写错了，或者是旧的链接。资料都在，请另选一页。',
  faultTitle: '这一页出了故障',
  faultSafe: '账本和资料都在，没有丢失。',
  faultDo: '按“重新打开这一页”；仍不行的，把下面的内容告诉技术人员。',
  reopen: '重新打开这一页',
  storageClosed: '本机账本的连接断了',
  storageClosedDo: '请重新打开窗口，接着办。',
  reload: '重新打开',
} as const;
