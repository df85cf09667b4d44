import type { DeviceMove } from '../domain/course-records.ts';
import type { IssueRefusal } from '../usecases/issue-device.ts';
import type { WritersRefusal } from '../usecases/own-writers.ts';
import type { ProfileRefusal } from '../usecases/profile-device.ts';
import { RULE } from './refusals.ts';
import { counted } from './times.ts';

/** 设备与介质: Art. 2 and Art. 12. */
export const EQUIPMENT = {
  title: '设备与介质',
  purpose: '本局配备的执法音像记录设备（第二条），和统一保管资料的介质（第十二条）。',
  devices: '执法音像记录设备',
  addDevice: '登记设备',
  notHere: '没有这台设备',
  notHereWhy: '地址可能不完整，也可能是别的电脑登记的，还没有到这里。',
  noDevices: '还没有登记设备',
  noDevicesWhy: '登记以后，存储卡上的资料才能归到设备和领用人。',
  media: '存储介质',
  addMedium: '登记介质',
  noMedia: '还没有登记介质',
  noMediaWhy: '采集的资料要存到登记过的办公电脑、移动硬盘或采集器，才算入库。',
  deviceColumns: {
    label: '名称',
    carrier: '种类',
    assetNo: '资产编号',
    model: '品牌型号',
    serial: '序列号',
    who: '配发',
    holder: '现在谁手里',
    state: '状态',
  },
  mediumColumns: {
    label: '名称',
    kind: '种类',
    serial: '序列号',
    place: '存放',
    keeper: '保管人',
    verified: '最近校验',
    state: '连接',
  },
  inService: '在用',
  outOfService: '停用',
  never: '没有校验过',
  change: '修改',
  connect: '连接',
  states: {
    connected: '已连接',
    asks: '要再允许一次',
    missing: '没有接上',
    foreign: '是别的单位或别的介质',
    never: '还没有连接',
  },
  changeDevice: (name: string): string => `修改 ${name}`,
  label: '名称',
  labelDeviceHint: '平时怎么叫它，例如：记录仪 03',
  labelMediumHint: '贴在介质上的编号，例如：YP-03',
  carrier: '种类',
  assetNo: '资产编号',
  brand: '品牌',
  model: '型号',
  serialNo: '序列号',
  productNo: '产品编号',
  productNoHint: '机身标签上的 7 位编号',
  storage: '存储',
  storageHint: '例如：内置 64 GB，或 128 GB 卡',
  fileNameMark: '文件名里的标记',
  fileNameMarkHint: '这台设备的文件名里总会出现的字，用来认设备',
  division: '科室或单位',
  assignedTo: '配发给',
  nobody: '不固定',
  status: '状态',
  kind: '种类',
  place: '存放地点',
  keeper: '保管人',
  capacity: '容量',
  capacityUnit: 'GB',
  labelMissing: '请填写名称。',
  carrierMissing: '请选种类。',
  divisionMissing: '请选科室或单位。',
  save: '签署：登记',
  wayOut: '先不登记',
  roleDevice: '登记设备由保管人、部门负责人或法制办公室的同志办理',
  roleMedium: '登记介质由保管人办理',
} as const;

