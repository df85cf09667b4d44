import type { Cell, ChecklistColumn, Matter } from '../checklist.ts';

export const CHECKLIST_COLUMN_DATA: readonly ChecklistColumn[] = [
  { id: 'rowNo', heading: '序号' },
  { id: 'category', heading: '执法类别' },
  { id: 'matter', heading: '执法事项' },
  { id: 'carrier', heading: '记录载体' },
  { id: 'place', heading: '记录场所' },
  { id: 'content', heading: '记录内容' },
  { id: 'department', heading: '记录部门' },
  { id: 'recorder', heading: '记录人' },
];

const same = (text: string): Cell => ({ asPrinted: text, normalized: text });
const noted = (asPrinted: string, normalized: string, editorNote: string): Cell => ({
  asPrinted,
  normalized,
  editorNote,
});

/** 行政处罚 is printed once per page, at the middle of a cell merged over six rows. */
const mergedCategory: Cell = { asPrinted: '', normalized: '行政处罚' };
const printedCategory: Cell = same('行政处罚');

const department: Cell = same('执法机构');
const missingDepartment: Cell = {
  asPrinted: null,
  normalized: '执法机构',
  editorNote: '原文第二页（序号7至12）无“记录部门”一格，此处按第一页推定为“执法机构”。',
};
const recorder: Cell = same('执法人员');

const noStop = (asPrinted: string): Cell => noted(asPrinted, `${asPrinted}。`, '原文句末无句号。');

