import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { announce } from './announce.ts';
import { cx } from './cx.ts';
import styles from './FieldButtons.module.css';
import { readNow } from './press.ts';

export interface FieldButtonProps {
  readonly children: JSX.Element;
  /** What it is for, in a few words below. */
  readonly sub?: string | undefined;
  readonly onPress: () => void;
  /** Why it cannot work now; stands in the place of `sub`. */
  readonly cannot?: string | undefined;
}

function FieldButton(props: FieldButtonProps & { readonly class: string }): JSX.Element {
  const subId = createUniqueId();
  const press = (): void => {
    const cannot = readNow(() => props.cannot);
    if (cannot === undefined) props.onPress();
    else announce(cannot, 'assertive');
  };
  return (
    <button
      type="button"
      class={cx(props.class, props.cannot !== undefined && styles.cannot)}
      aria-disabled={props.cannot !== undefined ? 'true' : undefined}
      aria-describedby={props.cannot !== undefined ? subId : undefined}
      onClick={press}
    >
      {props.children}
      <Show when={props.cannot ?? props.sub}>
        {(words) => (
          <small class={styles.sub} id={subId}>
            {words()}
          </small>
        )}
      </Show>
    </button>
  );
}

/** The one next act of a field screen. With `grow` it takes all the height that is left. */
export function BigButton(props: FieldButtonProps & { readonly grow?: boolean | undefined }): JSX.Element {
  return <FieldButton {...props} class={cx(styles.big, props.grow && styles.grow)} />;
}

/** The other acts; `low` for the ways back beside a cue card, `marked` for what is done already and can be done again. */
export function MidButton(
  props: FieldButtonProps & { readonly low?: boolean | undefined; readonly marked?: boolean | undefined },
): JSX.Element {
  return <FieldButton {...props} class={cx(styles.mid, props.low && styles.low, props.marked && styles.marked)} />;
}

/** Two and two. */
export function FieldGrid(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.grid}>{props.children}</div>;
}

export interface HoldButtonProps {
  /** The act, short: 结束. It is also said in full sentences. */
  readonly act: string;
  readonly onHeld: () => void;
  readonly seconds?: number | undefined;
}

const STEPS = 8;
const SECOND_CHANCE_MS = 10_000;

/**
 * Held for two seconds, by finger, mouse, space or Enter, so that it never happens in a pocket. Assistive technology that can only
 * click gets a second press within ten seconds instead.
 */
export function HoldButton(props: HoldButtonProps): JSX.Element {
  const seconds = (): number => props.seconds ?? 2;
  const [step, setStep] = createSignal(0);
  const [armed, setArmed] = createSignal(false);
  let ticking: ReturnType<typeof setInterval> | undefined;
  let disarming: ReturnType<typeof setTimeout> | undefined;
  let held = false;

  const stop = (): void => {
    clearInterval(ticking);
    ticking = undefined;
    setStep(0);
  };
  const begin = (): void => {
    if (ticking !== undefined) return;
    held = false;
    ticking = setInterval(
      () => {
        setStep(step() + 1);
        if (step() < STEPS) return;
        stop();
        held = true;
        props.onHeld();
      },
      (seconds() * 1_000) / STEPS,
    );
  };
  const end = (): void => {
    const early = ticking !== undefined;
    stop();
    if (early && !held) announce(KIT.hold.tooShort(props.act, seconds()), 'assertive');
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    // Else the browser presses the button, by Enter at once, by space on letting go.
    event.preventDefault();
    if (!event.repeat) begin();
  };
  const disarm = (): void => {
    clearTimeout(disarming);
    setArmed(false);
  };
  const click = (event: MouseEvent): void => {
    // A click by pointer ends a hold; one with no pointer behind it comes from a screen reader or voice control.
    const byPointer = event.detail > 0 || ('pointerId' in event && event.pointerId !== -1);
    if (byPointer) return;
    if (armed()) {
      disarm();
      props.onHeld();
      return;
    }
    setArmed(true);
    announce(KIT.hold.again(props.act), 'assertive');
    disarming = setTimeout(disarm, SECOND_CHANCE_MS);
  };
  onCleanup(() => {
    stop();
    disarm();
  });
  return (
    <button
      type="button"
      class={cx(styles.mid, styles.hold)}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={key}
      onKeyUp={end}
      onBlur={stop}
      onClick={click}
    >
      {props.act}
      <small class={styles.sub}>{armed() ? KIT.hold.again(props.act) : KIT.hold.hold(seconds())}</small>
      <span class={styles.level} aria-hidden="true" style={{ width: `${(step() / STEPS) * 100}%` }} />
    </button>
  );
}
