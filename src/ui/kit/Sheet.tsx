import { children, createUniqueId, type JSX, onMount, Show } from 'solid-js';
import { cx } from './cx.ts';
import styles from './Sheet.module.css';

export interface SheetProps {
  readonly title?: JSX.Element | undefined;
  /** Second words beside the title: a count, what it means. */
  readonly sub?: JSX.Element | undefined;
  /** At the right of the head: a link, a tag, a small button. */
  readonly aside?: JSX.Element | undefined;
  /** Not yet recorded: straw ground, dashed frame. */
  readonly draft?: boolean | undefined;
  /** Something happened that needs the person: amber frame. */
  readonly waits?: boolean | undefined;
  /** Low head, for dense pages. */
  readonly low?: boolean | undefined;
  /** Children bring their own padding: tables, rows, chains of sheets. */
  readonly bare?: boolean | undefined;
  /** Takes the height that is left on the page and lets its content scroll inside; for one long table. */
  readonly fill?: boolean | undefined;
  /** Takes up the focus if what had it went away as this came: the next step of a chain of acts, or what an act led to. */
  readonly catchesFocus?: boolean | undefined;
  readonly children?: JSX.Element;
}

/** A padded part of a bare sheet. */
export function SheetBody(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.body}>{props.children}</div>;
}

/** Recorded matter lies on white paper with a full line; a draft has a dashed one. */
export function Sheet(props: SheetProps): JSX.Element {
  const titleId = createUniqueId();
  // Read once: every reading of a prop that holds parts makes them anew.
  const title = children(() => props.title);
  let section: HTMLElement | undefined;
  onMount(() => {
    if (props.catchesFocus && document.activeElement === document.body) section?.focus({ preventScroll: true });
  });
  return (
    <section
      ref={(el) => {
        section = el;
      }}
      tabindex={props.catchesFocus ? -1 : undefined}
      class={cx(
        styles.sheet,
        props.draft && styles.draft,
        props.waits && styles.waits,
        props.low && styles.low,
        props.fill && styles.fill,
      )}
      aria-labelledby={title() === undefined ? undefined : titleId}
    >
      <Show when={title() !== undefined}>
        <div class={styles.head}>
          <h2 id={titleId}>{title()}</h2>
          <Show when={props.sub}>{(sub) => <span class={styles.sub}>{sub()}</span>}</Show>
          <Show when={props.aside}>{(aside) => <span class={styles.aside}>{aside()}</span>}</Show>
        </div>
      </Show>
      <Show when={props.bare} fallback={<div class={styles.body}>{props.children}</div>}>
        {props.children}
      </Show>
    </section>
  );
}
