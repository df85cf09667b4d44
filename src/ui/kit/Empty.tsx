import { For, type JSX, Show } from 'solid-js';
import styles from './Empty.module.css';

export interface FirstAct {
  readonly title: string;
  /** Why, and what comes of it; an `Article` fits at its end. */
  readonly why: JSX.Element;
  /** One button; primary on the first act only. */
  readonly act: JSX.Element;
}

export interface EmptyProps {
  /** 台账里还没有资料 */
  readonly title: string;
  /** What will be here and why it is empty. */
  readonly words: string;
  /** At most three. */
  readonly acts?: readonly FirstAct[] | undefined;
  /** Other ways, in a sentence. */
  readonly children?: JSX.Element;
}

/** An empty page: what will be here, why it is empty, and what to do first. */
export function Empty(props: EmptyProps): JSX.Element {
  return (
    <section class={styles.empty}>
      <h2>{props.title}</h2>
      <p>{props.words}</p>
      <Show when={(props.acts?.length ?? 0) > 0}>
        <ol>
          <For each={props.acts}>
            {(act, index) => (
              <li>
                <span class={styles.no} aria-hidden="true">
                  {index() + 1}
                </span>
                <div>
                  <b>{act.title}</b>
                  <span class={styles.why}>{act.why}</span>
                </div>
                <div class={styles.act}>{act.act}</div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.children}>{(others) => <p>{others()}</p>}</Show>
    </section>
  );
}