/** Who has a device: 领用、归还、转交、遗失 (form F3). */
export const MOVE = {
  where: { lost: '遗失', out: '领用在外', in: '在库', stopped: '停用' },
  kind: { issued: '领用', returned: '归还', transferred: '转交', lost: '遗失、被盗' } satisfies Record<
    DeviceMove['kind'],
    string
  >,
  title: {
    issued: (name: string): string => `领用 ${name}`,
    returned: (name: string): string => `归还 ${name}`,
    transferred: (name: string): string => `转交 ${name}`,
    lost: (name: string): string => `${name} 遗失、被盗`,
    profile: (name: string): string => `${name} 的习惯`,
  },
  act: { issued: '发出设备', returned: '收回设备', transferred: '转交设备', lost: '登记遗失' },
  done: { issued: '已登记领用', returned: '已登记归还', transferred: '已登记转交', lost: '已登记遗失' },
  says: {
    issued: (who: string, name: string, to: string): string => `${who} 把 ${name} 发给 ${to}。`,
    returned: (who: string, name: string): string => `${who} 收回 ${name}。`,
    transferred: (who: string, name: string, to: string): string => `${who} 把 ${name} 转交给 ${to}。`,
    lost: (who: string, name: string): string => `${who} 登记 ${name} 遗失或被盗。`,
  },
  correction: '写错了的，再登记一次归还或领用；原来的留在账上。',
  lostCorrection: '找回来的，由保管人登记归还；遗失的登记留在账上。',
  wayOut: '先不登记',
  to: '交给',
  toMissing: '请选交给谁。',
  noteParts: { parts: '配件', purpose: '用途', power: '电量内存', due: '预计归还' },
  noteHints: {
    parts: '电池、存储卡各几件',
    purpose: '哪次活动，做什么',
    power: '例如：电量 96%，卡已清空，可录 9 小时',
    due: '例如：当日，或 2026-03-06',
  },
  notePart: (name: string, text: string): string => `${name}：${text}`,
  noteJoin: '；',
  note: {
    returned: { label: '归还状况', hint: '外观、配件、资料是否都采集了' },
    transferred: { label: '交接状况', hint: '外观、配件、电量，为什么转交' },
    lost: { label: '经过', hint: '什么时候、在哪里、怎么发现的；已报告给谁' },
  },
  onlyKeepers: '由保管人或部门负责人办理',
  onlyHolder: '由领用人本人转交',
  notHere: { lost: '已登记遗失，先登记找回', out: '已领用在外，先归还', stopped: '已停用' },
  notOut: '没有领用在外',
  alreadyLost: '已登记遗失',
  holder: '现在谁手里',
  here: '保管人处',
  nobodyKnows: '不知道',
  moves: '领用、归还',
  noMoves: '还没有登记过领用。',
  moved: (kind: string, who: string): string => (who === '' ? kind : `${kind}，${who}`),
  by: (who: string, at: string): string => `${who} 登记，${at}`,
  older: (n: number): string => `这里列最近 ${counted(n, '次')}，全部见登记表。`,
  lostActivities: '可能丢了资料的活动',
  lostWhy: '这些活动计划用这台设备，办过，还没有采集到它的资料（第二十条第七项）。',
  lostNone: '计划用这台设备的活动，资料都采集到了。',
  printMoves: '打印领用归还表',
  printChecks: '打印设备检查表',
  checks: '最近检查',
  noChecks: '没有检查过',
  facts: '登记',
  profile: '设备习惯',
  own: '这台设备登记的',
  ofModel: '按型号',
  unknown: '不知道。登记以后，采集时按它读文件名。',
  patterns: '文件名样式',
  patternsHint:
    '一行一种，例如 DSJ_{device}_{time}。可以用 {time}（14 位）、{date}（8 位）、{clock}（6 位）、{device}、{officer}、{seq}、{ms}；* 代表任意。',
  patternUnfit: (templates: readonly string[]): string => `认不出时间：${templates.join('、')}`,
  zone: '文件名里的时间',
  zones: { local: '北京时间', utc: '世界时', unknown: '不清楚' },
  segmentBy: '长的录像怎么分段',
  segments: { none: '不知道或不分段', minutes: '按分钟', size: '按大小' },
  segment: '每段多长',
  segmentUnits: { minutes: '分钟', size: 'GB' },
  segmentUnfit: '请写 1 以上的整数。',
  clock: '时钟',
  driveSteps: '怎么变成一个盘',
  driveHint: '一步一行，采集时给人看',
  changeProfile: '登记设备习惯',
  profileAct: '登记设备习惯',
  profileSays: (who: string, name: string): string =>
    `${who} 登记 ${name} 的文件名样式、分段和时钟习惯；以后采集时按它读文件名。`,
  profileCorrection: '以后可以再登记；已经采集的资料不变。',
  profileDone: '已登记设备习惯',
  change: '修改登记',
} as const;

export const issueRefusal = (refusal: Exclude<IssueRefusal, { readonly code: 'officer-suspended' }>): string =>
  RULE[refusal.rule];

/** 本型号自己的写入标记. */
export const WRITERS = {
  heading: '本型号自己的写入标记',
  none: '没有登记。文件里有剪辑或转码软件的标记，都会提示核实。',
  change: '登记写入标记',
  role: '写入标记由保管人或法制办公室的同志登记',
  title: (name: string): string => `${name} 的写入标记`,
  label: '录制时由设备自己写入的程序名',
  found: '这台设备的文件里找到的标记，按一下填入：',
  take: (name: string): string => `填入 ${name}`,
  hint: '一行一个，照文件里写的填全，例如 Lavf58.29.100。要用这台设备现场录一段、没有经过任何软件的文件核实过再登记。',
  says: (who: string, name: string, writers: readonly string[]): string =>
    writers.length === 0
      ? `${who} 登记：${name} 这一型号的设备录制时不写入任何软件标记。`
      : `${who} 登记：${name} 这一型号的设备录制时自己写入“${writers.join('”“')}”，以后采集时不因这些标记提示核实。`,
  correction: '以后可以再登记；以前采集时的提示不变，仍按当时登记的判断。',
  act: '登记写入标记',
  done: '已登记写入标记',
  unfit: (names: readonly string[]): string => `“${names.join('”“')}”太短，或者不是会被提示的软件标记，不用登记。`,
} as const;

export const writersRefusal = (refusal: WritersRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : WRITERS.unfit(refusal.names);

export const profileRefusal = (refusal: ProfileRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : MOVE.patternUnfit(refusal.templates);
