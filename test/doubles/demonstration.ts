import type { Instant } from '../../src/domain/time.ts';
import { type Demonstration, makeDemonstration } from '../../src/main/demonstration/make-demonstration.ts';
import type { PlayedVisit } from '../../src/main/demonstration/play-visit.ts';
import type { Visit } from '../../src/main/demonstration/visit.ts';
import type { FactsToJudge } from '../../src/regulation/evaluate.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { factsOf } from '../../src/usecases/facts-of.ts';
import { readActivity } from '../../src/usecases/findings-of.ts';
import { readIntake, readUnlinked } from '../../src/usecases/findings-of-intake.ts';
import { makeMemoryBuffer, makeMemoryMedia } from './footage.ts';
import { makeMemoryBook } from './memory-book-store.ts';
import { makeMemoryKeyStore } from './memory-key-store.ts';
import { makeMemoryLocalState } from './memory-local-state.ts';
import { random, verifier } from './office-desk.ts';

/** One activity of the demonstration as the rules see it: its own facts, its intakes', its unlinked footage's. */
export interface DemonstrationCase {
  readonly visit: Visit;
  readonly facts: FactsToJudge;
}

export interface LoadedDemonstration extends Demonstration {
  /** The desk of this PC, at the time of loading. */
  readonly desk: Desk;
  readonly now: Instant;
  readonly cases: readonly DemonstrationCase[];
}

/** The demonstration as the program loads it: real keys and signatures, memory instead of a disk. */
export async function loadDemonstration(
  now: Instant,
  control: Parameters<typeof makeDemonstration>[1] = { signal: new AbortController().signal, report: () => undefined },
): Promise<LoadedDemonstration> {
  const memory = makeMemoryBook();
  const made = await makeDemonstration(
    {
      open: async () => ({ ...memory, local: makeMemoryLocalState(), keys: makeMemoryKeyStore() }),
      verifier,
      random,
      origin: 'http://localhost',
      buffer: makeMemoryBuffer().buffer,
      media: makeMemoryMedia().media,
      now,
    },
    control,
  );
  const desk = { ...made.stage.desks.A, now: () => now };
  const cases: DemonstrationCase[] = [];
  for (const played of made.visits) cases.push({ visit: played.visit, facts: await factsOfVisit(desk, played) });
  return { ...made, desk, now, cases };
}

async function factsOfVisit(
  { records, now }: Desk,
  { activity, batches, recordings }: PlayedVisit,
): Promise<FactsToJudge> {
  const record = await records.get('activity', activity());
  if (record === null) throw new Error('no activity');
  const taken = await records.getMany('batch', batches);
  const footage = await records.getMany('recording', recordings);
  return {
    activity: factsOf(await readActivity(records, record), now()),
    intakes: await Promise.all(taken.map((batch) => readIntake(records, batch))),
    unlinked: (await Promise.all(footage.map((one) => readUnlinked(records, one)))).flatMap((facts) => facts ?? []),
  };
}
