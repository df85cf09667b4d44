import { articleName, counted } from './times.ts';

/** Wording of the duty desk. */
export const TODAY = {
  title: '今日',
  purpose: '按期限排好的、等您办的事。办完一件，自动划去一件。',
  create: '新建执法活动',
  urgent: '最急的一件',
  side: '我的记录和快到期的',

  due: {
    heading: '等您办',
    count: (n: number): string => counted(n, '件'),
    more: (n: number): string => `另有 ${counted(n, '件')}`,
    none: '没有别的等您办的事。',
    nothing: '眼下没有等您办的事。',
    firstWords: '活动结束后，采集期限会在这里倒计时。先做完下面三件事，第一件待办就会出现在这里。',
    nothingWords: '活动结束后，采集期限会在这里倒计时。',
  },

  clock: {
    lead: '离采集期限还有',
    says: (title: string): string => `${title}，采集期限`,
    comma: '，',
    away: (hours: number): { readonly figure: string; readonly unit: string } => ({
      figure: String(hours),
      unit: '小时',
    }),
    awayLead: '返回单位后，采集期限为',
    awayEnd: '返回时间未登记',
  },

  facts: {
    join: '，',
    list: '、',
    ended: (at: string): string => `${at} 结束`,
    returned: (at: string): string => `${at} 返回`,
    party: (name: string): string => `当事人 ${name}`,
    notTakenIn: (devices: string): string => `${devices} 未采集`,
    devicesMissing: (n: number): string => `${counted(n, '台')}设备未采集`,
    noFootage: '还没有资料',
  },

  rows: {
    away: (title: string, ground: string): string => `${title}（${ground}）`,
    awayWhen: (hours: number): string => `返回后 ${hours} 小时`,
    awaySub: '返回时间未登记',
    awayWhy: '期限从返回单位时起算；早已回来的，请补登时间',
    onSite: '进行中',
    onSiteSub: (at: string): string => `${at} 到达`,
    notArrived: '到达也没有记',
    notNoticed: '还没有记告知',
    endNotMarked: '结束未记',
    endNotMarkedWhy: '已经有资料，记下结束，期限才起算',
    go: '出发',
    goPast: '计划时间已过',
    unplanned: '时间未定',
    officers: (names: string): string => `执法人员 ${names}`,
    resume: '采集没做完',
    resumeWhat: (source: string): string => `采集停在半路：${source}`,
    resumeWhy: (left: number): string => `还有 ${counted(left, '个文件')}，已存好的都在，接着做就行`,
    sign: '等您签名',
    since: (at: string): string => `${at} 起`,
    countersign: (device: string, n: number): string => `采集签名：${device}，${counted(n, '件')}`,
    countersignWhy: '电脑已读回比对一致，请采集人签名',
    unregistered: '未登记的设备',
    store: '未入库',
    storeWhat: (n: number): string => `${counted(n, '件')}资料还在采集缓存里`,
    storeWhy: (size: string): string => `${size}，存入登记的介质才算入库`,
    handOver: '等您移交',
    handOverWhat: (n: number): string => `${counted(n, '件')}资料可以移交保管人`,
    handOverWhy: (size: string): string => `${size}，已存介质，还没有移交`,
    accept: '等您接收',
    acceptWhat: (no: string): string => `移交入库单 ${no}`,
    acceptWhy: (name: string, n: number): string => `移交人 ${name}，${counted(n, '件')}`,
  },

  acts: {
    intake: '开始采集',
    field: '去现场页',
    fieldBack: '回到现场',
    finish: '记下结束',
    resume: '接着采集',
    sign: '去签名',
    store: '去入库',
    handOver: '去移交',
    accept: '去接收',
    /** Said to screen readers after the words on a button that repeats down the list. */
    about: (act: string, what: string): string => `${act}，${what}`,
  },

  tally: {
    heading: '我的记录，近 30 天',
    article: articleName(6),
    required: '应记录',
    recorded: '已记录',
    pending: '待采集',
    late: '过了期限',
  },

  expiring: {
    heading: '快到期',
    none: '30 天内没有到期的执法证。',
    until: (name: string, date: string): string => `${name} 执法证 ${date} 到期`,
    over: (name: string, date: string): string => `${name} 执法证 ${date} 已到期`,
  },
} as const;
