import type { JSX } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { readTypedDate, tidyText } from '../../text/typed.ts';
import styles from './DateRange.module.css';
import { boxClass, FieldGroup, type FieldProps } from './Field.tsx';

export interface DateRangeProps extends FieldProps {
  /** As typed, or `2026-03-05` once left. */
  readonly from: string;
  readonly to: string;
  readonly onFrom: (text: string) => void;
  readonly onTo: (text: string) => void;
}

/** From a day to a day, both included. */
export function DateRange(props: DateRangeProps): JSX.Element {
  const box = (name: string, value: () => string, set: (text: string) => void): JSX.Element => (
    <input
      class={boxClass(props.fault !== undefined, styles.day)}
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-label={KIT.dateRange(props.label, name)}
      value={value()}
      onInput={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        set(readTypedDate(value()) ?? tidyText(value()));
        props.onLeave?.();
      }}
    />
  );
  return (
    <FieldGroup {...props}>
      <span class={styles.range}>
        {box(KIT.from, () => props.from, props.onFrom)}
        <span>{KIT.until}</span>
        {box(KIT.to, () => props.to, props.onTo)}
      </span>
    </FieldGroup>
  );
}
