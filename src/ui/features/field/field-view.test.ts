import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  makeActivity,
  makePerson,
  makeRecording,
  march,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import { cannotMark, cueWords, elapsedWords, intakeWords } from './field-view.ts';

const arrived = signedBy(ZHANG, march(5, 9, 12, 40));
const finished = signedBy(ZHANG, march(5, 10, 48, 5));

describe('elapsed time', () => {
  it('runs from arrival and stands still after the end', () => {
    expect(elapsedWords(makeActivity({ arrived }), march(5, 9, 13, 20)).figure).toBe('00:00:40');
    const done = makeActivity({ arrived, finished });
    expect(elapsedWords(done, march(5, 23))).toEqual(elapsedWords(done, march(6)));
    expect(elapsedWords(done, march(6)).figure).toBe('01:35:25');
  });

  it('before arrival says the plan, and a clock set back shows no negative time', () => {
    expect(elapsedWords(makeActivity(), march(5, 8))).toEqual({ figure: '00:00:00', words: '计划 今日 09:00 出发' });
    expect(elapsedWords(makeActivity({ arrived }), march(5, 9)).figure).toBe('00:00:00');
  });
});

describe('who can mark', () => {
  const activity = makeActivity();
  it('an officer of the activity, in the window that writes', () => {
    expect(cannotMark(makePerson({ id: ZHANG }), activity, 'writer')).toBeUndefined();
    expect(cannotMark(makePerson({ id: ZHANG }), activity, 'follower')).toBeDefined();
    expect(cannotMark(makePerson({ id: WANG }), activity, 'writer')).toContain('不在这次活动里');
    expect(cannotMark(makePerson({ id: ZHANG, roles: ['custodian'] }), activity, 'writer')).toContain('不是执法人员');
  });
});

describe('under 去采集 stands until when', () => {
  const now = march(5, 16);
  it('the deadline, the span while away, or that all has come', () => {
    const done = makeActivity({ arrived, finished, devices: [CAMERA_3] });
    expect(intakeWords(done, [], now)).toBe('今日 24:00 截止，第十三条');
    const away = { ...signedBy(ZHANG, now), ground: 'awayDuty', statement: 's' } as const;
    expect(intakeWords({ ...done, away }, [], now)).toBe('返回单位后 24 小时内');
    const taken = makeRecording('a', CAMERA_3, now);
    expect(intakeWords({ ...done, recordings: [taken.id] }, [taken], now)).toBe('已采集完');
  });
});

describe('T-08: the cue card', () => {
  it('sets the names of the officers off within the phrase of Art. 8', () => {
    const said = cueWords(['张三', '李四']);
    expect(said.text).toContain('执法人员张三、李四，为保护');
    expect(said).toMatchObject({ names: '张三、李四', remark: undefined });
    expect(said.before + said.names + said.after).toBe(said.text);
  });

  it('remarks on one name only, and on a name that is not here', () => {
    expect(cueWords(['张三']).remark).toContain('只有一名');
    expect(cueWords(['张三', null]).remark).toContain('不在本机');
    expect(cueWords([null]).text).toContain('×××');
  });
});
