import { toSha256, toSm3, toTreeSha256 } from '../../../src/domain/digest.ts';
import { type ActivityId, type BatchId, type DeviceId, mintId, type PersonId } from '../../../src/domain/ids.ts';
import type { ActivityRecord } from '../../../src/domain/records.ts';
import type { Role } from '../../../src/domain/role.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { beijingDateTime, fromBeijing, type Instant, plusMs } from '../../../src/domain/time.ts';
import { admitPerson } from '../../../src/usecases/admit-person.ts';
import { countersignIntake } from '../../../src/usecases/countersign-intake.ts';
import { type ActivityPlan, createActivity } from '../../../src/usecases/create-activity.ts';
import type { Seat } from '../../../src/usecases/desk.ts';
import { markInterruption, markResumed } from '../../../src/usecases/explain-gap.ts';
import { declareAway, markArrived, markFinished, markNoticed } from '../../../src/usecases/mark-activity.ts';
import { markStep } from '../../../src/usecases/mark-step.ts';
import { registerDevice } from '../../../src/usecases/register-device.ts';
import { signAct } from '../../../src/usecases/signed-act.ts';
import { type FoundedOffice, foundOffice, makeTestClock, must, PASSPHRASE } from '../../doubles/office-desk.ts';

/** A bureau in memory with a few days behind it, founded, signed and folded for real. All names are fictional. */
export interface SampleOffice {
  readonly office: FoundedOffice;
  readonly seats: Readonly<Record<'zhang' | 'li' | 'wang' | 'zhao' | 'sun' | 'zhou', Seat>>;
  readonly activities: Readonly<Record<'today' | 'tomorrow' | 'away' | 'late' | 'done' | 'gaps', ActivityId>>;
}

export const march = (day: number, hour: number, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });

type Scene = Awaited<ReturnType<typeof people>>;

async function people(office: FoundedOffice) {
  const admit = async (
    name: string,
    certificateNo: string | null,
    validTo: string | null,
    roles: readonly Role[] = ['officer'],
  ): Promise<Seat> => {
    const person = await must(
      admitPerson(office.desk, office.custodian, {
        name,
        officerNo: null,
        certificateNo,
        validFrom: validTo === null ? null : '2022-01-01',
        validTo,
        division: office.division,
        roles,
        passphrase: PASSPHRASE,
      }),
    );
    const { signer } = await must(office.desk.keyring.unlock(person, PASSPHRASE));
    return { person, signer };
  };
  const zhang = await admit('张建国', 'HN-0301', '2027-12-31');
  const li = await admit('李敏', 'HN-0302', '2026-03-28');
  await admit('刘伟', 'HN-0303', '2026-02-28');
  const zhao = await admit('赵卫东', null, null, ['departmentHead']);
  const sun = await admit('孙明', null, null, ['supervisingLeader']);
  // Last: from two administrators on, whoever is admitted needs both.
  const zhou = await admit('周岚', null, null, ['legalAffairsOffice']);
  const device = (label: string, carrier: 'bodyCamera' | 'stillCamera', assignedTo: PersonId | null) =>
    must(
      registerDevice(office.desk, office.custodian, {
        carrier,
        division: office.division,
        assignedTo,
        inService: true,
        label,
        assetNo: null,
        brand: null,
        model: null,
        serialNo: null,
        fileNameMark: null,
      }),
    );
  const cameras = {
    c3: await device('记录仪 03', 'bodyCamera', zhang.person),
    c7: await device('记录仪 07', 'bodyCamera', li.person),
    still: await device('相机 01', 'stillCamera', null),
  };
  return { office, zhang, li, zhao, sun, zhou, cameras };
}

async function plan(scene: Scene, over: Partial<ActivityPlan>): Promise<ActivityId> {
  const { office, zhang, li, cameras } = scene;
  return must(
    createActivity(office.desk, zhang, {
      type: 'dailyInspection',
      matters: [1],
      officers: [zhang.person, li.person],
      devices: [cameras.c3],
      division: office.division,
      plannedAt: null,
      title: '河道巡查',
      place: '伊河龙门段',
      party: null,
      caseNo: null,
      note: null,
      ...over,
    }),
  );
}

const record = async ({ office }: Scene, id: ActivityId): Promise<ActivityRecord> => {
  const found = await office.desk.records.get('activity', id);
  if (found === null) throw new Error('no such activity');
  return found;
};

