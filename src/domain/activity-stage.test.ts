import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  CAMERA_7,
  makeActivity,
  makeRecording,
  march,
  signedBy,
  ZHANG,
} from '../../test/doubles/sample-records.ts';
import { activityStage, devicesNotTakenIn, intakesOf, isTakenIn } from './activity-stage.ts';

const finished = signedBy(ZHANG, march(5, 10, 48));
const arrived = signedBy(ZHANG, march(5, 9, 12));
const footage = makeRecording('a', CAMERA_3, march(5, 16));

describe('the stage of an activity', () => {
  it('goes from planned over on site to awaiting intake', () => {
    expect(activityStage(makeActivity())).toBe('planned');
    expect(activityStage(makeActivity({ arrived }))).toBe('on-site');
    expect(activityStage(makeActivity({ arrived, finished }))).toBe('awaiting-intake');
  });

  it('footage of some of the planned devices is not yet all', () => {
    const partly = makeActivity({ arrived, finished, recordings: [footage.id], devicesTakenIn: [CAMERA_3] });
    expect(activityStage(partly)).toBe('partly-taken-in');
    expect(devicesNotTakenIn(partly)).toEqual([CAMERA_7]);
    expect(activityStage({ ...partly, devicesTakenIn: [CAMERA_3, CAMERA_7] })).toBe('taken-in');
  });

  it('where no device was planned, any footage is all there is', () => {
    const free = makeActivity({ arrived, finished, devices: [] });
    expect(activityStage(free)).toBe('awaiting-intake');
    expect(activityStage({ ...free, recordings: [footage.id] })).toBe('taken-in');
  });

  it('away until the return is entered, unless the footage has come before', () => {
    const away = { ...signedBy(ZHANG, march(5, 20)), ground: 'awayDuty', statement: '当日无法返回' } as const;
    const gone = makeActivity({ arrived, finished, away });
    expect(activityStage(gone)).toBe('away');
    expect(activityStage({ ...gone, returned: { ...signedBy(ZHANG, march(6)), returnedAt: march(6) } })).toBe(
      'awaiting-intake',
    );
    expect(activityStage({ ...gone, devices: [CAMERA_3] }, intakesOf([footage]))).toBe('taken-in');
  });

  it('footage without a marked end is told apart', () => {
    expect(activityStage(makeActivity({ recordings: [footage.id] }))).toBe('end-not-marked');
    expect(activityStage(makeActivity({ arrived, recordings: [footage.id] }))).toBe('end-not-marked');
  });
});

describe('intakes of the recordings decide over what the record noted', () => {
  it('footage linked by hand counts for its device', () => {
    const linked = makeActivity({ devices: [CAMERA_3], recordings: [footage.id], devicesTakenIn: [] });
    expect(isTakenIn(linked)).toBe(false);
    expect(isTakenIn(linked, intakesOf([footage]))).toBe(true);
  });

  it('footage moved to another activity no longer counts', () => {
    const emptied = makeActivity({ devices: [CAMERA_3], recordings: [], devicesTakenIn: [CAMERA_3] });
    expect(isTakenIn(emptied)).toBe(false);
    expect(devicesNotTakenIn(emptied, [])).toEqual([CAMERA_3]);
  });

  it('the same content from two devices counts for both', () => {
    const [one] = footage.sources;
    if (one === undefined) throw new Error('sample without a source');
    const twice = { sources: [one, { ...one, device: CAMERA_7 }] };
    expect(devicesNotTakenIn(makeActivity(), intakesOf([twice]))).toEqual([]);
  });

  it('footage of an unregistered device stands for no planned one', () => {
    expect(isTakenIn(makeActivity(), intakesOf([makeRecording('b', null, march(5, 16))]))).toBe(false);
  });
});
