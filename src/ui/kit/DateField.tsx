import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { type Precision, readTypedDate, tidyText } from '../../text/typed.ts';
import styles from './Field.module.css';
import { TextField, type TextFieldProps } from './TextField.tsx';

export interface DateFieldProps extends Omit<TextFieldProps, 'rows' | 'tidy' | 'inputMode' | 'side'> {
  readonly precision?: Precision | undefined;
  /** Off in filter rows, where there is no room for the button. */
  readonly picker?: boolean | undefined;
}

/**
 * A date that may be typed in any common way and is put as `2026-03-05` on leaving, or picked from the browser's calendar. What
 * can't be read stays as typed; check it with `readTypedDate`.
 */
export function DateField(props: DateFieldProps): JSX.Element {
  let native: HTMLInputElement | undefined;
  const precision = (): Precision => props.precision ?? 'day';
  const tidy = (text: string): string => readTypedDate(text, precision()) ?? tidyText(text);
  const open = (): void => {
    if (!native) return;
    native.value = readTypedDate(props.value.slice(0, 10)) ?? '';
    native.showPicker();
  };
  const picked = (date: string): void => {
    if (date === '') return;
    const time = precision() === 'day' ? '' : props.value.slice(10);
    props.onInput(`${date}${time}`);
    props.onLeave?.();
  };
  return (
    <TextField
      {...props}
      inputMode="numeric"
      tidy={tidy}
      placeholder={props.placeholder}
      side={
        <Show when={props.picker !== false}>
          <span class={styles.pickerSlot}>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: only its calendar is used, opened by the button */}
            <input
              ref={(el) => {
                native = el;
              }}
              class={styles.picker}
              type="date"
              tabindex="-1"
              aria-hidden="true"
              onChange={(event) => picked(event.currentTarget.value)}
            />
            <button type="button" class={styles.side} aria-label={KIT.pickDateOf(props.label)} onClick={open}>
              {KIT.pickDate}
            </button>
          </span>
        </Show>
      }
    />
  );
}
