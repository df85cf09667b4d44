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
  },

  cannot: {
    notOfficer: '您不是执法人员',
    notOnActivity: '您不在这次活动里',
    otherWindow: '另一个窗口正在办理，请到那里按',
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
