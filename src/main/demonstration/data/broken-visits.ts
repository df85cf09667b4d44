import { DEMONSTRATION } from '../../../text/demonstration.ts';
import { stateMatter } from '../../../usecases/attest-content.ts';
import { markInterruption } from '../../../usecases/explain-gap.ts';
import type { Visit } from '../visit.ts';
import {
  explained,
  leaderRead,
  notRecorded,
  preserved,
  REVIEW,
  reported,
  stopped,
  TWO_FILMS,
  UNRECORDED,
} from './clean-visits.ts';
import {
  card,
  check,
  clean,
  DAY,
  done,
  filmed,
  marksOf,
  photo,
  served,
  violation,
  wholeFilm,
  without,
} from './visits.ts';

const { said } = DEMONSTRATION;

const DEVICES: readonly Visit[] = [
  // Only 周宏, whose certificate has run out: none of the others goes out with him after that day.
  served('alone', {
    day: 2,
    crew: ['zhou'],
    rows: [11],
    station: 'R',
    articles: [1, 6],
    marks: [done('r11.s1', 10), done('r11.s2', 11), { step: 'r11.s3', at: 30, state: 'deferred' }],
    raises: ['A01-1', 'A06-2'],
  }),
  filmed('byPhone', 'still1', {
    day: 24,
    crew: ['zhang', 'li'],
    rows: [7],
    articles: [2],
    cameras: [],
    checks: [],
    cards: [card(null, [photo(10), photo(12)])],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(desk, seat('zhang'), await activity(), { row: 7, rectificationDeadline: date(3) }, []),
      },
    ],
    raises: ['A02-1', 'C07-2'],
  }),
  filmed('wrongCarrier', 'body7', {
    day: 23,
    crew: ['zhao', 'sun'],
    rows: [12],
    station: 'B',
    type: 'service',
    articles: [2],
    notice: null,
    marks: [],
    content: null,
    raises: ['A02-2', 'C12-1'],
  }),
  filmed('privateFilm', 'body3', {
    day: 22,
    crew: ['zhang', 'li'],
    rows: [1],
    articles: [4],
    marks: without(marksOf([1]), 'r01.s1'),
    cards: [card('body3', [wholeFilm, { from: 90, minutes: 5, unlinked: 'irrelevant' }])],
    raises: ['A04-1', 'C01-1'],
  }),
  filmed('nobodysFilm', 'body7', {
    day: 21,
    crew: ['zhao', 'sun'],
    rows: [8],
    station: 'B',
    articles: [4],
    cards: [card('body7', [wholeFilm, { from: 80, minutes: 3, unlinked: 'pending' }])],
    raises: ['A04-2'],
  }),
  filmed('unchecked', 'body3', {
    day: 20,
    crew: ['zhang', 'li'],
    rows: [7],
    articles: [5, 11],
    checks: [],
    cards: [card('body3', [{ ...wholeFilm, traces: ['editorTag'] }])],
    raises: ['A05-1', 'A11-6'],
  }),
  filmed('checkedLate', 'body7', {
    day: 19,
    crew: ['zhao', 'sun'],
    rows: [2],
    station: 'B',
    type: 'investigationEvidence',
    articles: [5],
    checks: [check('body7', { at: 20 })],
    marks: without(marksOf([2]), 'r02.s3'),
    raises: ['A05-2', 'C02-2'],
  }),
  filmed('checkFailed', 'body3', {
    day: 18,
    crew: ['zhang', 'li'],
    rows: [5],
    articles: [5],
    checks: [check('body3', { passed: false })],
    cards: [card('body3', TWO_FILMS)],
    more: [
      ...explained('zhang'),
      {
        at: REVIEW + 1,
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
    raises: ['A05-3', 'C05-1'],
  }),
  filmed('clockWrong', 'body7', {
    day: 17,
    crew: ['zhao', 'sun'],
    rows: [8],
    station: 'B',
    articles: [5, 10],
    // The card's clock was five minutes fast, though the check had found it right.
    cards: [card('body7', [{ from: 4.5, minutes: 61 }], { clockOffsetSec: 300 })],
    content: { violation: false, elements: clean.elements.filter((element) => element !== 'scene') },
    raises: ['A05-4', 'A10-1'],
  }),
];

const COURSE: readonly Visit[] = [
  filmed('nothing', 'body3', {
    day: 16,
    crew: ['zhang', 'li'],
    rows: [1],
    articles: [6],
    ...UNRECORDED,
    raises: ['A06-1'],
  }),
  filmed('noReport', 'body7', {
    day: 18,
    crew: ['zhao', 'sun'],
    rows: [1],
    station: 'B',
    articles: [7],
    ...UNRECORDED,
    more: [notRecorded('zhao')],
    raises: ['A07-1'],
  }),
  filmed('poorReport', 'body3', {
    day: 32,
    crew: ['zhou', 'wu'],
    rows: [1],
    station: 'R',
    articles: [7],
    ...UNRECORDED,
    more: [notRecorded('zhou'), reported('zhou', 12 * DAY), leaderRead(13 * DAY, false)],
    raises: ['A07-2', 'A07-3'],
  }),
  filmed('untold', 'body3', {
    day: 15,
    crew: ['zhang', 'li'],
    rows: [10],
    type: 'service',
    articles: [8],
    notice: null,
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(
            desk,
            seat('zhang'),
            await activity(),
            { row: 10, witness: seat('wu').person, receiptDate: date(1) },
            [],
          ),
      },
    ],
    raises: ['A08-1', 'C10-1', 'C10-2'],
  }),
  filmed('toldLate', 'body7', {
    day: 14,
    crew: ['zhao', 'sun'],
    rows: [1],
    station: 'B',
    articles: [8],
    notice: { at: 6 },
    marks: [
      ...without(marksOf([1], 8), 'r01.s2', 'r01.s3', 'r01.s5'),
      done('r01.s5', 3),
      done('r01.s2', 4),
      done('r01.s3', 5),
    ],
    raises: ['A08-2', 'C01-2'],
  }),
  filmed('lateStart', 'body3', {
    day: 14,
    hour: 20,
    crew: ['zhang', 'li'],
    rows: [5],
    articles: [9, 13],
    cards: [card('body3', [{ from: 6, minutes: 55 }], { takenInAt: 245, handedOverAt: 300 })],
    raises: ['A09-1', 'A13-1'],
  }),
  filmed('earlyEnd', 'body7', {
    day: 13,
    crew: ['zhao', 'sun'],
    rows: [6],
    station: 'B',
    articles: [9],
    cards: [card('body7', [{ from: -0.5, minutes: 50.5 }])],
    // The penalty came before the defence.
    marks: [...without(marksOf([6]), 'r06.s4', 'r06.s6'), done('r06.s4', 20), done('r06.s6', 25)],
    raises: ['A09-2', 'C06-1'],
  }),
  filmed('yesterday', 'body3', {
    day: 0,
    crew: ['zhang', 'li'],
    rows: [7],
    articles: [8, 9],
    notice: { at: 2, ownWords: true },
    cards: [card('body3', TWO_FILMS)],
    raises: ['A08-3', 'A09-3'],
  }),
];

