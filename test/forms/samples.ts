import { fromBeijing, type Instant, plusMs } from '../../src/domain/time.ts';
import type { FormStamp, PrintedSignature } from '../../src/forms/form-cell.ts';
import type {
  F4Row,
  F7Activity,
  F7Data,
  F7File,
  F10Data,
  F10Event,
  F16Data,
  FormRequest,
} from '../../src/forms/form-request.ts';
import { COURSE_SAMPLES } from './course-samples.ts';

/** Fictional persons, places and matters; figures are derived from the index, so that every run prints the same. */

const at = (day: number, hour: number, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });

/** Looks like a digest; FNV-1a over the seed, 64 hex digits. */
function hex(seed: string): string {
  let hash = 0x811c9dc5;
  return Array.from({ length: 64 }, (_, index) => {
    for (const c of `${seed}${index}`) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0;
    return ((hash >>> 12) % 16).toString(16);
  }).join('');
}

const KEY = 'kQ3vN0pX7aLw2ZsYt9cBf4HjUe6RmDgo1iV5xTqW8yA';
const OTHER_KEY = 'Zt8fJ2mWq6yRc0LbXh4nVs7pKd3uGe9aTo5iMxQwE1k';

const stamp = (recordId: string): FormStamp => ({ recordId, sha256: hex(recordId), signerKeyId: KEY });
const print = (times = 1) => ({ printedAt: at(5, 16, 8), times });
const signed = (name: string, keyId: string, when: Instant): PrintedSignature => ({ name, at: when, keyId });

function file(index: number): F7File {
  const photo = index % 7 === 6;
  const audio = index % 11 === 10;
  const longName = index % 13 === 4;
  return {
    originalName: longName
      ? `伊河栾川段采砂现场_执法记录仪第二路_${'补充拍摄'.repeat(3)}_20260305_14${index}.MP4`
      : photo
        ? `IMG_${String(index).padStart(4, '0')}.JPG`
        : `LS_20260305_14${String(index % 60).padStart(2, '0')}00_${String(index).padStart(4, '0')}.${audio ? 'WAV' : 'MP4'}`,
    recordingNo: `A-2026-录-37-${String(index + 1).padStart(2, '0')}`,
    mediaType: photo ? 'photo' : audio ? 'audio' : 'video',
    durationMs: photo ? null : index % 17 === 3 ? 'unknown' : 600_000 - index * 1_234,
    sizeBytes: photo ? 3_214_908 + index * 1_017 : 1_984_273_408 - index * 7_654_321,
    sha256: hex(`sha${index}`),
    sm3: hex(`sm3${index}`),
  };
}

const ACTIVITIES: readonly F7Activity[] = [
  {
    no: 'A-2026-录-37',
    matter: '现场检查（1）、调查取证（2）',
    endedAt: at(5, 14, 42),
    ground: null,
    returnedAt: null,
    deadline: at(6, 0),
  },
  {
    no: 'A-2026-录-38',
    matter: '先行登记保存（4）',
    endedAt: at(3, 17, 5),
    ground: 'remoteArea',
    returnedAt: at(5, 9, 30),
    deadline: at(6, 9, 30),
  },
];

function f7(count: number, change: Partial<F7Data> = {}): FormRequest {
  const passed = { giving: 'passed', receiving: 'passed' } as const;
  const data: F7Data = {
    bureau: '洛阳市水利局',
    no: 'A-2026-移-12',
    giving: {
      unit: '河道执法大队',
      name: '张建国',
      certificateNo: '豫C水政0317',
      signature: signed('张建国', KEY, at(5, 15, 20)),
    },
    receiving: {
      unit: '水政水资源科',
      name: '李慧敏',
      certificateNo: null,
      signature: signed('李慧敏', OTHER_KEY, at(5, 15, 47)),
    },
    station: 'A 站（水政水资源科 306 室）',
    takenInAt: at(5, 15, 12),
    handedOverAt: at(5, 15, 47),
    carrier: '执法记录仪存储卡 2 张（卡-07、卡-11）；入库至移动硬盘 YD-03',
    awayStatement: '在栾川县山区连续核查三日，道路中断，当日确实无法返回移交。',
    activities: ACTIVITIES,
    files: Array.from({ length: count }, (_, index) => file(index)),
    inspection: { accuracy: passed, completeness: passed, usability: passed, security: passed, digest: passed },
    cardClearing: { cleared: true, by: '李慧敏', at: at(5, 15, 58) },
    witness: '见证码 7C1M-0QWE-XR4T（A 局机关采集室，2026-03-05 08:30，1,284 条）',
    remark: null,
    stamp: stamp('A-2026-移-12'),
    print: print(),
    ...change,
  };
  return { kind: 'F7', data };
}

