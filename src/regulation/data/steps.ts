import type { ChecklistStep, OverlayMark, StepKind } from '../steps.ts';

type Line = readonly [
  name: string,
  kind: StepKind,
  wording: string,
  flags?: { deferred?: true; perItem?: true; unnamed?: true },
];

const ENTER_SITE: Line = ['enterInvestigationSite', 'required', '进入调查取证场所'];
const IDENTITY: Line = ['stateIdentity', 'required', '表明身份'];
const CREDENTIALS: Line = ['showCredentials', 'required', '出示执法证件'];
const INQUIRY: Line = ['inquiry', 'required', '调查询问过程'];
const MATERIALS: Line = ['collectEvidenceMaterials', 'conditional', '调取证据资料'];
const TESTIMONY: Line = ['collectWitnessTestimony', 'conditional', '证人证言采集'];

const ROWS: readonly (readonly Line[])[] = [
  [
    ['enterInspectionSite', 'required', '进入检查场所'],
    IDENTITY,
    CREDENTIALS,
    ['onSiteVerification', 'required', '实地核查过程'],
    INQUIRY,
    MATERIALS,
    TESTIMONY,
    ['partyRefusesInspection', 'conditional', '当事人拒绝检查'],
  ],
  [ENTER_SITE, IDENTITY, CREDENTIALS, INQUIRY, MATERIALS, TESTIMONY],
  [
    ENTER_SITE,
    IDENTITY,
    CREDENTIALS,
    ['explainInquiryMatters', 'required', '说明询问事项'],
    ['explainPartyRights', 'required', '说明当事人的权利'],
    ['inquiryProcess', 'required', '询问过程'],
  ],
  [
    ['itemNo', 'required', '证据物品编号', { perItem: true }],
    ['itemName', 'required', '名称', { perItem: true }],
    ['specOrAddress', 'required', '规格（型号）或者地址', { perItem: true }],
    ['unit', 'required', '单位', { perItem: true }],
    ['quantityOrArea', 'required', '数量或者面积', { perItem: true }],
    ['executionStatus', 'required', '执行情况'],
  ],
  [['statementDefenceWhole', 'required', '当事人陈述申辩全过程']],
  [
    ['onSiteInvestigation', 'required', '现场调查'],
    ['gatherEvidence', 'required', '收集证据'],
    ['notifyParty', 'required', '告知'],
    ['statementDefence', 'required', '陈述申辩'],
    ['imposePenalty', 'required', '处罚'],
    ['serveDocument', 'required', '文书送达'],
  ],
  [['rectificationVerification', 'required', '改正情况核查全过程']],
  [ENTER_SITE, IDENTITY, CREDENTIALS, ['partyRefusesInspection', 'required', '当事人拒绝接受检查']],
  [
    ['servePenaltyDecision', 'oneOrMore', '处罚决定送达'],
    ['serveNotification', 'oneOrMore', '告知单送达'],
    ['serveReceipt', 'oneOrMore', '票据送达'],
    ['serveOther', 'oneOrMore', '其他文书送达', { unnamed: true }],
  ],
  [
    ['inviteRepresentative', 'required', '邀请基层自治组织或者受送达人所在单位的代表'],
    ['explainService', 'required', '说明送达情况'],
    ['noteRefusalReason', 'required', '在送达回执上注明拒收事由'],
    ['noteRefusalDate', 'required', '在送达回执上注明日期'],
    ['serviceOfficerSigns', 'required', '送达人签字或者盖章'],
    ['witnessSigns', 'required', '见证人签字或者盖章'],
    ['leaveDocument', 'required', '将文书留在受送达人的住所'],
  ],
  [
    ['postedItems', 'required', '交寄物品'],
    ['postingTime', 'required', '交寄时间'],
    ['deliveryResult', 'required', '送达结果', { deferred: true }],
  ],
  [
    ['newspaperNotice', 'oneOrMore', '发布公告的报纸', { deferred: true }],
    ['websiteNotice', 'oneOrMore', '发布公告的网站', { deferred: true }],
    ['otherProof', 'oneOrMore', '其他送达凭证', { deferred: true, unnamed: true }],
  ],
];

export const STEP_DATA: readonly ChecklistStep[] = ROWS.flatMap((lines, rowIndex) =>
  lines.map(([name, kind, wording, flags], stepIndex) => ({
    id: `r${String(rowIndex + 1).padStart(2, '0')}.s${stepIndex + 1}`,
    row: rowIndex + 1,
    name,
    kind,
    deferred: flags?.deferred === true,
    perItem: flags?.perItem === true,
    named: flags?.unnamed !== true,
    wording,
  })),
);

export const OVERLAY_DATA: readonly OverlayMark[] = [
  { name: 'noticeGiven', article: 8, wording: '告知用语' },
  { name: 'arrive', article: 9, wording: '到达现场' },
  { name: 'finish', article: 9, wording: '结束' },
];
