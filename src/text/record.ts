import { claimedInstants } from '../domain/capture-claim.ts';
import type { Derivative, DerivativeRefusal } from '../domain/ports/derivative-maker.ts';
import type { CaptureClaim, CustodyEvent } from '../domain/records.ts';
import type { ReviewRefusal } from '../usecases/review-footage.ts';
import { CUSTODY_EVENT } from './nouns.ts';
import { RULE } from './refusals.ts';
import { articleName, counted, lengthInCell, timeWithSeconds } from './times.ts';

const CLAIM_SOURCE: Record<CaptureClaim['source'], string> = {
  container: '文件内部所记',
  exif: '照片信息（EXIF）所记',
  'file-name': '文件名所写',
  mtime: '存储卡目录的修改时间',
};

const CLAIM_ZONE: Record<CaptureClaim['zone'], string> = {
  utc: '按世界时记',
  local: '按设备当地时间记',
  unknown: '没有注明时区',
};

/** The digits as the device wrote them: `2026-03-05 14:31:04`. Never corrected. */
export const claimDigits = (claim: CaptureClaim): string => claim.text.replace('T', ' ').replace(/(?:\.\d+)?Z?$/, '');

/** How it is known: `文件内部所记，没有注明时区`; a claim in universal time is also said in Beijing time. */
export function claimProof(claim: CaptureClaim): string {
  const [at] = claimedInstants(claim);
  const beijing = claim.zone === 'utc' && at !== undefined ? `，即北京时间 ${timeWithSeconds(at)}` : '';
  return `${CLAIM_SOURCE[claim.source]}，${CLAIM_ZONE[claim.zone]}${beijing}`;
}

