import { For, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './Facts.module.css';

export interface Fact {
  readonly term: string;
  readonly detail: JSX.Element;
  /** In two columns, takes the whole line. */
  readonly wide?: boolean | undefined;
  readonly mono?: boolean | undefined;
}

export interface FactsProps {
  readonly facts: readonly Fact[];
  readonly columns?: 1 | 2 | undefined;
  readonly small?: boolean | undefined;
}

/** Names and values. What is not known says 不知道, what cannot be says ／: see text/times.ts. */
export function Facts(props: FactsProps): JSX.Element {
  return (
    <dl class={cx(styles.facts, props.columns === 2 && styles.two, props.small && styles.small)}>
      <For each={props.facts}>
        {(fact) => (
          <>
            <dt>{fact.term}</dt>
            <dd class={cx(fact.wide && styles.wide, fact.mono && styles.mono)}>{fact.detail}</dd>
          </>
        )}
      </For>
    </dl>
  );
}
