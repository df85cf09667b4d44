import { expect } from 'vitest';
import type { ActivityFacts, StepFacts } from '../../src/regulation/facts.ts';
import { NO_MATTER_FACTS } from '../../src/regulation/matter-facts.ts';
import { canShow, matterStanding, rowsToOffer } from '../../src/regulation/matter-state.ts';
import { stepById } from '../../src/regulation/steps.ts';
import { allSteps, at, CAMERA, check, done, film, ofRow, person, photo, recordingId, STILL } from './facts.ts';
import type { Scenario } from './scenario.ts';

const without = (row: number, ...steps: readonly string[]): readonly StepFacts[] =>
  allSteps(row).filter(({ step }) => !steps.includes(step));

const moved = (row: number, step: string, to: ReturnType<typeof at>): readonly StepFacts[] => [
  ...without(row, step),
  done(step, to),
];

const byStill = (over: Partial<ActivityFacts>): Partial<ActivityFacts> => ({
  devices: [STILL],
  checks: [check({ device: STILL.device })],
  recordings: [photo('p1', at('09:10')), photo('p2', at('09:20'))],
  notice: null,
  noticeExcepted: true,
  ...over,
});

const matter = (over: Partial<ActivityFacts['matter']>) => ({ matter: { ...NO_MATTER_FACTS, ...over } });

const preserved = (over: Partial<NonNullable<ActivityFacts['matter']['preservation']>> = {}) =>
  ofRow(4, {
    ...byStill({}),
    ...matter({
      preservation: {
        registeredAt: at('09:30'),
        decidedAt: at('10:00', 9),
        items: ['1', '2', '3'].map((no) => ({ no, shown: true })),
        ...over,
      },
    }),
  });

const posted = (over: Partial<ActivityFacts> = {}) =>
  ofRow(11, { ...byStill({}), ...matter({ postedAt: at('09:20') }), steps: without(11, 'r11.s3'), ...over });

const announced = (publishedOn: string, over: Partial<ActivityFacts> = {}) =>
  ofRow(12, {
    ...byStill({}),
    ...matter({ announcement: { publishedOn, days: null } }),
    steps: [done('r12.s2', at('09:15'))],
    ...over,
  });

