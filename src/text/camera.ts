import type { CameraAtHand } from '../domain/camera.ts';
import type { DeviceProfile } from '../domain/device-profile.ts';
import type { ClockReading, Reading, SourceHealth } from '../domain/ports/footage-source.ts';
import type { DeviceRecord } from '../domain/records.ts';
import { DEVICE_PROFILE } from './device-profile.ts';
import { commas, NOT_APPLICABLE, offsetInWords, size } from './times.ts';

/** Cameras on a cable: choosing one, how it stands, what came of it. */
export const CAMERA = {
  connect: '连接设备',
  connectHint: '用数据线连上执法记录仪或照相机，打开设备；设备问用途时选“传输文件（MTP）”。',
  atHand: '已连上的设备',
  take: (name: string) => `从 ${name} 采集`,
  registeredAs: (label: string, holder: string) => `${label}（领用人 ${holder}）`,
  notRegistered: '登记的设备里没有这个序列号',
  serial: (serial: string) => `序列号 ${serial}`,
  otherSerial: (said: string, label: string, registered: string) =>
    `连着的设备自报序列号 ${said}，登记的“${label}”是 ${registered}`,
  otherSerialToDo:
    '请看机身编号。不是同一台的，按“返回，重新选”改选；是同一台、登记写错了的，请在“设备与介质”更正后再采。',
  filesOfOther: (n: number, said: string, registered: string) =>
    `${commas(n)} 个文件里写的设备序列号（如 ${said}）与登记的 ${registered} 不同`,
  filesOfOtherToDo: '可能是别的设备拍的：请查明后改选设备。文件都可以照原样采集，不会改动。',
  notOffered: '这个浏览器不能直接连设备：请用 Chrome 或 Edge，或者用读卡器、U 盘模式从文件夹采集。',
  way: '数据线直连，只读',
  found: (count: string) => `已看到 ${count} 个文件，还在看`,
  slow: '设备还没有回应，仍在等',
  slowToDo: '看看设备是否亮着、有没有锁屏、是否在录制。文件上万的设备，第一次要等半分钟。',
  emptyWhy: '设备说里面没有文件。手机没有解锁、没有选“传输文件”时也会这样：解开锁屏，再看一次。',
  picture: '画面',
  noPicture: '／',
  pictureWaits: '…',
  intake: '采集',
  check: '设备检查',
  openActivities: (titles: readonly string[]) =>
    titles.length > 3
      ? `还没采集的活动 ${titles.length} 次：${titles.slice(0, 3).join('、')}等`
      : `还没采集的活动：${titles.join('、')}`,
  pluggedIn: (name: string) => `已连上 ${name}`,
  fresh: (n: number) => `有 ${commas(n)} 个新文件`,
  changed: '设备上的内容有变化',
  freshHere: (n: number) => `看过以后，设备上又多了 ${commas(n)} 个文件`,
  freshWhy: '再看一遍，它们就在清单里；已选的归属要重新选。',
  lookAgain: '再看一遍',

  health: '设备现状',
  healthHint: '这些是设备自己说的；设备检查单上会写明“由设备读出”。',
  battery: '电池电量',
  clock: '设备时钟',
  space: '剩余空间',
  readFromDevice: '由设备读出',
  notTold: '设备没有说，请看着设备填写（由填写人负责）',
  asking: '正在问设备',
} as const;

/** What kind of device it is, where that is known, and its number. */
export const cameraWords = ({ key }: CameraAtHand, profile: DeviceProfile | null): string =>
  [...(profile === null ? [] : [DEVICE_PROFILE[profile.id].name]), CAMERA.serial(key.serial ?? NOT_APPLICABLE)].join(
    '；',
  );

/** As the register has it. */
export const registeredWords = (device: DeviceRecord | null, holder: string): string =>
  device === null ? CAMERA.notRegistered : CAMERA.registeredAs(device.label ?? device.id, holder);

export interface HealthLine {
  readonly term: string;
  readonly value: string | null;
}

const told = <T>(reading: Reading<T>, words: (value: T) => string): string | null =>
  reading.origin === 'device' ? words(reading.value) : null;

const clockWords = ({ offsetSec, uncertaintySec }: ClockReading): string => {
  const offset = offsetSec === 0 ? '与本机一致' : `比本机${offsetInWords(offsetSec)}`;
  return `${offset}（误差 ${uncertaintySec} 秒以内）`;
};

/** null: the device does not tell. */
export const healthLines = ({ battery, clock, space }: SourceHealth): readonly HealthLine[] => [
  { term: CAMERA.battery, value: told(battery, (percent) => `${percent}%`) },
  { term: CAMERA.clock, value: told(clock, clockWords) },
  {
    term: CAMERA.space,
    value: told(space, ({ freeBytes, totalBytes }) => `${size(freeBytes)}，共 ${size(totalBytes)}`),
  },
];
