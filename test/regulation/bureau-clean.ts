import type { ActivityFacts } from '../../src/regulation/facts.ts';
import { NO_MATTER_FACTS } from '../../src/regulation/matter-facts.ts';
import type { Line } from './bureau.ts';
import { at, check, done, film, inspection, intake, ofRow, photo, STILL, unlinked } from './facts.ts';

/** Work with a still camera, the notice excepted for a reason. */
export const byStill = (over: Partial<ActivityFacts> = {}): Partial<ActivityFacts> => ({
  devices: [STILL],
  checks: [check({ device: STILL.device })],
  recordings: [photo('p1', at('09:10')), photo('p2', at('09:20'))],
  notice: null,
  noticeExcepted: true,
  ...over,
});

export const matter = (over: Partial<ActivityFacts['matter']>) => ({ matter: { ...NO_MATTER_FACTS, ...over } });

/** 09:00 to 10:00 with a hole from 09:30 to 09:42. */
export const INTERRUPTED: ActivityFacts = inspection({
  recordings: [film('f1', at('09:00'), 30), film('f2', at('09:42'), 18)],
});

export const LOW_BATTERY: ActivityFacts['gapAccounts'][number] = {
  from: at('09:30'),
  to: at('09:42'),
  cause: 'lowBattery',
  unresumable: false,
  reportedAt: null,
  statedAt: null,
};

export const UNRECORDED: ActivityFacts = inspection({
  recordings: [],
  steps: [],
  notice: null,
  content: null,
  takenInAt: null,
  handedOverAt: null,
  nonRecording: {
    ground: 'objectiveImpossibility',
    part: null,
    report: { preparedAt: at('16:00'), hasReason: true, hasBasis: true, toLeader: true, acknowledgement: null },
  },
});

const preservation = { registeredAt: at('09:30'), decidedAt: at('10:00', 9), items: [{ no: '1', shown: true }] };

const clean = (facts: Line['facts'], topic: Pick<Line, 'article' | 'row'> = {}): Line => ({
  facts,
  flag: null,
  ...topic,
});

const ROWS: readonly Line[] = [
  clean({ activity: ofRow(1), intake: intake() }, { article: 1, row: 1 }),
  clean({ activity: ofRow(2, { type: 'investigationEvidence' }) }, { row: 2 }),
  clean({ activity: ofRow(3, matter({ inquiry: { from: at('09:10'), to: at('09:50') } })) }, { row: 3 }),
  clean({ activity: ofRow(4, { ...byStill(), ...matter({ preservation }) }) }, { row: 4 }),
  clean({ activity: ofRow(5, matter({ statementDefence: { from: at('09:05'), to: at('09:55') } })) }, { row: 5 }),
  clean({ activity: ofRow(6) }, { row: 6 }),
  clean(
    { activity: ofRow(7, { ...byStill(), ...matter({ rectificationDeadline: '2026-03-02' }) }) },
    { article: 8, row: 7 },
  ),
  clean({ activity: ofRow(8) }, { row: 8 }),
  clean(
    {
      activity: ofRow(9, {
        ...byStill({ type: 'service' }),
        ...matter({ served: ['penaltyDecision'], surveillance: { exported: true, overwrittenAt: null } }),
        steps: [done('r09.s1', at('09:10'))],
      }),
    },
    { row: 9 },
  ),
  clean({ activity: ofRow(10, matter({ leaveService: { witness: null, receiptDate: '2026-03-05' } })) }, { row: 10 }),
  clean(
    { activity: ofRow(11, { ...byStill({ type: 'service' }), ...matter({ postedAt: at('09:20') }) }) },
    { row: 11 },
  ),
  clean(
    {
      activity: ofRow(12, {
        ...byStill({ type: 'service' }),
        ...matter({ announcement: { publishedOn: '2026-02-02', days: null } }),
        steps: [done('r12.s2', at('09:15'))],
      }),
    },
    { row: 12 },
  ),
];

/** Measures of item (五) have no row: off the list, and Arts. 8 to 10 all the same. */
const offList = inspection({ type: 'compulsoryMeasure', matters: [], steps: [] });

export const CLEAN: readonly Line[] = [
  ...ROWS,
  clean({ intake: intake({ device: null, explained: true, acknowledged: true }) }, { article: 2 }),
  clean({ unlinked: unlinked({ reason: 'deviceTest' }) }, { article: 4 }),
  clean({ activity: inspection({ checks: [check({ offsetSec: -90, action: 'clockSync' })] }) }, { article: 5 }),
  clean({ activity: offList }, { article: 6 }),
  clean({ activity: UNRECORDED }, { article: 7 }),
  clean(
    { activity: inspection({ recordings: [film('a', at('08:59'), 30), film('b', at('09:29:02'), 32)] }) },
    { article: 9 },
  ),
  clean(
    {
      activity: inspection({
        content: {
          violationFound: true,
          answered: [
            'place',
            'time',
            'scene',
            'participants',
            'violations',
            'traces',
            'conduct',
            'inquiry',
            'physicalEvidence',
            'originalTraces',
          ],
        },
      }),
    },
    { article: 10 },
  ),
  clean(
    { activity: { ...INTERRUPTED, gapAccounts: [LOW_BATTERY], voiceExplanations: [at('09:42:20')] } },
    { article: 11 },
  ),
  clean(
    {
      activity: inspection({
        away: { ground: 'remoteArea', stated: true },
        returnedAt: at('15:00', 7),
        takenInAt: at('14:59', 8),
        handedOverAt: at('16:00', 8),
      }),
    },
    { article: 13 },
  ),
];
