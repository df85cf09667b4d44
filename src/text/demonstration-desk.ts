/** 演示数据: how it is loaded, entered, left and deleted. What stands in it is text/demonstration.ts's. */
export const DEMO_PASSPHRASE = '演示口令 2020';

export const DEMO = {
  title: '演示数据',
  why: '一个虚构的局：6 名执法人员、3 个站点、40 件执法活动，每一条规定都有做对的和做错的。数据单独存放，不与本局台账相混，也不与任何电脑同步。',
  load: '装入演示数据',
  loadFirst: '先看演示',
  loading: (done: number, total: number): string => `正在装入，已办 ${done} / ${total} 件事`,
  preparing: '正在准备',
  gauge: '装入演示数据',
  cancel: '取消',
  cancelled: '已取消，没有留下任何东西。',
  failed: '没有装成，没有留下任何东西。',
  loaded: '演示数据已在本机。',
  enter: '进入演示',
  leave: '离开演示',
  remove: '删除演示数据',
  removed: '演示数据已删除。',
  passphrase: `每个人的口令都是：${DEMO_PASSPHRASE}`,
  banner: '演示数据，均为虚构，与本局台账无关。',
  noSync: '演示不同步',
  closedTitle: '演示中不办这件事',
  closed: '采集、同步和本站导出只在本局台账里办。演示数据可以随时删除，真实资料不能放进来。',
} as const;
