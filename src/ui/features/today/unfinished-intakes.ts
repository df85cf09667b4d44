import type { Job } from '../../../base/job.ts';
import type { BatchId, PersonId } from '../../../domain/ids.ts';
import type { IntakeSession } from '../../../domain/ports/local-state.ts';
import type { UnfinishedIntake } from './today-view.ts';

/** The person's intakes at this station that have files left and stand still; those at work show themselves in the rail's foot. */
export function unfinishedIntakes(
  sessions: readonly IntakeSession[],
  person: PersonId,
  jobOf: (batch: BatchId) => Job<unknown, unknown> | null,
): readonly UnfinishedIntake[] {
  return sessions
    .filter((session) => session.person === person && !works(jobOf(session.batch)))
    .map(({ batch, sourceLabel, startedAt, items }) => ({
      id: batch,
      sourceLabel,
      startedAt,
      filesLeft: items.filter(({ state }) => state.kind !== 'recorded').length,
    }))
    .filter(({ filesLeft }) => filesLeft > 0);
}

const works = (job: Job<unknown, unknown> | null): boolean => job?.kind === 'running' || job?.kind === 'waiting';
