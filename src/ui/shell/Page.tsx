import { createContext, createEffect, For, type JSX, onCleanup, onMount, Show, useContext } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import styles from './Page.module.css';
import { shellKeyOf } from './shell-keys.ts';

export type Density = 'comfortable' | 'compact';

/** The person's own choice, which goes before the page's. */
export const DensityChoice = createContext<() => Density | undefined>(() => undefined);

export interface Crumb {
  readonly words: string;
  readonly href?: string | undefined;
}

export interface PageProps {
  readonly title: string;
  /** One sentence: what the page is for, or what it shows and as of when. */
  readonly purpose?: JSX.Element | undefined;
  /** Record pages only; stands above the title. */
  readonly crumbs?: readonly Crumb[] | undefined;
  /** At most three buttons, one of them primary. States or short words may stand before them. */
  readonly actions?: JSX.Element | undefined;
  readonly density?: Density | undefined;
  /** Ctrl+S. */
  readonly onKeep?: (() => void) | undefined;
  /** Ctrl+P: the page's form, in its preview. */
  readonly onPrint?: (() => void) | undefined;
  /** Ctrl+Enter: the primary act. Never an act of signing. */
  readonly onPrimary?: (() => void) | undefined;
  readonly children: JSX.Element;
}

let pagesShown = 0;

/** A page inside the shell: head, then body. Its title takes the focus when the page changes, so that it is read out. */
export function Page(props: PageProps): JSX.Element {
  const choice = useContext(DensityChoice);
  let heading: HTMLElement | undefined;
  const keys = (event: KeyboardEvent): void => {
    const asked = shellKeyOf(event)?.kind;
    const acts = { keep: props.onKeep, print: props.onPrint, primary: props.onPrimary };
    const act = asked !== undefined && asked in acts ? acts[asked as keyof typeof acts] : undefined;
    if (asked === 'keep' || act) event.preventDefault();
    act?.();
  };
  createEffect(() => {
    document.title = SHELL.windowTitle(props.title);
  });
  onMount(() => {
    // On opening the app the focus stays where the browser puts it.
    if (pagesShown++ > 0) heading?.focus({ preventScroll: true });
    window.addEventListener('keydown', keys);
    onCleanup(() => window.removeEventListener('keydown', keys));
  });
  return (
    <div class={styles.page} data-density={choice() ?? props.density ?? 'comfortable'}>
      <header class={styles.head}>
        <div class={styles.titles}>
          <Show when={props.crumbs}>{(crumbs) => <Crumbs crumbs={crumbs()} />}</Show>
          <h1
            tabindex="-1"
            ref={(el) => {
              heading = el;
            }}
          >
            {props.title}
          </h1>
          <Show when={props.purpose}>{(purpose) => <p class={styles.purpose}>{purpose()}</p>}</Show>
        </div>
        <Show when={props.actions}>{(actions) => <div class={styles.actions}>{actions()}</div>}</Show>
      </header>
      <div class={styles.body} data-reading={SHELL.reading}>
        {props.children}
      </div>
    </div>
  );
}

function Crumbs(props: { readonly crumbs: readonly Crumb[] }): JSX.Element {
  return (
    <ol class={styles.crumbs}>
      <For each={props.crumbs}>
        {(crumb) => (
          <li>
            <Show when={crumb.href} fallback={crumb.words}>
              {(href) => <a href={href()}>{crumb.words}</a>}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
