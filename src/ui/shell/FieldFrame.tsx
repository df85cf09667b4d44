import { type JSX, Show } from 'solid-js';
import { SHELL } from '../../text/shell.ts';
import { Announcer } from '../kit/Announcer.tsx';
import styles from './FieldFrame.module.css';

export interface FieldFrameProps {
  readonly backHref: string;
  readonly people: string;
  /** With no network it says so, and that everything is kept here. */
  readonly offline: boolean;
  readonly demo?: boolean | undefined;
  /** Number of the activity. */
  readonly sub?: string | undefined;
  readonly title?: string | undefined;
  /** 00:00:40, and what it counts from. */
  readonly elapsed?: { readonly figure: string; readonly words: string } | undefined;
  readonly children: JSX.Element;
}

/** A field screen on a phone: one next act that takes the height that is left; nothing scrolls. */
export function FieldFrame(props: FieldFrameProps): JSX.Element {
  return (
    <div class={styles.frame}>
      <header class={styles.strip}>
        <span>
          <a href={props.backHref}>{SHELL.field.backToday}</a>
          {props.people}
          <Show when={props.demo}>
            <span class={styles.demo}>{SHELL.demoShort}</span>
          </Show>
        </span>
        <span class={styles.network}>{props.offline ? SHELL.field.offline : SHELL.field.online}</span>
      </header>
      <main class={styles.main} id="main" tabindex="-1">
        <Show when={props.title}>
          <div class={styles.head}>
            <Show when={props.sub}>
              <p>{props.sub}</p>
            </Show>
            <h1>{props.title}</h1>
          </div>
        </Show>
        <Show when={props.elapsed}>
          {(elapsed) => (
            <p class={styles.elapsed}>
              <b>{elapsed().figure}</b>
              <span>{elapsed().words}</span>
            </p>
          )}
        </Show>
        {props.children}
      </main>
      <Announcer />
    </div>
  );
}

/** Words to be read aloud, large, in the middle. */
export function Cue(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.cue}>{props.children}</div>;
}
