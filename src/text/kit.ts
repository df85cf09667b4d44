import { articleName, commas, counted } from './times.ts';

/** Wording of the parts every page is built from. */
export const KIT = {
  optional: '（可不填）',
  choose: '请选择…',
  comma: '，',
  close: '关闭',
  remove: '去掉',
  show: '显示',
  hide: '隐藏',
  showPassphrase: '显示口令',
  capsLock: '大写锁定开着',
  pickDate: '选日期',
  pickDateOf: (label: string): string => `选日期，${label}`,
  /** A hint after an entry of a list. */
  aside: (hint: string): string => `，${hint}`,
  from: '从',
  to: '到',
  until: '至',
  dateRange: (label: string, end: string): string => `${label}${end}`,

  seal: { suffix: '印', suffixShort: '之印', plain: '签', waiting: '待签', station: '站' },
  state: {
    draft: '草稿',
    recorded: '已记录',
    signed: '已签',
    synced: '已同步',
    waiting: '等待',
  },
  syncedWith: (stations: number): string => `已同步 ${stations} 台`,
  grade: { breach: '违规', suspected: '疑似', advisory: '提示' },
  unexplained: (article: number): string => `不符合${articleName(article)}（待说明）`,

  faults: (n: number): string => `有 ${n} 处要改`,
  faultsHint: '点一处，就到那一处。',
  /** After the name of the field. */
  faultWords: (words: string): string => `：${words}`,

  job: {
    waiting: '排队',
    running: '进行中',
    paused: '已暂停',
    done: '已完成',
    refused: '不能做',
    failed: '出了故障',
    stopped: '已停止',
    files: (done: number, total: number): string => `${commas(done)} / ${commas(total)} 个文件`,
    estimating: '正在估算还要多久',
    resumed: '已续传',
    resumedAt: (percent: string): string => `从 ${percent} 的断点接着做，已完成的部分没有重算，也没有重复计数。`,
    pausedAt: (percent: string): string => `暂停在 ${percent}`,
    stoppedAt: (percent: string): string => `停在 ${percent}`,
    kept: '已存好的都在，可以随时接着做。',
    said: (name: string, state: string): string => `${name}：${state}`,
  },

  trouble: { technical: '给技术人员', code: '代码', copy: '复制给技术人员' },

  sign: {
    willSign: '您将签署：',
    cannotChange: '签署后不能修改，也不能删除。',
    passphraseOf: (name: string): string => `${name}的口令`,
    act: (act: string): string => `签署：${act}`,
    signing: '正在签署…',
    missing: (names: readonly string[]): string => `还差${names.map((name) => `${name}的口令`).join('、')}`,
  },

  countdown: {
    /** Said politely as the end comes near. */
    hourLeft: (what: string, end: string): string => `${what}：不到 1 小时，${end}`,
    minutesLeft: (what: string, end: string): string => `${what}：不到 10 分，${end}`,
    over: (what: string, end: string): string => `${what}：期限已过，${end}`,
  },

  table: {
    selectAll: (n: number): string => `选中筛出的 ${counted(n, '件')}`,
    select: (name: string): string => `选 ${name}`,
    keys: '上下键移动，回车打开，空格选中',
    keysOpen: '上下键移动，回车打开',
    selected: (n: number): string => `已选 ${counted(n, '件')}`,
    unselect: '取消选择',
    group: (n: number): string => `${commas(n)} 个`,
  },

  filters: {
    label: '筛选',
    applied: '已用的条件',
    clear: '全部清除',
    remove: (word: string): string => `去掉 ${word}`,
    counts: (all: number, shown: number, selected: number): string =>
      `共 ${counted(all, '件')}，筛出 ${counted(shown, '件')}${selected > 0 ? `，已选 ${counted(selected, '件')}` : ''}`,
    /** Applied filters take no room when there are none. */
    total: (all: number, selected: number): string =>
      `共 ${counted(all, '件')}${selected > 0 ? `，已选 ${counted(selected, '件')}` : ''}`,
  },

  digest: {
    copy: '复制全文',
    copied: '已复制',
    cannotCopy: '没能复制，全文在这里，请自己选取',
    copyOf: (algorithm: string): string => `复制 ${algorithm} 全文`,
  },

  chain: { signature: '签', verified: '本机已验', byStation: (code: string): string => `${code} 站电脑自动签名` },

  hold: {
    hold: (seconds: number): string => `按住 ${seconds} 秒`,
    tooShort: (act: string, seconds: number): string => `${act}要按住 ${seconds} 秒才算`,
    again: (act: string): string => `再按一次，${act}`,
  },
} as const;
