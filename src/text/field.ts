import { articleName } from './times.ts';

/** Wording of the on-site page and the cue card. Short: read at arm's length, outdoors. */
export const FIELD = {
  elapsed: {
    zero: '00:00:00',
    planned: (at: string): string => `计划 ${at} 出发`,
    unplanned: '到了现场再按',
    running: '到场后，已存本机',
    ended: '全程，已存本机',
    onlyEnd: '没有记到达',
  },

  next: {
    arrived: '到达现场',
    arrivedSub: '到了就按，记下此刻',
    noticed: '已告知',
    noticedSub: '念完提示卡后按，记下时间',
    stepSub: (marked: number, all: number): string => `做到了就按，记下此刻（环节 ${marked}/${all}）`,
    choose: '记送达环节',
    chooseSub: '送了哪几样，就记哪几样',
    resumed: '恢复记录',
    resumedSub: '重新开录后按，随即当场说明中断原因',
    finished: '结束',
    intake: '去采集',
    intakeSub: (end: string): string => `${end}，${articleName(13)}`,
    intakeAway: '返回单位后 24 小时内',
    intakeDone: '已采集完',
  },
  others: {
    cue: '提示卡',
    cueSub: '念给当事人听',
    cueAgain: '已告知，再看一遍',
    activity: '活动详情',
    activitySub: '情况、环节、改错',
    steps: '环节',
    stepsSub: (marked: number, all: number): string => `已记 ${marked}/${all}`,
    stop: '中断',
    stopSub: '录制停了就按',
    stopped: (at: string, cause: string): string => `${at} 起，${cause}`,
  },

  cannot: {
    notOfficer: '您不是执法人员',
    notOnActivity: '您不在这次活动里',
    otherWindow: '另一个窗口正在办理，请到那里按',
  },

  steps: {
    title: '环节',
    hint: '做到哪一步按哪一步，按下即签；没有发生的，回来后在活动详情里写明理由。',
    matter: (row: number, name: string): string => `清单第 ${row} 项，${name}`,
    offList: (title: string): string => `清单外，${title}`,
    kind: { required: '必须有', conditional: '发生了才记', oneOrMore: '至少记一样' },
    deferred: '结果到了再补',
    item: (no: string): string => `第 ${no} 号物品`,
    itemNo: '证据物品编号',
    itemHint: '登记保存清单上的编号，记到这一号',
    itemBad: '编号写数字，最多三位。',
    other: '环节',
    markOf: (wording: string): string => `记“${wording}”`,
    none: '这次活动没有要记的环节。',
    notArrived: '先记到达现场',
  },
  stop: {
    title: '中断',
    hint: '为什么停了，按下即签',
    device: '哪台设备',
    allDevices: '全部设备',
    unresumable: '确实无法继续记录（应当立即报告部门负责人）',
    marked: (cause: string): string => `中断，${cause}`,
    speakNow: `已恢复，请当场说出中断的原因（${articleName(11)}）。`,
    reportNow: `无法继续记录，请立即报告部门负责人，在活动详情里登记（${articleName(11)}）。`,
  },

  notRecorded: {
    title: '依法不记录',
    go: '依法不记录',
    hint: `${articleName(7)}的情形，按下即签。活动结束后写工作记录，写明起止、原因和依据，报局主管领导。`,
    marked: (ground: string): string => `未记录，${ground}`,
  },

  marks: {
    heading: '最近三条',
    none: '还没有记，按上面的大按钮。',
    undo: '撤销',
    undoOf: (mark: string): string => `撤销“${mark}”`,
    recorded: '已记',
    by: (name: string): string => `${name}记`,
    withdrawn: '已撤销',
  },
  said: {
    marked: (mark: string): string => `${mark}，记下了`,
    undone: (mark: string): string => `“${mark}”已撤销`,
  },
  devices: (names: string): string => `请确认设备在录：${names}`,
  list: '、',

  cue: {
    title: '告知规范用语',
    hint: '，请照念',
    given: '已念完，记为已告知',
    givenSub: (at: string): string => `记下此刻 ${at}`,
    already: (at: string): string => `已于 ${at} 记为已告知`,
    backToField: '返回现场',
    nameless: '有执法人员的姓名不在本机上，请自己报出姓名。',
    oneName: '规范用语里是两名执法人员的姓名，这里只有一名。',
  },
} as const;
