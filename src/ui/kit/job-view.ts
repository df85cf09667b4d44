import type { Job, Progress } from '../../base/job.ts';
import { KIT } from '../../text/kit.ts';
import { percent, sizeOfWhole, timeLeftInWords } from '../../text/times.ts';

/** Less than this, and the rate says nothing. */
const SETTLING_MS = 5_000;

export interface JobView {
  readonly state: Job<unknown, unknown>['kind'];
  readonly stateWord: string;
  /** Undefined where there is nothing to measure: waiting, refused, failed before the start. */
  readonly measured:
    | {
        readonly fraction: number;
        readonly percent: string;
        /** `31 / 48 个文件` */
        readonly files: string;
        /** `18.4 / 29.7 GB` */
        readonly bytes: string;
        readonly current: string | undefined;
        /** Where a run taken up again began, 0 to 1. */
        readonly notch: number | undefined;
        /** `约剩 4 分`, once there are 5 s of data. */
        readonly left: string | undefined;
      }
    | undefined;
  /** The gauge stands still: paused, stopped, failed. */
  readonly still: boolean;
}

/** By bytes; by files where none has a size. */
export function fractionOf(progress: Progress): number {
  const { done, total } = progress.bytes.total > 0 ? progress.bytes : progress.files;
  return total > 0 ? done / total : 0;
}

const progressOf = (job: Job<unknown, unknown>): Progress | undefined => ('progress' in job ? job.progress : undefined);

/**
 * Time the rest takes at the rate of this run, in milliseconds; undefined before 5 s or without any progress. `resumedAt` of the job
 * is the number of bytes that were done when this run began: they took this run no time.
 */
export function timeLeftMs(job: Job<unknown, unknown>, nowMs: number): number | undefined {
  if (job.kind !== 'running') return undefined;
  const elapsed = nowMs - job.startedAtMs;
  const { done, total } = job.progress.bytes;
  const gained = done - (job.resumedAt ?? 0);
  if (elapsed < SETTLING_MS || gained <= 0) return undefined;
  return ((total - done) * elapsed) / gained;
}

export function jobView(job: Job<unknown, unknown>, nowMs: number): JobView {
  const progress = progressOf(job);
  const still = job.kind === 'paused' || job.kind === 'stopped' || job.kind === 'failed';
  const base = { state: job.kind, stateWord: KIT.job[job.kind], still };
  if (progress === undefined) return { ...base, measured: undefined };
  const fraction = fractionOf(progress);
  const left = timeLeftMs(job, nowMs);
  const resumedAt = job.kind === 'running' ? job.resumedAt : undefined;
  return {
    ...base,
    measured: {
      fraction,
      percent: percent(fraction),
      files: KIT.job.files(progress.files.done, progress.files.total),
      bytes: sizeOfWhole(progress.bytes.done, progress.bytes.total),
      current: progress.current,
      notch: resumedAt === undefined || progress.bytes.total === 0 ? undefined : resumedAt / progress.bytes.total,
      left: left === undefined ? undefined : timeLeftInWords(left),
    },
  };
}
