import { type JSX, Show } from 'solid-js';
import { percent } from '../../text/times.ts';
import { cx } from './cx.ts';
import styles from './Gauge.module.css';

export interface GaugeProps {
  /** 0 to 1. */
  readonly value: number;
  /** What it measures, for screen readers. */
  readonly name: string;
  /** `l` has the ticks of a staff gauge; `s` fits a line of the rail or a cell. */
  readonly size?: 's' | 'l' | undefined;
  /** 0 to 1: where the work was taken up again. */
  readonly notch?: number | undefined;
  /** Hatched grey: it does not move. */
  readonly stopped?: boolean | undefined;
  readonly on?: 'paper' | 'rail' | undefined;
}

const bounded = (value: number): number => Math.min(1, Math.max(0, value));

export function Gauge(props: GaugeProps): JSX.Element {
  return (
    <div
      class={cx(
        styles.gauge,
        props.size && styles[props.size],
        props.stopped && styles.stopped,
        props.on === 'rail' && styles.rail,
      )}
      role="progressbar"
      aria-label={props.name}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow={Math.floor(bounded(props.value) * 100)}
      aria-valuetext={percent(props.value)}
    >
      <span class={styles.level} style={{ width: `${bounded(props.value) * 100}%` }} />
      <Show when={props.notch !== undefined}>
        <span class={styles.notch} style={{ left: `${bounded(props.notch ?? 0) * 100}%` }} />
      </Show>
    </div>
  );
}
