import type { JSX } from 'solid-js';
import { tidyNumber } from '../../text/typed.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';

export type NumberFieldProps = Omit<TextFieldProps, 'rows' | 'tidy' | 'inputMode'> & {
  readonly whole?: boolean | undefined;
};

/** A number as typed text, so that a slip is not lost; `readNumber` of typed.ts reads it. No spinner: those change values unseen. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  return <TextField {...props} inputMode={props.whole ? 'numeric' : 'decimal'} tidy={tidyNumber} />;
}
