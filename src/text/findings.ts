import type {
  ContentElement,
  FileTrace,
  GapCause,
  NonRecordingGround,
  ServedDocument,
} from '../domain/course-words.ts';
import type { DeviceId, PersonId, RecordingId } from '../domain/ids.ts';
import { fromInstant, type Instant } from '../domain/time.ts';
import { articleByNumber } from '../regulation/articles.ts';
import { matterByRow } from '../regulation/checklist.ts';
import type { CheckFault } from '../regulation/facts.ts';
import type {
  Code,
  FactsOfCode,
  Finding,
  Grade,
  ReportLack,
  StepsLate,
  StepsMissing,
  StopLack,
} from '../regulation/finding.ts';
import { stepById } from '../regulation/steps.ts';
import { workingDue } from './holidays.ts';
import { ACTIVITY_TYPE, CARRIER } from './nouns.ts';
import { clock, clockMinutes, lengthInWords, timeInTable } from './times.ts';

/** How findings are said: article, fact, and what to do; a machine accuses nobody. */

export const GRADE: Record<Grade, string> = { breach: '违规', suspected: '疑似', advisory: '提示' };

/** What the sentences need beside the finding's own facts. */
export interface FindingNames {
  readonly person: (id: PersonId) => string;
  readonly device: (id: DeviceId) => string;
  readonly recording: (id: RecordingId) => string;
}

export const GAP_CAUSE: Record<GapCause, string> = {
  equipmentFault: '设备故障',
  equipmentDamage: '设备损坏',
  severeWeather: '天气情况恶劣',
  lowBattery: '电量不足',
  storageFull: '存储空间不足',
  siteChange: '检查场所变化',
  otherObjective: '其他客观原因',
};

export const NON_RECORDING_GROUND: Record<NonRecordingGround, string> = {
  stateSecret: '涉及国家秘密',
  tradeSecret: '涉及商业秘密',
  personalPrivacy: '涉及个人隐私',
  emergency: '情况紧急',
  objectiveImpossibility: '因客观原因无法记录',
};

export const CHECK_FAULT: Record<CheckFault, string> = {
  space: '可录时长不够',
  clock: '时钟偏差过大',
  recordingTest: '试录不成功',
  lens: '镜头不清洁',
  failed: '检查结果为不合格',
};

export const CONTENT_ELEMENT: Record<ContentElement, string> = {
  place: '地点',
  time: '时间',
  scene: '场景',
  participants: '参与人员',
  violations: '违法违规行为',
  traces: '现场痕迹物证',
  conduct: '当事人及其工作人员言行',
  inquiry: '询问情况',
  physicalEvidence: '违法工具、物品等物证',
  originalTraces: '原始痕迹',
};

export const SERVED_DOCUMENT: Record<ServedDocument, string> = {
  penaltyDecision: '处罚决定',
  notification: '告知单',
  receipt: '票据',
  other: '其他文书',
};

const TRACE: Record<FileTrace, string> = {
  editorTag: '文件里有剪辑或转码软件的标记',
  durationDiffers: '时长与文件索引不一致',
  createdAfterModified: '创建时间晚于修改时间',
  sameContentOtherDigest: '与另一件内容相同而校验值不同',
};

const REPORT_LACK: Record<ReportLack, string> = {
  reason: '没有写明原因',
  basis: '没有写明依据',
  leader: '没有报局主管领导',
  afterEnd: '制作时间早于活动结束',
  ground: '主管领导认为情形不充分',
};

const STOP_LACK: Record<StopLack, string> = {
  report: '没有向部门负责人报告的记录',
  promptReport: '报告时间较晚',
  statement: '没有书面说明',
};

const wording = (step: string): string => stepById(step)?.wording ?? step;
const list = (words: readonly string[], most = 5): string =>
  words.length > most ? `${words.slice(0, most).join('、')}等 ${words.length} 个` : words.join('、');
const steps = (ids: readonly string[]): string => ids.map((id) => `“${wording(id)}”`).join('、');

