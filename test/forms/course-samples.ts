import { fromBeijing, type Instant, plusMs } from '../../src/domain/time.ts';
import type { FormStamp, PrintedSignature } from '../../src/forms/form-cell.ts';
import type { F1CheckData, F2Row, F3Row, F5Data, F6Data, F15Data, FormRequest } from '../../src/forms/form-request.ts';
import { stepsOfRow } from '../../src/regulation/steps.ts';
import { CONTENT_ELEMENT } from '../../src/text/findings.ts';

/** Forms about the course of an activity and its devices. Fictional persons, places and matters. */

const at = (day: number, hour: number, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });
const KEY = 'kQ3vN0pX7aLw2ZsYt9cBf4HjUe6RmDgo1iV5xTqW8yA';
const signed = (name: string, when: Instant): PrintedSignature => ({ name, at: when, keyId: KEY });
const stamp = (recordId: string): FormStamp => ({ recordId, sha256: '7f3a91c40e5db268'.repeat(4), signerKeyId: KEY });
const print = { printedAt: at(5, 17, 20), times: 1 };
const BUREAU = '洛阳市水利局';
const NO = 'A-2026-录-37';
const LONG_UNIT = '洛阳市伊洛河流域综合治理建设管理有限责任公司嵩县分公司采砂管理一队';
const OFFICERS = '欧阳建军（豫C水政0317）、司马相国（豫C水政0318）、张建国（豫C水政0319）';

function check(rows: readonly number[], over: Partial<F1CheckData> = {}): FormRequest {
  const states = ['done', 'done', 'notHappened', 'done', 'missing', 'deferred', ''] as const;
  const data: F1CheckData = {
    bureau: BUREAU,
    no: NO,
    title: '伊河龙门段河道采砂现场检查',
    matters: '现场检查（1）、调查取证（2）',
    date: at(5, 9),
    place: '伊河栾川段庙子镇采砂点',
    party: '洛阳某某建材有限公司',
    officers: '张建国（豫C水政0317）、赵丽（豫C水政0322）',
    devices: '记录仪 03（执法记录仪）、相机 02（照相机）',
    arrivedAt: at(5, 9, 11),
    endedAt: at(5, 10, 50),
    rows: rows.flatMap((row) =>
      stepsOfRow(row).map((step, index) => {
        const state = states[(row + index) % states.length] ?? '';
        const shown = state === 'done';
        return {
          no: `${row}-${index + 1}`,
          matter: '先行登记保存',
          step: step.wording,
          recordings: shown
            ? index % 3 === 0
              ? `${NO}-02\n${NO}-05`
              : `${NO}-02`
            : state === 'notHappened'
              ? null
              : '',
          timeCodes: shown ? (index % 3 === 0 ? '0:02:10\n0:00:04' : '0:02:10') : state === 'notHappened' ? null : '',
          state,
          remark: state === 'notHappened' ? '当事人未到场，现场无证人' : '',
        };
      }),
    ),
    stated: rows.map((row) => ({
      no: String(row),
      matter: '先行登记保存',
      text:
        row % 3 === 2
          ? ''
          : `笔录开始时间 2026-03-05 09:20，笔录结束时间 2026-03-05 09:50${'\n'}被询问人 欧阳建军，陈述申辩场所 ${LONG_UNIT}，处罚决定书编号 洛水罚决字〔2026〕第37号`,
      signed: row % 3 === 2 ? '' : '欧阳建军\n2026-03-05 15:10',
    })),
    notice: {
      text: '您好，我们是洛阳市水利局执法人员张建国、赵丽，为保护您的合法权益，监督我们的执法行为，本次执法全程录音录像。',
      where: `${NO}-02 0:02:10`,
    },
    violationFound: true,
    elements: Object.values(CONTENT_ELEMENT).map((element, index) => ({
      element,
      where: index % 4 === 3 ? null : `${NO}-0${index + 1} 0:0${index % 6}:12`,
      remark: index % 4 === 3 ? '现场没有遗留工具' : '',
    })),
    attested: signed('张建国', at(5, 15, 20)),
    stamp: stamp('x'),
    print,
    ...over,
  };
  return { kind: 'F1-check', data };
}

