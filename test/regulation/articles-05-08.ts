import { expect } from 'vitest';
import { closingNeeds, reconciled } from '../../src/regulation/closing.ts';
import { clockOffsetSec, filmedOffsetSec, unresolvedFaults } from '../../src/regulation/device-check.ts';
import type { ActivityFacts, NonRecordingFacts } from '../../src/regulation/facts.ts';
import { renderNotice } from '../../src/regulation/notice.ts';
import { DEFAULT_VALUES } from '../../src/regulation/parameters.ts';
import { FIRST_RULES } from '../../src/regulation/rules-in-force.ts';
import { at, CAMERA, check, done, film, inspection, LATER, LI, officer, ofRow, photo, STILL, ZHANG } from './facts.ts';
import type { Scenario } from './scenario.ts';

const slow = check({ offsetSec: clockOffsetSec(at('07:58:30'), at('08:00:00')) });

/** Delivery of a document (四), no footage, judged after the deadline. */
const unrecorded = (nonRecording: NonRecordingFacts | null) =>
  ofRow(9, {
    type: 'service',
    recordings: [],
    steps: [],
    takenInAt: null,
    handedOverAt: null,
    content: null,
    nonRecording,
  });

const report = (over: Partial<NonNullable<NonRecordingFacts['report']>> = {}): NonRecordingFacts => ({
  ground: 'emergency',
  part: null,
  report: {
    preparedAt: at('16:00'),
    hasReason: true,
    hasBasis: true,
    toLeader: true,
    acknowledgement: null,
    ...over,
  },
});

