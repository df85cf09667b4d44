import { utf8 } from '../../../src/base/bytes.ts';
import { toHex } from '../../../src/base/hex.ts';
import { toSha256, toSm3, toTreeSha256 } from '../../../src/domain/digest.ts';
import {
  type BatchId,
  type DeviceId,
  type MediumId,
  mintId,
  type RecordingId,
  recordingIdOf,
} from '../../../src/domain/ids.ts';
import { formatRecordingNumber } from '../../../src/domain/numbering.ts';
import type { ActivityRecord, MediaType } from '../../../src/domain/records.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { beijingDateTime, fromBeijing, plusMs } from '../../../src/domain/time.ts';
import { countersignIntake } from '../../../src/usecases/countersign-intake.ts';
import { createActivity } from '../../../src/usecases/create-activity.ts';
import type { Desk, Seat } from '../../../src/usecases/desk.ts';
import { acceptHandover, giveHandover } from '../../../src/usecases/hand-over.ts';
import {
  declareAway,
  markArrived,
  markFinished,
  markNoticed,
  markReturned,
} from '../../../src/usecases/mark-activity.ts';
import { registerDevice } from '../../../src/usecases/register-device.ts';
import { registerMedium } from '../../../src/usecases/register-medium.ts';
import { sealClassifiedMedium } from '../../../src/usecases/seal-classified-medium.ts';
import { signAct } from '../../../src/usecases/signed-act.ts';
import { type FoundedOffice, foundOffice, makeTestClock, must, random, verifier } from '../../doubles/office-desk.ts';

/** All names, numbers and places are fictional. */

const PLACES = ['伊河龙门段', '洛河瀍河口', '伊川县平等乡', '伊河伊川段', '陆浑水库', '洛河高新段', '局机关询问室'];
const PARTIES = ['豫河砂石经营部', '洛东建材有限公司', '宏泰砂石厂', '吴大河', '=河洛“特许”砂石,合作社', null];
const TITLES = ['河道采砂现场检查', '涉河堆放调查取证', '责令改正情况核查', '取水许可现场检查', '留置送达'];
const MATTERS: readonly (readonly number[])[] = [[1], [2], [7], [1, 2], [10], []];
const NOW = fromBeijing({ year: 2026, month: 3, day: 5, hour: 16, minute: 42 });

export interface SeededOffice extends FoundedOffice {
  readonly officer: Seat;
  readonly legal: Seat;
  readonly media: readonly MediumId[];
}

interface People {
  readonly zhang: Seat;
  readonly li: Seat;
  readonly zhou: Seat;
}

/** An office with `activities` behind it, the last of them today: its footage is still in the officer's own hands. */
export async function seedOffice(activities: number, filesEach: number): Promise<SeededOffice> {
  const office = await foundOffice(makeTestClock('2025-12-01T01:00:00.000Z'));
  const people: People = {
    zhang: await office.admit('张建国', ['officer']),
    li: await office.admit('李敏', ['officer']),
    zhou: await office.admit('周晓燕', ['officer']),
  };
  const legal = await office.admit('陈静', ['legalAffairsOffice']);
  const [devices, media] = [await seedDevices(office, people), await seedMedia(office)];
  for (let n = 0; n < activities; n++) {
    const nineToday = fromBeijing({ year: 2026, month: 3, day: 5, hour: 9 });
    office.clock.set(plusMs(nineToday, (n - activities + 1) * 36 * 3_600_000));
    await outing(office, people, { n, last: n === activities - 1, filesEach, devices, media });
  }
  const card = { mediumNo: '卡-11', appearance: '黑色 64GB 存储卡一张', sealNo: 'FQ-2026-001', handedTo: '赵保密' };
  await must(sealClassifiedMedium(office.desk, people.zhang, card));
  office.clock.set(NOW);
  return { ...office, officer: people.zhang, legal, media };
}

const DEVICE = {
  assetNo: null,
  brand: null,
  model: null,
  serialNo: null,
  fileNameMark: null,
  inService: true,
} as const;

