import { DEMONSTRATION } from '../../../text/demonstration.ts';
import { stateMatter } from '../../../usecases/attest-content.ts';
import { locateVoiceExplanation, markInterruption, markResumed } from '../../../usecases/explain-gap.ts';
import { declareAway, markReturned } from '../../../usecases/mark-activity.ts';
import {
  acknowledgeNonRecording,
  declareNonRecording,
  reportNonRecording,
} from '../../../usecases/report-non-recording.ts';
import type { Act, Minute, Officer, Visit } from '../visit.ts';
import { card, check, DAY, done, filmed, marksOf, photo, served, violation, wholeFilm, without } from './visits.ts';

const { said } = DEMONSTRATION;

/** When the officer sits over the footage. */
export const REVIEW: Minute = 130;

/** 09:30 to 09:42 nothing was recorded: the battery ran out. */
export const TWO_FILMS = [
  { from: -0.5, minutes: 30.5 },
  { from: 42, minutes: 19 },
] as const;

export const stopped = (who: Officer): readonly Act[] => [
  {
    at: 30,
    act: async ({ desk, seat, activity }) =>
      markInterruption(desk, seat(who), await activity(), { device: null, cause: 'lowBattery', unresumable: false }),
  },
  { at: 42, act: async ({ desk, seat, activity }) => markResumed(desk, seat(who), await activity(), null) },
];

export const explained = (who: Officer): readonly Act[] => [
  ...stopped(who),
  {
    at: REVIEW,
    act: async ({ desk, seat, activity, recording }) =>
      locateVoiceExplanation(desk, seat(who), await activity(), { recording: recording(1), sec: 20 }),
  },
];

export const notRecorded = (who: Officer): Act => ({
  at: 1,
  act: async ({ desk, seat, activity }) => declareNonRecording(desk, seat(who), await activity(), 'emergency', null),
});

export const reported = (who: Officer, at: Minute): Act => ({
  at,
  act: async ({ desk, seat, activity }) =>
    reportNonRecording(desk, seat(who), await activity(), {
      ground: 'emergency',
      part: null,
      to: seat('leader').person,
      reason: said.emergency,
      basis: said.basis,
      alternative: said.alternative,
    }),
});

export const leaderRead = (at: Minute, sufficient: boolean): Act => ({
  at,
  act: async ({ desk, seat, activity, course }) =>
    acknowledgeNonRecording(desk, seat('leader'), await activity(), await course(), {
      sufficient,
      remark: sufficient ? null : said.insufficient,
    }),
});

export const UNRECORDED: Pick<Visit, 'cards' | 'notice' | 'marks' | 'content'> = {
  cards: [],
  notice: null,
  marks: [],
  content: null,
};

/** Evidence preserved: three items, each shown but those left out. */
export const preserved = (...left: readonly string[]) =>
  ['1', '2', '3'].filter((item) => !left.includes(item)).map((item, i) => done('r04.s1', 10 + i, { item }));

const LATE = 9 * DAY;

