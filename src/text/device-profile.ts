import type { ClockHabit, DeviceProfile, DeviceProfileId } from '../domain/device-profile.ts';
import { size } from './times.ts';

/** What a kind of device does, and how it becomes a drive, in the order of a person's hands. */
interface ProfileWording {
  readonly name: string;
  readonly driveSteps: readonly string[];
}

export const DEVICE_PROFILE: Readonly<Record<DeviceProfileId, ProfileWording>> = {
  'dsj-recorder': {
    name: '执法记录仪（DSJ 类）',
    driveSteps: [
      '用数据线连上电脑，打开记录仪。',
      '打开厂家的管理软件，输入管理密码，点“U 盘模式”。',
      '等电脑里出现一个新的盘，回到这里点“选择文件夹或存储卡”。',
      '采集完在系统里弹出这个盘，再拔线。',
    ],
  },
  'fat32-camcorder': {
    name: '摄像机',
    driveSteps: [
      '取出存储卡放进读卡器；或者用数据线连上，在摄像机屏幕上选“USB 连接”。',
      '点“选择文件夹或存储卡”，选整张卡。',
    ],
  },
  'dcf-camera': {
    name: '照相机',
    driveSteps: [
      '取出存储卡放进读卡器，点“选择文件夹或存储卡”。',
      '也可以用数据线连上，点“连接设备”；菜单里有“USB 连接”的，选 PTP 或 MTP。',
    ],
  },
  phone: {
    name: '手机、手持终端',
    driveSteps: ['用数据线连上，解开锁屏。', '在通知栏里点“USB 用途”，选“传输文件”，再点“连接设备”。'],
  },
  'voice-recorder': {
    name: '录音笔',
    driveSteps: ['用数据线连上，录音笔会变成一个盘。', '点“选择文件夹或存储卡”，选这个盘。'],
  },
};

export const CLOCK_HABIT: Readonly<Record<ClockHabit, string>> = {
  local: '按本地时间记',
  'local-as-utc': '文件里写成世界时的，其实是本地时间',
  resets: '没电后时间会回到出厂日期，用前请对时',
};

export const PROFILE = {
  howToDrive: '怎么把设备变成一个盘（U 盘模式）',
  segment: ({ segment }: Pick<DeviceProfile, 'segment'>): string | null => {
    if (segment === null) return null;
    return 'minutes' in segment ? `每 ${segment.minutes} 分钟一个文件` : `满 ${size(segment.bytes)} 换一个文件`;
  },
} as const;
