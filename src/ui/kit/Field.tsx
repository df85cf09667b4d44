import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { cx } from './cx.ts';
import styles from './Field.module.css';

/** What all fields share. `id`, `fault` and `onLeave` come together from `createChecks`. */
export interface FieldProps {
  readonly label: string;
  readonly id: string;
  /** Below the field: what is meant, an example, where to find it. */
  readonly hint?: JSX.Element | undefined;
  /** What to do, then why. Shown instead of nothing, never instead of the hint. */
  readonly fault?: string | undefined;
  /** Required is the normal case; this one says （可不填）. */
  readonly optional?: boolean | undefined;
  /** In words, after the box: "GB 剩余". */
  readonly unit?: JSX.Element | undefined;
  /** Any CSS width in rem or %, so that it grows with the font: "7.5rem". */
  readonly width?: string | undefined;
  readonly onLeave?: (() => void) | undefined;
}

export const hintId = (id: string): string => `${id}-hint`;
export const faultId = (id: string): string => `${id}-fault`;

/** `aria-describedby` of a field's box: fault first, then hint; undefined if there is neither. */
export function describedBy(props: Pick<FieldProps, 'id' | 'hint' | 'fault'>): string | undefined {
  const ids = [
    props.fault !== undefined ? faultId(props.id) : undefined,
    props.hint !== undefined ? hintId(props.id) : undefined,
  ];
  return ids.filter((id) => id !== undefined).join(' ') || undefined;
}

/** Label above, box, unit after it, fault and hint below. */
export function Field(props: FieldProps & { readonly children: JSX.Element }): JSX.Element {
  return (
    <div class={styles.field}>
      <label class={styles.label} for={props.id}>
        {props.label}
        <Show when={props.optional}>{KIT.optional}</Show>
      </label>
      <div class={styles.line} style={{ width: props.width }}>
        {props.children}
        <Show when={props.unit}>{(unit) => <span class={styles.unit}>{unit()}</span>}</Show>
      </div>
      <FieldNotes {...props} />
    </div>
  );
}

/** A group of boxes under one heading: radio buttons, check boxes, two dates. */
export function FieldGroup(
  props: FieldProps & { readonly children: JSX.Element; readonly role?: 'radiogroup' },
): JSX.Element {
  return (
    <fieldset
      class={styles.field}
      id={props.id}
      role={props.role}
      aria-labelledby={`${props.id}-label`}
      aria-describedby={describedBy(props)}
      aria-invalid={props.role === 'radiogroup' && props.fault !== undefined ? 'true' : undefined}
    >
      <span class={styles.label} id={`${props.id}-label`}>
        {props.label}
        <Show when={props.optional}>{KIT.optional}</Show>
      </span>
      {props.children}
      <FieldNotes {...props} />
    </fieldset>
  );
}

function FieldNotes(props: Pick<FieldProps, 'id' | 'hint' | 'fault'>): JSX.Element {
  return (
    <>
      <Show when={props.fault}>
        {(fault) => (
          <p class={styles.fault} id={faultId(props.id)}>
            {fault()}
          </p>
        )}
      </Show>
      <Show when={props.hint}>
        {(hint) => (
          <p class={styles.hint} id={hintId(props.id)}>
            {hint()}
          </p>
        )}
      </Show>
    </>
  );
}

/** The look of a text box, for parts that draw their own. */
export const boxClass = (faulty: boolean, ...more: readonly (string | false | undefined)[]): string =>
  cx(styles.box, faulty && styles.faulty, ...more);
