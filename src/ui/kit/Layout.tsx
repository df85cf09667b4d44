import { type JSX, Show } from 'solid-js';
import { cx } from './cx.ts';
import styles from './Layout.module.css';

export interface ColumnsProps {
  /**
   * `side`: 320 px at the right for source, target, deadline. `record`: 560 px at the left. `queue`: 236 px list at the left.
   * `clock`: 324 px at the left. `player`: 400 px, middle, 316 px. All go one under another where there is no room.
   */
  readonly kind: 'side' | 'record' | 'queue' | 'clock' | 'player';
  /** The columns hold a table that scrolls inside. */
  readonly fill?: boolean | undefined;
  readonly children: JSX.Element;
}

export function Columns(props: ColumnsProps): JSX.Element {
  return <div class={cx(styles.columns, styles[props.kind], props.fill && styles.fill)}>{props.children}</div>;
}

export interface StackProps {
  readonly children: JSX.Element;
  /** A second pane, such as a side column: F6 stops here, under this name. */
  readonly pane?: string | undefined;
  readonly fill?: boolean | undefined;
}

/** Sheets one under another. */
export function Stack(props: StackProps): JSX.Element {
  const look = (): string => cx(styles.stack, props.fill && styles.fillStack);
  return (
    <Show when={props.pane} fallback={<div class={look()}>{props.children}</div>}>
      {(name) => (
        <aside class={look()} aria-label={name()} data-pane="" tabindex="-1">
          {props.children}
        </aside>
      )}
    </Show>
  );
}

/** Buttons or short words in a row that may wrap. */
export function Line(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.line}>{props.children}</div>;
}

/** Fields of a form, one under another, or side by side where there is room. */
export function Fields(props: { readonly children: JSX.Element; readonly beside?: boolean | undefined }): JSX.Element {
  return <div class={cx(styles.fields, props.beside && styles.beside)}>{props.children}</div>;
}

/** Lines of a sheet: words at the left, a state or a link at the right. Put it into `<Sheet bare>`. */
export function Rows(props: { readonly children: JSX.Element }): JSX.Element {
  return <ul class={styles.rows}>{props.children}</ul>;
}

export function Row(props: { readonly children: JSX.Element; readonly end?: JSX.Element }): JSX.Element {
  return (
    <li>
      <span>{props.children}</span>
      {props.end}
    </li>
  );
}

/** A short table written out by the page: `<tr>`s with cells. Long ones are `DataTable`s. */
export function Table(props: {
  readonly name: string;
  /** Below this the table scrolls sideways, and only the table. */
  readonly minWidth?: string | undefined;
  /** On phones a row is a few lines of words with its act below, and no head: for cells that say themselves what they are. */
  readonly stacks?: boolean | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <section class={styles.tableWrap} aria-label={props.name} tabindex="0">
      <table class={cx(styles.table, props.stacks && styles.stacks)} style={{ '--min-width': props.minWidth }}>
        {props.children}
      </table>
    </section>
  );
}
