/** §1.0: 执法人员, 保管人, 法制办公室, 主管领导, 部门负责人. */
export type Role = 'officer' | 'custodian' | 'legalAffairsOffice' | 'supervisingLeader' | 'departmentHead';

export const ROLES: readonly Role[] = [
  'officer',
  'custodian',
  'legalAffairsOffice',
  'supervisingLeader',
  'departmentHead',
];
