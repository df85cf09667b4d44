import { expect, test } from 'vitest';
import {
  activityId,
  CAMERA_3,
  DIVISION,
  makeActivity,
  makeDevice,
  makeHandover,
  makePerson,
  makeRecording,
  march,
  recordingId,
  STATION,
  signedBy,
  signedByStation,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { fromBase64url, toBase64url } from '../../../base/base64url.ts';
import { toHex } from '../../../base/hex.ts';
import { asId, type BureauId, type CardId, type EntryId, type KeyId, type MediumId } from '../../../domain/ids.ts';
import type { CardRecord, HandoverRecord, MediumRecord, RecordingRecord, Signed } from '../../../domain/records.ts';
import { custody } from '../../../ledger/kinds/custody.ts';
import { f4Data } from './f4-view.ts';
import { f7Data } from './f7-view.ts';
import { f10Data } from './f10-view.ts';
import { f16Data } from './f16-view.ts';
import { entryHex, type FormRegisters, formNames, mattersCell, stampOf } from './form-names.ts';

const MEDIUM = asId<MediumId>('medium0000000000000000');
/** Entry ids that are digests of something, as real ones are. */
const entry = (n: number): EntryId => asId<EntryId>(toBase64url(new Uint8Array(32).fill(n)));
const key = (n: number): KeyId => asId<KeyId>(toBase64url(new Uint8Array(32).fill(n)));
const withEntry = (signed: Signed, n: number): Signed => ({ ...signed, entry: entry(n) });

const REGISTERS: FormRegisters = {
  bureau: {
    id: asId<BureauId>('bureau'),
    founded: signedBy(WANG, march(1)),
    ruleDocNo: '洛水政〔2020〕22号',
    recoveryKey: key(9),
    name: '洛阳市水利局',
    divisions: [{ id: DIVISION, kind: 'division', closed: false, name: '水政监察支队' }],
  },
  persons: [
    makePerson({
      id: ZHANG,
      keys: [
        { key: signedBy(ZHANG, march(1)).key, station: STATION, admitted: signedBy(WANG, march(1)), retiredBy: null },
      ],
    }),
    makePerson({ id: WANG, name: '王海涛', roles: ['custodian'], certificateNo: null }),
  ],
  devices: [makeDevice({ id: CAMERA_3 })],
  media: [{ id: MEDIUM, label: '移动硬盘 YP-03' } as MediumRecord],
  stations: [
    {
      id: STATION,
      code: 'A',
      key: key(1),
      name: '局机关采集室',
      place: null,
      forks: [],
      admitted: signedBy(WANG, march(1)),
    },
  ],
};
const NAMES = formNames(REGISTERS);
const PRINT = { printedAt: march(6, 9), times: 1 } as const;

const stored = (over: Partial<RecordingRecord> = {}, name = 'a') =>
  makeRecording(name, CAMERA_3, march(5, 17, 2), {
    no: { activity: makeActivity().no, item: 2 },
    copies: [
      {
        medium: MEDIUM,
        storedAt: march(5, 18),
        entry: entry(3),
        path: null,
        lastCheck: { at: march(5, 18), result: 'same', entry: entry(3) },
      },
    ],
    ...over,
  });
const ended = makeActivity({ arrived: signedBy(ZHANG, march(5, 9, 11)), finished: signedBy(ZHANG, march(5, 10, 50)) });
const handover = (over: Partial<HandoverRecord> = {}) =>
  makeHandover({ recordings: [recordingId('a')], given: withEntry(signedBy(ZHANG, march(5, 19)), 1), ...over });
const accepted = {
  ...withEntry(signedBy(WANG, march(5, 20)), 2),
  checkedAt: march(5, 19, 58),
  cardCleared: true,
};

test('a stamp is the signed entry itself: its digest in hex, and the key that signed', () => {
  const signed = withEntry(signedBy(ZHANG, march(5)), 7);
  expect(stampOf(signed, 'A-2026-移-13')).toEqual({
    recordId: 'A-2026-移-13',
    sha256: '07'.repeat(32),
    signerKeyId: signed.key,
  });
  expect(entryHex(signed.entry)).toBe(toHex(fromBase64url(signed.entry)));
  expect(stampOf(signed, null).recordId).toBe(signed.entry);
});

test('a name that is not on this station leaves its cell blank, for the pen', () => {
  const blank = formNames({ ...REGISTERS, persons: [], devices: [], media: [], bureau: null });
  expect([
    blank.person(ZHANG),
    blank.unitOf(ZHANG),
    blank.device(CAMERA_3),
    blank.medium(MEDIUM),
    blank.bureau,
  ]).toEqual(['', '', '', '', '']);
  expect(blank.device(null)).toBe('非配备设备');
});

test('where an entry was signed: a station by its own key, a person by the key of a station', () => {
  expect(NAMES.placeOf(signedByStation(march(5)))).toBe('A 站（局机关采集室）');
  expect(NAMES.placeOf(signedBy(ZHANG, march(5)))).toBe('A 站（局机关采集室）');
  expect(NAMES.placeOf({ ...signedBy(ZHANG, march(5)), key: key(8) })).toBe('');
  expect(mattersCell({ matters: [], type: 'compulsoryMeasure' })).toBe('清单外：实施行政强制措施');
});

test('F7 of an accepted hand-over: both signatures, the receiver’s digest check, the rest for ink', () => {
  const data = f7Data({ handover: handover({ accepted }), recordings: [stored()], activities: [ended] }, NAMES, PRINT);
  expect(data).toMatchObject({
    no: 'A-2026-移-13',
    giving: { unit: '水政监察支队', name: '张建国', certificateNo: 'HN-0001', signature: { name: '张建国' } },
    receiving: { name: '王海涛', certificateNo: null, signature: { name: '王海涛', at: march(5, 20) } },
    station: 'A 站（局机关采集室）',
    takenInAt: march(5, 17, 2),
    handedOverAt: march(5, 20),
    carrier: '入库至移动硬盘 YP-03',
    awayStatement: null,
    activities: [{ no: 'A-2026-录-37', matter: '现场检查（1）', ground: null, returnedAt: null, deadline: march(6) }],
    files: [{ originalName: 'a.MP4', recordingNo: 'A-2026-录-37-02', sizeBytes: 1_000_000 }],
    cardClearing: { cleared: true, by: '王海涛', at: '' },
    stamp: { sha256: '02'.repeat(32) },
  });
  expect(data.inspection).toEqual({
    accuracy: { giving: '', receiving: '' },
    completeness: { giving: '', receiving: '' },
    usability: { giving: '', receiving: '' },
    security: { giving: '', receiving: '' },
    digest: { giving: '', receiving: 'passed' },
  });
});

test('F7 before acceptance claims nothing of the receiver', () => {
  const data = f7Data({ handover: handover(), recordings: [stored()], activities: [] }, NAMES, PRINT);
  expect(data.receiving.signature).toBeNull();
  expect([data.handedOverAt, data.inspection.digest.receiving, data.cardClearing]).toEqual(['', '', 'by-hand']);
  expect(data.stamp?.sha256).toBe('01'.repeat(32));
});

test('F7 of a hand-over that was taken back says so', () => {
  const taken = handover({ withdrawn: signedBy(ZHANG, march(5, 19, 30)), remark: '漏了一张卡' });
  const data = f7Data({ handover: taken, recordings: [stored()], activities: [] }, NAMES, PRINT);
  expect(data.remark).toBe('本次移交已于 2026-03-05 19:30 撤回、漏了一张卡');
});

test('F7 prints ground, statement and the 24 hours after return, for the activities of its own files only', () => {
  const away = { ...signedBy(ZHANG, march(5, 11)), ground: 'remoteArea', statement: '道路中断' } as const;
  const returned = { ...signedBy(ZHANG, march(6, 9)), returnedAt: march(6, 8, 30) };
  const others = makeActivity({ id: activityId('other') });
  const activities = [{ ...ended, away, returned }, others];
  const data = f7Data({ handover: handover(), recordings: [stored()], activities }, NAMES, PRINT);
  expect(data.awayStatement).toBe('道路中断');
  expect(data.activities).toMatchObject([
    { ground: 'remoteArea', returnedAt: march(6, 8, 30), deadline: march(7, 8, 30) },
  ]);
  const still = f7Data(
    { handover: handover(), recordings: [stored()], activities: [{ ...ended, away }] },
    NAMES,
    PRINT,
  );
  expect(still.activities).toMatchObject([{ returnedAt: '', deadline: '' }]);
});

test('F10 tells every event in its order, and ends with the newest signed entry', () => {
  const events = [
    custody('taken-in', withEntry(signedByStation(march(5, 17)), 1), { from: ZHANG }),
    custody('reviewed', withEntry(signedBy(ZHANG, march(5, 18)), 2), { played: { fromSec: 0, toSec: 90 } }),
    custody('copied', withEntry(signedByStation(march(5, 19)), 3), { medium: MEDIUM, result: 'same' }),
    custody('printed', withEntry(signedBy(WANG, march(6, 9)), 4), { form: 'F10' }),
  ];
  const data = f10Data({ recording: stored({ custody: events }), activity: ended, entries: 4 }, NAMES, PRINT);
  expect(data.events.map(({ event, check, carrier, signature }) => [event, check, carrier, signature])).toEqual([
    ['采集，读回比对一致', 'same', '采集缓存', '0101 0101'],
    ['采集核对', null, null, '0202 0202'],
    ['存入介质，读回一致', 'same', '移动硬盘 YP-03', '0303 0303'],
    ['打印', null, null, '0404 0404'],
  ]);
  expect(data.events.map(({ purpose, remark }) => [purpose, remark])).toEqual([
    ['第十三条 采集', null],
    ['移交前采集核对', '张建国 签、0:00:00 至 0:01:30'],
    ['第十二条 保存', null],
    ['证据保管链（流转）记录', '王海涛 签'],
  ]);
  expect(data.logHead).toEqual({ entryId: entry(4), at: march(6, 9), entries: 4 });
  expect(data.stamp).toMatchObject({ recordId: 'A-2026-录-37-02', sha256: '04'.repeat(32) });
  expect([data.no, data.verifier, data.capture.clockOffset]).toEqual(['A-2026-录-37-02', null, '不知道']);
});

test('F10 of a recording without a number goes by the beginning of its SHA-256', () => {
  const loose = stored({ no: null, activity: null, unlinkedReason: 'pending' });
  const data = f10Data({ recording: loose, activity: null, entries: 0 }, NAMES, PRINT);
  expect([data.no, data.recording.no, data.activity, data.stamp]).toEqual([loose.id.slice(0, 16), null, null, null]);
});

test('F16 says of the medium what was entered, and nothing of its content', () => {
  const card: CardRecord = {
    id: asId<CardId>('card'),
    no: { station: 'A', year: 2026, kind: 'classified', serial: 1 },
    sealed: withEntry(signedBy(ZHANG, march(5)), 5),
    mediumNo: '卡-11',
    appearance: null,
    sealNo: null,
    handedTo: '赵保密',
  };
  expect(f16Data(card, NAMES, PRINT)).toMatchObject({
    no: 'A-2026-密-1',
    giving: { unit: '水政监察支队', name: '张建国', signature: { name: '张建国' } },
    receiving: { unit: '', name: '赵保密', signature: null },
    handedOverAt: '',
    media: [{ mediumNo: '卡-11', appearance: '', sealNo: '' }],
    stamp: { sha256: '05'.repeat(32) },
  });
});

test('F4 has a line per recording; what is not recorded in this version is left for the pen', () => {
  const late = stored({ sources: stored().sources.map((source) => ({ ...source, takenInAt: march(6, 1) })) }, 'late');
  const loose = stored({ no: null, activity: null, unlinkedReason: 'deviceTest', copies: [] }, 'loose');
  const recordings = [stored(), late, loose];
  const noticed = { ...signedBy(ZHANG, march(5, 9, 13)), officers: [ZHANG], text: null };
  const activities = [{ ...ended, noticed }];
  const data = f4Data({ recordings, activities, scope: '全部资料', asOf: march(6, 9), stamp: null }, NAMES, PRINT);
  expect(data.rows).toHaveLength(3);
  expect(data.rows[0]).toMatchObject({
    recordingNo: 'A-2026-录-37-02',
    activityNo: 'A-2026-录-37',
    startedAt: march(5, 9, 11),
    endedAt: march(5, 10, 50),
    matters: '现场检查（1）',
    officers: '张建国',
    device: '记录仪 03（执法记录仪）',
    deadline: march(6),
    late: false,
    notice: '09:13 已告知',
    store: '移动硬盘 YP-03',
    gaps: '',
    retainUntil: '',
  });
  expect(data.rows[1]?.late).toBe(true);
  expect(data.rows[2]).toMatchObject({
    recordingNo: null,
    activityNo: null,
    startedAt: null,
    late: null,
    store: '采集缓存（未入库）',
    remark: '设备测试或对时',
  });
});
