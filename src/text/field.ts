import { articleName } from './times.ts';

/** Wording of the on-site page and the cue card. Short: read at arm's length, outdoors. */
export const FIELD = {
  back: '返回今日',
  offline: '无网络，记在本机',
  locked: '这台电脑由另一个窗口在记，请回到那个窗口。',

  elapsed: {
    before: (planned: string): string => `计划 ${planned} 出发`,
    beforeUnplanned: '到了现场再按',
    running: '到场后，已存本机',
    ended: '全程，已存本机',
    name: '到场后的时间',
  },

  next: {
    arrived: '到达现场',
    arrivedSub: '到了就按，记下此刻',
    noticed: '已告知',
    noticedSub: '念完提示卡后按，记下时间',
    finished: '结束',
    intake: '去采集',
    intakeSub: (end: string): string => `${end}，${articleName(13)}`,
    ended: '已结束',
  },
  others: {
    cue: '提示卡',
    cueSub: '念给当事人听',
    cueAgain: '已告知，再看一遍',
    activity: '活动详情',
    activitySub: '情况、环节、改错',
  },

  cannot: {
    notOfficer: '您不是执法人员，不能记',
    notOnActivity: '您不在这次活动的执法人员里',
    notWriter: '请回到正在用的那个窗口',
    notArrived: '先记到达现场',
  },

  marks: {
    heading: '最近三条',
    none: '还没有记。按上面的大按钮，就记第一条。',
    undo: '撤销',
    undoOf: (mark: string): string => `撤销“${mark}”`,
    recorded: '已记',
    by: (name: string): string => `${name}记`,
    withdrawn: '已撤销',
  },
  said: {
    marked: (mark: string, at: string): string => `${mark}，${at} 记下了`,
    undone: (mark: string): string => `“${mark}”已撤销`,
    noArrivalAnyMore: '撤销了到达，到场时间从头算',
  },

  cue: {
    title: '告知规范用语',
    hint: '，请照念',
    article: 8,
    given: '已念完，记为已告知',
    givenSub: (at: string): string => `记下此刻 ${at}`,
    already: (at: string): string => `已于 ${at} 记为已告知`,
    backToField: '返回现场',
    nameless: '有执法人员的姓名不在本机上，请自己报出姓名。',
    oneName: '规范用语里是两名执法人员的姓名（第八条），这里只有一名。',
  },

  trouble: (code: string): string => `没有记上，请再按一次。还是不行，请记下时间，把代码告诉技术人员（代码 ${code}）。`,
} as const;
