import { For, type JSX, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Hidden } from './Hidden.tsx';
import styles from './SubNav.module.css';

export interface SubNavItem {
  readonly href: string;
  readonly words: string;
  /** What is due there. */
  readonly due?: number | undefined;
}

/** Pages that stand under one word of the rail: each a link of its own, the present one joined to the page. */
export function SubNav(props: {
  readonly name: string;
  readonly items: readonly SubNavItem[];
  readonly current: string;
}): JSX.Element {
  return (
    <nav class={styles.nav} aria-label={props.name}>
      <For each={props.items}>
        {(item) => (
          <a href={item.href} aria-current={item.href === props.current ? 'page' : undefined}>
            {item.words}
            <Show when={item.due}>
              {(due) => (
                <span class={styles.due}>
                  <Hidden>{SHELL.due(due())}</Hidden>
                  <span aria-hidden="true">{due()}</span>
                </span>
              )}
            </Show>
          </a>
        )}
      </For>
    </nav>
  );
}
