/** 演示数据: the fictional bureau a new clerk may look at, and what the program says about it. */
import { DEMO_PASSPHRASE } from './demonstration-desk.ts';

interface VisitWords {
  readonly title: string;
  readonly place: string;
  readonly party: string | null;
}

const visit = (title: string, place: string, party: string | null): VisitWords => ({ title, place, party });

const VISIT = {
  sandPit: visit('河道采砂现场检查', '伊河龙门段', '某砂石经营部'),
  complaint: visit('群众举报倾倒渣土核查', '洛河李楼段', '某建材公司'),
  inquiry: visit('采砂案询问', '局机关询问室', '郑某'),
  preservation: visit('采砂设备先行登记保存', '伊河彭婆段', '某砂石经营部'),
  defence: visit('听取陈述申辩', '局机关', '郑某'),
  summary: visit('简易程序处罚', '瀍河入河口', '冯某'),
  rectified: visit('责令改正情况核查', '涧河谷水段', '某加工厂'),
  atOffice: visit('处罚决定书办公场所送达', '局机关', '某砂石经营部'),
  leftThere: visit('处罚决定书留置送达', '嵩县陆浑', '褚某'),
  posted: visit('处罚告知书邮寄送达', '市区邮政支局', '某建材公司'),
  announced: visit('处罚决定书公告送达', '局机关', '卫某'),
  measure: visit('强行拆除阻水障碍', '伊河平等段', '某养殖场'),
  rescue: visit('河道巡查', '洛河延秋段', null),
  tomorrow: visit('取水许可现场检查', '洛河洛宁段', '某水务公司'),
  alone: visit('询问通知书邮寄送达', '嵩县邮政支局', '蒋某'),
  byPhone: visit('责令改正情况核查', '瀍河上窑段', '沈某'),
  wrongCarrier: visit('公告张贴', '局机关', '韩某'),
  privateFilm: visit('水工程管理范围检查', '陆浑渠首', '某施工队'),
  nobodysFilm: visit('当事人拒绝检查', '伊河彭婆段', '某砂石经营部'),
  unchecked: visit('责令改正情况核查', '涧河谷水段', '某加工厂'),
  checkedLate: visit('取水计量调查取证', '洛河白马寺段', '某洗车行'),
  checkFailed: visit('听取陈述申辩', '局机关', '杨某'),
  clockWrong: visit('当事人拒绝检查', '伊河鸦岭段', '某养殖场'),
  nothing: visit('河道巡查', '伊河龙门段', null),
  noReport: visit('河道巡查', '洛河李楼段', null),
  poorReport: visit('水库库区检查', '嵩县陆浑', '朱某'),
  untold: visit('处罚决定书留置送达', '涧西区', '秦某'),
  toldLate: visit('取水许可现场检查', '瀍河上窑段', '某浴池'),
  lateStart: visit('夜间听取陈述申辩', '伊河龙门段', '尤某'),
  earlyEnd: visit('简易程序处罚', '洛河李楼段', '许某'),
  yesterday: visit('责令改正情况核查', '伊河龙门段', '某砂石经营部'),
  noEvidence: visit('采砂调查取证', '伊河鸦岭段', '何某'),
  unexplained: visit('倾倒渣土案询问', '伊河管理站', '吕某'),
  unspoken: visit('当事人拒绝检查', '洛河延秋段', '施某'),
  broke: visit('当事人拒绝检查', '伊河平等段', '张某'),
  leftOut: visit('责令改正情况核查', '洛河洛宁段', '孔某'),
  afterwards: visit('取水案询问', '伊河管理站', '曹某'),
  undecided: visit('抽水设备先行登记保存', '洛河白马寺段', '某洗车行'),
  oneOfTwo: visit('处罚决定书、票据送达', '局机关', '严某'),
  noResult: visit('处罚决定书邮寄、公告送达', '市区邮政支局', '华某'),
} as const;

export type VisitName = keyof typeof VISIT;

export const DEMONSTRATION = {
  /** Stands at the head of every form and list, so that none can be taken for a real one. */
  bureau: '洛阳市水利局（演示）',
  passphrase: DEMO_PASSPHRASE,
  divisions: ['水政科', '法制办公室', '伊河管理站', '嵩县监测站'],
  persons: {
    zhang: '张建国',
    li: '李秀英',
    zhao: '赵敏',
    sun: '孙立',
    zhou: '周宏',
    wu: '吴静',
    custodian: '王海涛',
    head: '周明',
    leader: '孙强',
    legal: '钱芳',
  },
  officerNo: (n: number): string => `演示 ${n}`,
  certificateNo: (n: number): string => `演示证 ${String(n).padStart(4, '0')}`,
  stations: { A: '局机关采集室', B: '伊河管理站', R: '嵩县监测站' },
  devices: { body3: '演示记录仪 03', body7: '演示记录仪 07', still1: '演示照相机 01' },
  media: { A: '演示盘 A', B: '演示盘 B', R: '演示盘 R' },
  cardLabel: '演示卡',
  /** The content of a file: there are no pictures of things that never happened. */
  file: (name: string): string => `演示资料，没有画面。${name}`,
  visits: VISIT satisfies Readonly<Record<string, VisitWords>>,
  said: {
    notHappened: '没有发生',
    deferred: '结果后到',
    noViolation: '没有发现',
    ownWords: '我们是水利局的，现在开始检查，全程录音录像。',
    emergency: '到达时有群众落水，先行救助',
    basis: '《执法音像记录管理制度》第七条（二）',
    alternative: '文字记录',
    insufficient: '应说明第二台设备为何也没有开启',
    foreign: '记录仪送修，用手机拍摄',
    oldDisk: '在旧移动硬盘里找到',
    away: '道路中断，当天确实无法返回单位移交',
    witnessField: '见证人',
    witness: '某村委会代表',
    items: ['抽砂泵一台', '柴油机一台', '输砂管二十米'],
    answer: '电池老化，到达后才发现，已经换新',
    decision: '设备原因属实，已经更换',
  },
} as const;