export const RECORD = {
  register: '台账',
  title: (type: string, name: string): string => `${type} ${name}`,
  unlinkedCrumb: (reason: string): string => `没有归属：${reason}`,
  missing: '台账里没有这件资料',
  missingWhy: '地址可能不完整，也可能是另一台电脑采集的，还没有到这里。',
  back: '回到台账',
  print: '打印保管链',
  relink: '改归属',

  facts: {
    heading: '基本情况',
    no: '编号',
    matters: '执法事项',
    activity: '执法活动',
    party: '当事人',
    place: '地点',
    officers: '执法人员',
    device: '设备',
    originalName: '原文件名',
    type: '类型',
    length: '时长',
    size: '大小',
    claim: '设备时间',
    claimOf: (digits: string, proof: string): string => `${digits}，${proof}`,
    claimNone: '不知道，设备没有记下',
    offset: '时差',
    offsetUnknown: '不知道，没有对时',
    takenIn: '采集',
    takenInBy: (person: string, station: string, at: string): string => `${person}，${station}，${at}`,
    caseNo: '案号',
    sources: (n: number): string => `同样的内容采集到 ${counted(n, '次')}，是一件资料`,
    sourceLine: (name: string, path: string, at: string, person: string, device: string): string =>
      [name, path, device, `${person} ${at} 采集`].filter((part) => part !== '').join('，'),
    noName: '（本机未存原文件名）',
    container: (type: string, container: string): string => `${type}（${container}）`,
    assignedTo: (device: string, person: string): string => `${device}，${person}领用`,
    notBureauDevice: '非配备设备',
    unlinked: '没有归属',
  },

  digests: { heading: '校验值', sha256: 'SHA-256', sm3: 'SM3', tree: 'tree-sha256' },
  digestSum: {
    same: (at: string): string => `副本一致，${at} 核验`,
    wrong: '有副本不一致，不要再用它办事，请报告保管人',
    buffered: (at: string): string => `采集时读回一致，${at}`,
  },

  copies: {
    heading: '副本',
    enough: (n: number): string => `${counted(n, '份')}，符合要求`,
    short: (n: number, need: number): string =>
      `${counted(n, '份')}，系统默认要 ${counted(need, '份')}，还差 ${counted(need - n, '份')}`,
    none: '还没有副本',
    buffer: '采集缓存（采集的那台电脑）',
    bufferWords: '未入库，请尽快存入介质',
    store: '去入库',
    check: '再次复核',
    checkOf: (medium: string): string => `再次复核介质“${medium}”上的这一份`,
    where: (place: string, keeper: string): string => [place, keeper].filter((part) => part !== '').join('，'),
    join: '，',
  },

  chain: {
    heading: '保管链',
    count: (n: number): string => `${counted(n, '条')}，每条都有签名`,
    all: (n: number): string => `看全部 ${counted(n, '条')}`,
    fewer: '只看最近的',
    byStation: (station: string): string => `${station} 电脑自动签名`,
    takenInBy: (person: string): string => `${person} 采集`,
    fromTo: (from: string, to: string): string => `${from} 移交给 ${to}`,
    received: (to: string): string => `${to} 接收，校验值逐件核对一致`,
    played: (stretch: string): string => `看了 ${stretch}`,
    looked: '看了一次',
    joined: (what: string, by: string): string => `${what}，${by}`,
    station: (code: string, name: string): string => (name === '' ? `${code} 站` : `${code} 站 ${name}`),
    notStanding: '这条签名在本机账本里没有找到，请核验账本',
  },

  link: {
    title: '改归属',
    lead: '资料归错了活动，或者不属于任何活动，在这里改。原来的归属留在保管链里，资料本身不变，也不删除。',
    how: '改成',
    toActivity: '归到执法活动',
    toReason: '不属于执法活动',
    activity: '执法活动',
    reason: '原因',
    sentence: (who: string, what: string, where: string): string => `${who} 将 ${what} ${where}`,
    into: (activity: string): string => `改归执法活动 ${activity}`,
    out: (reason: string): string => `改为没有归属，原因是“${reason}”`,
    correction: '改错了可以再改一次，每一次都留在保管链里。归到新活动会得到新编号，旧编号不再用。',
    act: '改归属',
    wayOut: '先不改',
    missing: '还没有选改成什么',
    same: '和现在的归属一样',
    activityUnknown: '这台电脑上没有这次活动，请重新选。',
    done: '已改归属',
  },

  review: {
    heading: '采集核对',
    lead: '移交以前，采集人可以核对自己采集的资料。播放的每一段都会登记在保管链里。',
    open: '打开核对',
    openPhoto: '打开核对，并登记一次',
    opening: '正在打开…',
    watermark: (who: string, at: string): string => `${who} ${at} 采集核对`,
    claim: (device: string, claim: string): string => `${device}　${claim}（设备所记）`,
    play: '播放',
    pause: '暂停',
    back: '退 5 秒',
    forward: '进 5 秒',
    speed: (rate: number): string => `${rate} 倍`,
    speeds: '播放速度',
    position: '播放位置',
    frame: '画面',
    full: '全屏',
    keys: '空格播放或暂停，左右键退进 5 秒，Ctrl 加左右键逐帧',
    of: (at: string, all: string): string => `${at} / ${all}`,
    cannotPlay:
      '这台电脑的浏览器放不了这个文件：可能是格式不支持，也可能是文件没有录完整。存着的内容没有变，校验值照样可以复核。',
    mediumMissing: '存这件资料的介质没有连接，接上以后再打开。',
    elsewhere: '这件资料还在采集它的那台电脑的缓存里，请到那台电脑上核对。',
    connect: (medium: string): string => `连接“${medium}”`,
    notLogged: (why: string): string => `刚才看的一段还没有登记上，登记好才能接着看。${why}`,
    logAgain: '再登记一次',
    otherWindow: '另一个窗口正在办理，这里不能登记，所以不能播放。请到那个窗口，或按上方“改到这里办理”。',
    picture: '采集时留的小图',
    photo: '采集的照片',
    locked: '不能播放',
    sound: '录音，没有画面',
    derive: {
      name: '派生件（仅供观看，非原件）',
      offer: '做成能放的派生件',
      offerSilent: '没有声音？做成派生件再看',
      lead: '可以由原件做一个这里能放的派生件：只供观看，离开本页就删，不算副本，不移交。原件不变。',
      making: '正在做派生件',
      stop: '停止',
      stopped: '已停止，没有留下派生件。',
      mark: '派生件，非原件',
      from: (sha256: string): string => `由 SHA-256 ${sha256} 的原件做成`,
      by: (tool: string): string => `用 ${tool} 做成`,
      digest: (tree: string): string => `派生件自身 tree-sha256 ${tree}`,
      picture: {
        kept: '画面原样转装',
        're-encoded': '画面重新编码，细节不如原件',
        lost: '画面的编码这里读不了，只有声音',
        none: '没有画面',
      },
      sound: {
        kept: '声音原样转装',
        're-encoded': '声音重新编码',
        lost: '声音的编码这里读不了，只有画面',
        none: '没有声音',
      },
      skipped: (n: number): string => `${counted(n, '帧')}读不出来，略过`,
      endsAt: (at: string): string => `原件从 ${at} 往后读不出来，派生件到此为止`,
    },
  },
} as const;

