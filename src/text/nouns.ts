import type { Carrier, MediumKind } from '../domain/carrier.ts';
import type {
  ActivityType,
  AwayGround,
  CustodyEvent,
  MediaType,
  RecordingState,
  UnlinkedReason,
} from '../domain/records.ts';
import type { Role } from '../domain/role.ts';

/** The bureau's words for closed sets. */
export const ROLE: Record<Role, string> = {
  officer: '执法人员',
  custodian: '保管人',
  legalAffairsOffice: '法制办公室',
  supervisingLeader: '主管领导',
  departmentHead: '部门负责人',
};

export const CARRIER: Record<Carrier, string> = {
  bodyCamera: '执法记录仪',
  stillCamera: '照相机',
  camcorder: '摄像机',
  videoRecorder: '录像机',
  audioRecorder: '录音笔',
  handheldTerminal: '手持执法终端',
  fixedAvSurveillance: '音视频监控设备',
};

export const MEDIUM_KIND: Record<MediumKind, string> = {
  officePc: '专用办公电脑',
  portableDisk: '移动硬盘',
  collector: '采集器',
  opticalDisc: '光盘',
};

export const ACTIVITY_TYPE: Record<ActivityType, string> = {
  dailyInspection: '日常执法检查',
  complaintHandling: '处置投诉、举报案件',
  investigationEvidence: '调查取证、先行登记保存',
  service: '证据、执法文书送达',
  compulsoryMeasure: '实施行政强制措施',
  other: '其他现场执法办案活动',
};

export const AWAY_GROUND: Record<AwayGround, string> = {
  continuousDuty: '连续工作',
  awayDuty: '异地执法',
  remoteArea: '偏远、交通不便地区',
};

export const MEDIA_TYPE: Record<MediaType, string> = {
  video: '录像',
  audio: '录音',
  photo: '照片',
  sidecar: '附属文件',
  other: '其他文件',
};

/** For narrow columns. */
export const MEDIA_TYPE_SHORT: Record<MediaType, string> = { ...MEDIA_TYPE, sidecar: '附属', other: '其他' };

export const RECORDING_STATE: Record<RecordingState, string> = {
  buffered: '未入库',
  stored: '已存介质',
  'handing-over': '移交中',
  'in-custody': '在库',
  damaged: '校验不一致',
  removed: '已按误录删去',
};

export const UNLINKED_REASON: Record<UnlinkedReason, string> = {
  deviceTest: '设备测试或对时',
  accidental: '误触',
  irrelevant: '与工作无关',
  pending: '待关联',
};

export const DIVISION_KIND: Record<'division' | 'subordinateUnit', string> = {
  division: '科室',
  subordinateUnit: '局属单位',
};

export const CUSTODY_EVENT: Record<CustodyEvent['kind'], string> = {
  'taken-in': '采集，读回比对一致',
  countersigned: '采集人签名',
  linked: '变更归属',
  copied: '存入介质，读回一致',
  'buffer-purged': '清出采集缓存',
  deleted: '按误录删去文件',
  checked: '复核',
  'handover-given': '移交',
  'handover-accepted': '接收入库',
  'handover-withdrawn': '撤回移交',
  reviewed: '采集核对',
  printed: '打印',
};

export const CHECK_RESULT: Record<'same' | 'different' | 'missing', string> = {
  same: '一致',
  different: '不一致',
  missing: '找不到',
};
