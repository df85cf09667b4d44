import { expect } from 'vitest';
import { closingNeeds } from '../../src/regulation/closing.ts';
import { coverageOf } from '../../src/regulation/coverage.ts';
import type { ActivityFacts, GapAccount } from '../../src/regulation/facts.ts';
import { absentNames } from '../../src/regulation/file-counter.ts';
import { at, CAMERA, check, film, inspection, intake, person, SECOND_CAMERA } from './facts.ts';
import type { Scenario } from './scenario.ts';

const SIX = ['10:00:00', '10:05:01', '10:10:03', '10:15:03', '10:20:05', '10:25:06'];
const six = inspection({
  arrivedAt: at('10:00'),
  endedAt: at('10:30'),
  plannedMinutes: 30,
  checks: [check()],
  notice: { ...notice(), at: at('10:01') },
  steps: inspection().steps.map((mark) => (mark.state === 'done' ? { ...mark, at: at('10:12') } : mark)),
  recordings: SIX.map((start, i) => film(`s${i}`, at(start), 5)),
});

function notice() {
  const { notice: told } = inspection();
  if (told === null) throw new Error('the clean inspection has a notice');
  return told;
}

/** 09:00 to 10:00 with nothing between the two moments. */
const interrupted = (from: string, to: string, over: Partial<ActivityFacts> = {}): ActivityFacts => {
  const minutes = (a: string, b: string): number => (Date.parse(at(b)) - Date.parse(at(a))) / 60_000;
  return inspection({
    recordings: [film('f1', at('09:00'), minutes('09:00', from)), film('f2', at(to), minutes(to, '10:00'))],
    ...over,
  });
};

const lowBattery: GapAccount = {
  from: at('09:30'),
  to: at('09:42'),
  cause: 'lowBattery',
  unresumable: false,
  reportedAt: null,
  statedAt: null,
};

/** Recording stopped at 09:30 and never began again. */
const stopped = (account: Partial<GapAccount>): ActivityFacts =>
  inspection({
    recordings: [film('f1', at('09:00'), 30)],
    gapAccounts: [{ ...lowBattery, to: null, unresumable: true, ...account }],
  });

