import type { Role } from '../domain/role.ts';

/** What each duty is for, where duties are given out. */
export const ROLE_HINT: Record<Role, string> = {
  officer: '记录、采集、移交自己的资料',
  custodian: '接收入库、保管；办理人员和介质',
  legalAffairsOffice: '审查调阅；也可以办理人员',
  supervisingLeader: '批准调阅',
  departmentHead: '建本部门的活动，登记设备',
};

/** Hints and faults of the form of one person: at founding and under 人员与设置. Its labels are each page's own. */
export const PERSON_FORM = {
  nameMissing: '请填写姓名，签名和打印的表上都要用。',
  nameTooLong: '姓名最多 40 个字，请缩短。',
  tooLong: '最多 40 个字，请缩短。',
  dateUnreadable: '请写成 2026-03-05 这样的日期，别的写法认不出来。',
  validOrder: '到期日早于起始日，请对照证件核对。',
  divisionMissing: '请选择所在的科室或单位。',
  rolesMissing: '请至少选一项职责。',
  passphraseHint: '至少 8 个字符，至少 3 种不同的。',
  passphraseUnfit: '口令至少要 8 个字符，并且至少 3 种不同的，请换一个长些的。',
  passphraseDiffers: '两遍口令不一样，请再输一遍。',
  missing: (fields: readonly string[]): string => `还差：${fields.join('、')}`,
  passphraseNote:
    '字母、数字最方便；用汉字的，每次都要先按“显示”才打得出来。口令忘了找不回来，只能办新钥匙；请不要写在电脑旁边。',
} as const;

/** The tree of 科室 and 局属单位 as a list to be edited. */
export const DIVISIONS = {
  label: '科室和局属单位',
  name: (n: number): string => `第 ${n} 个的名称`,
  kind: (n: number): string => `第 ${n} 个是科室还是局属单位`,
  closed: '停用',
  remove: '去掉',
  removeOf: (n: number): string => `去掉第 ${n} 个`,
  add: '再加一个',
  nameMissing: (n: number): string => `第 ${n} 个没有名称，请填写，或者去掉这一行。`,
  nameTooLong: (n: number): string => `第 ${n} 个的名称超过 60 个字，请缩短。`,
  nameTwice: (name: string): string => `“${name}”写了两次，请去掉一个，否则选的时候分不清。`,
  none: '请至少留一个在用的科室或单位，每个人都要属于一个。',
  tooMany: (most: number): string => `最多 ${most} 个，请合并一些。`,
} as const;

/** After an act was signed and counted. */
export const SIGNED = {
  by: (name: string, at: string): string => `${name} 于 ${at} 签署`,
  key: '签',
  verified: '本机已验',
} as const;
