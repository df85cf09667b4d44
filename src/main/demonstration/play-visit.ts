import type { ActivityId, BatchId, RecordingId } from '../../domain/ids.ts';
import { beijingDate, fromBeijing, type Instant, plusMs } from '../../domain/time.ts';
import { renderNotice } from '../../regulation/notice.ts';
import { DEFAULT_VALUES } from '../../regulation/parameters.ts';
import { plusDays } from '../../regulation/working-days.ts';
import { DEMONSTRATION } from '../../text/demonstration.ts';
import { attestContent, exceptNotice } from '../../usecases/attest-content.ts';
import { checkDevice } from '../../usecases/check-device.ts';
import { createActivity } from '../../usecases/create-activity.ts';
import { markArrived, markFinished, markNoticed } from '../../usecases/mark-activity.ts';
import { markStep } from '../../usecases/mark-step.ts';
import { bringCard, type CardPorts, handOverCard } from './play-card.ts';
import { must, type Stage } from './stage.ts';
import type { Mark, Minute, Scene, Visit } from './visit.ts';

/** One act with its time: those of all visits are played in the order of time. */
export interface TimedAct {
  readonly at: Instant;
  readonly play: () => Promise<unknown>;
}

/** What a visit left behind, for whoever examines the demonstration. */
export interface PlayedVisit {
  readonly visit: Visit;
  readonly activity: () => ActivityId;
  readonly batches: readonly BatchId[];
  readonly recordings: readonly RecordingId[];
}

const { persons, said, visits } = DEMONSTRATION;
const PLANNED: Minute = -25 * 60;
const REVIEWED: Minute = 10;

export function playVisit(
  stage: Stage,
  ports: CardPorts,
  visit: Visit,
  lastDay: string,
): { readonly acts: readonly TimedAct[]; readonly played: PlayedVisit } {
  const day = plusDays(lastDay, -visit.day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const arrival = fromBeijing({ year, month, day: date, hour: visit.hour });
  const at = (minute: Minute): Instant => plusMs(arrival, minute * 60_000);
  const desk = stage.desks[visit.station];
  const recordings: RecordingId[] = [];
  const batches: BatchId[] = [];
  let created: ActivityId | null = null;
  const activityId = (): ActivityId => created ?? missing(visit, 'activity');
  const scene: Scene = {
    desk,
    at,
    date: (days) => plusDays(beijingDate(arrival), days),
    seat: stage.seat,
    activity: async () => (await desk.records.get('activity', activityId())) ?? missing(visit, 'activity'),
    course: async () => (await desk.records.get('course', activityId())) ?? missing(visit, 'course'),
    recording: (file) => recordings[file] ?? missing(visit, `file ${file}`),
  };
  const timed = (minute: Minute, play: () => Promise<unknown>): TimedAct => ({ at: at(minute), play });
  const plan = timed(PLANNED, async () => {
    created = await must(createActivity(desk, officer(scene, visit), planOf(stage, visit, arrival)));
  });
  const brought = visit.cards.flatMap((card) => [
    timed(card.takenInAt, async () => {
      const taken = await bringCard({ stage, ports, visit, scene, activity: activityId() }, card);
      batches.push(taken.batch);
      recordings.push(...taken.recordings);
    }),
    timed(card.handedOverAt, () => handOverCard({ stage, ports, visit, scene, activity: activityId() }, card)),
  ]);
  const isPlanOnly = visit.day < 0;
  return {
    acts: [
      plan,
      ...(isPlanOnly ? [] : [...onSite(scene, stage, visit, timed), ...brought, ...afterwards(scene, visit, timed)]),
    ],
    played: { visit, activity: activityId, batches, recordings },
  };
}

function missing(visit: Visit, what: string): never {
  throw new Error(`${visit.name} has no ${what} yet`);
}

const officer = ({ seat }: Scene, { crew }: Visit, index = 0) => seat(crew[index % crew.length] ?? 'zhang');

const planOf = ({ seat, devices, divisions }: Stage, visit: Visit, plannedAt: Instant) => ({
  type: visit.type,
  matters: visit.rows,
  officers: visit.crew.map((who) => seat(who).person),
  devices: visit.cameras.map((camera) => devices[camera]),
  division: divisions[visit.station],
  plannedAt,
  ...visits[visit.name],
  caseNo: null,
  note: null,
});

type Timed = (minute: Minute, play: () => Promise<unknown>) => TimedAct;

/** Check, arrival, notice, steps, end. */
function onSite(scene: Scene, { devices }: Stage, visit: Visit, timed: Timed): readonly TimedAct[] {
  const { desk, at, activity } = scene;
  const first = officer(scene, visit);
  const { notice } = visit;
  return [
    ...visit.checks.map((check) =>
      timed(check.at, async () => {
        const device = (await desk.records.get('device', devices[check.camera])) ?? missing(visit, check.camera);
        const draft = {
          activity: (await activity()).id,
          plannedMinutes: visit.minutes,
          shownAt: plusMs(at(check.at), check.offsetSec * 1000),
          referenceAt: at(check.at),
          batteryPercent: check.passed ? 96 : 9,
          freeMB: 50_000,
          estimatedMinutes: 300,
          testOk: true,
          lensClean: true,
          passed: check.passed,
          action: check.action,
          remark: null,
        };
        await must(checkDevice(desk, first, device, draft, DEFAULT_VALUES));
      }),
    ),
    timed(0, async () => must(markArrived(desk, first, await activity()))),
    ...(notice === null
      ? []
      : [
          notice === 'photoOnly'
            ? timed(2, async () => must(exceptNotice(desk, first, await activity(), 'photoOnly', null)))
            : timed(notice.at, async () => must(markNoticed(desk, first, await activity(), wordsOf(visit)))),
        ]),
    ...visit.marks.map((mark, i) =>
      timed(mark.at, async () =>
        must(markStep(desk, officer(scene, visit, i), await activity(), draftOf(mark, scene))),
      ),
    ),
    timed(visit.minutes, async () => must(markFinished(desk, first, await activity()))),
  ];
}

const wordsOf = ({ notice, crew }: Visit): string =>
  notice !== 'photoOnly' && notice?.ownWords === true ? said.ownWords : renderNotice(crew.map((who) => persons[who]));

const REASONS = { done: null, notHappened: said.notHappened, deferred: said.deferred } as const;

const draftOf = ({ step, state, item, file }: Mark, { recording }: Scene) => ({
  step,
  state,
  item: item ?? null,
  footage: file === undefined ? null : { recording: recording(file), sec: 0 },
  reason: REASONS[state],
});

/** What is said at the desk once the footage is in. */
function afterwards(scene: Scene, visit: Visit, timed: Timed): readonly TimedAct[] {
  const { desk, activity, recording } = scene;
  const { content, more, cards } = visit;
  const reviewed = (cards[0]?.takenInAt ?? visit.minutes) + REVIEWED;
  const attested =
    content === null
      ? []
      : [
          timed(reviewed, async () =>
            must(
              attestContent(
                desk,
                officer(scene, visit),
                await activity(),
                content.violation,
                content.elements.map((element) => {
                  const absent = !content.violation && (element === 'violations' || element === 'traces');
                  return absent
                    ? { element, footage: null, reason: said.noViolation }
                    : { element, footage: { recording: recording(0), sec: 90 }, reason: null };
                }),
              ),
            ),
          ),
        ];
  return [...attested, ...more.map(({ at, act }) => timed(at, () => mustAct(act(scene))))];
}

async function mustAct(outcome: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await outcome;
  if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result)}`);
}