/** Why the player is locked, in plain words. */
const REVIEW: Record<Exclude<ReviewRefusal['code'], 'rule'>, string> = {
  'set-apart': `这件资料标为与工作无关，按${articleName(4)}由法制办公室认定，不能核对播放。`,
  'handed-over': `这件资料已移交。移交后查阅须按${articleName(16)}批准并登记，本版尚未提供。`,
  'not-own-batch': `移交以前，只有采集人本人可以核对。其他人查阅须按${articleName(16)}批准并登记，本版尚未提供。`,
  'no-sound-or-picture': '这个文件不是录像、录音或照片，没有可以播放的内容。',
};

export const reviewRefusal = (refusal: ReviewRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : REVIEW[refusal.code];

/** Why no derivative can be made: plainly, for nothing else here would show the film either. */
export const DERIVATIVE_REFUSAL: Record<DerivativeRefusal['code'], string> = {
  'no-index': '文件没有录完整，缺少索引，不能做派生件，这里看不了。存着的内容没有变。',
  unreadable: '文件的结构已损坏，不能做派生件，这里看不了。存着的内容没有变。',
  'format-unread': '这种文件格式不能做派生件，这里看不了。存着的内容没有变；要看请用设备厂家的播放软件，并登记。',
  'codec-unread': '画面和声音的编码这台电脑的浏览器都读不了，不能做派生件。存着的内容没有变；可换一台电脑再试。',
};

/** The lines that stand with a derivative: what it is of, who made it, what differs. */
export function derivativeLines(
  { picture, sound, endsAtSec, skippedFrames, tool, treeSha256 }: Omit<Derivative, 'blob'>,
  sha256: string,
): readonly string[] {
  const T = RECORD.review.derive;
  const skipped = skippedFrames === 0 ? '' : T.skipped(skippedFrames);
  const fates = [picture === 'none' ? '' : T.picture[picture], T.sound[sound], skipped].filter((part) => part !== '');
  return [
    `${T.by(tool)}，${fates.join('，')}。${endsAtSec === null ? '' : `${T.endsAt(lengthInCell(endsAtSec * 1000))}。`}`,
    T.from(sha256),
    T.digest(treeSha256),
  ];
}

/** `0:00:10 至 0:02:30`; one time for a single look. */
export const stretchWords = ({ fromSec, toSec }: NonNullable<CustodyEvent['played']>): string => {
  const [from, to] = [lengthInCell(fromSec * 1000), lengthInCell(toSec * 1000)];
  return from === to ? from : `${from} 至 ${to}`;
};

/** A line of the chain: the event, with what it was done to. */
export function custodyTitle(
  { kind, result, form }: Pick<CustodyEvent, 'kind' | 'result' | 'form'>,
  medium: string | null,
  formName: string | null,
): string {
  if (kind === 'copied' && medium !== null) return `存入“${medium}”，读回一致`;
  if (kind === 'checked') {
    const found = result === 'same' ? '一致' : result === 'different' ? '不一致' : '文件找不到';
    return medium === null ? `复核，${found}` : `复核“${medium}”，${found}`;
  }
  if (kind === 'printed' && form !== null) return `打印 ${formName ?? form}`;
  return CUSTODY_EVENT[kind];
}

/** 复核 as its panel says it, in the register and on a record. */
export const COPY_CHECK = {
  name: (medium: string): string => `复核，介质“${medium}”`,
  same: (n: number): string => `${counted(n, '件')}全部一致，已签名入账`,
  wrong: (n: number, same: number): string =>
    `${counted(n, '件')}不一致或找不到，已记为异常；${counted(same, '件')}一致。请保留介质，报告保管人。`,
  wrongLine: (name: string, result: string): string => `${name}：${result}`,
  stop: '停止',
  stopped: '已停止，核完的已经入账。',
  again: '再核一次',
  connect: '连接这个介质',
  close: '收起',
} as const;
