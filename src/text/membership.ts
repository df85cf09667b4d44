import type { LeaveReason, WithdrawReason } from '../domain/departure.ts';
import type { Role } from '../domain/role.ts';
import type { DelegateRefusal } from '../usecases/delegate.ts';
import type { DepartureRefusal } from '../usecases/departures.ts';
import type { ReseatRefusal } from '../usecases/reseat-administrators.ts';
import type { SecondRefusal } from '../usecases/second-signature.ts';
import { ROLE } from './nouns.ts';
import { RULE } from './refusals.ts';
import { commas } from './times.ts';

const roleList = (roles: readonly Role[]): string => roles.map((role) => ROLE[role]).join('、');

/** Acts of the register that wait for a second person. */
export const SECOND = {
  title: '等第二人签名',
  sub: '人员和站点的事要保管人、法制办公室各一人签。两人签齐才生效。',
  columns: { act: '要办的事', by: '提出人', at: '提出时间', wanted: '还要谁签' },
  wanted: (roles: readonly Role[]): string =>
    roles.length === 0 ? '现在没有能签的人，可以用恢复单重新设定' : `${roleList(roles)}一人`,
  confirm: '签署',
  decline: '不同意',
  takeBack: '收回',
  name: (act: string, what: string): string => `${act}：${what}`,
  confirmSays: (who: string, what: string): string => `${who} 作为第二人同意：${what}。`,
  declineSays: (who: string, what: string): string => `${who} 不同意：${what}。`,
  takeBackSays: (who: string, what: string): string => `${who} 收回自己提出的：${what}。`,
  confirmAct: '同意',
  correction: '签署后立即生效，要改变只能再签一条。',
  declineCorrection: '提出的事从此作罢，要办可以重新提出。',
  wayOut: '先不办',
  waits: (roles: readonly Role[]): string => `已签名并记入账本。还要${SECOND.wanted(roles)}签名后才生效。`,
  see: '看等签名的事',
  toPeople: '到“人员与设置”看等签名的事',
  stationWaitsWhy: '那台电脑请保持开着。另一位在“人员与设置”里签名以后，账会自己送过去。',
  stationWaits: (station: string): string => `同意 ${station} 加入已签名，还要另一位签名后才生效`,

  what: {
    admit: (name: string, roles: readonly Role[]): string => `接纳 ${name}，职责：${roleList(roles)}`,
    change: (name: string, roles: readonly Role[]): string => `修改 ${name} 的登记，职责：${roleList(roles)}`,
    key: (name: string, station: string, why: string): string => `给 ${name} 在 ${station} 办新钥匙（${why}）`,
    station: (code: string, name: string): string => `接纳站点 ${code} ${name}`,
    leave: (name: string, why: string): string => `撤销 ${name}（${why}）`,
    withdraw: (station: string, why: string): string => `撤销站点 ${station}（${why}）`,
    spill: (count: number, files: number): string =>
      `误录：各站删去 ${commas(count)} 条记录的文字内容${files === 0 ? '' : `，和 ${commas(files)} 件资料的全部文件`}`,
  },
} as const;

export const KEY_REASON: Record<'passphrase-forgotten' | 'new-station' | 'restored' | 'in-doubt', string> = {
  'passphrase-forgotten': '口令忘了',
  'new-station': '在这台电脑上用',
  restored: '从备份恢复或清除过数据',
  'in-doubt': '钥匙可能被别人用过',
};

export const KEY_REASON_HINT: Record<'passphrase-forgotten' | 'restored' | 'in-doubt', string> = {
  'passphrase-forgotten': '旧钥匙从此停用，签过的照样有效。',
  restored: '恢复出来的旧钥匙不能再用，免得同一序号签两次。',
  'in-doubt': '旧钥匙从此停用；已经被人拿去签过的，请改办“撤销”，逐条认定。',
};

/** How a person's key stands, one word in the table. */
export const KEY_STATE = {
  here: '本机可用',
  lost: '本机数据没了',
  none: '本机没有',
  asked: '等同意',
  waits: '新钥匙等签名',
  frozen: '一号两签，已冻结',
} as const;

