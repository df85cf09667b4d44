import type { ActivityFacts } from '../../src/regulation/facts.ts';
import type { Line } from './bureau.ts';
import { byStill, INTERRUPTED, LOW_BATTERY, matter, UNRECORDED } from './bureau-clean.ts';
import {
  allSteps,
  at,
  CAMERA,
  check,
  done,
  film,
  inspection,
  intake,
  ofRow,
  person,
  photo,
  unlinked,
  ZHANG,
} from './facts.ts';

const lacking = (row: number, ...steps: readonly string[]) => allSteps(row).filter(({ step }) => !steps.includes(step));

const expired = inspection().officers.map((each) =>
  each.person === ZHANG.person ? { ...each, certificateValid: { from: null, to: '2026-03-04' } } : each,
);

const ARTICLES: readonly Line[] = [
  { article: 1, flag: 'A01-1', facts: { activity: inspection({ officers: expired }) } },
  { article: 2, flag: 'A02-1', facts: { intake: intake({ device: null }) } },
  { article: 4, flag: 'A04-1', facts: { unlinked: unlinked({ reason: 'irrelevant' }) } },
  { article: 4, flag: 'A04-2', facts: { unlinked: unlinked() } },
  { article: 5, flag: 'A05-2', facts: { activity: inspection({ checks: [check({ at: at('09:20') })] }) } },
  {
    article: 6,
    flag: 'A06-1',
    facts: { activity: { ...UNRECORDED, nonRecording: null } },
  },
  {
    article: 7,
    flag: 'A07-1',
    facts: { activity: { ...UNRECORDED, nonRecording: { ground: 'emergency', part: null, report: null } } },
  },
  { article: 8, flag: 'A08-1', facts: { activity: inspection({ notice: null }) } },
  { article: 9, flag: 'A09-1', facts: { activity: inspection({ recordings: [film('f1', at('09:06'), 55)] }) } },
  {
    article: 10,
    flag: 'A10-2',
    facts: {
      activity: inspection({
        content: {
          violationFound: true,
          answered: ['place', 'time', 'scene', 'participants', 'violations', 'traces', 'inquiry', 'originalTraces'],
        },
      }),
    },
  },
  { article: 11, flag: 'A11-1', facts: { activity: INTERRUPTED } },
  { article: 11, flag: 'A11-4', facts: { intake: intake({ names: ['FILE0012.MP4', 'FILE0014.MP4'] }) } },
  { article: 13, flag: 'A13-1', facts: { activity: inspection({ takenInAt: at('00:01', 6) }) } },
  { article: 13, flag: 'A13-4', facts: { intake: intake({ cardCleared: false }) } },
];

const unrecordedStep = (row: number, step: string, over: Partial<ActivityFacts> = {}): Line['facts'] => ({
  activity: ofRow(row, { ...over, steps: lacking(row, step) }),
});

const ROWS: readonly Line[] = [
  { row: 1, flag: 'C01-2', facts: unrecordedStep(1, 'r01.s3') },
  { row: 2, flag: 'C02-1', facts: unrecordedStep(2, 'r02.s4', { type: 'investigationEvidence' }) },
  { row: 3, flag: 'C03-2', facts: { activity: ofRow(3, byStill()) } },
  {
    row: 4,
    flag: 'C04-1',
    facts: {
      activity: ofRow(4, {
        ...byStill(),
        ...matter({
          preservation: {
            registeredAt: at('09:30'),
            decidedAt: at('10:00', 9),
            items: ['1', '2', '3'].map((no) => ({ no, shown: no !== '3' })),
          },
        }),
      }),
    },
  },
  {
    row: 5,
    flag: 'C05-1',
    facts: {
      activity: {
        ...INTERRUPTED,
        matters: [5],
        steps: allSteps(5),
        gapAccounts: [LOW_BATTERY],
        voiceExplanations: [at('09:42:20')],
        ...matter({ statementDefence: { from: at('09:05'), to: at('09:55') } }),
      },
    },
  },
  {
    row: 6,
    flag: 'C06-1',
    facts: {
      activity: ofRow(6, {
        steps: [...lacking(6, 'r06.s4', 'r06.s6'), done('r06.s4', at('09:16')), done('r06.s6', at('09:20'))],
      }),
    },
  },
  { row: 7, flag: 'C07-2', facts: { activity: ofRow(7, matter({ rectificationDeadline: '2026-03-10' })) } },
  { row: 8, flag: 'C08-1', facts: { activity: ofRow(8, { devices: [{ ...CAMERA, carrier: 'camcorder' }] }) } },
  {
    row: 9,
    flag: 'C09-1',
    facts: {
      activity: ofRow(9, {
        ...byStill({ type: 'service' }),
        ...matter({ served: ['penaltyDecision', 'receipt'] }),
        steps: [done('r09.s1', at('09:10'))],
      }),
    },
  },
  {
    row: 10,
    flag: 'C10-2',
    facts: {
      activity: ofRow(10, matter({ leaveService: { witness: person('wu'), receiptDate: '2026-03-05' } })),
    },
  },
  {
    row: 11,
    flag: 'C11-1',
    now: at('09:00', 6, 4),
    facts: {
      activity: ofRow(11, {
        ...byStill({ type: 'service' }),
        ...matter({ postedAt: at('09:20') }),
        steps: lacking(11, 'r11.s3'),
      }),
    },
  },
  {
    row: 12,
    flag: 'C12-1',
    facts: {
      activity: ofRow(12, { ...byStill({ type: 'service', recordings: [photo('p', at('09:15'))] }), steps: [] }),
    },
  },
];

export const BROKEN: readonly Line[] = [...ARTICLES, ...ROWS];