const missing = (facts: StepsMissing): string => `没有标记${steps(facts.missing)}`;
const late = (facts: StepsLate): string => `${steps(facts.steps)}应在“${wording(facts.before)}”之前`;
const stepsOf = (facts: StepsMissing | StepsLate): string => ('missing' in facts ? missing(facts) : late(facts));
const stretch = (from: Instant, to: Instant): string =>
  `${timeInTable(from).slice(0, 10)} ${clock(from)} 至 ${clock(to)}`;
const secondsOf = (from: Instant, to: Instant): string => lengthInWords(fromInstant(to) - fromInstant(from));
const offset = (seconds: number): string =>
  seconds === 0 ? '没有偏差' : `${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒`;

/** The fact of each finding, and what is asked; after the head that names the article. */
const FACT: { readonly [C in Code]: (facts: FactsOfCode[C], names: FindingNames) => string } = {
  'A01-1': ({ person, on, from, to }, names) =>
    to !== null && to < on
      ? `${names.person(person)}的执法证有效期至 ${to}，活动日期为 ${on}，请核对`
      : `${names.person(person)}的执法证自 ${from ?? ''} 起有效，活动日期为 ${on}，请核对`,
  'A02-1': ({ files, lacks }) =>
    lacks === 'explanation'
      ? `这一批 ${files} 个文件不是配备设备所录，还没有说明`
      : `这一批 ${files} 个文件不是配备设备所录，已有说明，待部门负责人阅知`,
  'A02-2': ({ device, carrier, row }, names) =>
    `${names.device(device)}是${CARRIER[carrier]}，清单第${row}项的记录载体为${matterByRow(row)?.cells.carrier.normalized ?? ''}`,
  'A04-1': ({ recording, sign }, names) =>
    sign === 'markedIrrelevant'
      ? `${names.recording(recording)}标为与工作无关，请说明，由法制办公室认定`
      : `${names.recording(recording)}摄录时没有执法活动，也不在值班时间，请说明`,
  'A04-2': ({ recording, takenInAt, due }, names) =>
    `${names.recording(recording)} ${timeInTable(takenInAt)} 采集，到 ${workingDue(due)} 还没有归到活动，请关联或说明`,
  'A05-1': ({ device, usedAt }, names) =>
    `${names.device(device)} ${timeInTable(usedAt)} 开始使用，没有当天的执法前检查`,
  'A05-2': ({ device, usedAt, checkedAt }, names) =>
    `${names.device(device)} ${clockMinutes(usedAt)} 已开始记录，检查时间为 ${clockMinutes(checkedAt)}`,
  'A05-3': ({ device, checkedAt, faults }, names) =>
    `${names.device(device)} ${timeInTable(checkedAt)} 检查：${faults.map((fault) => CHECK_FAULT[fault]).join('、')}，没有处理就使用了`,
  'A05-4': ({ device, checkedOffsetSec, measuredOffsetSec }, names) =>
    `${names.device(device)}检查时${offset(checkedOffsetSec)}，采集时测得${offset(measuredOffsetSec)}，请说明`,
  'A06-1': ({ type, endedAt }) => `${ACTIVITY_TYPE[type]}于 ${timeInTable(endedAt)} 结束，没有资料，也没有未记录说明`,
  'A06-2': ({ officers }) => `参加的执法人员为 ${officers} 人，通常不少于 2 人`,
  'A07-1': ({ ground, due }) => `未记录（${NON_RECORDING_GROUND[ground]}）的工作记录到 ${workingDue(due)} 还没有制作`,
  'A07-2': ({ lacks }) => `未记录的工作记录${lacks.map((lack) => REPORT_LACK[lack]).join('、')}`,
  'A07-3': ({ preparedAt, due }) => `未记录的工作记录 ${timeInTable(preparedAt)} 制作，时限为 ${workingDue(due)}`,
  'A08-1': ({ endedAt }) => `活动 ${timeInTable(endedAt)} 结束，没有告知的标记，也没有不需告知的理由`,
  'A08-2': ({ noticedAt, step, stepAt }) =>
    `告知在 ${clock(noticedAt)}，“${wording(step)}”在 ${clock(stepAt)}，告知应在前`,
  'A08-3': ({ problem, names }) =>
    ({
      fewNames: `告知用语里只有 ${names} 个姓名，规范用语有两个`,
      foreignName: '告知用语里有不在本次活动中的人员',
      wordingDiffers: '告知内容与规范用语不同',
    })[problem],
  'A09-1': ({ arrivedAt, firstFrameAt, lateSec }) =>
    firstFrameAt === null
      ? `${timeInTable(arrivedAt)} 到达，在场期间没有录音录像`
      : `${clock(arrivedAt)} 到达，${clock(firstFrameAt)} 开始录，晚 ${lengthInWords(lateSec * 1000)}`,
  'A09-2': ({ endedAt, lastFrameAt, earlySec }) =>
    `${clock(endedAt)} 结束，${clock(lastFrameAt)} 已停录，早 ${lengthInWords(earlySec * 1000)}`,
  'A09-3': ({ from, to, steps: ids, due }) =>
    `${stretch(from, to)}（${secondsOf(from, to)}）没有记录${ids.length === 0 ? '' : `，其间有${steps(ids)}`}，请在 ${workingDue(due)} 前写明原因`,
  'A10-1': ({ elements }) =>
    `还没有标记${elements.map((element) => CONTENT_ELEMENT[element]).join('、')}，没有的请写明理由`,
  'A10-2': ({ elements }) =>
    `现场有违法行为，没有标记${elements.map((element) => CONTENT_ELEMENT[element]).join('、')}，也没有理由`,
  'A11-1': ({ from, to, due }) =>
    `${stretch(from, to)}（${secondsOf(from, to)}）没有记录，到 ${workingDue(due)} 没有说明原因`,
  'A11-2': ({ from, to, cause, withinSec }) =>
    `${stretch(from, to)}因${GAP_CAUSE[cause]}中断，恢复后 ${withinSec} 秒内没有语音说明的标记`,
  'A11-3': ({ from, cause, lacks }) =>
    `${timeInTable(from)} 起因${GAP_CAUSE[cause]}未能继续记录，${lacks.map((lack) => STOP_LACK[lack]).join('、')}`,
  'A11-4': ({ absent, index }) => {
    const lacking = absent.length > 0 ? [`缺少编号 ${list(absent)}`] : [];
    const fewer = index === null ? [] : [`卡上索引有 ${index.listed} 个文件，卡上只有 ${index.present} 个`];
    return `${[...lacking, ...fewer].join('；')}，请说明`;
  },
  'A11-5': ({ recording, capturedAt, endedAt }, names) =>
    `${names.recording(recording)}摄于 ${timeInTable(capturedAt)}，活动 ${timeInTable(endedAt)} 已结束，请说明`,
  'A11-6': ({ recording, traces }, names) =>
    `${names.recording(recording)}${traces.map((trace) => TRACE[trace]).join('，')}，请说明`,
  'A13-1': ({ deadline, takenInAt, awaited }, names) =>
    takenInAt === null
      ? `${awaited.map((device) => names.device(device)).join('、')}的资料到 ${timeInTable(deadline)} 还没有采集`
      : `采集完成于 ${timeInTable(takenInAt)}，时限为 ${timeInTable(deadline)}`,
  'A13-2': ({ lacks, deadline }) =>
    lacks === 'ground'
      ? `${timeInTable(deadline)} 前没有采集，没有写明是连续工作、异地执法还是偏远、交通不便地区`
      : `${timeInTable(deadline)} 前没有采集，没有写明为什么确实无法及时移交`,
  'A13-3': ({ recording, by, at }, names) =>
    `${names.recording(recording)} ${timeInTable(at)} 在登记的介质以外出现${by === null ? '' : `（${names.person(by)}）`}，没有批准记录，请说明`,
  'A13-4': (facts) =>
    facts.problem === 'notCleared'
      ? '资料已移交，存储卡没有清理'
      : `存储卡没有清理，${timeInTable(facts.at)} 又开始使用`,
  'C01-1': missing,
  'C01-2': late,
  'C02-1': missing,
  'C02-2': late,
  'C03-1': stepsOf,
  'C03-2': (facts) =>
    'photos' in facts
      ? `只有照片 ${facts.photos} 张，询问过程要有录音录像`
      : `询问笔录期间 ${stretch(facts.from, facts.to)}没有录音录像`,
  'C04-1': (facts) => ('items' in facts ? `证据物品 ${list(facts.items)} 没有照片或标记` : missing(facts)),
  'C04-2': ({ registeredAt, due }) =>
    `${timeInTable(registeredAt)} 先行登记保存，处理决定应在 ${timeInTable(due)} 前作出（行政处罚法，待法制办公室确认）`,
  'C05-1': (facts) => {
    if ('missing' in facts) return missing(facts);
    return 'photos' in facts
      ? `只有照片 ${facts.photos} 张，陈述申辩全过程要有录音录像`
      : `陈述申辩期间 ${stretch(facts.from, facts.to)}没有记录，请按第十一条说明`;
  },
  'C06-1': stepsOf,
  'C07-1': missing,
  'C07-2': ({ checkedOn, deadline }) => `核查日期 ${checkedOn} 早于责令改正的期限 ${deadline}`,
  'C08-1': (facts) => {
    if ('notFilm' in facts) return `本项载体为执法记录仪，${facts.notFilm} 件资料都不是录像`;
    return 'carriers' in facts
      ? `本项载体为执法记录仪，实际为${facts.carriers.map((carrier) => CARRIER[carrier]).join('、')}`
      : stepsOf(facts);
  },
  'C09-1': ({ documents }) => `没有标记${documents.map((document) => SERVED_DOCUMENT[document]).join('、')}的交接画面`,
  'C09-2': ({ overwrittenAt }) =>
    overwrittenAt === null
      ? '办公场所监控的录像还没有导出'
      : `办公场所监控的录像没有导出，${timeInTable(overwrittenAt)} 起会被覆盖`,
  'C10-1': (facts) =>
    'receiptDate' in facts ? `送达回证日期为 ${facts.receiptDate}，摄录日期为 ${facts.footageDate}` : stepsOf(facts),
  'C10-2': ({ witness }, names) => `见证人${names.person(witness)}是本局人员，见证人应为基层组织或所在单位的代表`,
  'C11-1': missing,
  'C12-1': () => '没有发布公告的报纸、网站或者其他送达凭证',
  'C12-2': ({ publishedOn, endsOn }) => `公告于 ${publishedOn} 发布，期限到 ${endsOn} 才届满`,
};

