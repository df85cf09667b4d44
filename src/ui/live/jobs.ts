import { type Accessor, createSignal } from 'solid-js';
import { isAbort, isFault } from '../../base/fault.ts';
import type { Job, Progress } from '../../base/job.ts';
import type { Outcome } from '../../base/outcome.ts';
import type { RunningJobKind } from '../../usecases/job-kind.ts';

/** A long act as the rail's foot and its own page show it. It goes on while its page is left and while the desk is locked. */
export interface RunningJob<T = unknown, R = unknown> {
  readonly id: string;
  /** Which sentence of text/jobs.ts names it. */
  readonly kind: RunningJobKind;
  /** Where it is shown in full. */
  readonly href: string;
  readonly job: Accessor<Job<T, R>>;
  /** Resolves with the last state, and never rejects. */
  readonly ended: Promise<Job<T, R>>;
  readonly stop: () => void;
  /** Stops where it is, to go on later; absent where an act cannot be resumed. */
  readonly pause?: () => void;
}

const NOTHING: Progress = { files: { done: 0, total: 0 }, bytes: { done: 0, total: 0 } };
/** Screens need not draw more often; the last report before the end always gets through. */
const REPORT_EVERY_MS = 200;

export interface JobBoard {
  readonly running: Accessor<readonly RunningJob[]>;
  /** Whether anything runs that a reload would stop. */
  readonly busy: () => boolean;
  /** Starts an act. `work` gets the abort signal and a throttled report. */
  start<T, R>(
    about: { readonly id: string; readonly kind: RunningJob['kind']; readonly href: string },
    work: (control: {
      readonly signal: AbortSignal;
      readonly report: (progress: Progress) => void;
    }) => Promise<Outcome<T, R>>,
  ): RunningJob<T, R>;
}

const active = (job: Job<unknown, unknown>): boolean => job.kind === 'waiting' || job.kind === 'running';

export function createJobBoard(nowMs: () => number): JobBoard {
  const [running, setRunning] = createSignal<readonly RunningJob[]>([]);

  function start<T, R>(
    about: Parameters<JobBoard['start']>[0],
    work: Parameters<typeof run<T, R>>[0],
  ): RunningJob<T, R> {
    const entry: RunningJob<T, R> = { ...about, ...run(work, nowMs) };
    setRunning((all) => [...all.filter((other) => other.id !== about.id), entry as RunningJob]);
    return entry;
  }

  return { running, busy: () => running().some((entry) => active(entry.job())), start };
}

function run<T, R>(
  work: (control: {
    readonly signal: AbortSignal;
    readonly report: (progress: Progress) => void;
  }) => Promise<Outcome<T, R>>,
  nowMs: () => number,
) {
  const controller = new AbortController();
  const startedAtMs = nowMs();
  const [job, setJob] = createSignal<Job<T, R>>({ kind: 'waiting' });
  let latest = NOTHING;
  let reportedAt = 0;
  let pausing = false;
  const report = (progress: Progress) => {
    latest = progress;
    if (nowMs() - reportedAt < REPORT_EVERY_MS && progress.files.done < progress.files.total) return;
    reportedAt = nowMs();
    setJob({ kind: 'running', progress, startedAtMs });
  };
  const finish = (error: unknown): Job<T, R> => {
    if (isAbort(error)) return { kind: pausing ? 'paused' : 'stopped', progress: latest };
    if (isFault(error)) return { kind: 'failed', code: error.code, facts: error.facts, progress: latest };
    return { kind: 'failed', code: 'unexpected', facts: { message: String(error) }, progress: latest };
  };
  const ended = work({ signal: controller.signal, report }).then(
    (outcome): Job<T, R> =>
      outcome.ok ? { kind: 'done', value: outcome.value } : { kind: 'refused', refusal: outcome.refusal },
    finish,
  );
  void ended.then((end) => setJob(() => end));
  return {
    job,
    ended,
    stop: () => controller.abort(),
    pause: () => {
      pausing = true;
      controller.abort();
    },
  };
}