export const CHECKLIST_DATA: readonly Matter[] = [
  {
    row: 1,
    id: 'onSiteInspection',
    page: 1,
    carriers: ['bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('现场检查'),
      carrier: same('执法记录仪'),
      place: same('检查场所现场'),
      content: noted(
        '对进入检查场所、表明身份、出示执法证件、实地核过程程、调查询问过程、调取证据资料、证人证言采集和当事人拒绝检查的各个环节进行全过程记录。',
        '对进入检查场所、表明身份、出示执法证件、实地核查过程、调查询问过程、调取证据资料、证人证言采集和当事人拒绝检查的各个环节进行全过程记录。',
        '原文“实地核过程程”，疑为“实地核查过程”之误植。',
      ),
      department,
      recorder,
    },
  },
  {
    row: 2,
    id: 'investigationEvidence',
    page: 1,
    carriers: ['bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('调查取证'),
      carrier: same('执法记录仪'),
      place: noted(
        '检查场所现场',
        '检查场所现场',
        '记录场所作“检查场所现场”，记录内容作“进入调查取证场所”，原文如此。',
      ),
      content: noStop(
        '对进入调查取证场所、表明身份、出示执法证件、调查询问过程、调取证据资料、证人证言采集的各个环节进行全过程记录',
      ),
      department,
      recorder,
    },
  },
  {
    row: 3,
    id: 'inquiryRecord',
    page: 1,
    carriers: ['stillCamera', 'bodyCamera'],
    cells: {
      category: printedCategory,
      matter: same('询问笔录'),
      carrier: noted('照相机 执法记录仪', '照相机、执法记录仪', '原文两种载体分行，无顿号。'),
      place: noted(
        '办公场所现场',
        '办公场所现场',
        '记录场所为办公场所，记录内容仍作“进入调查取证场所”，原文如此；在办公场所询问室进行的，以进入询问室为该环节。',
      ),
      content: same('对进入调查取证场所、表明身份、出示执法证件、说明询问事项及当事人的权利、询问过程进行全过程记录。'),
      department,
      recorder,
    },
  },
  {
    row: 4,
    id: 'evidenceRegistrationPreservation',
    page: 1,
    carriers: ['stillCamera', 'bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('先行登记保存'),
      carrier: noted('照相机 执法记录仪', '照相机、执法记录仪', '原文两种载体分行，无顿号。'),
      place: same('取证现场'),
      content: noted(
        '对现行登记保存的证据物品编号、名称、规格（型号）或者地址、单位、数量或者面积和执行情况进行全过程记录。',
        '对先行登记保存的证据物品编号、名称、规格（型号）或者地址、单位、数量或者面积和执行情况进行全过程记录。',
        '原文作“现行登记保存”，与执法事项“先行登记保存”不一致，原文如此。',
      ),
      department,
      recorder,
    },
  },
  {
    row: 5,
    id: 'statementDefence',
    page: 1,
    carriers: ['bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('陈述、申辩'),
      carrier: same('执法记录仪'),
      place: same('陈述申辩场所'),
      content: noStop('记录当事人陈述申辩全过程'),
      department,
      recorder,
    },
  },
  {
    row: 6,
    id: 'summaryPenalty',
    page: 1,
    carriers: ['bodyCamera', 'handheldTerminal'],
    cells: {
      category: mergedCategory,
      matter: same('简易程序处罚'),
      carrier: same('执法记录仪、手持执法终端'),
      place: same('执法现场'),
      content: same('记录现场调查、收集证据、告知、陈述申辩、处罚和文书送达的全过程。'),
      department,
      recorder,
    },
  },
  {
    row: 7,
    id: 'rectificationCheck',
    page: 2,
    carriers: ['stillCamera', 'bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('对责令改正情况的现场核查'),
      carrier: noted('照相机 执法记录仪', '照相机、执法记录仪', '原文两种载体分行，无顿号。'),
      place: same('核查现场'),
      content: noStop('对改正的情况进行全过程记录'),
      department: missingDepartment,
      recorder,
    },
  },
  {
    row: 8,
    id: 'nonCooperation',
    page: 2,
    carriers: ['bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: noted('当事人不配合调查的', '当事人不配合调查', '原文“的”字后无名词，原文如此。'),
      carrier: same('执法记录仪'),
      place: same('执法现场'),
      content: same('对进入调查取证场所、表明身份、出示执法证件、当事人拒绝接受检查的全过程记录。'),
      department: missingDepartment,
      recorder,
    },
  },
  {
    row: 9,
    id: 'serviceAtOffice',
    page: 2,
    carriers: ['fixedAvSurveillance', 'stillCamera'],
    cells: {
      category: mergedCategory,
      matter: same('办公场所送达'),
      carrier: noted('音视频监控设备 照相机', '音视频监控设备、照相机', '原文两种载体分行，无顿号。'),
      place: same('办公场所'),
      content: noStop('记录处罚决定、告知单、票据送达等送达过程'),
      department: missingDepartment,
      recorder,
    },
  },
  {
    row: 10,
    id: 'leaveService',
    page: 2,
    carriers: ['bodyCamera', 'camcorder'],
    cells: {
      category: printedCategory,
      matter: noted('留置送达过程', '留置送达', '原文作“留置送达过程”。'),
      carrier: noted('执法记录仪 摄像机', '执法记录仪、摄像机', '原文两种载体分行，无顿号。'),
      place: same('送达现场'),
      content: noted(
        '对邀请基层自治组织或者受送达人所在单位的代表，说明送达情况，在送达回执上注明拒收事由和日期，由送达人、见证人签字或者盖章，将文书留在受送达人的住所全过程进行记录。',
        '对邀请基层自治组织或者受送达人所在单位的代表，说明送达情况，在送达回执上注明拒收事由和日期，由送达人、见证人签字或者盖章，将文书留在受送达人的住所全过程进行记录。',
        '原文“送达回执”，通称“送达回证”。',
      ),
      department: missingDepartment,
      recorder,
    },
  },
  {
    row: 11,
    id: 'postalService',
    page: 2,
    carriers: ['stillCamera', 'camcorder', 'bodyCamera'],
    cells: {
      category: mergedCategory,
      matter: same('邮寄送达'),
      carrier: noted('照相机、摄像机 执法记录仪', '照相机、摄像机、执法记录仪', '原文载体分行，行间无顿号。'),
      place: same('邮寄场所'),
      content: same('对交寄物品、交寄时间和送达结果等进行音像记录。'),
      department: missingDepartment,
      recorder,
    },
  },
  {
    row: 12,
    id: 'announcementService',
    page: 2,
    carriers: ['stillCamera'],
    cells: {
      category: mergedCategory,
      matter: noted('公告、送达', '公告送达', '原文“公告、送达”，法律用语为“公告送达”。'),
      carrier: same('照相机'),
      place: same('办公场所'),
      content: same('对发布公告的报纸、发布公告的网站等送达凭证进行记录。'),
      department: missingDepartment,
      recorder,
    },
  },
];
