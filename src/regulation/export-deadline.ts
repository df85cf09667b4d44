import type { AwayGround } from '../domain/records.ts';
import { endOfBeijingDay, type Instant, plusMs } from '../domain/time.ts';
import { DEFAULT_VALUES, type ParameterValues } from './parameters.ts';

const HOUR_MS = 3_600_000;

export interface ExportFacts {
  readonly endedAt: Instant;
  /** 连续工作、异地执法、偏远或交通不便地区. */
  readonly ground?: AwayGround;
  /** Why the footage "确实无法及时移交". Blank counts as none. */
  readonly statement?: string;
  readonly returnedAt?: Instant;
}

export type ExportDeadline =
  | { readonly kind: 'same-day'; readonly deadline: Instant }
  | { readonly kind: 'after-return'; readonly deadline: Instant }
  | { readonly kind: 'away'; readonly deadline?: undefined };

/**
 * Art. 13: until when the footage of an activity must be exported and stored. The day's end in Beijing; with a ground
 * and a statement, both, 24 clock hours after the return to the unit. `away` (no deadline yet) until the return is
 * entered; a return before the activity's end is none.
 */
export function exportDeadline(
  facts: ExportFacts,
  parameters: Pick<ParameterValues, 'exportSameDayCutoffHour' | 'exportAfterReturnHours'> = DEFAULT_VALUES,
): ExportDeadline {
  const excused = facts.ground !== undefined && facts.statement !== undefined && facts.statement.trim() !== '';
  if (!excused) {
    const cutoffMs = (parameters.exportSameDayCutoffHour - 24) * HOUR_MS;
    return { kind: 'same-day', deadline: plusMs(endOfBeijingDay(facts.endedAt), cutoffMs) };
  }
  if (facts.returnedAt === undefined || facts.returnedAt < facts.endedAt) return { kind: 'away' };
  const windowMs = parameters.exportAfterReturnHours * HOUR_MS;
  return { kind: 'after-return', deadline: plusMs(facts.returnedAt, windowMs) };
}

/** Whether an intake verified at `completedAt` (after read-back, not the start of copying) came after the deadline. */
export const isExportLate = (due: ExportDeadline, completedAt: Instant): boolean =>
  due.deadline !== undefined && completedAt > due.deadline;
