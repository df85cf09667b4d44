import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { cx } from './cx.ts';
import styles from './Timeline.module.css';
import {
  rowsFor,
  type TimelineGap,
  type TimelineLane,
  type TimelineMark,
  type TimelineTick,
} from './timeline-scale.ts';

export interface TimelineProps {
  readonly name: string;
  readonly marksName: string;
  readonly ticks: readonly TimelineTick[];
  readonly lanes: readonly TimelineLane[];
  readonly gaps: readonly TimelineGap[];
  readonly marks: readonly TimelineMark[];
  readonly edges: readonly { readonly left: number; readonly words: string; readonly atEnd: boolean }[];
}

const ROW_REM = 1.875;
const MARK_REM = 1.7;
/** Per cent of the clock that a mark takes on a desk; before it is drawn nothing better is known. */
const USUAL_WIDTH = 2.6;
/** With its border and a gap. */
const MARK_EM = 1.75;

/** Lanes along a clock: evidence does not move. Gaps are hatched through all lanes and named in words below. */
export function Timeline(props: TimelineProps): JSX.Element {
  const [markWidth, setMarkWidth] = createSignal(USUAL_WIDTH);
  const rows = createMemo(() =>
    rowsFor(
      props.marks.map(({ left }) => left),
      markWidth(),
    ),
  );
  const markRows = (): number => Math.max(1, ...rows().map((row) => row + 1));
  const follow = (tracks: HTMLElement): void => {
    const measure = new ResizeObserver(() => {
      const { width } = tracks.getBoundingClientRect();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (width > 0) setMarkWidth((MARK_EM * rem * 100) / width);
    });
    measure.observe(tracks);
    onCleanup(() => measure.disconnect());
  };
  const heights = () => ({
    '--lanes-h': `${props.lanes.length * ROW_REM}rem`,
    '--marks-h': `${0.5 + markRows() * MARK_REM}rem`,
  });
  return (
    <section class={styles.timeline} aria-label={props.name} style={heights()}>
      <div class={styles.names}>
        <span />
        <For each={props.lanes}>
          {(lane) => (
            <span class={cx(styles.name, lane.kind === 'coverage' && styles.coverageName)} title={lane.name}>
              {lane.name}
              <Show when={lane.kind === 'coverage'}>
                <span>{lane.words}</span>
              </Show>
            </span>
          )}
        </For>
        <span class={styles.name}>{props.marksName}</span>
      </div>
      <div class={styles.tracks} ref={follow}>
        <div class={styles.axis} aria-hidden="true">
          <For each={props.ticks}>
            {(tick) => (
              <span class={styles.tick} style={{ left: `${tick.left}%` }}>
                {tick.words}
              </span>
            )}
          </For>
        </div>
        <For each={props.lanes}>{(lane) => <Track lane={lane} />}</For>
        <For each={props.gaps}>
          {(gap) => (
            <span class={styles.gap} title={gap.words} style={{ left: `${gap.left}%`, width: `${gap.width}%` }} />
          )}
        </For>
        <For each={props.edges}>
          {(edge) => <span class={styles.edge} title={edge.words} style={{ left: `${edge.left}%` }} />}
        </For>
        <Marks marks={props.marks} rows={rows()} />
      </div>
      <div class={styles.notes}>
        <For each={props.edges}>{(edge) => <span>{edge.words}</span>}</For>
        <For each={props.gaps}>{(gap) => <span class={styles.gapNote}>{gap.words}</span>}</For>
      </div>
    </section>
  );
}

function Track(props: { readonly lane: TimelineLane }): JSX.Element {
  return (
    <div class={cx(styles.track, props.lane.kind === 'coverage' && styles.coverage)}>
      <For each={props.lane.bars}>
        {(bar) => <span class={styles.bar} style={{ left: `${bar.left}%`, width: `${bar.width}%` }} />}
      </For>
      <For each={props.lane.dots}>{(left) => <span class={styles.dot} style={{ left: `${left}%` }} />}</For>
      <Show when={props.lane.kind === 'device' && props.lane.words}>
        {(words) => (
          <span class={styles.words}>
            <span>{words()}</span>
          </span>
        )}
      </Show>
    </div>
  );
}

function Marks(props: { readonly marks: readonly TimelineMark[]; readonly rows: readonly number[] }): JSX.Element {
  const place = (mark: TimelineMark, at: number) => ({
    left: `${mark.left}%`,
    top: `${0.25 + (props.rows[at] ?? 0) * MARK_REM}rem`,
  });
  return (
    <div class={styles.marks}>
      <For each={props.marks}>
        {(mark, at) => (
          <Show
            when={mark.href}
            fallback={
              <span class={styles.mark} title={mark.words} style={place(mark, at())}>
                {mark.sign}
              </span>
            }
          >
            {(href) => (
              <a class={styles.mark} href={href()} title={mark.words} aria-label={mark.words} style={place(mark, at())}>
                {mark.sign}
              </a>
            )}
          </Show>
        )}
      </For>
    </div>
  );
}
