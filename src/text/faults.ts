import type { DerivativeFaultCode } from '../domain/ports/derivative-maker.ts';
import type { DigesterFaultCode } from '../domain/ports/digester.ts';
import type { SourceFaultCode } from '../domain/ports/footage-source.ts';
import type { MediaFaultCode } from '../domain/ports/media-probe.ts';
import type { MediumFaultCode } from '../domain/ports/medium-store.ts';
import type { BufferFaultCode } from '../domain/ports/vault.ts';

/** What happened, what is safe, what to do. The code stands folded below for the technician. */
export interface FaultWording {
  readonly happened: string;
  readonly safe: string;
  readonly toDo: string;
}

const KEPT = '已经记录的文件都在，没有丢失。';

const DISK_FULL: FaultWording = {
  happened: '这台电脑的磁盘满了',
  safe: '已经记录的文件都在，没有丢失；还没采的都还在卡上，请不要清空存储卡。',
  toDo: '先把未入库的资料存入介质，或删掉这台电脑上不用的文件，腾出地方再按“继续”。',
};
const BUFFER_FAILED: FaultWording = {
  happened: '采集缓存读写不了',
  safe: '读写不了的没有算数，已经记录的都在账上；卡上的原件没有动。',
  toDo: '再试一次；仍不行的，请不要清空存储卡，把下面的内容告诉技术人员。',
};

type FaultCode =
  | DigesterFaultCode
  | SourceFaultCode
  | MediaFaultCode
  | MediumFaultCode
  | BufferFaultCode
  | DerivativeFaultCode
  | 'storage-full'
  | 'storage-failed'
  | 'storage-newer'
  | 'station-key-missing';