const STOPS: readonly Visit[] = [
  filmed('noEvidence', 'body3', {
    day: 13,
    crew: ['zhang', 'li'],
    rows: [2],
    type: 'investigationEvidence',
    articles: [10],
    marks: without(marksOf([2]), 'r02.s4'),
    content: violation('conduct', 'physicalEvidence'),
    raises: ['A10-2', 'C02-1'],
  }),
  filmed('unexplained', 'body7', {
    day: 16,
    crew: ['zhao', 'sun'],
    rows: [3],
    station: 'B',
    type: 'investigationEvidence',
    articles: [11],
    marks: without(marksOf([3]), 'r03.s5'),
    cards: [card('body7', TWO_FILMS)],
    raises: ['A11-1', 'C03-1'],
  }),
  filmed('unspoken', 'body3', {
    day: 12,
    crew: ['zhang', 'li'],
    rows: [8],
    articles: [11, 13],
    cards: [
      card('body3', TWO_FILMS),
      // The same film once more, from a disk that is nobody's.
      card(null, [{ from: 0, minutes: 30.5, copyOf: 0 }], {
        takenInAt: 2 * DAY,
        handedOverAt: 2 * DAY,
        acknowledged: true,
      }),
    ],
    more: stopped('zhang'),
    raises: ['A11-2', 'A13-3'],
  }),
  filmed('broke', 'body7', {
    day: 15,
    crew: ['zhao', 'sun'],
    rows: [8],
    station: 'B',
    articles: [11],
    marks: without(marksOf([8]), 'r08.s3'),
    cards: [card('body7', [{ from: -0.5, minutes: 30.5 }])],
    more: [
      {
        at: 30,
        act: async ({ desk, seat, activity }) =>
          markInterruption(desk, seat('zhao'), await activity(), {
            device: null,
            cause: 'equipmentFault',
            unresumable: true,
          }),
      },
    ],
    raises: ['A11-3', 'C08-1'],
  }),
  filmed('leftOut', 'body3', {
    day: 11,
    crew: ['zhang', 'li'],
    rows: [7],
    articles: [11, 13],
    marks: [],
    cards: [
      card(
        'body3',
        [
          { from: -0.5, minutes: 30, name: 'FILE0012.MP4' },
          { from: 29.5, minutes: 31, name: 'FILE0014.MP4' },
        ],
        { cardCleared: false },
      ),
    ],
    raises: ['A11-4', 'A13-4', 'C07-1'],
  }),
  filmed('afterwards', 'body7', {
    day: 11,
    crew: ['zhao', 'sun'],
    rows: [3],
    station: 'B',
    type: 'investigationEvidence',
    articles: [11],
    cards: [card('body7', [wholeFilm, { from: 70, minutes: 5 }])],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(desk, seat('zhao'), await activity(), { row: 3, inquiry: { from: at(5), to: at(65) } }, []),
      },
    ],
    raises: ['A11-5', 'C03-2'],
  }),
];