/** `第十一条`; the regulation has 23 articles. */
export const articleWord = (number: number): string => articleByNumber(number).heading;
export const matterWord = (row: number): string => `清单第${row}项“${matterByRow(row)?.cells.matter.normalized ?? ''}”`;

const basis = ({ article, matter }: Pick<Finding, 'article' | 'matter'>): string =>
  matter === null ? articleWord(article) : `${articleWord(article)}、${matterWord(matter)}`;

/** `不符合第九条（待说明）`, `疑似（第十一条）`, `提示（第六条）`. Until it is decided nothing is called 违规. */
export function findingHead(finding: Pick<Finding, 'article' | 'matter' | 'grade'>): string {
  switch (finding.grade) {
    case 'breach':
      return `不符合${basis(finding)}（待说明）`;
    case 'suspected':
      return `疑似（${basis(finding)}）`;
    case 'advisory':
      return `提示（${basis(finding)}）`;
  }
}

const factOf = <C extends Code>(code: C, facts: FactsOfCode[C], names: FindingNames): string =>
  FACT[code](facts, names);

/** The fact, without the head. */
export const findingFact = (finding: Finding, names: FindingNames): string =>
  factOf(finding.code, finding.facts as never, names);

/** The whole sentence: article and fact. */
export const findingSentence = (finding: Finding, names: FindingNames): string =>
  `${findingHead(finding)}：${findingFact(finding, names)}。`;

