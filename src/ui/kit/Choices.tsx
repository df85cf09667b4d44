import { For, type JSX, Show } from 'solid-js';
import styles from './Choices.module.css';
import { cx } from './cx.ts';
import { FieldGroup, type FieldProps } from './Field.tsx';
import { type Choice, Select } from './Select.tsx';

export interface RadioChoicesProps<V extends string> extends FieldProps {
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly choices: readonly Choice<V>[];
  /** One under another, for long labels and hints. */
  readonly stacked?: boolean | undefined;
}

/** Up to five known choices, all in sight. */
export function RadioChoices<V extends string>(props: RadioChoicesProps<V>): JSX.Element {
  return (
    <FieldGroup {...props} role="radiogroup">
      <Boxes id={props.id} stacked={props.stacked} choices={props.choices} onLeave={props.onLeave}>
        {(choice) => (
          <input
            type="radio"
            class={styles.mark}
            name={props.id}
            checked={props.value === choice.value}
            aria-disabled={choice.cannot !== undefined ? 'true' : undefined}
            aria-describedby={noteId(props.id, choice)}
            onClick={(event) => {
              if (choice.cannot !== undefined) event.preventDefault();
              else props.onChange(choice.value);
            }}
          />
        )}
      </Boxes>
    </FieldGroup>
  );
}

/** Known choices: radio buttons up to five, then a list (ui.md §5). */
export function OneOf<V extends string>(props: RadioChoicesProps<V>): JSX.Element {
  return (
    <Show when={props.choices.length > 5} fallback={<RadioChoices {...props} />}>
      <Select {...props} onChange={(value) => value !== '' && props.onChange(value)} />
    </Show>
  );
}

export interface CheckboxesProps<V extends string> extends FieldProps {
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
  readonly choices: readonly Choice<V>[];
  readonly stacked?: boolean | undefined;
}

/** Several of the known choices. The order of `choices` is kept, whatever the order of ticking. */
export function Checkboxes<V extends string>(props: CheckboxesProps<V>): JSX.Element {
  const toggle = (value: V, on: boolean): void => {
    const chosen = new Set(props.value);
    if (on) chosen.add(value);
    else chosen.delete(value);
    props.onChange(props.choices.map((choice) => choice.value).filter((v) => chosen.has(v)));
  };
  return (
    <FieldGroup {...props}>
      <Boxes id={props.id} stacked={props.stacked} choices={props.choices} onLeave={props.onLeave}>
        {(choice) => (
          <input
            type="checkbox"
            class={styles.mark}
            checked={props.value.includes(choice.value)}
            aria-disabled={choice.cannot !== undefined ? 'true' : undefined}
            aria-describedby={noteId(props.id, choice)}
            onClick={(event) => {
              if (choice.cannot !== undefined) event.preventDefault();
              else toggle(choice.value, event.currentTarget.checked);
            }}
          />
        )}
      </Boxes>
    </FieldGroup>
  );
}

export interface CheckboxProps {
  readonly id: string;
  readonly label: JSX.Element;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One yes or no. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  return (
    <label class={styles.single}>
      <input
        id={props.id}
        type="checkbox"
        class={styles.mark}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

const noteId = (id: string, choice: Choice): string | undefined =>
  choice.hint !== undefined || choice.cannot !== undefined ? `${id}-${choice.value}-note` : undefined;

interface BoxesProps<V extends string> {
  readonly id: string;
  readonly choices: readonly Choice<V>[];
  readonly stacked?: boolean | undefined;
  readonly onLeave?: (() => void) | undefined;
  readonly children: (choice: Choice<V>) => JSX.Element;
}

function Boxes<V extends string>(props: BoxesProps<V>): JSX.Element {
  const left = (event: FocusEvent & { readonly currentTarget: HTMLElement }): void => {
    const to = event.relatedTarget;
    // Moving between the boxes of one question is not leaving it.
    if (!(to instanceof Node && event.currentTarget.contains(to))) props.onLeave?.();
  };
  return (
    <div class={cx(styles.choices, props.stacked && styles.stacked)} onFocusOut={left}>
      <For each={props.choices}>
        {(choice) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the box is the child the caller gives
          <label class={cx(styles.choice, choice.cannot !== undefined && styles.cannot)}>
            {props.children(choice)}
            <span>
              {choice.label}
              <Show when={choice.cannot ?? choice.hint}>
                {(note) => (
                  <small class={styles.note} id={noteId(props.id, choice)}>
                    {note()}
                  </small>
                )}
              </Show>
            </span>
          </label>
        )}
      </For>
    </div>
  );
}
