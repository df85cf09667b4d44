import { type Accessor, createSignal } from 'solid-js';
import type { Instant } from '../../domain/time.ts';
import type { Desk } from '../../usecases/desk.ts';
import { type FindingsBoard, makeFindingsBoard, type Progress } from '../../usecases/findings-board.ts';
import type { JudgedUnit } from '../../usecases/findings-shelf.ts';
import { useOffice } from './office.ts';
import { createReadings, type Watched } from './watched.ts';

/** One board for as long as the window is open: what was judged once is not judged again. */
const boards = new WeakMap<Desk, FindingsBoard>();

function boardOf(desk: Desk): FindingsBoard {
  const board = boards.get(desk) ?? makeFindingsBoard(desk);
  boards.set(desk, board);
  return board;
}

export interface BoardReadings {
  readonly units: Watched<readonly JudgedUnit[]>;
  readonly progress: Accessor<Progress>;
}

/** Everything judged from a moment on, kept up with the book and the minute. */
export function createBoardReadings(asked: Accessor<{ readonly now: Instant; readonly from: Instant }>): BoardReadings {
  const { desk } = useOffice();
  const [progress, setProgress] = createSignal<Progress>({ done: 0, total: 0 });
  const units = createReadings(asked, (_, { now, from }) => boardOf(desk).refresh(now, from, setProgress));
  return { units, progress };
}
