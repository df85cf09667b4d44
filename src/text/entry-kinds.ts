import type { KindName } from '../ledger/kinds.ts';

/** What an entry of the book is, for lists of entries. */
const ENTRY_KIND: Record<KindName, string> = {
  'bureau-founded': '建立本局台账',
  'bureau-changed': '修改单位和科室',
  'person-admitted': '接纳人员',
  'person-changed': '修改人员登记',
  'key-requested': '请求办钥匙',
  'key-admitted': '办新钥匙',
  'station-admitted': '接纳一台电脑',
  'equivocation-found': '查出一把钥匙签了两支',
  'device-registered': '登记设备',
  'medium-registered': '登记介质',
  'activity-created': '新建执法活动',
  'activity-changed': '修改执法活动',
  'arrival-marked': '到达现场',
  'notice-given': '告知',
  'activity-finished': '结束执法活动',
  'away-duty-declared': '登记异地或连续执法',
  'returned-to-unit': '登记返回单位',
  'mark-withdrawn': '撤回一条现场记录',
  'footage-taken-in': '采集入账',
  'intake-countersigned': '采集人签名',
  'footage-linked': '变更归属',
  'copies-stored': '存入介质',
  'buffer-purged': '清出采集缓存',
  'fixity-checked': '复核',
  'handover-given': '移交',
  'handover-accepted': '接收入库',
  'handover-withdrawn': '撤回移交',
  'footage-reviewed': '采集核对',
  'form-printed': '打印',
  'book-exported': '导出账本',
  'classified-medium-sealed': '封存涉密载体',
  'incident-noted': '异常记录',
};

/** A kind from a newer version has no words yet. */
export const entryKind = (kind: string): string =>
  (ENTRY_KIND as Readonly<Record<string, string>>)[kind] ?? '较新版本的记录，这一版还认不出来';
