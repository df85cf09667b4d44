import { createUniqueId, type JSX, Show } from 'solid-js';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { createPress, type Press } from './press.ts';

export interface ButtonProps {
  readonly children: JSX.Element;
  /** While the promise it returns is open, further presses do nothing. Without `href`, what the button does. */
  readonly onPress?: (() => unknown) | undefined;
  /** Makes it a link: a place to go to, not an act. */
  readonly href?: string | undefined;
  readonly look?: 'plain' | 'primary' | 'quiet' | undefined;
  readonly size?: 's' | 'm' | 'l' | undefined;
  /**
   * Why it cannot work yet, as words for the person: "还差 2 个环节". The button is then dashed, can still be reached, and
   * answers a press with these words, which also stand beside it.
   */
  readonly cannot?: string | undefined;
  /** Where the reason stands. `hidden` only where the page says it elsewhere already. */
  readonly reasonAt?: 'after' | 'before' | 'under' | 'hidden' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** For a button that stays down: the playback speed in use. */
  readonly pressed?: boolean | undefined;
  /** Says more than the words on it, where those repeat down a list: "去掉 拍摄日期". */
  readonly name?: string | undefined;
  readonly opens?: 'dialog' | 'menu' | undefined;
  readonly expanded?: boolean | undefined;
  readonly id?: string | undefined;
  readonly ref?: ((element: HTMLElement) => void) | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const reasonId = createUniqueId();
  const press = createPress(props);
  const cannot = (): boolean => props.cannot !== undefined;
  const failed = (): boolean => press.trouble() !== undefined;
  const says = (): boolean => cannot() || failed();
  const reason = (): JSX.Element => (
    <span id={reasonId} class={cx(styles.reason, press.asked() && styles.asked)} hidden={props.reasonAt === 'hidden'}>
      {props.cannot}
    </span>
  );
  // The wrapper is always there, so that a button that becomes able keeps its element and the focus on it.
  return (
    <span
      class={cx(styles.pair, says() && styles.withReason, (props.reasonAt === 'under' || failed()) && styles.under)}
    >
      <Show when={cannot() && props.reasonAt === 'before'}>{reason()}</Show>
      <Show
        when={props.href !== undefined && !cannot()}
        fallback={<PlainButton {...props} reasonId={reasonId} press={press} />}
      >
        <a
          id={props.id}
          ref={(el) => props.ref?.(el)}
          class={lookOf(props)}
          href={props.href}
          aria-label={props.name}
          onClick={press.onClick}
        >
          {props.children}
        </a>
      </Show>
      <Show when={cannot() && props.reasonAt !== 'before'}>{reason()}</Show>
      <Show when={press.trouble()}>{(words) => <span class={styles.trouble}>{words()}</span>}</Show>
    </span>
  );
}

const lookOf = (props: ButtonProps): string =>
  cx(
    styles.btn,
    props.look && styles[props.look],
    props.size && styles[props.size],
    props.cannot !== undefined && styles.cannot,
  );

function PlainButton(props: ButtonProps & { readonly reasonId: string; readonly press: Press }): JSX.Element {
  return (
    <button
      id={props.id}
      ref={(el) => props.ref?.(el)}
      class={lookOf(props)}
      type={props.type ?? 'button'}
      aria-label={props.name}
      aria-disabled={props.cannot !== undefined ? 'true' : undefined}
      aria-describedby={props.cannot !== undefined ? props.reasonId : undefined}
      aria-pressed={props.pressed}
      aria-haspopup={props.opens}
      aria-expanded={props.expanded}
      aria-busy={props.press.busy() ? 'true' : undefined}
      onClick={props.press.onClick}
    >
      {props.children}
    </button>
  );
}