const BLANK_INSPECTION = { giving: '', receiving: '' } as const;

/** Nothing signed, everything that may be missing is. */
const F7_BARE = f7(3, {
  giving: { unit: '', name: '', certificateNo: '', signature: null },
  receiving: { unit: '', name: '', certificateNo: null, signature: null },
  takenInAt: '',
  handedOverAt: '',
  carrier: '',
  awayStatement: null,
  activities: [],
  files: [{ ...file(0), originalName: '取证\u202egpj.exe', recordingNo: null }],
  inspection: {
    accuracy: BLANK_INSPECTION,
    completeness: BLANK_INSPECTION,
    usability: { giving: 'failed', receiving: null },
    security: BLANK_INSPECTION,
    digest: { giving: 'failed', receiving: '' },
  },
  cardClearing: 'by-hand',
  witness: null,
  remark: '',
  stamp: null,
  print: print(3),
});

const F7_LONG_WORDS = f7(12, {
  giving: {
    unit: '洛阳市水利综合执法支队伊洛河流域第二大队嵩县中队',
    name: '欧阳建军、司马相国',
    certificateNo: '豫C水政0317、豫C水政0318',
    signature: signed('欧阳建军', KEY, at(5, 15, 20)),
  },
  remark: '第3号文件末尾 12 秒无画面，已由移交人说明；第7号文件为现场照片，与第6号录像同时拍摄。',
  print: print(2),
});

function event(index: number): F10Event {
  const kinds = ['采集', '存入登记介质', '校验', '移交', '接收入库', '打印'];
  return {
    at: at(5 + Math.floor(index / 6), 15, (index * 7) % 60, (index * 13) % 60),
    event: kinds[index % 6] ?? '',
    from: index % 6 === 3 ? '张建国' : null,
    to: index % 6 === 4 ? '李慧敏' : index % 6 === 0 ? '张建国' : null,
    purpose:
      ['第十三条 当日导出', '第十二条 统一存储', '例行校验（92 日）', '第十三条', '第十三条', '附卷'][index % 6] ?? '',
    place: 'A 站（306 室）',
    carrier: index % 6 === 5 ? null : '移动硬盘 YD-03',
    check: index === 8 ? 'different' : index % 6 === 5 ? null : 'same',
    signature: `${hex(`e${index}`).slice(0, 4)} ${hex(`f${index}`).slice(0, 4)}`,
    remark: index === 8 ? '已冻结并报告' : null,
  };
}

function f10(count: number): FormRequest {
  const data: F10Data = {
    bureau: '洛阳市水利局',
    no: 'A-2026-保-5',
    activity: 'A-2026-录-37 现场检查',
    recording: {
      no: 'A-2026-录-37-02',
      originalName: 'LS_20260305_140200_0002.MP4',
      mediaType: 'video',
      sizeBytes: 1_984_273_408,
      durationMs: 598_766,
      digests: { sha256: hex('a'), sm3: hex('b'), treeSha256: hex('c') },
    },
    capture: {
      station: 'A 站（水政水资源科 306 室）',
      takenInAt: at(5, 15, 12, 31),
      takenInBy: '张建国',
      device: '执法记录仪 JLY-07（DSJ-A9，A917732）',
      capturedAtRaw: '2026-03-05 14:01:48（设备本地时间）',
      clockOffset: '设备慢 12 秒（对时二维码）',
    },
    events: Array.from({ length: count }, (_, index) => event(index)),
    logHead: { entryId: 'q5Jx0mTn8dVcR2yLw7KfPbZs4HuGe9aXo3iMtQvE1kA', at: at(5, 16, 5, 9), entries: 1284 },
    verifier: '光盘内“其他/核验/index.html”',
    stamp: stamp('A-2026-保-5'),
    print: print(),
  };
  return { kind: 'F10', data };
}

