import type { Control } from '../../base/job.ts';
import { beijingDate, fromBeijing, type Instant, plusMs, toBeijing } from '../../domain/time.ts';
import type { Code } from '../../regulation/finding.ts';
import { plusDays } from '../../regulation/working-days.ts';
import { DEMONSTRATION } from '../../text/demonstration.ts';
import { answerFinding, decideFinding } from '../../usecases/answer-finding.ts';
import { findingsOf } from '../../usecases/findings-of.ts';
import { VISITS } from './data/all-visits.ts';
import type { CardPorts } from './play-card.ts';
import { type PlayedVisit, playVisit, type TimedAct } from './play-visit.ts';
import { must, type Stage, type StageClock, type StagePorts, setStage } from './stage.ts';

export interface DemonstrationPorts extends StagePorts, Pick<CardPorts, 'buffer' | 'media'> {
  /** When it is loaded: its last activity lies at most a day before. */
  readonly now: Instant;
}

export interface Demonstration {
  readonly stage: Stage;
  readonly visits: readonly PlayedVisit[];
}

/** Everything of the last day is over by half past three. */
const OVER = { hour: 15, minute: 30 } as const;
const FOUNDED_BEFORE = 45;

/** The day of the last activity: today once it is over, else yesterday. */
export function lastDayBefore(now: Instant): string {
  const { hour, minute } = toBeijing(now);
  const isOver = hour * 60 + minute >= OVER.hour * 60 + OVER.minute;
  return isOver ? beijingDate(now) : plusDays(beijingDate(now), -1);
}

function makeClock(start: Instant): StageClock {
  let at = start;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
  };
}

const moment = (date: string, hour: number, minute = 0): Instant => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fromBeijing({ year, month, day, hour, minute });
};

/**
 * Plays the demonstration: forty activities of six weeks, act after act by the use cases of the program, with keys of its own.
 * `report` gets acts done and in all.
 */
export async function makeDemonstration(
  ports: DemonstrationPorts,
  { signal, report }: Control<{ readonly done: number; readonly total: number }>,
): Promise<Demonstration> {
  const lastDay = lastDayBefore(ports.now);
  const clock = makeClock(moment(plusDays(lastDay, -FOUNDED_BEFORE), 8));
  const stage = await setStage(ports, clock, lastDay);
  const cards = { buffer: ports.buffer, media: ports.media, signal };
  const scripts = VISITS.map((visit) => playVisit(stage, cards, visit, lastDay));
  const visits = scripts.map(({ played }) => played);
  const acts = [...scripts.flatMap((script) => script.acts), ...answers(stage, visits, lastDay)];
  const sorted = acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const total = sorted.length;
  for (const [done, act] of sorted.entries()) {
    signal.throwIfAborted();
    report({ done, total });
    clock.set(act.at);
    await act.play();
  }
  report({ done: total, total });
  return { stage, visits };
}

/** A few findings are answered already, and one decided. */
function answers(stage: Stage, visits: readonly PlayedVisit[], lastDay: string): readonly TimedAct[] {
  const { said } = DEMONSTRATION;
  const of = async (code: Code) => {
    const played = visits.find(({ visit }) => visit.raises.includes(code));
    if (played === undefined) throw new Error(`nothing raises ${code}`);
    const desk = stage.desks[played.visit.station];
    const found = await findingsOf(desk, played.activity());
    const finding = found?.findings.find((one) => one.code === code);
    if (finding === undefined) throw new Error(`${played.visit.name} does not raise ${code}`);
    return { desk, finding, division: stage.divisions[played.visit.station], crew: played.visit.crew };
  };
  const answered = (code: Code, minutes: number): TimedAct => ({
    at: plusMs(moment(lastDay, 14), minutes * 60_000),
    play: async () => {
      const { desk, finding, division, crew } = await of(code);
      await must(answerFinding(desk, stage.seat(crew[0] ?? 'zhang'), finding, said.answer, division));
    },
  });
  return [
    answered('A09-2', 0),
    answered('A11-3', 5),
    {
      at: moment(lastDay, 15),
      play: async () => {
        const { desk, finding, division } = await of('A11-3');
        await must(decideFinding(desk, stage.seat('legal'), finding, 'excused', said.decision, division));
      },
    },
  ];
}
