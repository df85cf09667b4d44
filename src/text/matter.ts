import { articleName } from './times.ts';

/** Wording of what is stated about an activity at the desk: the notice, the contents of Art. 10, and what single rows of the list ask. */

export const NOTICE = {
  locate: '标出告知位置',
  locateMore: '再标告知位置',
  except: '不需告知',
  at: (place: string, who: string): string => `${place}，${who}标`,
  excepted: (ground: string, text: string): string => `不需告知：${ground}${text === '' ? '' : `，${text}`}`,
  locateDialog: {
    title: '告知在资料里的位置',
    lead: `规范用语是在哪一段、什么位置说的，谁说的（${articleName(8)}）。`,
    who: '告知时报了姓名的执法人员',
    whoMissing: '请选执法人员。',
    sentence: (name: string, place: string, who: string): string => `${name}标出告知在 ${place}，告知人 ${who}`,
    correction: '标错了，可以在“现场记录”里撤回后重标。',
    act: '告知的位置',
    wayOut: '先不标',
    done: '记下了。',
  },
  exceptDialog: {
    title: '说明不需告知',
    lead: '没有当事人在场、只拍照等，写明为什么没有告知。',
    ground: '情形',
    groundMissing: '请选情形。',
    text: '说明',
    textMissing: '请写明原因。',
    sentence: (name: string, ground: string): string => `${name}说明本次活动没有告知：${ground}`,
    correction: '写错了，可以另签一条，以最后一条为准。',
    act: '不需告知',
    wayOut: '先不签',
    done: '说明已签名。',
  },
} as const;

export const CONTENT = {
  none: '还没有核对',
  done: (shown: number, not: number, who: string): string => `${shown} 项标出位置，${not} 项不适用，${who}核对`,
  attest: '核对记录内容',
  again: '重新核对',
  dialog: {
    title: '核对记录内容',
    lead: `${articleName(10)}要求记录反映的内容，逐项标出在资料的什么位置，写成 分:秒，例如 12:05；没有的，写明理由。`,
    found: '现场有没有违法违规行为',
    yes: '有',
    no: '没有发现',
    foundMissing: '请选有没有违法违规行为。',
    none: '没有这一项',
    where: (element: string): string => `${element}：在哪里`,
    at: (element: string): string => `${element}：从头数的位置`,
    why: (element: string): string => `${element}：没有的理由`,
    elementMissing: (element: string, fault: string): string => `${element}：${fault}`,
    reasonMissing: '请写明没有的理由。',
    unfinished: (name: string): string => `${name}核对记录内容…`,
    sentence: (name: string, found: string, shown: number, not: number): string =>
      `${name}核对记录内容，违法违规行为：${found}；${shown} 项标出位置，${not} 项不适用`,
    correction: '核对错了，可以重新核对，以最后一次为准。',
    act: '核对记录内容',
    wayOut: '先不签',
    done: '核对已签名。',
  },
} as const;

/** What a form of one row may ask. */
export type MatterFieldName =
  | 'recordNo'
  | 'inspected'
  | 'evidence'
  | 'defencePlace'
  | 'penaltyAt'
  | 'penaltyNo'
  | 'penalty'
  | 'fineReceiptNo'
  | 'refusedAt'
  | 'attempts'
  | 'refusal'
  | 'tracking'
  | 'receiptBack'
  | 'from'
  | 'to'
  | 'interviewee'
  | 'speaker'
  | 'transcriptNo'
  | 'registeredAt'
  | 'decidedAt'
  | 'listNo'
  | 'deadline'
  | 'noticeNo'
  | 'result'
  | 'documentNo'
  | 'recipient'
  | 'receiptNo'
  | 'overwrittenAt'
  | 'witnessName'
  | 'witnessUnit'
  | 'refusalReason'
  | 'address'
  | 'receiptDate'
  | 'postedAt'
  | 'mailNo'
  | 'postOffice'
  | 'publishedOn'
  | 'days'
  | 'medium';