export const LEAVE_REASON: Record<LeaveReason, string> = {
  transferred: '调离',
  retired: '退休',
  dismissed: '不再从事执法',
  'key-stolen': '钥匙被盗用',
  other: '其他',
};

export const WITHDRAW_REASON: Record<WithdrawReason, string> = {
  lost: '丢失',
  stolen: '被盗',
  scrapped: '报废',
  replaced: '更换',
  other: '其他',
};

/** Leaving: a person, or a machine. */
export const LEAVE = {
  act: '撤销',
  personTitle: (name: string): string => `撤销 ${name}`,
  stationTitle: (station: string): string => `撤销站点 ${station}`,
  means: '撤销以后会怎样',
  personMeans: [
    '以前签的、已到本机的，永远有效。',
    '以后再签的、或别处还没到的，进“待核”，要别人签署采信才作数。',
    '这位同志不能再签名，口令也打不开。',
  ],
  stationMeans: [
    '已到本机的记录永远有效；这台上还没送出来的，进“待核”。',
    '正连着的立刻断开，以后新账和文字内容都不再给它。',
    '在这台上办的个人钥匙一起停用；人不撤销，可在别的电脑重新办钥匙。',
  ],
  pins: '到哪一条为止有效',
  pinColumns: { key: '钥匙', at: '所在电脑', last: '有效到' },
  pinned: (count: number): string => (count === 0 ? '还没有签过' : `第 ${commas(count)} 条`),
  why: '原因',
  note: '情况说明',
  noteHint: '只写撤销的经过，不写案情。',
  reasonMissing: '请选原因。',
  whyOpen: '（还没有选）',
  personSays: (who: string, name: string, why: string): string => `${who} 撤销 ${name}，原因：${why}。`,
  stationSays: (who: string, station: string, why: string): string => `${who} 撤销站点 ${station}，原因：${why}。`,
  correction: '撤销不能取消。回来的同志要重新接纳。',
  wayOut: '先不办',
  ownStation: '这是您正在用的电脑，请在别的电脑上撤销它。',
  cutWarning: '还没送到本机的记录会进“待核”。能联系上的，最好先同步一次。',

  leftTitle: '已撤销的',
  leftColumns: { who: '人员或站点', at: '撤销时间', by: '撤销人', why: '原因', later: '待核' },
  nothingLater: '没有',
  later: (count: number): string => `${commas(count)} 条`,
  look: '看待核',
  lookOf: (who: string): string => `看 ${who} 的待核记录`,
  quarantineTitle: (who: string): string => `${who} 的待核记录`,
  quarantineWhy: '这些是撤销之后才到的，或撤销之后签的。内容照存，不计入台账。查明确属真实的，可以逐条采信。',
  quarantineColumns: { what: '办了什么', at: '自称时间', place: '序号' },
  quarantineNone: '没有待核的记录。',
  pick: (what: string, at: string): string => `采信 ${at} ${what}`,
  adoptReason: '采信的依据',
  adoptHint: '例如：当面核实，纸质单据一致。',
  adoptSays: (who: string, count: number, whose: string): string =>
    `${who} 采信 ${whose} 的 ${commas(count)} 条待核记录。`,
  adoptCorrection: '采信后按当时的职责计入台账，不能取消。',
  adoptAct: '采信',
  adoptNone: '还没有选要采信的记录',
  adoptReasonMissing: '请写采信的依据',
  close: '关闭',
} as const;