const checkRow = (index: number): F2Row => ({
  checkedAt: at(1 + (index % 27), 8, index % 60),
  device: index % 3 === 0 ? '相机 02（照相机）' : '记录仪 03（执法记录仪）',
  batteryPercent: index % 5 === 4 ? null : 100 - (index % 60),
  freeMB: index % 5 === 4 ? null : 27_300 - index * 113,
  estimatedMinutes: index % 3 === 0 ? null : 480 - index,
  shownAt: at(1 + (index % 27), 8, index % 60, 7),
  referenceAt: at(1 + (index % 27), 8, index % 60, 19),
  offsetSec: index % 7 === 3 ? -90 : -12,
  testOk: index % 11 !== 5,
  passed: index % 11 !== 5,
  action: index % 7 === 3 ? '校时' : index % 11 === 5 ? '换机、试录无声，已换另一台' : null,
  activityNo: index % 4 === 1 ? null : `A-2026-录-${30 + index}`,
  checker: index % 2 === 0 ? '张建国' : '欧阳建军',
  signature: 'kQ3v N0pX',
});

const holding = (index: number): F3Row => ({
  device: '记录仪 03（执法记录仪）',
  way: index % 6 === 2 ? 'transferred' : 'issued',
  parts: index % 5 === 0 ? '' : '电池 2 块、128 GB 卡 1 张',
  purpose: index % 5 === 0 ? '' : '伊河龙门段河道采砂检查',
  power: index % 5 === 0 ? '' : '电量 100%，可录 9 小时',
  due: index % 5 === 0 ? '' : '当日',
  holder: index % 2 === 0 ? '张建国' : '欧阳建军',
  certificateNo: index % 2 === 0 ? '豫C水政0317' : null,
  from: at(1 + (index % 27), 8, index % 60),
  to: index % 7 === 6 ? '' : at(1 + (index % 27), 17, index % 60),
  end: index % 7 === 6 ? '' : index % 6 === 1 ? 'transferred' : index === 4 ? 'lost' : 'returned',
  endNote: index % 7 === 6 ? '' : '完好，配件齐',
  takenIn: index % 4 === 3 ? null : index % 4 !== 2,
  givenBy: '李慧敏',
  takenBackBy: index % 7 === 6 ? '' : '李慧敏',
});

const register = { bureau: BUREAU, scope: '2026-03-01 至 2026-03-31', asOf: at(31, 17, 30), stamp: stamp('x'), print };
const f2 = (count: number): FormRequest => ({
  kind: 'F2',
  data: { ...register, rows: Array.from({ length: count }, (_, index) => checkRow(index)) },
});
const f3 = (count: number): FormRequest => ({
  kind: 'F3',
  data: { ...register, rows: Array.from({ length: count }, (_, index) => holding(index)) },
});

const F5: F5Data = {
  bureau: BUREAU,
  no: NO,
  activity: '突发管涌险情现场处置',
  from: at(5, 9, 11),
  to: at(5, 9, 40),
  whole: false,
  place: '伊河栾川段庙子镇采砂点',
  party: LONG_UNIT,
  officers: OFFICERS,
  ground: 'emergency',
  reason:
    '到达现场时堤脚已出现管涌，人员须立即撤离并参与抢险，双手持械搬运沙袋，无法佩戴、开启执法记录仪。险情控制后（9时40分）即开始记录。',
  basis: '《洛阳市水利局执法音像记录管理制度》第七条第（二）项：情况紧急，不能进行现场执法音像记录。',
  alternative: '现场检查笔录 1 份，抢险值班记录 1 份。',
  preparedAt: at(5, 16, 10),
  reportedTo: '陈志远',
  prepared: signed('张建国', at(5, 16, 10)),
  acknowledged: { signature: signed('陈志远', at(5, 17, 2)), sufficient: true, remark: '' },
  stamp: stamp(NO),
  print,
};

const F5_BARE: F5Data = {
  ...F5,
  from: '',
  to: '',
  whole: null,
  ground: null,
  reason: '',
  basis: '',
  alternative: '',
  preparedAt: '',
  reportedTo: '',
  prepared: null,
  acknowledged: null,
  stamp: null,
};