export const ARTICLES_09_13: readonly Scenario[] = [
  {
    name: 'T-09a: six segments of five minutes, 0 to 2 seconds apart: one span, no gap',
    raises: [],
    run: ({ codes }) => {
      expect(coverageOf(six, 3)).toMatchObject({ spans: { length: 1 }, holes: [], share: 1 });
      expect(codes({ activity: six })).toEqual([]);
    },
  },
  {
    name: 'T-09b: two cameras that overlap: their union, no gap',
    raises: [],
    run: ({ codes }) => {
      const activity = inspection({
        devices: [CAMERA, SECOND_CAMERA],
        checks: [check(), check({ device: SECOND_CAMERA.device })],
        recordings: [film('a', at('09:00'), 35), film('b', at('09:30'), 30, { device: SECOND_CAMERA.device })],
      });
      expect(coverageOf(activity, 3)).toMatchObject({ holes: [], share: 1 });
      expect(codes({ activity })).toEqual([]);
    },
  },
  {
    name: 'T-09c: a hole of 40 seconds is one gap, named with the steps that fall into it',
    raises: ['A09-3'],
    run: ({ findings }) => {
      const activity = interrupted('09:13:40', '09:14:20');
      expect(findings({ activity }, at('16:00'))).toMatchObject([
        {
          code: 'A09-3',
          grade: 'advisory',
          facts: { from: at('09:13:40'), to: at('09:14:20'), steps: ['r01.s5'], due: at('18:00', 6) },
        },
      ]);
    },
  },
  {
    name: 'T-09d: arrival 10:00, first frame 10:06; a wrong clock is nobody’s late start',
    raises: ['A09-1'],
    run: ({ findings, sentence, codes }) => {
      const late = { ...six, recordings: [film('f1', at('10:06'), 24)] };
      const [finding, ...more] = findings({ activity: late });
      expect(more).toEqual([]);
      expect(finding && sentence(finding)).toBe('不符合第九条（待说明）：10:00:00 到达，10:06:00 开始录，晚 6 分。');
      expect(codes({ activity: { ...six, recordings: [film('f1', at('10:01'), 29)] } })).toEqual([]);
      expect(codes({ activity: { ...six, recordings: [film('f1', null, 24)] } })).toEqual([]);
    },
  },
  {
    name: 'T-09d: the last frame five minutes before the end',
    raises: ['A09-2'],
    run: ({ findings }) => {
      const activity = inspection({ recordings: [film('f1', at('09:00'), 55)] });
      expect(findings({ activity })).toMatchObject([
        { code: 'A09-2', grade: 'breach', facts: { lastFrameAt: at('09:55'), earlySec: 300 } },
      ]);
    },
  },
  {
    name: 'T-10: an element that is neither marked nor said not to apply is an advice',
    raises: ['A10-1'],
    run: ({ one }) => {
      const content = {
        violationFound: false,
        answered: ['time', 'scene', 'participants', 'violations', 'traces'] as const,
      };
      expect(one('A10-1', { activity: inspection({ content }) })).toMatchObject({
        grade: 'advisory',
        facts: { elements: ['place'] },
      });
      expect(one('A10-1', { activity: inspection({ content: null }) }).facts.elements).toHaveLength(6);
    },
  },
  {
    name: 'T-10: a violation without a mark of physical evidence blocks the closing until there is one or a reason',
    raises: ['A10-2'],
    run: ({ findings, codes }) => {
      const answered = [
        'place',
        'time',
        'scene',
        'participants',
        'violations',
        'traces',
        'inquiry',
        'originalTraces',
      ] as const;
      const lacking = inspection({ content: { violationFound: true, answered: [...answered, 'conduct'] } });
      expect(closingNeeds(lacking)).toEqual([{ kind: 'content', elements: ['physicalEvidence'] }]);
      expect(findings({ activity: lacking })).toMatchObject([{ code: 'A10-2', grade: 'breach' }]);
      const whole = inspection({
        content: { violationFound: true, answered: [...answered, 'conduct', 'physicalEvidence'] },
      });
      expect(closingNeeds(whole)).toEqual([]);
      expect(codes({ activity: whole })).toEqual([]);
    },
  },
  {
    name: 'T-11a: low battery for 12 minutes, resumed, the reason spoken: closed',
    raises: [],
    run: ({ codes }) => {
      const activity = interrupted('09:30', '09:42', {
        gapAccounts: [lowBattery],
        voiceExplanations: [at('09:42:30')],
      });
      expect(codes({ activity })).toEqual([]);
    },
  },
  {
    name: 'T-11a: a gap nobody explained until the statement was due',
    raises: ['A11-1'],
    run: ({ findings }) =>
      expect(findings({ activity: interrupted('09:30', '09:42') })).toMatchObject([
        { code: 'A11-1', grade: 'breach', about: at('09:30') },
      ]),
  },
  {
    name: 'T-11b: the same without the reason spoken, or spoken before the restart',
    raises: ['A11-2'],
    run: ({ findings }) => {
      const silent = interrupted('09:30', '09:42', { gapAccounts: [lowBattery] });
      expect(findings({ activity: silent })).toMatchObject([{ code: 'A11-2', facts: { cause: 'lowBattery' } }]);
      const early = { ...silent, voiceExplanations: [at('09:29:40')] };
      expect(findings({ activity: early })).toMatchObject([{ code: 'A11-2' }]);
    },
  },
  {
    name: 'T-11b: not resumed: reported within half an hour and stated in writing, or flagged',
    raises: ['A11-3'],
    run: ({ one, codes }) => {
      const reported = { reportedAt: at('09:40'), statedAt: at('16:00') };
      expect(codes({ activity: stopped(reported) })).toEqual([]);
      expect(one('A11-3', { activity: stopped({}) }).facts.lacks).toEqual(['report', 'statement']);
      expect(one('A11-3', { activity: stopped({ ...reported, reportedAt: at('10:10') }) }).facts.lacks).toEqual([
        'promptReport',
      ]);
    },
  },
  {
    name: 'T-11c: FILE0012 and FILE0014 on the card; a counter begun anew or run over is no hole',
    raises: ['A11-4'],
    run: ({ one, codes, sentence }) => {
      const finding = one('A11-4', { intake: intake({ names: ['FILE0012.MP4', 'FILE0014.MP4'] }) });
      expect(finding).toMatchObject({ grade: 'suspected', facts: { absent: ['FILE0013'] } });
      expect(sentence(finding)).toBe('疑似（第十一条）：缺少编号 FILE0013，请说明。');
      expect(codes({ intake: intake({ names: ['FILE0001.MP4', 'FILE0002.MP4'] }) })).toEqual([]);
      expect(codes({ intake: intake({ names: ['FILE9999.MP4', 'FILE0001.MP4'] }) })).toEqual([]);
      expect(absentNames(['FILE0014.MP4'], ['FILE0012.MP4'])).toEqual(['FILE0013']);
      expect(absentNames(['DSJ_20260305090000.MP4', 'DSJ_20260305100000.MP4'], [])).toEqual([]);
      const fewer = one('A11-4', { intake: intake({ index: { listed: 9, present: 8 } }) });
      expect(sentence(fewer)).toContain('卡上索引有 9 个文件，卡上只有 8 个');
      expect(codes({ intake: intake({ index: { listed: 8, present: 8 } }) })).toEqual([]);
    },
  },
  {
    name: 'T-11c: footage shot after the end of the activity it is linked to',
    raises: ['A11-5'],
    run: ({ findings }) => {
      const { recordings } = inspection();
      const activity = inspection({ recordings: [...recordings, film('later', at('14:00'), 3)] });
      expect(findings({ activity })).toMatchObject([{ code: 'A11-5', grade: 'suspected' }]);
    },
  },
  {
    name: 'T-11d: a file re-muxed with an editor is suspected, never a breach',
    raises: ['A11-6'],
    run: ({ findings }) => {
      const activity = inspection({ recordings: [film('f1', at('08:59:30'), 61, { traces: ['editorTag'] })] });
      expect(findings({ activity }).map(({ code, grade }) => ({ code, grade }))).toEqual([
        { code: 'A11-6', grade: 'suspected' },
      ]);
    },
  },
  {
    name: 'T-13a: ended 14:00: taken in 23:59 is in time, 00:01 is late',
    raises: ['A13-1'],
    run: ({ findings, codes }) => {
      expect(codes({ activity: inspection({ takenInAt: at('23:59') }) })).toEqual([]);
      expect(findings({ activity: inspection({ takenInAt: at('00:01', 6) }) })).toMatchObject([
        { code: 'A13-1', grade: 'breach', facts: { deadline: at('00:00', 6) } },
      ]);
      const waiting = inspection({ awaited: [SECOND_CAMERA.device] });
      expect(codes({ activity: waiting }, at('23:00'))).toEqual([]);
      expect(findings({ activity: waiting })).toMatchObject([{ code: 'A13-1', facts: { takenInAt: null } }]);
    },
  },
  {
    name: 'T-13b: away, returned 7 March 15:00: 8 March 14:59 is in time, 15:01 is late',
    raises: ['A13-1'],
    run: ({ codes }) => {
      const away = (takenInAt: ReturnType<typeof at>) =>
        inspection({ away: { ground: 'awayDuty', stated: true }, returnedAt: at('15:00', 7), takenInAt });
      expect(codes({ activity: away(at('14:59', 8)) })).toEqual([]);
      expect(codes({ activity: away(at('15:01', 8)) })).toEqual(['A13-1']);
    },
  },
  {
    name: 'T-13b: the exception claimed with half its reasons',
    raises: ['A13-2'],
    run: ({ one, codes }) => {
      const half = (away: NonNullable<ActivityFacts['away']>) => ({
        activity: inspection({ away, returnedAt: at('15:00', 7), takenInAt: at('10:00', 8) }),
      });
      expect(one('A13-2', half({ ground: null, stated: true })).facts.lacks).toBe('ground');
      expect(one('A13-2', half({ ground: 'remoteArea', stated: false })).facts.lacks).toBe('statement');
      expect(codes(half({ ground: 'remoteArea', stated: false }))).toEqual(['A13-2']);
    },
  },
  {
    name: 'T-13b: a copy found outside the registered stores is suspected',
    raises: ['A13-3'],
    run: ({ one, codes }) => {
      const copied = (approved: boolean) => ({
        activity: inspection({
          recordings: [film('f1', at('08:59:30'), 61, { outside: [{ at: at('18:00'), by: person('li'), approved }] })],
        }),
      });
      expect(one('A13-3', copied(false)).grade).toBe('suspected');
      expect(codes(copied(true))).toEqual([]);
    },
  },
  {
    name: 'T-13b: a card handed over uncleared, or used again before',
    raises: ['A13-4'],
    run: ({ one }) => {
      expect(one('A13-4', { intake: intake({ cardCleared: false }) }).facts).toEqual({ problem: 'notCleared' });
      const reused = intake({ reusedAt: at('13:00'), cardCleared: null });
      expect(one('A13-4', { intake: reused })).toMatchObject({ grade: 'advisory', facts: { problem: 'reused' } });
    },
  },
];
