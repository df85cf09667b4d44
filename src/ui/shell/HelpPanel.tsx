import { For, type JSX, onMount, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { SHELL } from '../../text/shell.ts';
import styles from './HelpPanel.module.css';

export interface HelpPanelProps {
  /** Help for this page; the keys stand below it on every page. */
  readonly children?: JSX.Element;
  readonly onClose: () => void;
}

/** Beside the page, not over it: one can read and work. Esc closes. */
export function HelpPanel(props: HelpPanelProps): JSX.Element {
  let panel: HTMLElement | undefined;
  onMount(() => panel?.focus());
  return (
    <aside
      class={styles.panel}
      aria-label={SHELL.help}
      data-pane=""
      tabindex="-1"
      ref={(el) => {
        panel = el;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) props.onClose();
      }}
    >
      <div class={styles.head}>
        <h2>{SHELL.help}</h2>
        <button type="button" onClick={() => props.onClose()}>
          {KIT.close}
        </button>
      </div>
      <div class={styles.body}>
        <Show when={props.children}>{(words) => <div class={styles.words}>{words()}</div>}</Show>
        <h3>{SHELL.keysTitle}</h3>
        <dl>
          <For each={SHELL.keys}>
            {([key, act]) => (
              <>
                <dt>{key}</dt>
                <dd>{act}</dd>
              </>
            )}
          </For>
        </dl>
      </div>
    </aside>
  );
}