export const MATTER_FIELD: Record<MatterFieldName, string> = {
  recordNo: '现场检查（勘验）笔录编号',
  inspected: '检查事项',
  evidence: '调取的证据',
  defencePlace: '陈述申辩场所',
  penaltyAt: '作出处罚决定时间',
  penaltyNo: '处罚决定书编号',
  penalty: '处罚种类、金额',
  fineReceiptNo: '罚款票据编号',
  refusedAt: '拒绝接受检查时间',
  attempts: '要求配合',
  refusal: '拒绝情形',
  tracking: '投递状态',
  receiptBack: '回执日期',
  from: '笔录开始时间',
  to: '笔录结束时间',
  interviewee: '被询问人',
  speaker: '陈述申辩人',
  transcriptNo: '笔录编号',
  registeredAt: '登记保存时间',
  decidedAt: '作出处理决定时间',
  listNo: '登记保存清单编号',
  deadline: '责令改正期限',
  noticeNo: '责令改正通知书编号',
  result: '改正情况',
  documentNo: '文书编号',
  recipient: '受送达人',
  receiptNo: '送达回证编号',
  overwrittenAt: '监控录像覆盖时间',
  witnessName: '见证人姓名',
  witnessUnit: '见证人单位、身份',
  refusalReason: '拒收事由',
  address: '送达地址',
  receiptDate: '回证上注明的日期',
  postedAt: '交寄时间',
  mailNo: '邮件号',
  postOffice: '邮局',
  publishedOn: '发布日期',
  days: '公告期',
  medium: '报纸名称、版面或网址',
};

export const MATTER = {
  offer: (row: number, name: string): string => `当事人拒绝检查，可以加上清单第 ${row} 项“${name}”`,
  offerAct: '签署：加上这一项',
  offerDone: (name: string): string => `已加上“${name}”`,
  fill: '填写本项内容',
  again: '重填本项内容',
  about: (act: string, matter: string): string => `${act}，${matter}`,
  stated: (who: string, at: string): string => `${who} ${at} 填写`,
  fact: (label: string, value: string): string => `${label} ${value}`,
  elsewhere: '文字内容未存本机',
  join: '，',
  items: (n: number): string => `证据物品 ${n} 件`,
  served: '送达的文书',
  servedMissing: '请选送达了哪些文书。',
  surveillance: '办公场所固定监控录了送达过程，要导出',
  exportAsked: '固定监控应导出',
  witness: '见证人',
  witnessOutside: '不是本局人员',
  witnessHint: '应当是基层组织或受送达人单位的代表；选本局人员会有提示',
  results: { corrected: '已改正', partly: '部分改正', not: '未改正' },
  wordsOnly: '笔录编号和内容见文字',
  wordsMissing: '请至少写一栏。',
  police: '已报警',
  policeCalled: '已报警',
  policeNotCalled: '没有报警',
  times: '次',
  timesBad: (label: string): string => `${label}写次数，1 到 99。`,
  days: '天',
  daysHint: '不填按参数表的公告期',
  item: { no: '编号', name: '名称', spec: '规格（型号）或地址', unit: '单位', amount: '数量或面积' },
  itemsLabel: '登记保存的证据物品',
  itemsHint: '编号用数字，标记环节时填同一个编号；每栏都写，没有的写“／”',
  addItem: '加一件',
  removeItem: (no: string): string => `去掉第 ${no} 件`,
  remove: '去掉',
  itemOf: (field: string, at: number): string => `第 ${at} 件，${field}`,
  itemsMissing: '请至少写一件，编号用数字，不要重复。',
  itemBlank: (no: string, label: string): string => `编号 ${no} 的证据物品还没有写${label}；没有的写“／”。`,
  timeAhead: (label: string): string => `${label}还没有到，请核对。`,
  timeBad: (label: string): string => `${label}写成 2026-03-05 10:18 这样。`,
  dateBad: (label: string): string => `${label}写成 2026-03-05 这样。`,
  orderBad: (first: string, then: string): string => `${then}要在${first}之后。`,
  daysBad: '公告期写天数，1 到 365。',
  title: (matter: string): string => `${matter}：填写本项内容`,
  lead: '编号和姓名只进文字内容，不进签名正文。',
  sentence: (name: string, no: string, matter: string, words: string): string =>
    `${name}就活动 ${no} 的${matter}填写：${words}`,
  correction: '写错了，可以重填一次，以最后一次为准。',
  act: '填写本项内容',
  wayOut: '先不签',
  done: '已签名。',
} as const;
