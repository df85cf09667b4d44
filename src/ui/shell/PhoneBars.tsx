import { createSignal, Index, type JSX, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import styles from './PhoneBars.module.css';
import { Foot } from './Rail.tsx';
import type { FootState, RailPage } from './rail-types.ts';

/** Above the page on phones: who, and what runs or how far the other stations are. */
export function Strip(props: { readonly foot: FootState; readonly demo: boolean }): JSX.Element {
  return (
    <header class={styles.strip}>
      <span class={styles.who}>
        <Show when={props.foot.person} fallback={SHELL.nobody}>
          {(person) => (props.demo ? person().name : `${person().name} ${person().role}`)}
        </Show>
        <Show when={props.demo}>
          <span class={styles.demo}>{SHELL.demoShort}</span>
        </Show>
      </span>
      <Show when={props.foot.job.words} fallback={<a href={props.foot.sync.href}>{props.foot.sync.words}</a>}>
        {(words) => <a href={props.foot.job.href}>{`${words()} ${props.foot.job.detail ?? ''}`}</a>}
      </Show>
    </header>
  );
}

export interface TabBarProps {
  /** Four; the fifth is 更多. */
  readonly tabs: readonly RailPage[];
  readonly groups: readonly (readonly RailPage[])[];
  readonly current: string;
  readonly foot: FootState;
  readonly onLock: () => void;
  readonly onSearch: () => void;
}

/** Five words below the page on phones. */
export function TabBar(props: TabBarProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const inTabs = (): boolean => props.tabs.some((tab) => tab.id === props.current);
  const current = (on: boolean): 'page' | undefined => (on ? 'page' : undefined);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <nav class={styles.bar} aria-label={SHELL.navigation} data-pane="" tabindex="-1">
        <Index each={props.tabs}>
          {(tab) => (
            <a href={tab().href} aria-current={current(props.current === tab().id)}>
              {tab().name}
              <Show when={tab().due}>{(due) => <Hidden> {SHELL.due(due())}</Hidden>}</Show>
            </a>
          )}
        </Index>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={open()}
          aria-current={current(!inTabs())}
          onClick={() => setOpen(true)}
        >
          {SHELL.more}
        </button>
      </nav>
      <Dialog open={open()} onClose={close} title={SHELL.moreTitle} place="bottom">
        <ul class={styles.pages}>
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                props.onSearch();
              }}
            >
              {SHELL.palette.title}
            </button>
          </li>
          <Index each={props.groups.flat().filter((page) => !props.tabs.some((tab) => tab.id === page.id))}>
            {(page) => (
              <li>
                <a href={page().href} aria-current={current(props.current === page().id)} onClick={close}>
                  {page().name}
                  <Show when={page().due}>{(due) => <span class={styles.due}>{SHELL.due(due())}</span>}</Show>
                </a>
              </li>
            )}
          </Index>
        </ul>
        <Foot foot={props.foot} onLock={props.onLock} />
      </Dialog>
    </>
  );
}
