import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  makeActivity,
  makeRecording,
  march,
  signedBy,
  ZHANG,
} from '../../test/doubles/sample-records.ts';
import { intakesOf } from '../domain/activity-stage.ts';
import type { ActivityRecord } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';
import { activityDue, intakesAmong, isOpenDue, readRegrouped } from './activity-due.ts';

const ended = (at: Instant, over: Partial<ActivityRecord> = {}): ActivityRecord =>
  makeActivity({ devices: [CAMERA_3], finished: signedBy(ZHANG, at), ...over });

const taken = (at: Instant): Partial<ActivityRecord> => ({
  recordings: [makeRecording('a', CAMERA_3, at).id],
  firstTakenInAt: at,
  lastTakenInAt: at,
  devicesTakenIn: [CAMERA_3],
});

const away = (statement: string | null = '连续检查，当日无法返回') =>
  ({ ...signedBy(ZHANG, march(1, 18)), ground: 'awayDuty', statement }) as const;
const returned = (at: Instant) => ({ ...signedBy(ZHANG, at), returnedAt: at });

describe('T-13a: the day of the activity', () => {
  it('ended 14:00: open until 24:00 of that day', () => {
    expect(activityDue(ended(march(5, 14)), march(5, 16, 42))).toEqual({
      kind: 'open',
      rule: 'same-day',
      deadline: march(6),
      missing: [CAMERA_3],
    });
  });

  it('taken in 23:59 is in time, 00:01 is late', () => {
    const inTime = activityDue(ended(march(5, 14), taken(march(5, 23, 59))), march(6, 9));
    expect(inTime).toMatchObject({ kind: 'met', late: false, metAt: march(5, 23, 59) });
    const late = activityDue(ended(march(5, 14), taken(march(6, 0, 1))), march(6, 9));
    expect(late).toMatchObject({ kind: 'met', late: true, deadline: march(6) });
  });

  it('nothing taken in: still open at 24:00 sharp, late a moment after', () => {
    expect(activityDue(ended(march(5, 14)), march(6)).kind).toBe('open');
    expect(activityDue(ended(march(5, 14)), march(6, 0, 0, 1)).kind).toBe('late');
  });
});

describe('T-13b: away', () => {
  it('has no deadline until the return is entered, however long it takes', () => {
    const due = activityDue(ended(march(1, 17), { away: away() }), march(30));
    expect(due).toEqual({ kind: 'away', missing: [CAMERA_3] });
  });

  it('returned 3 March 15:00: 4 March 14:59 is in time, 15:01 is late', () => {
    const back = { away: away(), returned: returned(march(3, 15)) };
    const open = activityDue(ended(march(1, 17), back), march(4, 14, 59));
    expect(open).toMatchObject({ kind: 'open', rule: 'after-return', deadline: march(4, 15) });
    const inTime = activityDue(ended(march(1, 17), { ...back, ...taken(march(4, 14, 59)) }), march(5));
    expect(inTime).toMatchObject({ kind: 'met', late: false });
    const late = activityDue(ended(march(1, 17), { ...back, ...taken(march(4, 15, 1)) }), march(5));
    expect(late).toMatchObject({ kind: 'met', late: true });
  });

  it('a statement whose text is not on this station was made all the same', () => {
    expect(activityDue(ended(march(1, 17), { away: away(null) }), march(3)).kind).toBe('away');
  });

  it('footage that came before the return was entered is never late', () => {
    const due = activityDue(ended(march(1, 17), { away: away(), ...taken(march(3, 12)) }), march(9));
    expect(due).toEqual({ kind: 'met', deadline: null, metAt: march(3, 12), late: false });
  });

  it('a return without a ground moves nothing', () => {
    const due = activityDue(ended(march(1, 17), { returned: returned(march(3, 15)) }), march(1, 18));
    expect(due).toMatchObject({ kind: 'open', rule: 'same-day', deadline: march(2) });
  });
});

