import { For, type JSX, Show } from 'solid-js';
import styles from './Steps.module.css';

export interface Step {
  readonly name: string;
  /** What came of it, or where it stands: 记录仪 03 的存储卡, 62%, 未开始. */
  readonly result: string;
  readonly state: 'done' | 'now' | 'later';
  /** A done step that can be looked at again. */
  readonly href?: string | undefined;
}

export interface StepsProps {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The steps of a wizard in one line, each with its result under its name. */
export function Steps(props: StepsProps): JSX.Element {
  return (
    <ol class={styles.steps} aria-label={props.name}>
      <For each={props.steps}>
        {(step, index) => (
          <li class={styles[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span class={styles.no} aria-hidden="true">
              {step.state === 'done' ? '✓' : index() + 1}
            </span>
            <span class={styles.words}>
              <Show when={step.href} fallback={step.name}>
                {(href) => <a href={href()}>{step.name}</a>}
              </Show>
              <small>{step.result}</small>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}