/** Arrival, notice and end at the given moments. */
async function carryOut(scene: Scene, id: ActivityId, from: Instant, to: Instant): Promise<void> {
  const { office, zhang, li } = scene;
  office.clock.set(from);
  await must(markArrived(office.desk, zhang, await record(scene, id)));
  office.clock.advance(40_000);
  await must(markNoticed(office.desk, li, await record(scene, id), '您好'));
  office.clock.set(to);
  await must(markFinished(office.desk, zhang, await record(scene, id)));
}

const hex = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');

interface Shot {
  readonly start: Instant;
  readonly durationMs: number | null;
}

/** Files of one camera, one after another from a moment on. */
const shots = (from: Instant, minutes: readonly number[]): readonly Shot[] =>
  minutes.map((length, i) => ({
    start: plusMs(
      from,
      minutes.slice(0, i).reduce((sum, one) => sum + one * 60_000, i * 1000),
    ),
    durationMs: length === 0 ? null : length * 60_000,
  }));

/** What a verified intake signs, without a byte of footage behind it. `files`: how many, or when each was shot. */
async function takeIn(
  scene: Scene,
  id: ActivityId,
  device: DeviceId,
  at: Instant,
  files: number | readonly Shot[],
  sign: boolean,
): Promise<void> {
  const { office, zhang } = scene;
  const { no } = await record(scene, id);
  const batch = mintId<BatchId>(office.desk.random);
  office.clock.set(at);
  const first = (await record(scene, id)).recordings.length + 1;
  const shot = typeof files === 'number' ? [] : files;
  const list = Array.from({ length: typeof files === 'number' ? files : files.length }, (_, i) => i + first);
  const isPhoto = (item: number): boolean =>
    shot.length > 0 ? shot[item - first]?.durationMs === null : item % 3 === 0;
  await must(
    signAct(office.desk, office.desk.stationSigner, {
      kind: 'footage-taken-in',
      subject: subjectOf('batch', batch),
      body: {
        batch,
        station: office.desk.station.station,
        takenInBy: zhang.person,
        device,
        startedAt: at,
        completedAt: at,
        readBack: 'verified-cache-not-excluded',
        files: list.map((item) => ({
          sha256: toSha256(hex()),
          sm3: toSm3(hex()),
          treeSha256: toTreeSha256(hex()),
          sizeBytes: 412_000_000 + item * 1_234_567,
          mediaType: isPhoto(item) ? ('photo' as const) : ('video' as const),
          container: 'mp4',
          durationMs: isPhoto(item) ? null : (shot[item - first]?.durationMs ?? 300_000 + item * 1000),
          capturedAtRaw: claimOf(shot[item - first]),
          activity: id,
          no: { activity: no, item },
          unlinkedReason: null,
        })),
      },
      details: {
        sourceLabel: 'DCIM',
        unregisteredExplanation: null,
        files: list.map((item) => ({ name: `REC_${item}.MP4`, path: `DCIM/REC_${item}.MP4`, modifiedAt: null })),
      },
      division: office.division,
    }),
  );
  const taken = await office.desk.records.get('batch', batch);
  if (sign && taken !== null) await must(countersignIntake(office.desk, zhang, taken, office.division));
}

const claimOf = (shot: Shot | undefined) =>
  shot === undefined
    ? null
    : {
        text: beijingDateTime(shot.start, true).replace(' ', 'T'),
        source: 'container' as const,
        zone: 'local' as const,
      };

/** A visit with a battery that ran flat, a step marked, and an interruption pressed on site. */
async function visitWithGap(scene: Scene): Promise<ActivityId> {
  const { office, cameras, zhang, li } = scene;
  office.clock.set(march(4, 8));
  const id = await plan(scene, {
    title: '伊河段采砂船现场检查',
    party: '豫河砂石经营部',
    devices: [cameras.c3, cameras.c7, cameras.still],
    plannedAt: march(4, 9),
  });
  office.clock.set(march(4, 9, 12, 40));
  await must(markArrived(office.desk, zhang, await record(scene, id)));
  office.clock.set(march(4, 9, 13, 20));
  await must(markNoticed(office.desk, li, await record(scene, id), '您好'));
  office.clock.set(march(4, 10, 18, 15));
  const stop = { device: cameras.c3, cause: 'lowBattery' as const, unresumable: false };
  await must(markInterruption(office.desk, zhang, await record(scene, id), stop));
  office.clock.set(march(4, 10, 21, 40));
  await must(markResumed(office.desk, zhang, await record(scene, id), cameras.c3));
  office.clock.set(march(4, 10, 48, 5));
  await must(markFinished(office.desk, zhang, await record(scene, id)));
  const c3 = [
    ...shots(march(4, 9, 11, 50), [10, 10, 10, 10, 10, 10, 6.3]),
    ...shots(march(4, 10, 21, 40), [10, 10, 6.7]),
  ];
  await takeIn(scene, id, cameras.c3, march(4, 16), c3, true);
  await takeIn(scene, id, cameras.c7, march(4, 16, 10), shots(march(4, 9, 13), [10, 10, 10, 10, 5]), true);
  await takeIn(scene, id, cameras.still, march(4, 16, 20), shots(march(4, 10, 1), Array(14).fill(0)), true);
  const [recording] = (await record(scene, id)).recordings;
  if (recording === undefined) throw new Error('nothing was taken in');
  for (const [step, sec] of [
    ['r01.s1', 68],
    ['r01.s2', 82],
    ['r01.s3', 118],
  ] as const) {
    const footage = { recording, sec };
    await must(
      markStep(office.desk, zhang, await record(scene, id), { step, state: 'done', item: null, footage, reason: null }),
    );
  }
  return id;
}