export const ARTICLES_05_08: readonly Scenario[] = [
  {
    name: 'T-05a: activity 09:00, check 08:40 passed: nothing',
    raises: [],
    run: ({ codes }) => expect(codes({ activity: inspection() })).toEqual([]),
  },
  {
    name: 'T-05a: no check at all, or one of the day before',
    raises: ['A05-1'],
    run: ({ findings }) => {
      const none = findings({ activity: inspection({ checks: [] }) });
      expect(none).toMatchObject([{ code: 'A05-1', grade: 'breach', about: CAMERA.device }]);
      const yesterday = inspection({ checks: [check({ at: at('20:00', 4) })] });
      expect(findings({ activity: yesterday })).toMatchObject([{ code: 'A05-1' }]);
    },
  },
  {
    name: 'T-05b: check at 09:20, after recording began',
    raises: ['A05-2'],
    run: ({ findings, sentence }) => {
      const [finding, ...more] = findings({ activity: inspection({ checks: [check({ at: at('09:20') })] }) });
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ code: 'A05-2', grade: 'breach' });
      expect(finding && sentence(finding)).toBe('不符合第五条（待说明）：camera1 08:59 已开始记录，检查时间为 09:20。');
    },
  },
  {
    name: 'T-05c: shown 07:58:30 against 08:00:00 is 90 seconds slow and asks for an action or a note',
    raises: ['A05-3'],
    run: ({ one, codes }) => {
      expect(slow.offsetSec).toBe(-90);
      expect(unresolvedFaults(slow, 60, DEFAULT_VALUES)).toEqual(['clock']);
      expect(one('A05-3', { activity: inspection({ checks: [slow] }) }).facts.faults).toEqual(['clock']);
      expect(codes({ activity: inspection({ checks: [{ ...slow, action: 'clockSync' }] }) })).toEqual([]);
      expect(codes({ activity: inspection({ checks: [{ ...slow, remarked: true }] }) })).toEqual([]);
    },
  },
  {
    name: 'T-05c: a device that failed its check and was used all the same; too little space for the plan',
    raises: ['A05-3'],
    run: ({ one }) => {
      const facts = (over: Parameters<typeof check>[0]) => ({ activity: inspection({ checks: [check(over)] }) });
      expect(one('A05-3', facts({ passed: false })).facts.faults).toEqual(['failed']);
      expect(one('A05-3', facts({ testOk: false, remarked: true })).facts.faults).toEqual(['recordingTest']);
      expect(one('A05-3', facts({ estimatedMinutes: 30 })).facts.faults).toEqual(['space']);
    },
  },
  {
    name: 'T-05d: the filmed clock gives the offset within two seconds, also where file times have steps of two',
    raises: ['A05-4'],
    run: ({ one }) => {
      const signed = at('08:41:00');
      for (const [start, frameSec, offset] of [
        [at('08:39:28'), 2, -90],
        [at('08:42:34'), 3.4, 97],
        [at('08:40:58'), 1.2, 0],
      ] as const) {
        expect(Math.abs(filmedOffsetSec(start, frameSec, signed) - offset)).toBeLessThanOrEqual(2);
      }
      const activity = inspection({
        clockProofs: [{ device: CAMERA.device, offsetSec: filmedOffsetSec(at('08:39:28'), 2, signed), by: 'filmedQr' }],
      });
      expect(one('A05-4', { activity })).toMatchObject({
        grade: 'suspected',
        facts: { checkedOffsetSec: 2, measuredOffsetSec: -90 },
      });
    },
  },
  {
    name: 'T-06: service closed without footage asks for footage or a report, and is flagged if it is left so',
    raises: ['A06-1'],
    run: ({ findings, codes }) => {
      expect(closingNeeds(unrecorded(null))).toEqual([{ kind: 'footageOrReport' }]);
      expect(codes({ activity: unrecorded(null) }, at('23:00'))).toEqual([]);
      expect(findings({ activity: unrecorded(null) })).toMatchObject([{ code: 'A06-1', grade: 'breach' }]);
      expect(closingNeeds(unrecorded(report()))).toEqual([]);
      const stands = (facts: ActivityFacts, now = LATER) => reconciled(facts, FIRST_RULES, now);
      expect(stands(inspection())).toBe('recorded');
      expect(stands(unrecorded(report()))).toBe('explained');
      expect(stands(unrecorded(null))).toBe('neither');
      expect(stands(unrecorded(null), at('23:00'))).toBe('open');
      expect(codes({ activity: unrecorded(report()) })).toEqual([]);
    },
  },
  {
    name: 'T-06: one officer alone is an advice',
    raises: ['A06-2'],
    run: ({ findings }) => {
      const activity = inspection({
        officers: [ZHANG],
        notice: null,
        noticeExcepted: true,
      });
      expect(findings({ activity })).toMatchObject([{ code: 'A06-2', grade: 'advisory' }]);
    },
  },
  {
    name: 'T-07: not recorded and no work record by the next working day',
    raises: ['A07-1'],
    run: ({ findings, codes }) => {
      const declared = unrecorded({ ground: 'emergency', part: null, report: null });
      expect(codes({ activity: declared }, at('17:59', 6))).toEqual([]);
      expect(findings({ activity: declared })).toMatchObject([{ code: 'A07-1', grade: 'breach' }]);
    },
  },
  {
    name: 'T-07: reason and basis are two, and it goes to the supervising leader, who may find it insufficient',
    raises: ['A07-2'],
    run: ({ one, sentence }) => {
      const lacks = (over: Parameters<typeof report>[0]) =>
        one('A07-2', { activity: unrecorded(report(over)) }).facts.lacks;
      expect(lacks({ hasBasis: false })).toEqual(['basis']);
      expect(lacks({ hasReason: false, toLeader: false })).toEqual(['reason', 'leader']);
      expect(lacks({ preparedAt: at('09:30') })).toEqual(['afterEnd']);
      expect(lacks({ acknowledgement: { at: at('17:00'), sufficient: false } })).toEqual(['ground']);
      const finding = one('A07-2', { activity: unrecorded(report({ hasBasis: false })) });
      expect(sentence(finding)).toBe('不符合第七条（待说明）：未记录的工作记录没有写明依据。');
    },
  },
  {
    name: 'T-07: a work record of the day after next is late',
    raises: ['A07-3'],
    run: ({ findings }) => {
      const activity = unrecorded(report({ preparedAt: at('09:00', 9) }));
      expect(findings({ activity })).toMatchObject([
        { code: 'A07-3', grade: 'advisory', facts: { due: at('18:00', 6) } },
      ]);
    },
  },
  {
    name: 'T-08: no notice and no reason for none; a reason is enough, and rows 11 and 12 need neither',
    raises: ['A08-1'],
    run: ({ findings, codes }) => {
      expect(findings({ activity: inspection({ notice: null }) })).toMatchObject([{ code: 'A08-1', grade: 'breach' }]);
      expect(codes({ activity: inspection({ notice: null, noticeExcepted: true }) })).toEqual([]);
      const posted = ofRow(11, { notice: null, devices: [STILL], checks: [check({ device: STILL.device })] });
      expect(codes({ activity: { ...posted, recordings: [photo('p', at('09:30'))] } })).toEqual([]);
      const checked = ofRow(7, {
        notice: null,
        devices: [STILL],
        checks: [check({ device: STILL.device })],
        recordings: [photo('p', at('09:30'))],
      });
      expect(codes({ activity: checked })).toEqual(['A08-1']);
    },
  },
  {
    name: 'T-08: names joined by 、; notice 00:02:10 after the inquiry 00:01:30',
    raises: ['A08-2'],
    run: ({ findings }) => {
      expect(renderNotice(['张三', '李四'])).toContain('执法人员张三、李四，为保护');
      const steps = [
        done('r01.s1', at('09:00:20')),
        done('r01.s2', at('09:00:40')),
        done('r01.s3', at('09:00:50')),
        done('r01.s4', at('09:05:00')),
        done('r01.s5', at('09:01:30')),
        ...inspection().steps.slice(5),
      ];
      const activity = inspection({
        steps,
        recordings: [film('f1', at('09:00:00'), 60)],
        notice: { at: at('09:02:10'), officers: [ZHANG.person, LI.person], text: null },
      });
      expect(findings({ activity })).toMatchObject([{ code: 'A08-2', facts: { step: 'r01.s5' } }]);
    },
  },
  {
    name: 'T-08: fewer than two names, a name that is not of the activity, other words',
    raises: ['A08-3'],
    run: ({ one }) => {
      const problem = (officers: readonly (typeof ZHANG)[], text: string | null) =>
        one('A08-3', {
          activity: inspection({ notice: { at: at('09:02'), officers: officers.map(({ person }) => person), text } }),
        }).facts.problem;
      expect(problem([ZHANG], renderNotice(['张三']))).toBe('fewNames');
      expect(problem([ZHANG, officer('wang', '王五')], null)).toBe('foreignName');
      expect(problem([ZHANG, LI], '您好，本次执法全程录音录像。')).toBe('wordingDiffers');
    },
  },
];