function f6(count: number): FormRequest {
  const data: F6Data = {
    bureau: BUREAU,
    no: NO,
    activity: '伊河龙门段河道采砂现场检查',
    devices: '记录仪 03（执法记录仪）、记录仪 07（执法记录仪）、相机 02（照相机）',
    place: '伊河栾川段庙子镇采砂点',
    officers: OFFICERS,
    gaps: Array.from({ length: count }, (_, index) => {
      const resumed = index % 3 !== 2;
      return {
        from: at(5, 9 + Math.floor(index / 4), (index * 13) % 60, 7),
        to: resumed ? plusMs(at(5, 9 + Math.floor(index / 4), (index * 13) % 60, 7), 734_000) : null,
        cause: (['lowBattery', 'siteChange', 'severeWeather'] as const)[index % 3] ?? 'otherObjective',
        voice: resumed ? `${NO}-03 0:00:05` : null,
        report: resumed ? null : { at: at(5, 10, 5), method: 'phone' as const, to: '赵明' },
        statement:
          '记录仪电量耗尽自动关机，更换备用电池后重新开机，开机即口述了中断原因，期间正在车内等待当事人负责人到场。'.repeat(
            1 + (index % 2),
          ),
      };
    }),
    clocks: [
      {
        device: '记录仪 03（执法记录仪）',
        shownAt: at(5, 8, 40, 7),
        referenceAt: at(5, 8, 40, 19),
        offset: '慢 12 秒',
        proof: '执法前检查登记',
      },
    ],
    stated: [signed('张建国', at(5, 16, 10))],
    acknowledged: signed('赵明', at(5, 17, 2)),
    stamp: stamp(NO),
    print,
  };
  return { kind: 'F6', data };
}

const F15: F15Data = {
  bureau: BUREAU,
  no: '7f3a91c40e5db268',
  originalName: 'LS_20260305_140200_0002.MP4',
  mediaType: 'video',
  durationMs: 34_000,
  sizeBytes: 112_345_678,
  sha256: '7f3a91c40e5db268'.repeat(4),
  sm3: '0e5db2687f3a91c4'.repeat(4),
  station: 'A 站（水政水资源科 306 室）',
  takenInAt: at(5, 15, 12),
  takenInBy: '张建国',
  device: '记录仪 03（执法记录仪）',
  firstReason: '误触',
  explanations: [
    { by: '张建国', at: at(5, 16, 2), text: '装入背包时碰到录像键，画面为包内，没有执法内容。' },
    { by: '赵丽', at: at(6, 9, 12), text: '当时同在车上，情况属实。' },
  ],
  linkedTo: null,
  decision: { decision: 'irrelevant', text: '同意，与工作无关。限法制办公室查看，原件照常保存。' },
  explained: signed('张建国', at(5, 16, 2)),
  decided: signed('陈静', at(6, 10, 2)),
  stamp: stamp('x'),
  print,
};

export const COURSE_SAMPLES: Readonly<Record<string, FormRequest>> = {
  'f1-check-2': check([1, 2]),
  'f1-check-60': check([1, 2, 3, 4, 5, 6, 7, 8, 10, 11], {
    matters: '现场检查（1）等 10 项',
    party: LONG_UNIT,
    officers: OFFICERS,
  }),
  'f1-check-bare': check([], {
    matters: '清单外：实施行政强制措施',
    notice: { text: '', where: '' },
    violationFound: null,
    elements: Object.values(CONTENT_ELEMENT)
      .slice(0, 6)
      .map((element) => ({ element, where: '', remark: '' })),
    attested: null,
    stamp: null,
  }),
  'f2-3': f2(3),
  'f2-60': f2(60),
  'f3-3': f3(3),
  'f3-60': f3(60),
  f5: { kind: 'F5', data: F5 },
  'f5-bare': { kind: 'F5', data: F5_BARE },
  'f6-1': f6(1),
  'f6-12': f6(12),
  'f6-bare': f6(0),
  f15: { kind: 'F15', data: F15 },
  'f15-list': {
    kind: 'F15-list',
    data: {
      bureau: BUREAU,
      asOf: register.asOf,
      stamp: register.stamp,
      print,
      rows: Array.from({ length: 3 }, (_, index) => ({
        no: F15.no,
        originalName: F15.originalName,
        device: F15.device,
        takenInAt: F15.takenInAt,
        takenInBy: F15.takenInBy,
        firstReason: F15.firstReason,
        explanation: index === 0 ? '装入背包时碰到录像键，画面为包内，没有执法内容。' : '',
        decision: index === 0 ? '与工作无关' : '',
      })),
    },
  },
  'f15-bare': {
    kind: 'F15',
    data: { ...F15, explanations: [], decision: null, explained: null, decided: null, stamp: null },
  },
};
