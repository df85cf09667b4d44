import { describe, expect, it } from 'vitest';
import {
  CAMERA_3,
  entryId,
  LI,
  makeActivity,
  makePerson,
  makeRecording,
  march,
  signedBy,
  WANG,
  ZHANG,
} from '../../../../test/doubles/sample-records.ts';
import type { ActivityMark } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { cannotMark, cueWords, elapsedWords, intakeWords, lastMarks, nextAct } from './field-view.ts';

const arrived = signedBy(ZHANG, march(5, 9, 12, 40));
const noticed = { ...signedBy(ZHANG, march(5, 9, 13, 20)), officers: [ZHANG, LI], text: null };
const finished = signedBy(ZHANG, march(5, 10, 48, 5));

describe('the next act', () => {
  it('is arrival, notice, end, intake', () => {
    expect(nextAct(makeActivity())).toBe('arrived');
    expect(nextAct(makeActivity({ arrived }))).toBe('noticed');
    expect(nextAct(makeActivity({ arrived, noticed }))).toBe('finished');
    expect(nextAct(makeActivity({ arrived, noticed, finished }))).toBe('intake');
  });

  it('asks no notice where nobody is told anything: service by post, by announcement, at the office', () => {
    expect(nextAct(makeActivity({ arrived, matters: [11, 12] }))).toBe('finished');
    expect(nextAct(makeActivity({ arrived, matters: [9, 10] }))).toBe('noticed');
    expect(nextAct(makeActivity({ arrived, matters: [] }))).toBe('noticed');
  });
});

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

describe('the last three marks', () => {
  const mark = (kind: ActivityMark['kind'], by: typeof ZHANG, at: Instant, withdrawn = false): ActivityMark => ({
    kind,
    signed: signedBy(by, at),
    withdrawnBy: withdrawn ? entryId('w') : null,
  });
  const name = () => '李敏';

  it('newest first; one’s own can be taken back for ten seconds', () => {
    const marks = [
      mark('arrived', ZHANG, march(5, 9), true),
      mark('arrived', ZHANG, march(5, 9, 12, 40)),
      mark('noticed', LI, march(5, 9, 13, 10)),
      mark('finished', ZHANG, march(5, 9, 13, 12)),
    ];
    const shown = (now: Instant) => lastMarks(makeActivity({ marks }), ZHANG, now, name);
    expect(shown(march(5, 9, 13, 21)).map(({ title, undo }) => [title, undo])).toEqual([
      ['结束', true],
      ['已告知', false],
      ['到达现场', false],
    ]);
    expect(shown(march(5, 9, 13, 21))[1]?.words).toBe('李敏记');
    expect(shown(march(5, 9, 13, 22))[0]?.undo).toBe(false);
  });

  it('one that was taken back says so and cannot be taken back again', () => {
    const marks = [mark('arrived', ZHANG, march(5, 9), true)];
    expect(lastMarks(makeActivity({ marks }), ZHANG, march(5, 9), name)).toMatchObject([
      { words: '已撤销', undo: false },
    ]);
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