export const MATTERS: readonly Scenario[] = [
  {
    name: 'T-C01: s1 to s5 marked, s6 to s8 not happened: complete; without s3 it names 出示执法证件',
    raises: ['C01-2'],
    run: ({ codes, one, sentence }) => {
      expect(matterStanding(ofRow(1), 1)).toMatchObject({ state: 'complete', missing: [] });
      expect(codes({ activity: ofRow(1) })).toEqual([]);
      const activity = ofRow(1, { steps: without(1, 'r01.s3') });
      const standing = matterStanding(activity, 1);
      expect(standing.state).toBe('incomplete');
      expect(standing.missing.map((step) => stepById(step)?.wording)).toEqual(['出示执法证件']);
      expect(sentence(one('C01-2', { activity }))).toContain('“出示执法证件”');
      expect(codes({ activity })).toEqual(['C01-2']);
    },
  },
  {
    name: 'T-C01: a missing step is a breach, a conditional one left open an advice; a refusal offers row 8',
    raises: ['C01-1'],
    run: ({ findings, one }) => {
      expect(one('C01-1', { activity: ofRow(1, { steps: without(1, 'r01.s1') }) })).toMatchObject({
        grade: 'breach',
        facts: { missing: ['r01.s1'] },
      });
      expect(findings({ activity: ofRow(1, { steps: without(1, 'r01.s6', 'r01.s7') }) })).toMatchObject([
        { code: 'C01-1', grade: 'advisory', facts: { missing: ['r01.s6', 'r01.s7'] } },
      ]);
      expect(rowsToOffer(ofRow(1, { steps: moved(1, 'r01.s8', at('09:30')) }))).toEqual([8]);
      expect(rowsToOffer(ofRow(1))).toEqual([]);
    },
  },
  {
    name: 'T-C02: the inquiry marked, no certificate shown',
    raises: ['C02-2'],
    run: ({ codes }) => expect(codes({ activity: ofRow(2, { steps: without(2, 'r02.s3') }) })).toEqual(['C02-2']),
  },
  {
    name: 'T-C02: no inquiry marked',
    raises: ['C02-1'],
    run: ({ findings }) =>
      expect(findings({ activity: ofRow(2, { steps: without(2, 'r02.s4') }) })).toMatchObject([
        { code: 'C02-1', grade: 'breach', facts: { missing: ['r02.s4'] } },
      ]),
  },
  {
    name: 'T-C03: photographs alone cannot show the inquiry',
    raises: ['C03-2'],
    run: ({ codes, one }) => {
      expect(canShow('r03.s6', ['photo'])).toBe(false);
      expect(canShow('r03.s6', ['photo', 'audio'])).toBe(true);
      const photos = ofRow(3, byStill({ steps: without(3, 'r03.s6') }));
      expect(codes({ activity: photos })).toEqual(['C03-2']);
      const early = ofRow(3, {
        ...matter({ inquiry: { from: at('09:10'), to: at('10:30') } }),
        recordings: [film('f', at('09:00'), 60)],
      });
      expect(one('C03-2', { activity: early }).facts).toEqual({ from: at('10:00'), to: at('10:30') });
    },
  },
  {
    name: 'T-C03: the rights are explained before the inquiry',
    raises: ['C03-1'],
    run: ({ one }) => {
      expect(one('C03-1', { activity: ofRow(3, { steps: moved(3, 'r03.s5', at('09:40')) }) }).facts).toEqual({
        steps: ['r03.s5'],
        before: 'r03.s6',
      });
      expect(one('C03-1', { activity: ofRow(3, { steps: without(3, 'r03.s5') }) }).facts).toEqual({
        missing: ['r03.s5'],
      });
    },
  },
  {
    name: 'T-C04: three items, two with footage: item 3 is named',
    raises: ['C04-1'],
    run: ({ findings, codes, sentence }) => {
      expect(codes({ activity: preserved() })).toEqual([]);
      const activity = preserved({ items: ['1', '2', '3'].map((no) => ({ no, shown: no !== '3' })) });
      const [finding, ...more] = findings({ activity });
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ code: 'C04-1', facts: { items: ['3'] } });
      expect(finding && sentence(finding)).toContain('证据物品 3 没有照片或标记');
    },
  },
  {
    name: 'T-C04: on day 6 the reminder of the decision appears, and stays until it is decided',
    raises: ['C04-2'],
    run: ({ findings, codes }) => {
      const activity = preserved({ decidedAt: null });
      expect(codes({ activity }, at('12:00', 10))).toEqual([]);
      expect(findings({ activity }, at('12:00', 11))).toMatchObject([
        { code: 'C04-2', grade: 'advisory', facts: { due: at('24:00', 12) } },
      ]);
      expect(codes({ activity }, at('12:00', 13))).toEqual(['C04-2']);
    },
  },
  {
    name: 'T-C05: a hole of ten seconds in the defence is flagged with Art. 11',
    raises: ['C05-1'],
    run: ({ findings, sentence }) => {
      const activity = ofRow(5, {
        ...matter({ statementDefence: { from: at('09:05'), to: at('09:55') } }),
        recordings: [film('a', at('09:00'), 20), film('b', at('09:20:10'), 40)],
        gapAccounts: [
          {
            from: at('09:20'),
            to: at('09:20:10'),
            cause: 'equipmentFault',
            unresumable: false,
            reportedAt: null,
            statedAt: null,
          },
        ],
        voiceExplanations: [at('09:20:20')],
      });
      const [finding, ...more] = findings({ activity });
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ code: 'C05-1', article: 11, matter: 5 });
      expect(finding && sentence(finding)).toContain('请按第十一条说明');
    },
  },
  {
    name: 'T-C05: photographs are not the whole of a defence',
    raises: ['C05-1'],
    run: ({ one, sentence }) => {
      expect(canShow('r05.s1', ['photo'])).toBe(false);
      const finding = one('C05-1', { activity: ofRow(5, byStill({})) });
      expect(finding.facts).toEqual({ photos: 2 });
      expect(sentence(finding)).toContain('只有照片 2 张，陈述申辩全过程要有录音录像');
    },
  },
  {
    name: 'T-C06: the penalty at 05:00, the defence at 06:00; a waived defence is none',
    raises: ['C06-1'],
    run: ({ findings, codes }) => {
      const steps = [
        ...without(6, 'r06.s4', 'r06.s5', 'r06.s6'),
        done('r06.s5', at('09:15:00')),
        done('r06.s4', at('09:16:00')),
        done('r06.s6', at('09:20:00')),
      ];
      expect(findings({ activity: ofRow(6, { steps }) })).toMatchObject([
        { code: 'C06-1', facts: { steps: ['r06.s4'], before: 'r06.s5' } },
      ]);
      const waived = [...without(6, 'r06.s4'), { step: 'r06.s4', state: 'notHappened' } as const];
      expect(codes({ activity: ofRow(6, { steps: waived }) })).toEqual([]);
    },
  },
  {
    name: 'T-C06: the decision bears a time before the party was told, although the marks keep the order',
    raises: ['C06-1'],
    run: ({ one, codes }) => {
      const decided = (clock: string) => ofRow(6, matter({ summaryPenalty: { decidedAt: at(clock) } }));
      expect(one('C06-1', { activity: decided('09:11') }).facts).toEqual({
        steps: ['r06.s3', 'r06.s4'],
        before: 'r06.s5',
      });
      expect(codes({ activity: decided('09:13') })).toEqual([]);
    },
  },
  {
    name: 'T-C07: an order to put right by 10 March, checked on the 5th',
    raises: ['C07-2'],
    run: ({ findings, codes }) => {
      expect(findings({ activity: ofRow(7, matter({ rectificationDeadline: '2026-03-10' })) })).toMatchObject([
        { code: 'C07-2', grade: 'advisory', facts: { checkedOn: '2026-03-05', deadline: '2026-03-10' } },
      ]);
      expect(codes({ activity: ofRow(7, matter({ rectificationDeadline: '2026-03-05' })) })).toEqual([]);
    },
  },
  {
    name: 'T-C07: nothing shows the check',
    raises: ['C07-1'],
    run: ({ codes }) => expect(codes({ activity: ofRow(7, { steps: [] }) })).toEqual(['C07-1']),
  },
  {
    name: 'T-C08: a still camera is no carrier of this row',
    raises: ['C08-1'],
    run: ({ findings, one, sentence }) => {
      const activity = ofRow(8, {
        devices: [{ ...CAMERA, carrier: 'camcorder' }],
      });
      const [finding, ...more] = findings({ activity });
      expect(more).toEqual([]);
      expect(finding && sentence(finding)).toContain('本项载体为执法记录仪');
      const photos = one('C08-1', { activity: ofRow(8, byStill({ recordings: [photo('p', at('09:10'))] })) });
      expect(photos.facts).toEqual({ carriers: ['stillCamera'] });
      const stills = one('C08-1', {
        activity: ofRow(8, { recordings: [film('p', at('09:00'), null, { mediaType: 'photo' })] }),
      });
      expect(sentence(stills)).toContain('本项载体为执法记录仪，1 件资料都不是录像');
      expect([canShow('r08.s4', ['photo']), canShow('r08.s4', ['audio']), canShow('r08.s4', ['video'])]).toEqual([
        false,
        false,
        true,
      ]);
    },
  },
  {
    name: 'T-C08: the certificate was shown after the party refused, by the moment the officer stated',
    raises: ['C08-1'],
    run: ({ one, codes, sentence }) => {
      const refused = (clock: string) =>
        ofRow(8, {
          ...matter({ refusal: { refusedAt: at(clock) } }),
          steps: [...without(8, 'r08.s4'), done('r08.s4', null)],
        });
      const late = one('C08-1', { activity: refused('09:11') });
      expect(late.facts).toEqual({ steps: ['r08.s3'], before: 'r08.s4' });
      expect(sentence(late)).toContain('“出示执法证件”应在“当事人拒绝接受检查”之前');
      // The minute is all that was typed: a mark in the same minute is in order.
      expect(codes({ activity: refused('09:12') })).toEqual([]);
    },
  },
  {
    name: 'T-C09: penalty decision and receipt chosen: two marks needed',
    raises: ['C09-1'],
    run: ({ findings, codes }) => {
      const served = (steps: readonly StepFacts[]) =>
        ofRow(9, { ...byStill({}), ...matter({ served: ['penaltyDecision', 'receipt'] }), steps });
      const both = [done('r09.s1', at('09:10')), done('r09.s3', at('09:12'))];
      expect(codes({ activity: served(both) })).toEqual([]);
      expect(findings({ activity: served(both.slice(0, 1)) })).toMatchObject([
        { code: 'C09-1', facts: { documents: ['receipt'] } },
      ]);
      expect(matterStanding(served(both.slice(0, 1)), 9)).toMatchObject({ state: 'incomplete', missing: ['r09.s3'] });
    },
  },
  {
    name: 'T-C09: the export of the office cameras never came',
    raises: ['C09-2'],
    run: ({ codes }) => {
      const watched = (exported: boolean) =>
        ofRow(9, { ...byStill({}), ...matter({ surveillance: { exported, overwrittenAt: at('09:00', 12) } }) });
      expect(codes({ activity: watched(false) })).toEqual(['C09-2']);
      expect(codes({ activity: watched(false) }, at('09:00', 11))).toEqual([]);
      expect(codes({ activity: watched(true) })).toEqual([]);
    },
  },
  {
    name: 'T-C10: a person of the bureau as witness',
    raises: ['C10-2'],
    run: ({ one }) => {
      const activity = ofRow(10, matter({ leaveService: { witness: person('wang'), receiptDate: '2026-03-05' } }));
      expect(one('C10-2', { activity }).facts.witness).toBe(person('wang'));
    },
  },
  {
    name: 'T-C10: one of the seven steps missing, the representative asked too late, another date on the receipt',
    raises: ['C10-1'],
    run: ({ one }) => {
      expect(one('C10-1', { activity: ofRow(10, { steps: without(10, 'r10.s6') }) }).facts).toEqual({
        missing: ['r10.s6'],
      });
      expect(one('C10-1', { activity: ofRow(10, { steps: moved(10, 'r10.s1', at('09:50')) }) }).about).toBe('order');
      const dated = ofRow(10, matter({ leaveService: { witness: null, receiptDate: '2026-03-06' } }));
      expect(one('C10-1', { activity: dated }).about).toBe('date');
    },
  },
  {
    name: 'T-C11: the result is awaited; a photograph of day 9 completes it and is no late recording; after 30 days it is missing',
    raises: ['C11-1'],
    run: ({ codes, one }) => {
      expect(matterStanding(posted(), 11)).toMatchObject({ state: 'awaitingResult', awaited: ['r11.s3'] });
      expect(codes({ activity: posted() }, at('09:00', 14))).toEqual([]);
      const { recordings, steps } = posted();
      const result = done('r11.s3', at('09:00', 14), { recording: recordingId('p9') });
      const complete = posted({ recordings: [...recordings, photo('p9', at('09:00', 14))], steps: [...steps, result] });
      expect(matterStanding(complete, 11).state).toBe('complete');
      expect(codes({ activity: complete })).toEqual([]);
      expect(one('C11-1', { activity: posted() }, at('09:00', 6, 4)).facts).toEqual({ missing: ['r11.s3'] });
    },
  },
  {
    name: 'T-C12: proof of the website alone is complete; the end of the term is computed',
    raises: ['C12-2'],
    run: ({ codes, one }) => {
      expect(matterStanding(announced('2026-02-02'), 12).state).toBe('complete');
      expect(codes({ activity: announced('2026-02-02') })).toEqual([]);
      expect(one('C12-2', { activity: announced('2026-03-05') })).toMatchObject({
        grade: 'advisory',
        facts: { endsOn: '2026-04-04' },
      });
    },
  },
  {
    name: 'T-C12: no proof at all; one that is said to come is awaited for 30 days',
    raises: ['C12-1'],
    run: ({ codes }) => {
      expect(codes({ activity: announced('2026-02-02', { steps: [] }) })).toEqual(['C12-1']);
      const deferred = announced('2026-02-02', { steps: [{ step: 'r12.s1', state: 'deferred' }] });
      expect(codes({ activity: deferred })).toEqual([]);
      expect(codes({ activity: deferred }, at('09:00', 6, 4))).toEqual(['C12-1']);
    },
  },
];
