import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ActivityFacts, IntakeFacts, UnlinkedFacts } from '../../src/regulation/facts.ts';
import type { MatterFacts } from '../../src/regulation/matter-facts.ts';

/** By which acts a fact comes into the book. */
type Entered = readonly string[];

const taken = ['takeIn'] as const;
const created = ['createActivity', 'changeActivity'] as const;

/** Every fact an evaluator reads has a screen that can record it. A new fact does not compile until it stands here. */
const ACTIVITY: Record<Exclude<keyof ActivityFacts, 'matter'>, Entered> = {
  activity: created,
  type: created,
  matters: created,
  plannedAt: created,
  plannedMinutes: created,
  arrivedAt: ['markArrived', 'withdrawMark'],
  endedAt: ['markFinished', 'withdrawMark'],
  officers: [...created, 'noteTraining', 'suspendOfficer', 'changePerson'],
  devices: [...created, ...taken],
  awaited: [...created, ...taken],
  checks: ['checkDevice'],
  clockProofs: ['takeIn'],
  notice: ['markNoticed', 'locateNotice', 'withdrawCourseMark'],
  noticeExcepted: ['exceptNotice'],
  steps: ['markStep', 'withdrawCourseMark'],
  recordings: [...taken, 'linkFootage'],
  gapAccounts: ['markInterruption', 'markResumed', 'stateGap', 'reportGap', 'acknowledgeGap', 'withdrawCourseMark'],
  voiceExplanations: ['locateVoiceExplanation', 'withdrawCourseMark'],
  nonRecording: ['reportNonRecording', 'acknowledgeNonRecording'],
  content: ['attestContent'],
  away: ['declareAway'],
  returnedAt: ['markReturned'],
  takenInAt: taken,
  handedOverAt: ['giveHandover'],
};

const MATTER: Record<keyof MatterFacts, Entered> = {
  inquiry: ['stateMatter'],
  preservation: ['stateMatter', 'markStep'],
  statementDefence: ['stateMatter'],
  summaryPenalty: ['stateMatter'],
  refusal: ['stateMatter'],
  rectificationDeadline: ['stateMatter'],
  served: ['stateMatter'],
  surveillance: ['stateMatter', ...taken],
  leaveService: ['stateMatter'],
  postedAt: ['stateMatter'],
  announcement: ['stateMatter'],
};

const INTAKE: Record<keyof IntakeFacts, Entered> = {
  batch: taken,
  device: taken,
  completedAt: taken,
  names: taken,
  earlierNames: taken,
  index: taken,
  explained: ['openIntake'],
  acknowledged: ['acknowledgeForeignSource'],
  handedOverAt: ['giveHandover'],
  cardCleared: ['acceptHandover'],
  reusedAt: taken,
};

const UNLINKED: Record<keyof UnlinkedFacts, Entered> = {
  recording: taken,
  reason: ['linkFootage'],
  takenInAt: taken,
  outsideDuty: ['planDuty', 'checkDevice', ...taken],
  decided: ['decideUnlinked'],
};

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const sourcesUnder = (...rooms: readonly string[]): readonly string[] =>
  rooms.flatMap((room) =>
    (readdirSync(`${SRC}${room}`, { recursive: true }) as string[])
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
      .map((name) => readFileSync(`${SRC}${room}/${name}`, 'utf8')),
  );

const withoutImports = (source: string): string => source.replace(/^import [^;]*;$/gm, '');

const screens = sourcesUnder('ui', 'main');
const acts = sourcesUnder('usecases');
const isExported = (act: string): boolean =>
  acts.some((source) => new RegExp(`export (?:async function|const) ${act}\\b`).test(source));
const isCalled = (act: string): boolean =>
  screens.some((source) => new RegExp(`\\b${act}\\b`).test(withoutImports(source)));

test('every fact an evaluator reads has a screen that can record it', () => {
  const entered = Object.entries({ ...INTAKE, ...UNLINKED, ...MATTER, ...ACTIVITY });
  const lacking = entered.flatMap(([fact, by]) =>
    by.filter((act) => !isExported(act) || !isCalled(act)).map((act) => `${fact}: ${act}`),
  );
  expect(lacking).toEqual([]);
});

test('every act of a person has a caller among the screens', () => {
  const named = acts.flatMap((source) =>
    [...source.matchAll(/export (?:async function|const) (\w+)[^;{]*?\bseat: (?:Seat|UnlockedPerson)\b/gs)].map(
      ([, name = '']) => name,
    ),
  );
  expect(named.length).toBeGreaterThan(40);
  const uncalled = named.filter((name) => !isCalled(name) && !isCalledBetween(name));
  expect(uncalled).toEqual([]);
});

/** Parts of other acts. */
const isCalledBetween = (name: string): boolean =>
  acts.some((source) => new RegExp(`(?<!function )\\b${name}\\(`).test(source.replace(/export const \w+/g, '')));