const FAULTS: Readonly<Record<FaultCode, FaultWording>> = {
  'source-gone': { happened: '存储卡或文件夹不见了', safe: KEPT, toDo: '插回同一张卡，按“继续”会从断点接着做。' },
  'source-permission-lost': {
    happened: '浏览器收回了读这个文件夹的许可',
    safe: KEPT,
    toDo: '按“继续”，在弹出的窗口里选允许。',
  },
  'source-unreadable': {
    happened: '有文件读不出来',
    safe: KEPT,
    toDo: '换一个读卡器或数据线再试；仍读不出的，请保管好这张卡，交技术人员。',
  },
  'item-gone': {
    happened: '文件在读的时候不见了',
    safe: '没有把不完整的内容记入台账。',
    toDo: '看看卡上还有没有这个文件，再试一次。',
  },
  'item-changed': {
    happened: '文件在读的时候变了大小或时间',
    safe: '没有把变动中的内容记入台账。',
    toDo: '确认设备不在录制，再试一次。',
  },
  'read-stalled': { happened: '读了很久没有回应', safe: KEPT, toDo: '拔下重插，再按“继续”。' },
  'read-back-mismatch': {
    happened: '写入后读回，与原文件不一致',
    safe: '这个文件没有记入台账，卡上的原件没有动。',
    toDo: '再试一次；反复出现的，请检查这台电脑的硬盘。',
  },
  'buffer-full': DISK_FULL,
  'storage-full': DISK_FULL,
  'buffer-failed': BUFFER_FAILED,
  'buffer-missing': {
    happened: '采集缓存里找不到这个文件',
    safe: '台账上的记录和校验值都在。',
    toDo: '请不要清空存储卡：卡上还有的，重新采集一次就能补上；没有的，告诉保管人和技术人员。',
  },
  'storage-failed': {
    happened: '本机账本写不进去',
    safe: '写不进去的没有算数，以前的记录都在。',
    toDo: '关掉别的窗口再试；仍不行的，请技术人员看磁盘。',
  },
  'storage-newer': {
    happened: '本机账本已由较新的版本写过',
    safe: '账本没有动。',
    toDo: '关闭全部窗口重新打开，让新版本生效。',
  },
  'station-key-missing': {
    happened: '这个浏览器里没有本站的钥匙',
    safe: '账本没有动。',
    toDo: '浏览器的数据可能被清理过。请不要另建台账，告诉保管人和技术人员。',
  },
  'medium-missing': { happened: '找不到这个介质', safe: KEPT, toDo: '把介质接上，再按“连接这个介质”。' },
  'medium-permission-lost': {
    happened: '浏览器收回了写这个介质的许可',
    safe: KEPT,
    toDo: '按“连接这个介质”，在弹出的窗口里选允许。',
  },
  'medium-full': {
    happened: '介质满了',
    safe: '已经存入的都读回一致，已记入台账；还没存的都在采集缓存里。',
    toDo: '换一个登记过的介质，再存剩下的。',
  },
  'medium-unwritable': {
    happened: '介质写不进去',
    safe: '已经存入的都读回一致，已记入台账；还没存的都在采集缓存里。',
    toDo: '看看介质是不是只读或已损坏，换一个登记过的介质再存。',
  },
  'medium-unreadable': {
    happened: '介质上有文件读不出来',
    safe: '台账上的记录和校验值都在，没有把读不出的当作一致。',
    toDo: '换一个接口再试；仍读不出的，请停用这个介质，用另一份副本，并告诉技术人员。',
  },
  'other-tab-writes': {
    happened: '另一个窗口正在办理',
    safe: '没有签入任何内容。',
    toDo: '在那个窗口办，或按上方“改在这里办理”。',
  },
  'media-unreadable': { happened: '文件读不出来', safe: KEPT, toDo: '换一个读卡器再试。' },
  'camera-gone': {
    happened: '设备被拔出，采集停住了',
    safe: '已存好的文件都在，没有丢失。',
    toDo: '插回同一台设备，会自动从断点接着做。',
  },
  'camera-silent': {
    happened: '设备没有回应',
    safe: KEPT,
    toDo: '确认设备亮着、没有在录制，再试一次；仍不行的，拔下数据线重插。',
  },
  'camera-garbled': {
    happened: '设备传来的内容不合规矩',
    safe: '没有把不明的内容记入台账。',
    toDo: '拔下数据线重插；反复出现的，换数据线或改用读卡器。',
  },
  'camera-halted': { happened: '设备中断了传送', safe: KEPT, toDo: '再试一次；仍不行的，拔下数据线重插。' },
  'camera-refused': {
    happened: '设备不肯交出内容',
    safe: KEPT,
    toDo: '解开设备的锁屏，选“传输文件”方式，再试一次；也可以改用读卡器。',
  },
  'camera-held': {
    happened: '设备被别的程序占着',
    safe: '没有动设备上的任何内容。',
    toDo: '关掉占用它的程序再试：Linux 是文件管理器里的这台设备（先“弹出”），macOS 是“图像捕捉”或“照片”，Windows 是资源管理器或厂家的采集软件；也可能是本系统的另一个窗口。',
  },
  'camera-denied': {
    happened: '系统不让浏览器打开这台设备',
    safe: '没有动设备上的任何内容。',
    toDo: 'Windows 把它交给了自带的驱动：请改用 U 盘模式或读卡器，从文件夹采集；要直接连，请信息部门改装 WinUSB 驱动。Linux（统信、麒麟）请信息部门加一条 udev 规则，再重插。',
  },
  'camera-protected': {
    happened: '这台设备现在是 U 盘或摄像头方式，浏览器不能直接打开',
    safe: '没有动设备上的任何内容。',
    toDo: '它会像一个盘那样出现在电脑里：请用“选择文件夹或存储卡”采集。',
  },
  'camera-no-interface': {
    happened: '这台设备没有可以读取文件的接口',
    safe: '没有动设备上的任何内容。',
    toDo: '看看设备上有没有“传输文件（MTP）”或“PTP”可选；没有的，请用读卡器。',
  },
  'camera-twins': {
    happened: '连着几台一样的设备，序列号相同或都没有，分不清是哪一台',
    safe: '没有动设备上的任何内容。',
    toDo: '请只留一台，采完拔下，再插另一台。',
  },
  'media-probe-unavailable': {
    happened: '看不了文件里的内容',
    safe: KEPT,
    toDo: '关掉别的程序，刷新后再试；不影响照原样采集和保存。',
  },
  'derivative-failed': {
    happened: '派生件没有做成',
    safe: '原件没有动，校验值照样可以复核。',
    toDo: '再试一次；仍不行的，换一台电脑再看，或告诉技术人员。',
  },
  'worker-crashed': { happened: '计算校验值的程序停了', safe: KEPT, toDo: '按“继续”会从断点接着做。' },
};

const UNKNOWN_FAULT: FaultWording = {
  happened: '出了没有料到的故障',
  safe: KEPT,
  toDo: '再试一次；仍不行的，把下面的内容告诉技术人员。',
};

/** Any code gets a sentence: one this version has no words for says so. */
export const faultWords = (code: string): FaultWording =>
  (FAULTS as Readonly<Record<string, FaultWording>>)[code] ?? UNKNOWN_FAULT;

/** While a source is only looked at, nothing was begun that could go on by itself. */
const WHILE_LOOKING: Readonly<Record<string, FaultWording>> = {
  'camera-gone': { happened: '设备被拔出', safe: '还没有开始采集。', toDo: '插回设备，按“再看一次”。' },
  'source-gone': { happened: '存储卡或文件夹不见了', safe: '还没有开始采集。', toDo: '插回存储卡，按“再看一次”。' },
  'source-permission-lost': {
    happened: '浏览器收回了读这个文件夹的许可',
    safe: '还没有开始采集。',
    toDo: '按“返回，重新选”，再选一次这个文件夹。',
  },
};

export const lookingFaultWords = (code: string): FaultWording => WHILE_LOOKING[code] ?? faultWords(code);