async function seedDevices({ desk, custodian, division }: FoundedOffice, { zhang, li }: People) {
  const of = (label: string, carrier: 'bodyCamera' | 'audioRecorder' | 'stillCamera', holder: Seat | null) =>
    must(registerDevice(desk, custodian, { ...DEVICE, division, label, carrier, assignedTo: holder?.person ?? null }));
  return [
    await of('记录仪 03', 'bodyCamera', zhang),
    await of('记录仪 07', 'bodyCamera', li),
    await of('录音笔 02', 'audioRecorder', null),
    await of('相机 04', 'stillCamera', null),
  ];
}

async function seedMedia({ desk, custodian }: FoundedOffice) {
  const of = (label: string, place: string) =>
    must(
      registerMedium(desk, custodian, {
        kind: 'portableDisk',
        keeper: custodian.person,
        inService: true,
        capacityGB: 2000,
        label,
        serialNo: null,
        place,
      }),
    );
  return [await of('移动硬盘 YP-03', '档案柜 2 层'), await of('采集站硬盘 YP-05', '采集室')];
}

interface Outing {
  readonly n: number;
  readonly last: boolean;
  readonly filesEach: number;
  readonly devices: readonly DeviceId[];
  readonly media: readonly MediumId[];
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

async function outing(office: FoundedOffice, people: People, about: Outing): Promise<void> {
  const { desk, clock, division } = office;
  const { zhang, li, zhou } = people;
  const { n, devices } = about;
  const place = pick(PLACES, n);
  const id = await must(
    createActivity(desk, zhang, {
      type: 'dailyInspection',
      matters: pick(MATTERS, n),
      officers: n % 3 === 2 ? [zhou.person, li.person] : [zhang.person, li.person],
      devices: [pick(devices, n)],
      division,
      plannedAt: clock.now(),
      title: `${place}${pick(TITLES, n)}`,
      place,
      party: pick(PARTIES, n),
      caseNo: n % 4 === 1 ? `洛水罚立〔2026〕${n}号` : null,
      note: null,
    }),
  );
  const activity = async (): Promise<ActivityRecord> => {
    const record = await desk.records.get('activity', id);
    if (record === null) throw new Error('no activity');
    return record;
  };
  const pass = (minutes: number) => clock.advance(minutes * 60_000);
  pass(11);
  await must(markArrived(desk, zhang, await activity()));
  pass(2);
  await must(markNoticed(desk, zhang, await activity(), '我们是洛阳市水利局执法人员。'));
  pass(90);
  await must(markFinished(desk, zhang, await activity()));
  if (n % 5 === 3) {
    await must(declareAway(desk, zhang, await activity(), 'remoteArea', '山区道路中断，当日确实无法返回移交。'));
    pass(20 * 60);
    await must(markReturned(desk, zhang, await activity(), clock.now()));
  }
  pass(n % 7 === 6 ? 30 * 60 : 120);
  const taken = await takeIn(office, zhang, await activity(), about);
  if (!about.last) await keep(office, zhang, taken, about);
}

interface SeedFile {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly hex: string;
  readonly unlinked: boolean;
  readonly i: number;
}

const EXTENSION: Readonly<Record<MediaType, string>> = {
  video: 'MP4',
  audio: 'WAV',
  photo: 'JPG',
  sidecar: 'LOG',
  other: 'BIN',
};
const CONTAINER: Readonly<Record<MediaType, string | null>> = {
  video: 'mp4',
  audio: 'wav',
  photo: 'jpeg',
  sidecar: null,
  other: null,
};

async function seedFile(n: number, i: number): Promise<SeedFile> {
  const mediaType: MediaType = i % 9 === 8 ? 'audio' : i % 5 === 4 ? 'photo' : i % 31 === 30 ? 'sidecar' : 'video';
  return {
    name: `DSJ07_${String(n * 100 + i).padStart(5, '0')}.${EXTENSION[mediaType]}`,
    mediaType,
    hex: toHex(await verifier.sha256(utf8(`${n}/${i}`))),
    unlinked: i % 13 === 12,
    i,
  };
}

async function takeIn(
  { desk, clock, division }: FoundedOffice,
  zhang: Seat,
  activity: ActivityRecord,
  { n, filesEach, devices }: Outing,
): Promise<readonly RecordingId[]> {
  const batch = mintId<BatchId>(random);
  const files = await Promise.all(Array.from({ length: filesEach }, (_, i) => seedFile(n, i)));
  const began = activity.arrived?.at ?? clock.now();
  await must(
    signAct(desk, desk.stationSigner, {
      kind: 'footage-taken-in',
      subject: subjectOf('batch', batch),
      body: {
        batch,
        station: desk.station.station,
        takenInBy: zhang.person,
        device: n % 11 === 10 ? null : pick(devices, n),
        startedAt: plusMs(clock.now(), -900_000),
        completedAt: clock.now(),
        readBack: 'verified-cache-not-excluded',
        files: files.map(({ mediaType, unlinked, hex, i }) => ({
          sha256: toSha256(hex),
          sm3: toSm3([...hex].reverse().join('')),
          treeSha256: toTreeSha256(`${hex.slice(32)}${hex.slice(0, 32)}`),
          sizeBytes: mediaType === 'photo' ? 3_214_908 + i : 1_221_225_472 - i * 7_654_321,
          mediaType,
          container: CONTAINER[mediaType],
          durationMs: (mediaType !== 'video' && mediaType !== 'audio') || i % 17 === 3 ? null : 600_000 - i * 1234,
          capturedAtRaw:
            i % 19 === 7
              ? null
              : {
                  text: beijingDateTime(plusMs(began, i * 150_000), true).replace(' ', 'T'),
                  source: i % 3 === 0 ? ('file-name' as const) : ('container' as const),
                  zone: 'local' as const,
                },
          activity: unlinked ? null : activity.id,
          no: unlinked ? null : { activity: activity.no, item: i + 1 },
          unlinkedReason: unlinked ? ('deviceTest' as const) : null,
        })),
      },
      details: {
        sourceLabel: '存储卡',
        unregisteredExplanation: null,
        files: files.map(({ name }) => ({ name, path: `DCIM/100MEDIA/${name}`, modifiedAt: null })),
      },
      division,
    }),
  );
  const record = await desk.records.get('batch', batch);
  if (record !== null && n % 4 !== 3) await must(countersignIntake(desk, zhang, record, division));
  return files.map(({ hex }) => recordingIdOf(toSha256(hex)));
}

/** Stored, handed over, copied once more and now and then checked: some went farther than others. */
async function keep(
  { desk, clock, custodian, division }: FoundedOffice,
  zhang: Seat,
  recordings: readonly RecordingId[],
  { n, media }: Outing,
): Promise<void> {
  clock.advance(3_600_000);
  await store(desk, pick(media, 0), recordings);
  await must(
    signAct(desk, desk.stationSigner, {
      kind: 'buffer-purged',
      subject: subjectOf('station', desk.station.station),
      body: { station: desk.station.station, recordings: [...recordings] },
      details: null,
    }),
  );
  if (n % 6 === 5) return;
  clock.advance(1_200_000);
  const given = await must(giveHandover(desk, zhang, { to: custodian.person, recordings, division, remark: null }));
  const handover = await desk.records.get('handover', given);
  if (handover === null || n % 8 === 7) return;
  clock.advance(600_000);
  await must(acceptHandover(desk, custodian, handover, { at: clock.now(), cardCleared: n % 2 === 0, division }));
  clock.advance(600_000);
  await store(desk, pick(media, 1), recordings);
  if (n % 9 === 4) await findDamage(desk, pick(media, 1), recordings);
}

async function store(desk: Desk, medium: MediumId, recordings: readonly RecordingId[]): Promise<void> {
  const records = await desk.records.getMany('recording', recordings);
  await must(
    signAct(desk, desk.stationSigner, {
      kind: 'copies-stored',
      subject: subjectOf('medium', medium),
      body: {
        medium,
        verifiedAt: desk.now(),
        copies: records.map(({ id, digests }) => ({ recording: id, treeSha256: digests.treeSha256 })),
      },
      details: { paths: records.map(({ no, id }) => (no === null ? id : formatRecordingNumber(no.activity, no.item))) },
    }),
  );
}

async function findDamage(desk: Desk, medium: MediumId, recordings: readonly RecordingId[]): Promise<void> {
  await must(
    signAct(desk, desk.stationSigner, {
      kind: 'fixity-checked',
      subject: subjectOf('medium', medium),
      body: {
        medium,
        checkedAt: desk.now(),
        results: recordings
          .slice(0, 3)
          .map((recording, i) => ({ recording, result: i === 1 ? ('different' as const) : ('same' as const) })),
      },
      details: null,
    }),
  );
}
