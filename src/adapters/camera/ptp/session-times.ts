import { OPERATION, type Operation } from './codes.ts';

/** How long a session waits for a camera; tests hand in shorter ones. */
export interface SessionTimes {
  /** So long without a byte and the camera counts as hung. */
  readonly silentMs: number;
  /** The same for a question that makes a camera go through all it holds: telephones with 20,000 pictures take half a minute. */
  readonly searchMs: number;
  /** So long without a byte and nothing of an earlier transfer is left. */
  readonly drainMs: number;
  /** Between two tries at a camera that says it is busy. */
  readonly busyMs: number;
}

export const SESSION_TIMES: SessionTimes = { silentMs: 10_000, searchMs: 30_000, drainMs: 1_500, busyMs: 250 };

const SEARCHES: ReadonlySet<Operation> = new Set([
  OPERATION.getStorageIds,
  OPERATION.getNumObjects,
  OPERATION.getObjectHandles,
  OPERATION.getObjectPropList,
]);

export const patienceFor = (operation: Operation, { silentMs, searchMs }: SessionTimes): number =>
  SEARCHES.has(operation) ? searchMs : silentMs;
