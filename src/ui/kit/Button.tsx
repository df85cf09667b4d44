import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { announce } from './announce.ts';
import styles from './Button.module.css';
import { cx } from './cx.ts';

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
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);

  const answer = (reason: string): void => {
    setAsked(true);
    announce(reason, 'assertive');
  };
  const press = async (event: MouseEvent): Promise<void> => {
    if (props.cannot !== undefined) {
      event.preventDefault();
      answer(props.cannot);
      return;
    }
    if (busy()) {
      event.preventDefault();
      return;
    }
    const result = props.onPress?.();
    if (!(result instanceof Promise)) return;
    setBusy(true);
    try {
      await result;
    } finally {
      setBusy(false);
    }
  };
  const look = (): string =>
    cx(
      styles.btn,
      props.look && styles[props.look],
      props.size && styles[props.size],
      props.cannot !== undefined && styles.cannot,
    );
  const reason = (): JSX.Element => (
    <span id={reasonId} class={cx(styles.reason, asked() && styles.asked)} hidden={props.reasonAt === 'hidden'}>
      {props.cannot}
    </span>
  );
  const shared = {
    get id() {
      return props.id;
    },
    get class() {
      return look();
    },
    get 'aria-label'() {
      return props.name;
    },
    get 'aria-disabled'() {
      return props.cannot !== undefined ? ('true' as const) : undefined;
    },
    get 'aria-describedby'() {
      return props.cannot !== undefined ? reasonId : undefined;
    },
  };
  const control = (): JSX.Element => (
    <Show
      when={props.href !== undefined && props.cannot === undefined}
      fallback={
        <button
          {...shared}
          ref={(el) => props.ref?.(el)}
          type={props.type ?? 'button'}
          aria-pressed={props.pressed}
          aria-haspopup={props.opens}
          aria-expanded={props.expanded}
          aria-busy={busy() ? 'true' : undefined}
          onClick={press}
        >
          {props.children}
        </button>
      }
    >
      <a {...shared} ref={(el) => props.ref?.(el)} href={props.href} onClick={press}>
        {props.children}
      </a>
    </Show>
  );
  // The wrapper is always there, so that a button that becomes able keeps its element and the focus on it.
  return (
    <span
      class={cx(
        styles.pair,
        props.cannot !== undefined && styles.withReason,
        props.reasonAt === 'under' && styles.under,
      )}
    >
      <Show when={props.cannot !== undefined && props.reasonAt === 'before'}>{reason()}</Show>
      {control()}
      <Show when={props.cannot !== undefined && props.reasonAt !== 'before'}>{reason()}</Show>
    </span>
  );
}