function f16(count: number, blank = false): FormRequest {
  const data: F16Data = {
    bureau: '洛阳市水利局',
    no: 'A-2026-密-1',
    giving: {
      unit: '河道执法大队',
      name: '张建国',
      signature: blank ? null : signed('张建国', KEY, at(5, 15, 20)),
    },
    receiving: { unit: '办公室（保密管理）', name: '', signature: null },
    handedOverAt: blank ? '' : at(5, 15, 30),
    media: Array.from({ length: count }, (_, index) => ({
      mediumNo: `卡-${String(index + 11)}`,
      appearance: '黑色 TF 存储卡，32GB，装于透明封袋',
      sealNo: blank ? '' : `FQ-2026-00${index + 1}`,
    })),
    stamp: stamp('A-2026-密-1'),
    print: print(),
  };
  return { kind: 'F16', data };
}

function register(index: number): F4Row {
  const startedAt = at(1 + (index % 27), 9 + (index % 9), (index * 7) % 60);
  const photo = index % 5 === 4;
  const night = index % 19 === 7;
  return {
    recordingNo: `A-2026-录-${30 + Math.floor(index / 4)}-${String((index % 4) + 1).padStart(2, '0')}`,
    activityNo: `A-2026-录-${30 + Math.floor(index / 4)}`,
    startedAt,
    endedAt: plusMs(startedAt, night ? 16 * 3_600_000 : 2_220_000),
    matters:
      ['现场检查（1）', '调查取证（2）、先行登记保存（4）', '留置送达（10）', '清单外：行政强制措施'][index % 4] ?? '',
    place: ['伊河栾川段庙子镇采砂点', '洛河宜阳段', '河洛路 12 号办公楼'][index % 3] ?? '',
    party: ['洛阳某某建材有限公司', '王某某', null][index % 3] ?? null,
    officers: index % 2 === 0 ? '张建国、赵丽' : '欧阳建军、司马相国',
    device: photo ? '照相机 ZX-02' : '执法记录仪 JLY-07',
    mediaType: photo ? 'photo' : 'video',
    count: 1,
    durationMs: photo ? null : 2_220_000,
    sizeBytes: photo ? 3_214_908 : 7_984_273_408 - index * 12_345_678,
    takenInAt: index % 8 === 5 ? '' : plusMs(startedAt, 9_000_000),
    deadline: plusMs(startedAt, 12_000_000),
    late: index % 8 === 5 ? null : index % 9 === 8,
    gaps: index % 6 === 2 ? '1 次（电量不足，12 分），已说明' : '无',
    notice: photo ? null : '00:02:10 已告知',
    store: '移动硬盘 YD-03',
    retainUntil: index % 4 === 2 ? '永久' : '2027-03-05',
    caseNo: index % 4 === 2 ? '洛水罚〔2026〕3号' : null,
    remark: '',
  };
}

const f4 = (count: number, stamped: boolean): FormRequest => ({
  kind: 'F4',
  data: {
    bureau: '洛阳市水利局',
    scope: '2026年3月　河道执法大队',
    asOf: at(31, 17, 30),
    rows: Array.from({ length: count }, (_, index) => register(index)),
    stamp: stamped ? stamp('A-2026-录-台账-3') : null,
    print: print(),
  },
});

const recovery = (keyText: string): FormRequest => ({
  kind: 'recovery-sheet',
  data: {
    bureau: '洛阳市水利局',
    madeAt: at(1, 9, 12),
    station: 'A 站（水政水资源科 306 室）',
    madeBy: '李慧敏',
    keyId: OTHER_KEY,
    keyText,
  },
});

export const SAMPLES: Readonly<Record<string, FormRequest>> = {
  'f7-3': f7(3),
  'f7-40': f7(40),
  'f7-200': f7(200),
  'f7-bare': F7_BARE,
  'f7-long-words': F7_LONG_WORDS,
  'f1-as-printed': { kind: 'F1', data: { edition: 'asPrinted', print: print() } },
  'f1-working': { kind: 'F1', data: { edition: 'working', print: print(2) } },
  'f10-6': f10(6),
  'f10-40': f10(40),
  'f16-1': f16(1),
  'f16-30': f16(30, true),
  'f4-2': f4(2, false),
  'f4-60': f4(60, true),
  ...COURSE_SAMPLES,
  recovery: recovery('7QKM-2H9D-XW4T-P0RB-6YNC-3FJV-8SGA-1ZET-K5M2-R7WD-9HXP-4TBQ-0NVC-6Y3J'),
};
