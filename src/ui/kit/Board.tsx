import { For, type JSX, Show } from 'solid-js';
import styles from './Board.module.css';

export interface UrgentProps {
  readonly name: string;
  /** A `Countdown` of size `l`. */
  readonly clock: JSX.Element;
  readonly title: string;
  /** Number, times, party. */
  readonly sub: JSX.Element;
  readonly children?: JSX.Element;
  /** One primary button, and at most one other. */
  readonly acts: JSX.Element;
}

/** The most urgent thing of the board, with its countdown and its act. */
export function Urgent(props: UrgentProps): JSX.Element {
  return (
    <section class={styles.urgent} aria-label={props.name}>
      <div class={styles.clock}>{props.clock}</div>
      <div class={styles.what}>
        <h2>{props.title}</h2>
        <div class={styles.sub}>{props.sub}</div>
        <div class={styles.more}>{props.children}</div>
      </div>
      <div class={styles.acts}>{props.acts}</div>
    </section>
  );
}

export interface DueItem {
  readonly id: string;
  /** 明日 18:00 */
  readonly when: string;
  /** 还有 1 天 1 小时 */
  readonly whenSub: string;
  readonly what: string;
  readonly why: JSX.Element;
  readonly act: JSX.Element;
}

/** What is due: when, what and why, one button. Sorted by deadline, never by module. Put it into `<Sheet bare>`. */
export function DueList(props: { readonly items: readonly DueItem[] }): JSX.Element {
  return (
    <ul>
      <For each={props.items}>
        {(item) => (
          <li class={styles.due}>
            <div class={styles.when}>
              <b>{item.when}</b>
              <span>{item.whenSub}</span>
            </div>
            <div class={styles.dueWhat}>
              <b>{item.what}</b>
              <span>{item.why}</span>
            </div>
            <div>{item.act}</div>
          </li>
        )}
      </For>
    </ul>
  );
}

export interface TallyFigure {
  readonly figure: string;
  readonly words: string;
  /** Something is missing: the figure is vermilion only where it counts breaches. */
  readonly breach?: boolean | undefined;
}

export function Tally(props: { readonly figures: readonly TallyFigure[] }): JSX.Element {
  return (
    <ul class={styles.tally} style={{ '--figures': props.figures.length }}>
      <For each={props.figures}>
        {(f) => (
          <li>
            <Show when={f.breach} fallback={<b>{f.figure}</b>}>
              <b class={styles.miss}>{f.figure}</b>
            </Show>
            <span>{f.words}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