const ROWS: readonly Visit[] = [
  filmed('sandPit', 'body3', {
    day: 38,
    crew: ['zhang', 'li'],
    rows: [1, 8],
    articles: [1, 8],
    marks: [...without(marksOf([1]), 'r01.s8'), done('r01.s8', 14), ...marksOf([8], 20)],
  }),
  filmed('complaint', 'body7', {
    day: 37,
    crew: ['zhao', 'sun'],
    rows: [2],
    station: 'B',
    type: 'complaintHandling',
    articles: [5, 11],
    // Slow by a minute and a half, and set right on the spot.
    checks: [check('body7', { offsetSec: -90, action: 'clockSync' })],
    cards: [card('body7', TWO_FILMS)],
    more: explained('zhao'),
  }),
  filmed('inquiry', 'body3', {
    day: 35,
    crew: ['zhang', 'li'],
    rows: [3],
    type: 'investigationEvidence',
    articles: [9],
    // Two segments two seconds apart are one recording.
    cards: [
      card('body3', [
        { from: -1, minutes: 30 },
        { from: 29 + 2 / 60, minutes: 32 },
      ]),
    ],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(desk, seat('zhang'), await activity(), { row: 3, inquiry: { from: at(5), to: at(55) } }, []),
      },
    ],
  }),
  filmed('preservation', 'body7', {
    day: 34,
    crew: ['zhao', 'sun'],
    rows: [4],
    station: 'B',
    type: 'investigationEvidence',
    articles: [10],
    marks: [...preserved(), done('r04.s6', 20)],
    content: violation(),
    more: [
      {
        at: 3 * DAY,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(
            desk,
            seat('zhao'),
            await activity(),
            { row: 4, registeredAt: at(30), decidedAt: at(3 * DAY - 60), items: ['1', '2', '3'] },
            said.items.map((text, i) => ({ field: String(i + 1), text })),
          ),
      },
    ],
  }),
  filmed('defence', 'body3', {
    day: 33,
    crew: ['zhang', 'li'],
    rows: [5],
    type: 'investigationEvidence',
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(
            desk,
            seat('zhang'),
            await activity(),
            { row: 5, statementDefence: { from: at(5), to: at(55) } },
            [],
          ),
      },
    ],
  }),
  filmed('summary', 'body7', {
    day: 31,
    crew: ['zhao', 'sun'],
    rows: [6],
    station: 'B',
    type: 'investigationEvidence',
    articles: [4],
    cards: [card('body7', [wholeFilm, { from: -18, minutes: 0.5, unlinked: 'deviceTest' }])],
  }),
  filmed('rectified', 'still1', {
    day: 30,
    crew: ['zhang', 'li'],
    rows: [7],
    articles: [2],
    cameras: [],
    checks: [],
    // By telephone: the camera was away for repair, and the department head has read why.
    cards: [card(null, [photo(10), photo(12)], { acknowledged: true })],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(desk, seat('zhang'), await activity(), { row: 7, rectificationDeadline: date(-2) }, []),
      },
    ],
  }),
  served('atOffice', {
    day: 29,
    crew: ['zhang', 'li'],
    rows: [9],
    marks: [done('r09.s1', 10)],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity }) =>
          stateMatter(
            desk,
            seat('zhang'),
            await activity(),
            { row: 9, served: ['penaltyDecision'], surveillance: null },
            [],
          ),
      },
    ],
  }),
  filmed('leftThere', 'body3', {
    day: 28,
    crew: ['zhou', 'wu'],
    rows: [10],
    station: 'R',
    type: 'service',
    articles: [13],
    // Back after two days, taken in a minute before the 24 hours were over.
    cards: [card('body3', [wholeFilm], { takenInAt: 3 * DAY - 1, handedOverAt: 3 * DAY + 60 })],
    more: [
      {
        at: 65,
        act: async ({ desk, seat, activity }) =>
          declareAway(desk, seat('zhou'), await activity(), 'remoteArea', said.away),
      },
      {
        at: 2 * DAY + 1,
        act: async ({ desk, seat, activity, at }) => markReturned(desk, seat('zhou'), await activity(), at(2 * DAY)),
      },
      {
        at: 3 * DAY + 10,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(desk, seat('zhou'), await activity(), { row: 10, witness: null, receiptDate: date(0) }, [
            { field: said.witnessField, text: said.witness },
          ]),
      },
    ],
  }),
  served('posted', {
    day: 27,
    crew: ['zhang', 'li'],
    rows: [11],
    cards: [
      card('still1', [photo(10), photo(20)]),
      // What comes later shows a deferred step: no recording after the fact.
      card('still1', [photo(LATE - 60)], { takenInAt: LATE, handedOverAt: LATE + 60 }),
    ],
    marks: [
      done('r11.s1', 10),
      done('r11.s2', 11),
      { step: 'r11.s3', at: 30, state: 'deferred' },
      done('r11.s3', LATE + 20, { file: 2 }),
    ],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(desk, seat('li'), await activity(), { row: 11, postedAt: at(20) }, []),
      },
    ],
  }),
  served('announced', {
    day: 39,
    crew: ['zhao', 'sun'],
    rows: [12],
    marks: [done('r12.s1', 15)],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(desk, seat('zhao'), await activity(), { row: 12, publishedOn: date(-1), days: null }, []),
      },
    ],
  }),
];

export const CLEAN_VISITS: readonly Visit[] = [
  ...ROWS,
  // Measures of item (五) have no row on the list.
  filmed('measure', 'body7', {
    day: 26,
    crew: ['zhang', 'li'],
    rows: [],
    type: 'compulsoryMeasure',
    articles: [6],
  }),
  filmed('rescue', 'body7', {
    day: 25,
    crew: ['zhao', 'sun'],
    rows: [1],
    station: 'B',
    articles: [7],
    ...UNRECORDED,
    more: [notRecorded('zhao'), reported('zhao', 300), leaderRead(DAY, true)],
  }),
  filmed('tomorrow', 'body3', { day: -1, hour: 16, crew: ['zhang', 'li'], rows: [1] }),
];
