import { createEffect, Index, type JSX, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Gauge } from '../kit/Gauge.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { BrandMark } from './BrandMark.tsx';
import styles from './Rail.module.css';
import type { FootState, RailPage } from './rail-types.ts';

export interface RailProps {
  readonly bureau: string;
  readonly demo: boolean;
  readonly groups: readonly (readonly RailPage[])[];
  readonly current: string;
  readonly foot: FootState;
  readonly onLock: () => void;
}

export function Rail(props: RailProps): JSX.Element {
  return (
    <nav class={styles.rail} aria-label={SHELL.navigation} data-pane="" tabindex="-1">
      <div class={styles.brand}>
        <BrandMark />
        <div>
          <b>{SHELL.name}</b>
          <span>{props.bureau}</span>
        </div>
      </div>
      <Show when={props.demo}>
        <div class={styles.demo}>{SHELL.demo}</div>
      </Show>
      <div class={styles.pages}>
        {/* By place: counts come and go, and a link that is drawn anew under the mouse loses its click. */}
        <Index each={props.groups}>
          {(group) => (
            <ul>
              <Index each={group()}>{(page) => <PageLink page={page()} current={props.current === page().id} />}</Index>
            </ul>
          )}
        </Index>
      </div>
      <Foot foot={props.foot} onLock={props.onLock} />
    </nav>
  );
}

function PageLink(props: { readonly page: RailPage; readonly current: boolean }): JSX.Element {
  let link: HTMLAnchorElement | undefined;
  // Where the rail scrolls, the page one is on stays in sight.
  createEffect(() => {
    if (props.current) link?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <li>
      <a ref={link} href={props.page.href} aria-current={props.current ? 'page' : undefined}>
        {props.page.name}
        <Show when={props.page.due}>
          {(due) => (
            <>
              <span class={styles.count} aria-hidden="true">
                {due()}
              </span>
              <Hidden> {SHELL.due(due())}</Hidden>
            </>
          )}
        </Show>
      </a>
    </li>
  );
}

/** Also at the foot of the sheet behind 更多. */
export function Foot(props: { readonly foot: FootState; readonly onLock: () => void }): JSX.Element {
  const job = (): FootState['job'] => props.foot.job;
  return (
    <section class={styles.foot} aria-label={SHELL.state}>
      <a href={job().href}>
        <span class={styles.key}>
          {SHELL.job} <b>{job().words ?? SHELL.noJob}</b>
        </span>
        <Show when={job().fraction !== undefined}>
          <Gauge
            name={job().words ?? SHELL.job}
            value={job().fraction ?? 0}
            size="s"
            on="rail"
            stopped={job().stopped}
          />
        </Show>
        <Show when={job().detail}>
          <span class={styles.value}>{job().detail}</span>
        </Show>
      </a>
      <a href={props.foot.sync.href}>
        <span class={styles.spare}>{SHELL.sync}</span>
        <span class={styles.value}>{props.foot.sync.words}</span>
      </a>
      <a href={props.foot.station.href}>
        <span class={styles.spare}>{SHELL.station}</span>
        <span class={styles.value}>{props.foot.station.words}</span>
      </a>
      <Show when={props.foot.person} fallback={<div class={styles.nobody}>{SHELL.nobody}</div>}>
        {(person) => (
          <div class={styles.who}>
            <a href={person().href}>
              <span class={styles.spare}>{person().role}</span>
              <span class={styles.value}>{person().name}</span>
            </a>
            <button type="button" onClick={() => props.onLock()}>
              {SHELL.lock}
            </button>
          </div>
        )}
      </Show>
    </section>
  );
}
