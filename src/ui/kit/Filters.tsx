import { For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './Filters.module.css';

export interface AppliedFilter {
  readonly id: string;
  /** 拍摄日期 02-26 至 03-05 */
  readonly words: string;
}

export interface FiltersProps {
  /** Labelled fields with a width each, and a button for more. */
  readonly children: JSX.Element;
  readonly counts: { readonly all: number; readonly shown: number; readonly selected: number };
  readonly applied: readonly AppliedFilter[];
  readonly onRemove: (id: string) => void;
  readonly onClear: () => void;
  /** At the right of the applied words: 存为常用筛选. */
  readonly aside?: JSX.Element | undefined;
}

/** The filter row of a register, and below it what is applied, as words that can be taken away. */
export function Filters(props: FiltersProps): JSX.Element {
  const counts = (): string =>
    props.applied.length === 0
      ? KIT.filters.total(props.counts.all, props.counts.selected)
      : KIT.filters.counts(props.counts.all, props.counts.shown, props.counts.selected);
  return (
    <>
      <search class={styles.row} aria-label={KIT.filters.label}>
        {props.children}
      </search>
      <div class={styles.applied}>
        <b class={styles.counts} role="status">
          {counts()}
        </b>
        <Show when={props.applied.length > 0}>
          <ul class={styles.words} aria-label={KIT.filters.applied}>
            <For each={props.applied}>
              {(filter) => (
                <li>
                  {filter.words}
                  <button
                    type="button"
                    aria-label={KIT.filters.remove(filter.words)}
                    onClick={() => props.onRemove(filter.id)}
                  >
                    {KIT.remove}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <button type="button" class={styles.clear} onClick={() => props.onClear()}>
            {KIT.filters.clear}
          </button>
        </Show>
        <Show when={props.aside}>{(aside) => <span class={styles.aside}>{aside()}</span>}</Show>
      </div>
    </>
  );
}