const ROWS: readonly Visit[] = [
  filmed('undecided', 'body7', {
    day: 20,
    crew: ['zhao', 'sun'],
    rows: [4],
    station: 'B',
    type: 'investigationEvidence',
    marks: [...preserved('3'), done('r04.s6', 20)],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(
            desk,
            seat('zhao'),
            await activity(),
            { row: 4, registeredAt: at(30), decidedAt: null, items: ['1', '2', '3'] },
            said.items.map((text, i) => ({ field: String(i + 1), text })),
          ),
      },
    ],
    raises: ['C04-1', 'C04-2'],
  }),
  served('oneOfTwo', {
    day: 21,
    crew: ['zhang', 'li'],
    rows: [9],
    marks: [done('r09.s1', 10)],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(
            desk,
            seat('zhang'),
            await activity(),
            { row: 9, served: ['penaltyDecision', 'receipt'], surveillance: { overwrittenAt: at(7 * DAY) } },
            [],
          ),
      },
    ],
    raises: ['C09-1', 'C09-2'],
  }),
  served('noResult', {
    day: 36,
    crew: ['zhang', 'li'],
    rows: [11, 12],
    marks: [
      done('r11.s1', 10),
      done('r11.s2', 11),
      { step: 'r11.s3', at: 30, state: 'deferred' },
      done('r12.s2', 26 * DAY),
    ],
    more: [
      {
        at: REVIEW,
        act: async ({ desk, seat, activity, at }) =>
          stateMatter(desk, seat('li'), await activity(), { row: 11, postedAt: at(20) }, []),
      },
      {
        at: 26 * DAY + 5,
        act: async ({ desk, seat, activity, date }) =>
          stateMatter(desk, seat('li'), await activity(), { row: 12, publishedOn: date(26), days: null }, []),
      },
    ],
    raises: ['C11-1', 'C12-2'],
  }),
];

/** Each with the fault of one or two rules, and of no other. */
export const BROKEN_VISITS: readonly Visit[] = [...DEVICES, ...COURSE, ...STOPS, ...ROWS];
