import type { DivisionId, MediumId, PersonId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/role.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { plusMs } from '../../../src/domain/time.ts';
import type { UnlockedPerson } from '../../../src/ledger/keyring.ts';
import { acknowledgeIncidents } from '../../../src/usecases/acknowledge-incidents.ts';
import { admitPerson, changePerson } from '../../../src/usecases/admit-person.ts';
import { changeBureau } from '../../../src/usecases/change-bureau.ts';
import { createActivity } from '../../../src/usecases/create-activity.ts';
import { delegateRoles } from '../../../src/usecases/delegate.ts';
import { removeMember } from '../../../src/usecases/departures.ts';
import type { Desk, Seat } from '../../../src/usecases/desk.ts';
import { issueDevice, reportDeviceLost } from '../../../src/usecases/issue-device.ts';
import { markArrived } from '../../../src/usecases/mark-activity.ts';
import { noteIncident } from '../../../src/usecases/note-incident.ts';
import { noteTraining } from '../../../src/usecases/officer-standing.ts';
import { profileDevice } from '../../../src/usecases/profile-device.ts';
import { countersignRules, publishRules } from '../../../src/usecases/publish-rules.ts';
import { publishTemplate } from '../../../src/usecases/publish-template.ts';
import { registerDevice } from '../../../src/usecases/register-device.ts';
import { registerMedium } from '../../../src/usecases/register-medium.ts';
import { confirmAct, waitingActs } from '../../../src/usecases/second-signature.ts';
import { closeMonth, signCheckpoint } from '../../../src/usecases/sign-checkpoint.ts';
import { carryOutDeletions, orderDeletion, wordedEntries } from '../../../src/usecases/spill.ts';
import {
  type FoundedOffice,
  foundOffice,
  makeTestClock,
  must,
  PASSPHRASE,
  verifier,
} from '../../doubles/office-desk.ts';

/** A bureau in memory with its people and things. All names are fictional. */
export interface DeskOffice {
  readonly desk: Desk;
  readonly persons: Readonly<Record<string, UnlockedPerson>>;
  readonly media: Readonly<Record<string, MediumId>>;
  /** One that is lost. */
  readonly device: string;
}

export async function foundDeskOffice(empty: boolean): Promise<DeskOffice> {
  const office = await foundOffice(makeTestClock('2026-03-05T08:42:00.000Z'));
  const { desk, custodian } = office;
  const wang: UnlockedPerson = { person: custodian.person, signer: custodian.signer };
  if (empty) return { desk, persons: { wang }, media: {}, device: '' };
  await must(
    changeBureau(desk, custodian, {
      bureauName: '洛阳市水利局',
      divisions: [
        { id: office.division, name: '水政科', kind: 'division', closed: false },
        { id: null, name: '河道管理科', kind: 'division', closed: false },
        { id: null, name: '水政监察支队', kind: 'subordinateUnit', closed: false },
        { id: null, name: '旧渠道管理站', kind: 'subordinateUnit', closed: true },
      ],
    }),
  );
  const own = await desk.records.get('bureau', office.bureau);
  const unit = own?.divisions.find(({ name }) => name === '水政监察支队')?.id ?? office.division;
  const admit = (name: string, roles: readonly Role[], no: string, validTo: string, division: DivisionId = unit) =>
    must(
      admitPerson(desk, custodian, {
        name,
        officerNo: no,
        certificateNo: `HN-03${no}`,
        validFrom: '2022-01-01',
        validTo,
        division,
        roles,
        passphrase: PASSPHRASE,
      }),
    );
  const zhang = await admit('张建国', ['officer', 'departmentHead'], '01', '2027-12-31');
  const li = await admit('李敏', ['officer'], '02', '2026-03-28');
  await admit('刘伟', ['officer'], '03', '2026-02-28');
  const zhou = await admit('周志远', ['supervisingLeader'], '06', '2029-06-30', office.division);
  const sun = await admit('孙立新', ['legalAffairsOffice'], '04', '2028-06-30', office.division);
  const media = await equip(desk, custodian, { zhang, li, unit });
  const open = async (person: PersonId) => (await must(desk.keyring.unlock(person, PASSPHRASE))) as UnlockedPerson;
  const persons = { wang, zhang: await open(zhang), li: await open(li), sun: await open(sun), zhou: await open(zhou) };
  await publish(desk, persons.sun, persons.zhou);
  await moreOfTheRegister(office, persons);
  return { desk, persons, media, device: await atWork(desk, custodian, persons.li, unit) };
}

/** Something of everything the page of persons and stations can show. */
async function moreOfTheRegister(
  { desk, custodian, division, clock }: FoundedOffice,
  { li, sun, zhang }: Readonly<Record<'li' | 'sun' | 'zhang', UnlockedPerson>>,
): Promise<void> {
  const legal = { person: sun.person, signer: sun.signer };
  const from = desk.now();
  await must(
    delegateRoles(desk, custodian, li.person, { roles: ['custodian'], from, until: plusMs(from, 3 * 86_400_000) }),
  );
  clock.advance(60_000);
  await removeMember(desk, custodian, zhang.person, { reason: 'transferred', note: '调往水利工程科' });
  const [leaving] = await waitingActs(desk, legal.person);
  if (leaving !== undefined) await must(confirmAct(desk, legal, leaving.act));
  clock.advance(60_000);
  const facts = { officerNo: '05', certificateNo: null, validFrom: null, validTo: null, passphrase: PASSPHRASE };
  await admitPerson(desk, custodian, { ...facts, name: '赵强', division, roles: ['officer'] });
  await noteIncident(desk, 'foreign-delete', { link: desk.station.station, code: 'delete', count: 3 });
  await noteIncident(desk, 'entry-refused', { link: 'unknown', code: 'signature-bad', count: 12 });
  await noteIncident(desk, 'clock-set-back', { last: desk.now(), now: from });
  const [first] = (await desk.records.get('incidents', desk.station.station))?.incidents ?? [];
  if (first !== undefined)
    await must(acknowledgeIncidents(desk, legal, desk.station.station, [first.noted.entry], '已查明，是测试'));
  await must(signCheckpoint(desk, verifier));
  await must(closeMonth(desk, custodian, '2026-02'));
  const entries = (await wordedEntries(desk, subjectOf('person', zhang.person))).map(({ id }) => id);
  await orderDeletion(desk, custodian, {
    ground: 'personalPrivacy',
    entries: entries.slice(-1),
    recordings: [],
    note: '误把当事人家属电话写进说明',
  });
  const ordered = (await waitingActs(desk, legal.person)).find(({ kind }) => kind === 'details-deletion-ordered');
  if (ordered !== undefined) await must(confirmAct(desk, legal, ordered.act));
  await carryOutDeletions(desk);
  await changePerson(desk, legal, li.person, {
    ...facts,
    name: '李敏',
    division,
    roles: ['officer', 'departmentHead'],
  });
}

/** A device that went out, was used, and was lost before its footage came. */
async function atWork(desk: Desk, custodian: Seat, li: Seat, division: DivisionId): Promise<string> {
  const found = (await desk.records.all('device')).find(({ label }) => label === '记录仪 07');
  if (found === undefined) throw new Error('no device');
  await must(
    issueDevice(desk, custodian, found, li.person, '配件：电池 2 块；用途：伊河龙门段检查；电量内存：96%，卡已清空'),
  );
  const habits = { patterns: [{ template: 'HK_{device}_{time}', zone: 'local' as const }], segment: { minutes: 15 } };
  const driveSteps = '用数据线连上电脑\n长按电源键三秒，屏上选“U 盘”';
  await must(profileDevice(desk, custodian, found, { ...habits, clock: 'resets', driveSteps }));
  const id = await must(
    createActivity(desk, li, {
      type: 'dailyInspection',
      matters: [1],
      officers: [li.person],
      devices: [found.id],
      division,
      plannedAt: desk.now(),
      title: '伊河龙门段河道采砂现场检查',
      place: '伊河龙门段',
      party: '豫河砂石经营部',
      caseNo: null,
      note: null,
    }),
  );
  const activity = await desk.records.get('activity', id);
  if (activity !== null) await must(markArrived(desk, li, activity));
  await must(reportDeviceLost(desk, li, found, '检查返回途中发现不在包里，已报告支队负责人'));
  await must(noteTraining(desk, custodian, li.person, '2026-01-12', '执法记录仪使用'));
  return found.id;
}

/** One version in force, one that waits for the leader. */
async function publish(desk: Desk, legal: Seat, leader: Seat): Promise<void> {
  const numbers = { coverageStartTolSec: 90, reportImmediatelyMin: 20 };
  await must(publishRules(desk, legal, { effectiveFrom: '2020-05-01', numbers }));
  const [first] = (await desk.records.get('ruleSet', desk.book.bureau))?.publications ?? [];
  if (first === undefined) throw new Error('nothing published');
  await must(countersignRules(desk, leader, first));
  const steps = [
    { wording: '表明身份、出示执法证件', required: true },
    { wording: '查封、扣押物品清点', required: false },
  ];
  await must(publishTemplate(desk, legal, { type: 'compulsoryMeasure', title: '行政强制措施', steps }));
  await must(publishRules(desk, legal, { effectiveFrom: null, numbers: { ...numbers, minCopies: 3 } }));
}

async function equip(
  desk: Desk,
  by: Parameters<typeof registerDevice>[1],
  who: { readonly zhang: PersonId; readonly li: PersonId; readonly unit: DivisionId },
): Promise<Record<string, MediumId>> {
  const device = (
    label: string,
    carrier: 'bodyCamera' | 'stillCamera',
    assignedTo: PersonId | null,
    inService = true,
  ) =>
    must(
      registerDevice(desk, by, {
        carrier,
        division: who.unit,
        assignedTo,
        inService,
        label,
        assetNo: `SZ-${label.slice(-2)}`,
        brand: '海康威视',
        model: carrier === 'bodyCamera' ? 'DS-MCW407' : 'D7500',
        serialNo: 'E20993817',
        fileNameMark: null,
      }),
    );
  await device('记录仪 03', 'bodyCamera', who.zhang);
  await device('记录仪 07', 'bodyCamera', who.li);
  await device('相机 01', 'stillCamera', null);
  await device('记录仪 01', 'bodyCamera', null, false);
  const medium = (label: string, kind: 'officePc' | 'portableDisk' | 'opticalDisc', inService = true) =>
    must(
      registerMedium(desk, by, {
        kind,
        keeper: by.person,
        inService,
        capacityGB: kind === 'opticalDisc' ? 25 : 2000,
        label,
        serialNo: null,
        place: '局机关采集室 铁皮柜',
      }),
    );
  return {
    'YP-03': await medium('YP-03', 'portableDisk'),
    'YP-04': await medium('YP-04', 'portableDisk'),
    'PC-01': await medium('PC-01', 'officePc'),
    'GP-01': await medium('GP-01', 'opticalDisc'),
  };
}
