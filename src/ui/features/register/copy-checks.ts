import { type Accessor, createSignal } from 'solid-js';
import type { MediumId, RecordingId } from '../../../domain/ids.ts';
import type { ReadModel } from '../../../domain/ports/read-model.ts';
import type { CopyCheck } from '../../../usecases/check-copies.ts';
import type { MediumRefusal } from '../../../usecases/footage-ports.ts';
import type { FootageDesk } from '../../live/footage-desk.ts';
import type { RunningJob } from '../../live/jobs.ts';
import { checksToDo } from './register-view.ts';

export interface CheckRound {
  readonly medium: MediumId;
  readonly recordings: readonly RecordingId[];
  readonly job: RunningJob<CopyCheck, MediumRefusal>;
}

export interface CopyChecks {
  /** One per medium, as they were started; they stay until put away. */
  readonly rounds: Accessor<readonly CheckRound[]>;
  /** Recordings of the last start that have no copy to be checked. */
  readonly without: Accessor<number>;
  readonly start: (recordings: readonly RecordingId[]) => Promise<void>;
  readonly again: (round: CheckRound) => void;
  readonly putAway: (medium: MediumId) => void;
}

/** 复核 of selected recordings: a round per medium that holds copies of them. */
export function createCopyChecks(footage: Pick<FootageDesk, 'check'>, records: Pick<ReadModel, 'getMany'>): CopyChecks {
  const [rounds, setRounds] = createSignal<readonly CheckRound[]>([]);
  const [without, setWithout] = createSignal(0);
  const putAway = (medium: MediumId): void => void setRounds((all) => all.filter((round) => round.medium !== medium));
  const begin = (medium: MediumId, recordings: readonly RecordingId[]): void => {
    const round = { medium, recordings, job: footage.check(medium, recordings) };
    setRounds((all) => [...all.filter((other) => other.medium !== medium), round]);
  };
  return {
    rounds,
    without,
    start: async (recordings) => {
      const todo = checksToDo(await records.getMany('recording', recordings));
      setWithout(todo.without);
      for (const [medium, some] of todo.byMedium) begin(medium, some);
    },
    again: ({ medium, recordings }) => begin(medium, recordings),
    putAway,
  };
}
