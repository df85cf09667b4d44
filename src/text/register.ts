import type { RegisterQuery } from '../domain/ports/read-model.ts';
import { matterByRow } from '../regulation/checklist.ts';
import { MEDIA_TYPE, RECORDING_STATE } from './nouns.ts';
import { commas, counted } from './times.ts';

/** `1 现场检查`: a matter of the bureau's list as lists name it. A number the list does not hold stands alone. */
export const matterName = (row: number): string => {
  const matter = matterByRow(row);
  return matter === undefined ? String(row) : `${row} ${matter.cells.matter.normalized}`;
};

export const REGISTER = {
  title: '台账',
  purpose: (asOf: string): string => `本局全部音像资料。只登记，不删除；截至 ${asOf} 本机所知。`,
  purposeEmpty: '本局全部音像资料。只登记，不删除。',
  byParty: '同一执法对象',
  sample: '抽查',
  list: '音像资料台账',
  print: '打印登记台账',
  exportCsv: '导出 CSV',
  exporting: '正在导出…',
  exported: (n: number): string => `已导出 ${counted(n, '件')}，并登记在账上`,
  csvName: (bureau: string, at: string): string => `${bureau}执法音像记录台账 ${at.replace(':', '-')}.csv`,

  columns: {
    no: '编号',
    type: '类型',
    capturedAt: '拍摄时间',
    length: '时长',
    matters: '执法事项',
    place: '地点',
    party: '当事人',
    officers: '执法人员',
    device: '设备',
    takenInAt: '采集',
    copies: '副本',
    state: '状态',
  },
  join: '、',
  noNumber: '未编号',
  notClaimed: '设备没有记下拍摄时间，这里是采集时间',
  ofYear: (year: string, short: string): string => `〔${year}〕${short}`,
  copiesOf: (have: number, need: number): string => `${have} / ${need}`,
  notBureauDevice: '非配备设备',
  offList: '清单外',
  blank: '（未填）',

  filter: {
    text: '搜索',
    textHint: '编号、当事人、地点、案号',
    dates: '拍摄日期',
    matter: '执法事项',
    allMatters: '全部 12 项',
    officer: '执法人员',
    device: '设备',
    state: '状态',
    all: '全部',
    badDate: '日期写成 2026-03-05 这样',
    turned: '后一天早于前一天，请核对',
  },
  applied: {
    text: (words: string): string => `含“${words}”`,
    dates: (from: string | null, to: string | null): string =>
      from === null ? `拍摄日期到 ${to}` : to === null ? `拍摄日期从 ${from}` : `拍摄日期 ${from} 至 ${to}`,
    matter: (name: string): string => `执法事项 ${name}`,
    officer: (name: string): string => `执法人员 ${name}`,
    device: (name: string): string => `设备 ${name}`,
    state: (name: string): string => `状态 ${name}`,
    everything: '全部资料',
  },
  nothing: '没有符合条件的资料。去掉一两个条件再看，或者换个词搜索。',
  more: (shown: number, all: number): string => `已列出 ${commas(shown)} / ${counted(all, '件')}，往下滚动接着列。`,

  mostSelected: (most: number): string => `一次最多选 ${counted(most, '件')}。`,
  selected: (
    counts: Readonly<Partial<Record<keyof typeof MEDIA_TYPE, number>>>,
    length: string,
    size: string,
  ): string => [kinds(counts), length, size].filter((part) => part !== '').join('；'),
  check: '复核校验值',
  noCopies: (n: number): string => `${counted(n, '件')}还没有存入介质，没有副本可以复核。`,
  allWithoutCopies: '选中的都还没有存入介质，没有副本可以复核',
  handover: '去移交',
  handoverNotYours: '由采集的执法人员办理',
  handoverUnstored: (n: number): string => `${counted(n, '件')}还没有存入介质`,
  handoverUnderWay: (n: number): string => `${counted(n, '件')}已在移交或已在库`,
  handoverDamaged: (n: number): string => `${counted(n, '件')}校验不一致，先处理`,
  handoverTooMany: (limit: number): string => `一张移交单最多 ${counted(limit, '件')}`,
  printSelected: '打印台账',
  printTooMany: (limit: number): string => `一次最多选 ${counted(limit, '件')}，再多请按条件筛`,

  empty: {
    title: '台账里还没有资料',
    words: '台账由采集自动登记，不用手工录入。做完下面三件事，第一件资料就会出现在这里。',
  },

  csv: {
    no: '编号',
    type: '类型',
    capturedAt: '拍摄时间（设备所称）',
    length: '时长',
    bytes: '大小（字节）',
    activity: '执法活动',
    matters: '执法事项',
    place: '地点',
    party: '当事人',
    officers: '执法人员',
    device: '设备',
    originalName: '原文件名',
    takenInAt: '采集时间',
    takenInBy: '采集人',
    copies: '副本数',
    state: '状态',
    sha256: 'SHA-256',
  },
} as const;

const kinds = (counts: Readonly<Partial<Record<keyof typeof MEDIA_TYPE, number>>>): string =>
  (Object.keys(MEDIA_TYPE) as (keyof typeof MEDIA_TYPE)[])
    .filter((type) => (counts[type] ?? 0) > 0)
    .map((type) => `${MEDIA_TYPE[type]} ${commas(counts[type] ?? 0)}`)
    .join('，');

/** One applied condition, as a word that can be taken away. */
export interface QueryWord {
  readonly id: 'text' | 'dates' | 'matter' | 'officer' | 'device' | 'state';
  readonly words: string;
}

/** What a query asks for, in words; none for the whole register. */
export function queryWords(
  { text, from, to, matter, officer, device, state }: RegisterQuery,
  naming: {
    readonly person: (id: NonNullable<RegisterQuery['officer']>) => string;
    readonly device: (id: NonNullable<RegisterQuery['device']>) => string;
  },
): readonly QueryWord[] {
  const T = REGISTER.applied;
  const words: readonly (QueryWord | null)[] = [
    text.trim() === '' ? null : { id: 'text', words: T.text(text.trim()) },
    from === null && to === null ? null : { id: 'dates', words: T.dates(from, to) },
    matter === null ? null : { id: 'matter', words: T.matter(matterName(matter)) },
    officer === null ? null : { id: 'officer', words: T.officer(naming.person(officer)) },
    device === null ? null : { id: 'device', words: T.device(naming.device(device)) },
    state === null ? null : { id: 'state', words: T.state(RECORDING_STATE[state]) },
  ];
  return words.filter((word) => word !== null);
}