const DEPARTURE: Record<Exclude<DepartureRefusal['code'], 'rule'>, string> = {
  'waits-for-second': '已签名并记入账本，还要另一位签名后才生效。',
  'no-administrator-left': '撤销以后就没有保管人和法制办公室的同志了，谁也办不了人员。请先接纳或改好接替的同志。',
};
export const departureRefusal = (refusal: DepartureRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : DEPARTURE[refusal.code];

const SECOND_REFUSAL: Record<Exclude<SecondRefusal['code'], 'rule'>, string> = {
  'not-waiting': '这件事已经有人办了，不用再签。',
};
export const secondRefusal = (refusal: SecondRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : SECOND_REFUSAL[refusal.code];

/** 委托. */
export const DELEGATION = {
  title: '委托',
  sub: '外出时，把自己的职责委托给别人一段时间。受委托人办的事注明是受谁委托。',
  give: '委托别人',
  giveWhyNot: '您没有可以委托的职责',
  none: '没有委托。',
  columns: { from: '委托人', to: '受委托人', roles: '职责', window: '起止', state: '状态' },
  window: (from: string, until: string): string => `${from} 至 ${until}`,
  states: {
    before: '还没开始',
    now: '生效中',
    over: '已到期',
    ended: '已结束',
    left: '人已撤销，不再有效',
    lapsed: '人曾被撤销，委托不再恢复',
    'role-lost': '委托人已没有这项职责，不起作用',
  },
  end: '结束',
  endOf: (from: string, to: string): string => `结束 ${from} 给 ${to} 的委托`,
  endSays: (who: string, from: string, to: string): string => `${who} 结束 ${from} 给 ${to} 的委托。`,
  endCorrection: '已经办的事照样有效；要再委托，另签一条。',
  endAct: '结束委托',
  giveTitle: '委托别人',
  to: '委托给谁',
  toMissing: '请选受委托的同志。',
  roles: '委托哪些职责',
  rolesHint: '只能委托自己有的职责。接纳、撤销人员和站点不能委托。',
  rolesMissing: '请至少选一项职责。',
  from: '从',
  until: '到',
  momentHint: '写成 2026-03-05 08:30 的样子',
  momentUnfit: '请写成 2026-03-05 08:30 这样的日期和时间。',
  untilUnfit: '结束时间应晚于开始时间，也晚于现在。',
  says: (who: string, to: string, roles: string, from: string, until: string): string =>
    `${who} 委托 ${to} 从 ${from} 到 ${until} 代行：${roles}。`,
  correction: '到期自动结束，也可以随时签一条提前结束。',
  act: '委托',
  wayOut: '先不办',
} as const;

const DELEGATE: Record<Exclude<DelegateRefusal['code'], 'rule'>, string> = {
  'window-unfit': DELEGATION.untilUnfit,
  'role-none': DELEGATION.rolesMissing,
};
export const delegateRefusal = (refusal: DelegateRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : DELEGATE[refusal.code];

/** With the key on paper. */
export const RESEAT = {
  start: '用恢复单重新设定保管人和法制办公室',
  startWhy: '两位的钥匙都没有了，或者没有人能一起签名时才用。恢复单用过以后请重新封存。',
  title: '用恢复单重新设定',
  paper: '恢复密钥',
  paperHint: '照着纸上的一组一组输入，中间的横线可以不输。',
  persons: { one: '第一位', two: '第二位' },
  second: '同时设定第二位',
  who: '是谁',
  newPerson: '名册上没有的同志',
  name: '姓名',
  officerNo: '工号',
  certificateNo: '执法证号',
  validFrom: '执法证有效期自',
  validTo: '执法证有效期至',
  division: '科室或单位',
  roles: '职责',
  rolesHint: '保管人、法制办公室至少一项。两位最好各一项，以后互相做第二签名人。',
  rolesUnfit: '请选保管人或法制办公室，至少一项。',
  passphrase: '自己设口令',
  passphraseAgain: '再输一遍口令',
  samePerson: '两位不能是同一个人。',
  says: (names: string): string => `用恢复密钥重新设定 ${names}，钥匙办在这台电脑上。`,
  correction: '签署后各站都会看到是用恢复单办的。旧钥匙如何处理，另行撤销或换新。',
  act: '签署：重新设定',
  wayOut: '先不办',
  done: (names: string): string => `已设定 ${names}，请选名字、输入刚设的口令进入。`,
  missing: '请填写恢复密钥。',
} as const;

const RESEATED: Record<Exclude<ReseatRefusal['code'], 'rule'>, string> = {
  'recovery-key-wrong': '恢复密钥不对，或不是本局的恢复单。请对照纸上一组一组核对。',
  'passphrase-unfit': '口令至少 8 个字，并且不能只用一两个字反复。',
  'name-missing': '请填写姓名。',
  'administrators-missing': '请设定一位或两位。',
};
export const reseatRefusal = (refusal: ReseatRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : RESEATED[refusal.code];
