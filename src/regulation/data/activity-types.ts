import type { ActivityType } from '../../domain/records.ts';
import type { ActivityTypeRule } from '../activity-types.ts';

export const ACTIVITY_TYPE_DATA: Readonly<Record<ActivityType, ActivityTypeRule>> = {
  dailyInspection: {
    type: 'dailyInspection',
    item: 1,
    wording: '日常执法检查',
    defaultRows: [1],
    rowsIfRefused: [8],
    notCovered: '清单各项均属行政处罚；日常检查参照序号1的环节。',
  },
  complaintHandling: {
    type: 'complaintHandling',
    item: 2,
    wording: '处置各类投诉、举报案件',
    defaultRows: [1, 2],
    rowsIfRefused: [],
    notCovered: '受理投诉、举报本身在清单中无对应事项。',
  },
  investigationEvidence: {
    type: 'investigationEvidence',
    item: 3,
    wording: '违法案件查处过程中，调查取证活动、先行登记保存',
    defaultRows: [2, 3, 4, 5, 6, 8],
    rowsIfRefused: [],
    notCovered: '抽样取证、听证、勘验在清单中无对应事项。',
  },
  service: {
    type: 'service',
    item: 4,
    wording: '证据、执法文书送达',
    defaultRows: [9, 10, 11, 12],
    rowsIfRefused: [],
    notCovered: '办公场所以外的直接送达、电子送达在清单中无对应事项。',
  },
  compulsoryMeasure: {
    type: 'compulsoryMeasure',
    item: 5,
    wording: '实施行政强制措施',
    defaultRows: [],
    rowsIfRefused: [],
    notCovered: '清单中无行政强制措施事项，按清单外事项记录。',
  },
  other: {
    type: 'other',
    item: 6,
    wording: '其他现场执法办案活动',
    defaultRows: [],
    rowsIfRefused: [],
    notCovered: '清单中无对应事项的，按清单外事项记录。',
  },
};