/** The words of the regulation each code rests on, verbatim. */
export const QUOTE: Record<Code, string> = {
  'A01-1': '保障每一名执法人员正确使用行政执法音像记录设备',
  'A02-1': '用配备的音像取证设备',
  'A02-2': '用配备的音像取证设备',
  'A04-1': '严禁摄录任何与工作无关的内容',
  'A04-2': '严禁摄录任何与工作无关的内容',
  'A05-1': '执法人员在执法前，应当对音像记录设备的电池容量、内存空间、系统日期和时间等进行检查',
  'A05-2': '执法人员在执法前，应当对音像记录设备的电池容量、内存空间、系统日期和时间等进行检查',
  'A05-3': '保证音像记录设备能够正常使用',
  'A05-4': '系统日期和时间等进行检查',
  'A06-1': '应佩戴现场执法记录仪，进行现场执法记录',
  'A06-2': '在实施以下可能引发争议的执法管理活动时',
  'A07-1': '使用人员应在执法和管理活动结束后及时制作工作记录',
  'A07-2': '写明无法使用的原因和依据, 报局主管领导',
  'A07-3': '活动结束后及时制作工作记录',
  'A08-1': '应当事先告知当事人使用音像记录设备',
  'A08-2': '应当事先告知当事人使用音像记录设备',
  'A08-3': '告知的规范用语是',
  'A09-1': '录制过程应当自执法人员到达现场开展执法检查(办案)时开始',
  'A09-2': '至执法检查(办案)结束时止',
  'A09-3': '执法人员应对执法全过程的主要环节进行不间断记录',
  'A10-1': '执法全过程音视频记录应反映执法活动现场的地点、时间、场景、参与人员、违法违规行为、现场痕迹物证等',
  'A10-2': '对现场遗留或发现的违法工具、物品等物证及原始痕迹证据应当进行重点摄录',
  'A11-1': '非因技术原因不得中止录制或断续录制',
  'A11-2': '重新开始记录时应当对中断原因进行语音说明',
  'A11-3': '应当立即向所属部门负责人报告，并在事后书面说明情况',
  'A11-4': '不得任意选择取舍',
  'A11-5': '事后补录',
  'A11-6': '不得插入其他画面，不得进行任意删改和编辑',
  'A13-1': '须在第一时间将现场执法音视频记录信息导出保存',
  'A13-2': '确实无法及时移交资料的，应当在返回单位后 24 小时内将现场执法音视频记录信息导出保存',
  'A13-3': '执法人员不得私自复制、保存现场执法记录',
  'A13-4': '执法人员不得私自复制、保存现场执法记录',
  'C01-1': '各个环节进行全过程记录',
  'C01-2': '表明身份、出示执法证件、实地核查过程、调查询问过程',
  'C02-1': '各个环节进行全过程记录',
  'C02-2': '表明身份、出示执法证件、调查询问过程',
  'C03-1': '说明询问事项及当事人的权利、询问过程进行全过程记录',
  'C03-2': '询问过程进行全过程记录',
  'C04-1': '证据物品编号、名称、规格（型号）或者地址、单位、数量或者面积和执行情况进行全过程记录',
  'C04-2': '执行情况进行全过程记录',
  'C05-1': '记录当事人陈述申辩全过程',
  'C06-1': '告知、陈述申辩、处罚和文书送达的全过程',
  'C07-1': '对改正的情况进行全过程记录',
  'C07-2': '对改正的情况进行全过程记录',
  'C08-1': '当事人拒绝接受检查的全过程记录',
  'C09-1': '记录处罚决定、告知单、票据送达等送达过程',
  'C09-2': '送达过程',
  'C10-1': '全过程进行记录',
  'C10-2': '邀请基层自治组织或者受送达人所在单位的代表',
  'C11-1': '对交寄物品、交寄时间和送达结果等进行音像记录',
  'C12-1': '对发布公告的报纸、发布公告的网站等送达凭证进行记录',
  'C12-2': '对发布公告的报纸、发布公告的网站等送达凭证进行记录',
};
