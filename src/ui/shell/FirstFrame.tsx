import { type JSX, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Announcer } from '../kit/Announcer.tsx';
import { BrandMark } from './BrandMark.tsx';
import styles from './FirstFrame.module.css';

export interface FirstFrameProps {
  readonly title: string;
  readonly purpose?: JSX.Element | undefined;
  readonly demo?: boolean | undefined;
  /** 依据：… */
  readonly foot?: JSX.Element | undefined;
  /** A narrow column, for the locked screen. */
  readonly narrow?: boolean | undefined;
  readonly children: JSX.Element;
}

/** Pages outside the shell: first use, locked, another window at work. */
export function FirstFrame(props: FirstFrameProps): JSX.Element {
  return (
    <div class={styles.frame}>
      <header class={styles.top}>
        <BrandMark />
        <b>{SHELL.name}</b>
        <span class={styles.slogan}>{SHELL.slogan}</span>
        <Show when={props.demo}>
          <span class={styles.demo}>{SHELL.demo}</span>
        </Show>
      </header>
      <main class={styles.main} classList={{ [styles.narrow ?? '']: props.narrow === true }} data-pane="" tabindex="-1">
        <h1>{props.title}</h1>
        <Show when={props.purpose}>{(purpose) => <p class={styles.purpose}>{purpose()}</p>}</Show>
        {props.children}
      </main>
      <Show when={props.foot}>{(foot) => <footer class={styles.foot}>{foot()}</footer>}</Show>
      <Announcer />
    </div>
  );
}

export interface WayProps {
  readonly id: string;
  /** Radio buttons of one question share it. */
  readonly group: string;
  readonly title: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: JSX.Element;
}

/** One of two ways, written out so that the choice can be made by reading. */
export function Way(props: WayProps): JSX.Element {
  return (
    <section class={styles.way} classList={{ [styles.on ?? '']: props.chosen }}>
      <h2>
        <input id={props.id} type="radio" name={props.group} checked={props.chosen} onChange={() => props.onChoose()} />
        <label for={props.id}>{props.title}</label>
      </h2>
      {props.children}
    </section>
  );
}

export function Ways(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div class={styles.ways} role="radiogroup" aria-label={props.name}>
      {props.children}
    </div>
  );
}
