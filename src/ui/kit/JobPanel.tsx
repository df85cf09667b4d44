import { createEffect, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { Job } from '../../base/job.ts';
import { KIT } from '../../text/kit.ts';
import { announce } from './announce.ts';
import { Gauge } from './Gauge.tsx';
import styles from './JobPanel.module.css';
import { type JobView, jobView } from './job-view.ts';
import { Trouble, type TroubleWords } from './Trouble.tsx';
import { Sub, Tag } from './Words.tsx';

export interface JobPanelProps<T, R> {
  /** What the job does: "复制和校验". Heard with its end, so name it as people know it. */
  readonly name: string;
  readonly job: Job<T, R>;
  /** Milliseconds on the clock that stamped `startedAtMs`; read it from a ticking accessor. */
  readonly nowMs: number;
  /** Acts that fit the state: 暂停 while running, 继续 while paused, 停止. */
  readonly acts?: JSX.Element | undefined;
  /** Instead of the built-in sentence about the resume point: who pulled what, when. */
  readonly resumedWords?: string | undefined;
  readonly done: (value: T) => JSX.Element;
  readonly refused: (refusal: R) => JSX.Element;
  readonly failed: (code: string, facts: Readonly<Record<string, string | number>>) => TroubleWords;
  /** The one primary act after a failure. */
  readonly mend?: JSX.Element | undefined;
}

/** One that failed before it knew how much there is has come no part of the way. */
const measures = (job: Extract<Job<unknown, unknown>, { kind: 'failed' }>): boolean =>
  job.progress !== undefined && job.progress.files.total > 0;

const ENDS: ReadonlySet<string> = new Set(['done', 'refused', 'failed', 'stopped']);

/** A long act with exact totals, its acts, its resume point and its end. No spinner: it says what it knows. */
export function JobPanel<T, R>(props: JobPanelProps<T, R>): JSX.Element {
  const view = (): JobView => jobView(props.job, props.nowMs);
  createEffect(
    on(
      () => props.job.kind,
      (kind) => {
        if (ENDS.has(kind)) announce(KIT.job.said(props.name, KIT.job[kind]));
      },
      { defer: true },
    ),
  );
  return (
    <div class={styles.panel}>
      <Switch>
        <Match when={props.job.kind === 'done' && props.job}>{(job) => props.done(job().value)}</Match>
        <Match when={props.job.kind === 'refused' && props.job}>
          {(job) => (
            <div class={styles.row}>
              <Tag tone="wait">{KIT.job.refused}</Tag>
              <span class={styles.grow}>{props.refused(job().refusal)}</span>
              {props.acts}
            </div>
          )}
        </Match>
        <Match when={props.job.kind === 'failed' && props.job}>
          {(job) => (
            <Trouble
              {...props.failed(job().code, job().facts)}
              code={job().code}
              facts={job().facts}
              gauge={measures(job()) ? view().measured?.fraction : undefined}
              act={props.mend}
              other={props.acts}
            />
          )}
        </Match>
        <Match when={true}>
          <Moving name={props.name} view={view()} acts={props.acts} resumedWords={props.resumedWords} />
        </Match>
      </Switch>
    </div>
  );
}

function Moving(props: {
  readonly name: string;
  readonly view: JobView;
  readonly acts: JSX.Element;
  readonly resumedWords: string | undefined;
}): JSX.Element {
  return (
    <Show
      when={props.view.measured}
      fallback={
        <div class={styles.row}>
          <span class={styles.grow}>{KIT.job.said(props.name, props.view.stateWord)}</span>
          {props.acts}
        </div>
      }
    >
      {(measured) => (
        <>
          <div class={styles.figures}>
            <b class={styles.percent}>{measured().percent}</b>
            <span>{measured().files}</span>
            <span>{measured().bytes}</span>
            <Show when={measured().current}>
              <span class={styles.current}>{measured().current}</span>
            </Show>
            <span class={styles.left}>
              {props.view.state === 'running' ? (measured().left ?? KIT.job.estimating) : props.view.stateWord}
            </span>
          </div>
          <Gauge
            name={props.name}
            value={measured().fraction}
            size="l"
            notch={measured().notch}
            stopped={props.view.still}
          />
          <Show when={measured().notch}>
            {(notch) => (
              <p class={styles.note}>
                <Tag tone="wait">{KIT.job.resumed}</Tag>
                <Sub>{props.resumedWords ?? KIT.job.resumedAt(`${Math.floor(notch() * 100)}%`)}</Sub>
              </p>
            )}
          </Show>
          <Show when={props.view.still}>
            <p class={styles.note}>
              <Sub>{KIT.job.kept}</Sub>
            </p>
          </Show>
          <Show when={props.acts}>{(acts) => <div class={styles.acts}>{acts()}</div>}</Show>
        </>
      )}
    </Show>
  );
}

export interface JobLineProps {
  readonly name: string;
  readonly job: Job<unknown, unknown>;
  readonly nowMs: number;
}

/** A job in one cell or line: gauge while it moves, a word otherwise. */
export function JobLine(props: JobLineProps): JSX.Element {
  const view = (): JobView => jobView(props.job, props.nowMs);
  return (
    <Show when={view().measured} fallback={<span>{view().stateWord}</span>}>
      {(measured) => (
        <span class={styles.line}>
          <Gauge name={props.name} value={measured().fraction} stopped={view().still} />
          <span>{measured().percent}</span>
          <span class={styles.lineLeft}>{view().state === 'running' ? measured().left : view().stateWord}</span>
        </span>
      )}
    </Show>
  );
}