export async function foundSampleOffice(empty: boolean): Promise<SampleOffice> {
  const office = await foundOffice(makeTestClock('2026-02-20T01:00:00.000Z'));
  const scene = await people(office);
  const { zhang, li, zhao, sun, zhou } = scene;
  const seats = { zhang, li, wang: office.custodian, zhao, sun, zhou };
  if (empty) {
    const none = mintId<ActivityId>(office.desk.random);
    return {
      office,
      seats,
      activities: { today: none, tomorrow: none, away: none, late: none, done: none, gaps: none },
    };
  }
  const { cameras } = scene;
  const all = [cameras.c3, cameras.c7, cameras.still];
  for (const day of [1, 2]) {
    const earlier = await plan(scene, { title: `洛河城区段日常巡查（第 ${day} 次）`, place: '洛河城区段' });
    await carryOut(scene, earlier, march(day, 9), march(day, 10, 30));
    await takeIn(scene, earlier, cameras.c3, march(day, 16), 4, true);
  }
  office.clock.set(march(3, 8));
  const late = await plan(scene, {
    title: '瀍河排污口投诉现场核实',
    type: 'complaintHandling',
    matters: [1, 2],
    devices: all,
  });
  await carryOut(scene, late, march(3, 9), march(3, 11));
  const away = await plan(scene, { title: '陆浑水库库区巡查', place: '嵩县陆浑水库', devices: [cameras.c7] });
  await carryOut(scene, away, march(4, 9), march(4, 17));
  await must(
    declareAway(
      office.desk,
      scene.zhang,
      await record(scene, away),
      'awayDuty',
      '在库区连续检查两天，沿途没有本局站点',
    ),
  );
  office.clock.set(march(4, 18));
  const done = await plan(scene, {
    title: '涉河建设项目调查取证',
    type: 'investigationEvidence',
    matters: [2, 3, 4],
    party: '洛水建材有限公司',
    caseNo: '洛水罚〔2026〕8号',
    note: '配合公安机关，现场有两名见证人。',
  });
  await carryOut(scene, done, march(4, 19), march(4, 20));
  await takeIn(scene, done, cameras.c3, march(4, 21), 7, false);
  const gaps = await visitWithGap(scene);
  const today = await plan(scene, {
    title: '伊河龙门段河道采砂现场检查',
    party: '豫河砂石经营部',
    devices: all,
    plannedAt: march(5, 9),
  });
  const tomorrow = await plan(scene, {
    title: '洛河瀍河口涉河建设项目检查',
    place: '洛河瀍河口',
    plannedAt: march(6, 9),
    devices: [cameras.c7],
  });
  const found = (await office.desk.records.get('activity', done))?.recordings ?? [];
  if (found.length === 0) throw new Error('nothing was taken in');
  office.clock.set(march(5, 8));
  return { office, seats, activities: { today, tomorrow, away, late, done, gaps } };
}

/** The day's activity, as far as the moment asked for. */
export async function playDay({ office, seats, activities }: SampleOffice, until: Instant): Promise<void> {
  const scene = { office, zhang: seats.zhang, li: seats.li } as Scene;
  const now = () => record(scene, activities.today);
  const steps: readonly (readonly [Instant, () => Promise<unknown>])[] = [
    [march(5, 9, 12, 40), async () => must(markArrived(office.desk, seats.zhang, await now()))],
    [march(5, 9, 13, 20), async () => must(markNoticed(office.desk, seats.li, await now(), '您好'))],
    [march(5, 10, 48, 5), async () => must(markFinished(office.desk, seats.zhang, await now()))],
  ];
  for (const [at, step] of steps) {
    if (at > until) break;
    office.clock.set(at);
    await step();
  }
  office.clock.set(until);
}