describe('the clock stops when footage of every planned device has come', () => {
  const two = { devices: [CAMERA_3, CAMERA_7] };

  it('one of two devices leaves it running and names the other', () => {
    const due = activityDue(ended(march(5, 14), { ...taken(march(5, 15)), ...two }), march(5, 16));
    expect(due).toMatchObject({ kind: 'open', missing: [CAMERA_7] });
  });

  it('the last device decides whether it was late', () => {
    const activity = ended(march(5, 14), { ...taken(march(5, 15)), ...two });
    const both = [makeRecording('a', CAMERA_3, march(5, 15)), makeRecording('b', CAMERA_7, march(6, 8))];
    const due = activityDue(activity, march(7), intakesOf(both));
    expect(due).toMatchObject({ kind: 'met', metAt: march(6, 8), late: true });
  });

  it('footage added days later (a postal result, Art. 11) does not make what was in time late', () => {
    const activity = ended(march(5, 14), { ...taken(march(5, 15)), lastTakenInAt: march(14, 9) });
    const all = [makeRecording('a', CAMERA_3, march(5, 15)), makeRecording('b', CAMERA_3, march(14, 9))];
    expect(activityDue(activity, march(15), intakesOf(all))).toMatchObject({ kind: 'met', late: false });
    expect(activityDue(activity, march(15))).toMatchObject({ kind: 'met', late: 'unknown' });
  });

  it('without a planned device the first footage is enough', () => {
    const activity = ended(march(5, 14), { ...taken(march(5, 15)), devices: [], lastTakenInAt: march(9) });
    expect(activityDue(activity, march(10))).toMatchObject({ kind: 'met', metAt: march(5, 15), late: false });
  });
});

describe('footage put under an activity by hand', () => {
  // Taken in on the evening of the 5th, put under the activity on the 8th: the record knows only the 8th.
  const footage = makeRecording('a', CAMERA_3, march(5, 20), { activity: makeActivity().id });
  const linked = ended(march(5, 14), { ...taken(march(8, 9)), devicesTakenIn: [], regrouped: true });

  it('counts by its verified intake, not by the moment of linking', async () => {
    const read = await readRegrouped({ getMany: async () => [footage] as never }, [linked]);
    const due = activityDue(linked, march(9), intakesAmong(linked, read));
    expect(due).toMatchObject({ kind: 'met', metAt: march(5, 20), late: false });
  });

  it('moved away again, it leaves the clock running', () => {
    const elsewhere = { ...footage, activity: null };
    expect(activityDue(linked, march(5, 23), intakesAmong(linked, [elsewhere])).kind).toBe('open');
  });

  it('is not called late by the record alone', () => {
    expect(activityDue({ ...linked, devices: [] }, march(9))).toMatchObject({ kind: 'met', late: 'unknown' });
  });

  it('costs nothing where nothing was moved: no recording is read', async () => {
    const getMany = vi.fn(async () => []);
    await readRegrouped({ getMany }, [ended(march(5, 14), taken(march(5, 15)))]);
    expect(getMany).toHaveBeenCalledWith('recording', []);
    expect(intakesAmong(makeActivity(), [footage])).toBeNull();
  });
});

it('nothing runs before the end is marked', () => {
  expect(activityDue(makeActivity(), march(9))).toEqual({ kind: 'not-finished' });
  expect(activityDue(makeActivity(taken(march(5))), march(9))).toEqual({ kind: 'not-finished' });
});

it('for any two moments an activity without footage is open up to its deadline and late after it', () => {
  const minutes = fc.integer({ min: 0, max: 29 * 24 * 60 });
  fc.assert(
    fc.property(minutes, minutes, (end, later) => {
      const endedAt = march(1, 0, end);
      const now = march(1, 0, end + later);
      const due = activityDue(ended(endedAt), now);
      if (due.kind !== 'open' && due.kind !== 'late') throw new Error(due.kind);
      return isOpenDue(due) && (due.kind === 'open') === now <= due.deadline && endedAt < due.deadline;
    }),
  );
});
