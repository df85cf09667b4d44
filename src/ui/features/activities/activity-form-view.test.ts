import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  DIVISION,
  LI,
  makeActivity,
  makeDevice,
  makePerson,
  march,
  OTHER_DIVISION,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import {
  type ActivityFields,
  advisories,
  deviceCandidates,
  fieldsOf,
  newFields,
  officerCandidates,
  openProposal,
  sameFields,
  toPlan,
  withType,
} from './activity-form-view.ts';

const now = march(5, 16, 42);
const me = makePerson({ id: ZHANG });
const camera = makeDevice({ id: CAMERA_3, assignedTo: ZHANG });
const stillCamera = makeDevice({ id: CAMERA_7, carrier: 'stillCamera', label: '相机 01', division: OTHER_DIVISION });
const fields = (over: Partial<ActivityFields> = {}): ActivityFields => ({
  ...fieldsOf(makeActivity({ devices: [CAMERA_3] })),
  ...over,
});

describe('a new activity', () => {
  it('begins with its author and the devices issued to the author', () => {
    expect(newFields(me, [camera, stillCamera])).toMatchObject({
      officers: [ZHANG],
      devices: [CAMERA_3],
      division: DIVISION,
    });
    expect(newFields({ ...me, roles: ['departmentHead'] }, [camera])).toMatchObject({ officers: [], devices: [] });
    expect(newFields(me, [{ ...camera, inService: false }]).devices).toEqual([]);
  });
});

describe('a type of Art. 6 proposes matters', () => {
  it('and changing the type changes the proposal while it is untouched', () => {
    const daily = withType(newFields(me, []), 'dailyInspection');
    expect(daily.matters).toEqual([1]);
    expect(withType(daily, 'service').matters).toEqual([9, 10, 11, 12]);
  });

  it('what the person ticked stays, and the proposal is offered', () => {
    const own = { ...withType(newFields(me, []), 'dailyInspection'), matters: [1, 7] };
    const changed = withType(own, 'service');
    expect(changed.matters).toEqual([1, 7]);
    expect(openProposal(changed)).toEqual([9, 10, 11, 12]);
    expect(openProposal(withType(newFields(me, []), 'service'))).toBeUndefined();
  });

  it('off the list: the proposal is to tick nothing', () => {
    expect(openProposal(withType({ ...newFields(me, []), matters: [7] }, 'compulsoryMeasure'))).toEqual([]);
  });
});

describe('what is saved', () => {
  it('a record goes through the form unchanged', () => {
    const activity = makeActivity({ caseNo: '洛水罚〔2026〕8号' });
    const { id, no, created, arrived, noticed, finished, away, returned, marks, ...rest } = activity;
    const { recordings, firstTakenInAt, lastTakenInAt, devicesTakenIn, regrouped, ...plan } = rest;
    expect(toPlan(fieldsOf(activity))).toEqual({
      ...plan,
      plannedMinutes: null,
      complaintNo: null,
      coordinates: null,
    });
    expect(toPlan(fieldsOf({ ...activity, complaintNo: '热线 7' }))?.complaintNo).toBe('热线 7');
    const plannedLength = { signed: created, minutes: 90 };
    expect(toPlan(fieldsOf({ ...activity, plannedLength }))?.plannedMinutes).toBe(90);
    expect(toPlan(fields({ plannedMinutes: '一小时' }))).toBeUndefined();
  });

  it('blanks are nothing, matters are in the order of the list', () => {
    expect(toPlan(fields({ place: '  ', matters: [8, 1], plannedAt: '' }))).toMatchObject({
      place: null,
      matters: [1, 8],
      plannedAt: null,
    });
  });

  it('a time that cannot be read, no type or no division is no plan', () => {
    expect(toPlan(fields({ plannedAt: '明天上午' }))).toBeUndefined();
    expect(toPlan(fields({ type: '' }))).toBeUndefined();
    expect(toPlan(fields({ division: '' }))).toBeUndefined();
  });

  it('the order of ticking is no change', () => {
    expect(sameFields(fields({ officers: [ZHANG, LI] }), fields({ officers: [LI, ZHANG] }))).toBe(true);
    expect(sameFields(fields({ title: '别的' }), fields())).toBe(false);
  });
});

describe('T-01: an officer whose certificate expired yesterday', () => {
  const li = makePerson({ id: LI, name: '李敏', certificateValid: { from: null, to: '2026-03-04' } });

  it('is named with the date, and the plan is there to be saved all the same', () => {
    const plan = fields({ plannedAt: '2026-03-05 09:00' });
    expect(advisories(plan, [me, li], [camera], now)).toEqual([
      '李敏的执法证 2026-03-04 到期，活动那天已过期。可以先保存，请尽快换证。',
    ]);
    expect(toPlan(plan)).toBeDefined();
  });

  it('the day of the activity counts, not today', () => {
    const advised = (plannedAt: string) => advisories(fields({ plannedAt }), [me, li], [camera], now).length;
    expect(advised('2026-03-04 09:00')).toBe(0);
    expect(advised('')).toBe(1);
  });

  it('one that is not valid yet, and one that is not registered', () => {
    const early = { ...li, certificateValid: { from: '2026-03-06', to: null } };
    expect(advisories(fields(), [me, early], [camera], now)[0]).toContain('2026-03-06 起有效');
    const none = { ...li, certificateNo: null, certificateValid: { from: null, to: null } };
    expect(advisories(fields(), [me, none], [camera], now)[0]).toContain('李敏没有登记执法证号');
    expect(advisories(fields(), [me, { ...none, name: null }], [camera], now)).toEqual([]);
  });
});

describe('other advice', () => {
  it('one officer', () => {
    expect(advisories(fields({ officers: [ZHANG] }), [me], [camera], now)[0]).toContain('第八条');
  });

  it('a matter whose carriers are not among the devices, but none while no device is chosen', () => {
    const still = fields({ devices: [CAMERA_7], matters: [1, 12] });
    expect(advisories(still, [], [camera, stillCamera], now)).toEqual([
      '“现场检查”清单写的载体是执法记录仪，带去的设备里没有。',
    ]);
    expect(advisories(fields({ devices: [] }), [], [camera], now)).toEqual([]);
  });
});

describe('who and what can be chosen', () => {
  const li = makePerson({ id: LI, division: OTHER_DIVISION });
  const custodian = makePerson({ id: WANG, roles: ['custodian'] });

  it('officers of the division in sight, those of others behind a list, nobody else', () => {
    const found = officerCandidates([custodian, li, me], { division: DIVISION, officers: [] }, ZHANG);
    expect(found).toEqual({ near: [me], far: [li] });
    expect(officerCandidates([li, me], { division: DIVISION, officers: [LI] }, ZHANG).near).toEqual([me, li]);
  });

  it('devices in service, and those already on the activity', () => {
    const broken = { ...camera, inService: false };
    const asked = { division: DIVISION, devices: [], officers: [] } as const;
    expect(deviceCandidates([broken, stillCamera], asked)).toEqual({ near: [], far: [stillCamera] });
    expect(deviceCandidates([broken], { ...asked, devices: [CAMERA_3] }).near).toEqual([broken]);
  });
});
