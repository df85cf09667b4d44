import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Announcer } from '../kit/Announcer.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { type Density, DensityChoice } from './Page.tsx';
import { Palette } from './Palette.tsx';
import { Strip, TabBar } from './PhoneBars.tsx';
import type { Command } from './palette-model.ts';
import { focusNextPane } from './panes.ts';
import { Rail } from './Rail.tsx';
import type { FootState, RailPage } from './rail-types.ts';
import styles from './Shell.module.css';
import { shellKeyOf } from './shell-keys.ts';

export interface ShellProps {
  readonly bureau: string;
  readonly demo?: boolean | undefined;
  /** Four groups: 执法, 保管, 监督, 本站. Alt+1…9 counts through them. */
  readonly groups: readonly (readonly RailPage[])[];
  /** The four of the phone's tab bar. */
  readonly tabs: readonly RailPage[];
  /** Id of the page in sight. */
  readonly current: string;
  readonly foot: FootState;
  readonly onLock: () => void;
  readonly onGo: (href: string) => void;
  /** `Banner`s above the page: another window is at work, a new version waits. */
  readonly banners?: JSX.Element | undefined;
  readonly commands: readonly Command[];
  readonly found: readonly Command[];
  readonly onQuery: (query: string) => void;
  /** F1: help for the page in sight. */
  readonly help?: JSX.Element | undefined;
  readonly density?: Density | undefined;
  /** A `Page`. */
  readonly children: JSX.Element;
}

/** The frame of the app: rail, page, and on phones a strip above and five words below. */
export function Shell(props: ShellProps): JSX.Element {
  const [searching, setSearching] = createSignal(false);
  const [helping, setHelping] = createSignal(false);
  let root: HTMLElement | undefined;
  let main: HTMLElement | undefined;

  const closeHelp = (): void => {
    setHelping(false);
    main?.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    const asked = shellKeyOf(event);
    if (asked === undefined || root === undefined) return;
    if (asked.kind === 'palette') setSearching(true);
    else if (asked.kind === 'help') helping() ? closeHelp() : setHelping(true);
    else if (asked.kind === 'pane') focusNextPane(root, asked.back);
    else if (asked.kind === 'page') {
      const page = props.groups.flat()[asked.index];
      if (page === undefined || searching()) return;
      props.onGo(page.href);
    } else return;
    event.preventDefault();
  };
  onMount(() => {
    window.addEventListener('keydown', keys);
    onCleanup(() => window.removeEventListener('keydown', keys));
  });
  return (
    <DensityChoice.Provider value={() => props.density}>
      <div
        class={styles.shell}
        ref={(el) => {
          root = el;
        }}
      >
        <SkipLink onSkip={() => main?.focus()} />
        <Rail
          bureau={props.bureau}
          demo={props.demo === true}
          groups={props.groups}
          current={props.current}
          foot={props.foot}
          onLock={props.onLock}
        />
        <Strip foot={props.foot} demo={props.demo === true} />
        <main
          id="main"
          class={styles.main}
          aria-label={SHELL.page}
          data-pane=""
          tabindex="-1"
          ref={(el) => {
            main = el;
          }}
        >
          <Show when={props.banners}>{(banners) => <div class={styles.banners}>{banners()}</div>}</Show>
          {props.children}
        </main>
        <TabBar
          tabs={props.tabs}
          groups={props.groups}
          current={props.current}
          foot={props.foot}
          onLock={props.onLock}
          onSearch={() => setSearching(true)}
        />
        <Show when={helping()}>
          <HelpPanel onClose={closeHelp}>{props.help}</HelpPanel>
        </Show>
        <Palette
          open={searching()}
          onClose={() => setSearching(false)}
          commands={props.commands}
          found={props.found}
          onQuery={props.onQuery}
        />
        <Announcer />
      </div>
    </DensityChoice.Provider>
  );
}

function SkipLink(props: { readonly onSkip: () => void }): JSX.Element {
  return (
    <a
      class={styles.skip}
      href="#main"
      on:click={(event: MouseEvent) => {
        // The router must not take it for a page.
        event.preventDefault();
        props.onSkip();
      }}
    >
      {SHELL.skip}
    </a>
  );
}

export interface BannerProps {
  readonly children: JSX.Element;
  /** One small button. */
  readonly act?: JSX.Element | undefined;
}

/** A line above the page for what holds on every page. */
export function Banner(props: BannerProps): JSX.Element {
  return (
    <div class={styles.banner} role="status">
      <span>{props.children}</span>
      {props.act}
    </div>
  );
}
