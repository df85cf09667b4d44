import { type JSX, Show } from 'solid-js';
import { tidyText } from '../../text/typed.ts';
import styles from './Field.module.css';
import { boxClass, describedBy, Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Puts the text into its kept form on leaving; by default spaces at the ends go. See typed.ts. */
  readonly tidy?: ((text: string) => string) | undefined;
  /** More than one makes it a text area. */
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly alignEnd?: boolean | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly readOnly?: boolean | undefined;
  /** A button after the box that belongs to it. */
  readonly side?: JSX.Element | undefined;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const leave = (): void => {
    const tidied = (props.tidy ?? tidyText)(props.value);
    if (tidied !== props.value) props.onInput(tidied);
    props.onLeave?.();
  };
  const shared = {
    get id() {
      return props.id;
    },
    get value() {
      return props.value;
    },
    get class() {
      return boxClass(props.fault !== undefined, props.mono && styles.mono, props.alignEnd && styles.end);
    },
    get placeholder() {
      return props.placeholder;
    },
    get maxlength() {
      return props.maxLength;
    },
    get readonly() {
      return props.readOnly;
    },
    get 'aria-invalid'() {
      return props.fault !== undefined ? ('true' as const) : undefined;
    },
    get 'aria-describedby'() {
      return describedBy(props);
    },
    get 'aria-required'() {
      return props.optional ? undefined : ('true' as const);
    },
    onBlur: leave,
  };
  return (
    <Field {...props}>
      <Show
        when={(props.rows ?? 1) > 1}
        fallback={
          <input
            {...shared}
            type="text"
            inputmode={props.inputMode}
            autocomplete={props.autocomplete ?? 'off'}
            spellcheck={false}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        }
      >
        <textarea {...shared} rows={props.rows} onInput={(event) => props.onInput(event.currentTarget.value)} />
      </Show>
      {props.side}
    </Field>
  );
}
