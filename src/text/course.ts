import type {
  CheckAction,
  FindingDecision,
  NoticeException,
  ReportMethod,
  StepState,
  UnlinkedDecision,
} from '../domain/course-words.ts';
import type { PersonId } from '../domain/ids.ts';
import type { AnswerRefusal, FindingStanding } from '../usecases/answer-finding.ts';
import type { CheckRefusal } from '../usecases/check-device.ts';
import type { UnlinkedRefusal } from '../usecases/decide-unlinked.ts';
import type { SuspendedPerson } from '../usecases/officer-standing.ts';
import type { PublishRefusal } from '../usecases/publish-rules.ts';
import type { CourseRefusal } from '../usecases/sign-course.ts';
import { CHECK_FAULT } from './findings.ts';
import { RULE } from './refusals.ts';

/** Words for the course of an activity: closed sets, and why something is not signed. */

export const STEP_STATE: Record<StepState, string> = { done: '已记录', notHappened: '未发生', deferred: '待补' };

export const CHECK_ACTION: Record<CheckAction, string> = {
  clockSync: '校时',
  charge: '充电',
  clearCard: '清卡',
  changeDevice: '换机',
  changeCard: '换卡',
};

export const REPORT_METHOD: Record<ReportMethod, string> = {
  phone: '电话',
  message: '短信或即时消息',
  inPerson: '当面',
  radio: '对讲机',
};

export const NOTICE_EXCEPTION: Record<NoticeException, string> = {
  photoOnly: '仅拍照，没有录音录像',
  noParty: '现场没有当事人',
  other: '其他原因',
};

export const FINDING_DECISION: Record<FindingDecision, string> = {
  upheld: '成立',
  notUpheld: '不成立',
  excused: '免责',
};

export const FINDING_STANDING: Record<FindingStanding, string> = {
  'to-explain': '待说明',
  answered: '已说明，待认定',
  ...FINDING_DECISION,
};

export const UNLINKED_DECISION: Record<UnlinkedDecision, string> = {
  irrelevant: '与工作无关',
  workRelated: '与工作有关',
};

const COURSE: Record<Exclude<CourseRefusal['code'], 'rule'>, string> = {
  'reason-missing': '请写明原因。',
  'basis-missing': '请写明依据（第七条要求原因和依据都写）。',
  'step-unknown': '清单里没有这个环节。',
  'row-not-chosen': '这次活动没有选这个事项，请先在活动里加上。',
  'not-deferrable': '这个环节不能后补，只有送达结果和公告凭证可以。',
  'cannot-show': '照片不能反映全过程，请选录像或录音；第 8 项载体为执法记录仪，只能选录像。',
  'not-finished': '活动还没有结束，结束后再制作工作记录。',
  'not-arrived': '还没有记“到达现场”，请先记到达。',
  'time-impossible': '时间前后对不上，请核对。',
  'already-withdrawn': '这一条已经撤销了。',
  'not-reported': '还没有工作记录可以阅知。',
};

export const courseRefusal = (refusal: CourseRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : COURSE[refusal.code];

export const checkRefusal = (refusal: CheckRefusal): string =>
  refusal.code === 'rule'
    ? RULE[refusal.rule]
    : `${refusal.faults.map((fault) => CHECK_FAULT[fault]).join('、')}，请选处理措施；时钟也可以只写明偏差。`;

/** Suspended people with the number of the decision, where it is known here. */
export const suspendedWords = (suspended: readonly SuspendedPerson[], name: (id: PersonId) => string): string =>
  suspended
    .map(
      ({ person, to, decisionNo }) =>
        `${name(person)}停止执法至 ${to}${decisionNo === null ? '' : `（${decisionNo}）`}，这期间不能参加活动，也不能领用设备。`,
    )
    .join('');

const ANSWER: Record<Exclude<AnswerRefusal['code'], 'rule'>, string> = {
  'text-missing': '请写明内容。',
  'not-answered': '还没有人说明，请先请当事同志说明。',
};

export const answerRefusal = (refusal: AnswerRefusal | UnlinkedRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : ANSWER[refusal.code];

export const publishRefusal = (refusal: PublishRefusal): string =>
  refusal.code === 'rule'
    ? RULE[refusal.rule]
    : '这些数由制度或者其他法律规定，不能改：'.concat(refusal.names.join('、'));
