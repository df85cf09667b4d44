import { For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { boxClass, describedBy, Field, type FieldProps } from './Field.tsx';

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** Under the label of radio buttons; after it in a list. */
  readonly hint?: string | undefined;
  /** Why it can't be chosen now. */
  readonly cannot?: string | undefined;
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly value: V | '';
  readonly onChange: (value: V | '') => void;
  readonly choices: readonly Choice<V>[];
  /** What stands while nothing is chosen; default 请选择…. In filters: 全部. */
  readonly none?: string | undefined;
}

/** More than five known choices; up to five, use `RadioChoices`. The browser's own list: it works with every input method and on phones. */
export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  return (
    <Field {...props}>
      <SelectBox {...props} />
    </Field>
  );
}

export interface SelectBoxProps<V extends string>
  extends Pick<SelectProps<V>, 'value' | 'onChange' | 'choices' | 'none' | 'onLeave' | 'optional'> {
  readonly id?: string | undefined;
  readonly fault?: string | undefined;
  readonly hint?: JSX.Element | undefined;
  /** Needed where no label stands beside it: in a table cell. */
  readonly name?: string | undefined;
}

/** The list without its frame, for table cells. */
export function SelectBox<V extends string>(props: SelectBoxProps<V>): JSX.Element {
  const chosen = (value: string): V | '' => props.choices.find((choice) => choice.value === value)?.value ?? '';
  return (
    <select
      id={props.id}
      class={boxClass(props.fault !== undefined)}
      aria-label={props.name}
      aria-invalid={props.fault !== undefined ? 'true' : undefined}
      aria-describedby={
        props.id === undefined ? undefined : describedBy({ id: props.id, hint: props.hint, fault: props.fault })
      }
      onChange={(event) => props.onChange(chosen(event.currentTarget.value))}
      onBlur={() => props.onLeave?.()}
    >
      <option value="" selected={props.value === ''}>
        {props.none ?? KIT.choose}
      </option>
      <For each={props.choices}>
        {(choice) => (
          <option
            value={choice.value}
            selected={choice.value === props.value}
            disabled={choice.cannot !== undefined}
            title={choice.cannot}
          >
            {choice.label}
            <Show when={choice.hint}>{KIT.aside(choice.hint ?? '')}</Show>
          </option>
        )}
      </For>
    </select>
  );
}
