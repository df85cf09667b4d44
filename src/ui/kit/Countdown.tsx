import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import { fromInstant, type Instant } from '../../domain/time.ts';
import { KIT } from '../../text/kit.ts';
import { type CountdownWords, countdownWords } from '../../text/times.ts';
import { announce } from './announce.ts';
import styles from './Countdown.module.css';
import { cx } from './cx.ts';

export interface CountdownProps {
  readonly deadline: Instant;
  /** A ticking clock; once a minute is enough, once a second for the last hour. */
  readonly now: () => Instant;
  /** `l`: the one countdown of a page, 44 px. `line`: within a row. */
  readonly size?: 'line' | 'm' | 'l' | undefined;
  /** Above the figures: 离采集期限还有. Without it the words begin with 还有. */
  readonly lead?: string | undefined;
  /** After the end: the article, what counts. The end itself always stands. */
  readonly note?: JSX.Element | undefined;
  /** What runs out. With it, the last hour, ten minutes and the end are said to screen readers, once each. */
  readonly says?: string | undefined;
}

const HOUR_MS = 3_600_000;
const TEN_MINUTES_MS = 600_000;

type Nearness = 'far' | 'hour' | 'minutes' | 'over';

function nearness(leftMs: number): Nearness {
  if (leftMs <= 0) return 'over';
  if (leftMs <= TEN_MINUTES_MS) return 'minutes';
  return leftMs <= HOUR_MS ? 'hour' : 'far';
}

/** How long until a deadline, never without the deadline itself. */
export function Countdown(props: CountdownProps): JSX.Element {
  const said = createMemo<CountdownWords>(() => countdownWords(props.deadline, props.now()));
  const near = createMemo(() => nearness(fromInstant(props.deadline) - fromInstant(props.now())));
  createEffect(
    on(
      near,
      (now) => {
        if (props.says === undefined || now === 'far') return;
        const { hourLeft, minutesLeft, over } = KIT.countdown;
        const words = now === 'over' ? over : now === 'minutes' ? minutesLeft : hourLeft;
        announce(words(props.says, said().end));
      },
      { defer: true },
    ),
  );
  return (
    <div class={cx(styles.countdown, styles[props.size ?? 'm'], said().over && styles.over)}>
      <Show when={props.size === 'l'} fallback={<b class={styles.words}>{said().words}</b>}>
        <span class={styles.lead}>{said().over || props.lead === undefined ? said().lead : props.lead}</span>
        <span class={styles.figures}>
          <For each={said().figures}>
            {(f) => (
              <>
                {f.figure}
                <small>{f.unit}</small>
              </>
            )}
          </For>
        </span>
      </Show>
      <span class={styles.end}>
        {said().end}
        <Show when={props.note}>
          {(note) => (
            <>
              {KIT.comma}
              {note()}
            </>
          )}
        </Show>
      </span>
    </div>
  );
}
