import { createSignal, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import styles from './Field.module.css';
import { boxClass, describedBy, Field, type FieldProps } from './Field.tsx';

export interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** `new` lets the browser offer to keep it nowhere and fill nothing in. */
  readonly kind?: 'current' | 'new' | undefined;
  /** Enter in the box. It never signs; see SignBox. */
  readonly onEnter?: (() => void) | undefined;
  readonly ref?: ((element: HTMLInputElement) => void) | undefined;
}

export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const [shown, setShown] = createSignal(false);
  const [caps, setCaps] = createSignal(false);
  const key = (event: KeyboardEvent): void => {
    setCaps(event.getModifierState('CapsLock'));
    if (event.key !== 'Enter' || event.isComposing || !props.onEnter) return;
    // Without this the key press would fall on whatever takes the focus next, and press it.
    event.preventDefault();
    props.onEnter();
  };
  return (
    <Field {...props}>
      <input
        id={props.id}
        ref={(el) => props.ref?.(el)}
        class={boxClass(props.fault !== undefined)}
        type={shown() ? 'text' : 'password'}
        autocomplete={props.kind === 'new' ? 'new-password' : 'current-password'}
        autocapitalize="off"
        spellcheck={false}
        value={props.value}
        aria-invalid={props.fault !== undefined ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        aria-required={props.optional ? undefined : 'true'}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => {
          setCaps(false);
          props.onLeave?.();
        }}
        onKeyDown={key}
      />
      <button
        type="button"
        class={styles.side}
        aria-pressed={shown()}
        aria-label={KIT.showPassphrase}
        onClick={() => setShown(!shown())}
      >
        {shown() ? KIT.hide : KIT.show}
      </button>
      <Show when={caps()}>
        <span class={styles.caps} role="status">
          {KIT.capsLock}
        </span>
      </Show>
    </Field>
  );
}
