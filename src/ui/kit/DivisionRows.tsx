import { Index, type JSX, Show } from 'solid-js';
import { DIVISION_KIND } from '../../text/nouns.ts';
import { DIVISIONS } from '../../text/person-form.ts';
import { tidyText } from '../../text/typed.ts';
import { Button } from './Button.tsx';
import { Checkbox } from './Choices.tsx';
import styles from './DivisionRows.module.css';
import { type DivisionRow, withChanged, withNew } from './division-form.ts';
import { boxClass, FieldGroup } from './Field.tsx';
import { SelectBox } from './Select.tsx';

export interface DivisionRowsProps {
  readonly id: string;
  readonly hint: string;
  readonly fault: string | undefined;
  readonly onLeave: () => void;
  readonly rows: readonly DivisionRow[];
  readonly onChange: (rows: readonly DivisionRow[]) => void;
}

const KINDS = (['division', 'subordinateUnit'] as const).map((value) => ({ value, label: DIVISION_KIND[value] }));

/** The tree of 科室 and 局属单位 as lines to be edited. A line once signed can be closed, a new one taken away. */
export function DivisionRows(props: DivisionRowsProps): JSX.Element {
  let list: HTMLOListElement | undefined;
  const add = (): void => {
    props.onChange(withNew(props.rows));
    list?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
  };
  return (
    <FieldGroup id={props.id} label={DIVISIONS.label} hint={props.hint} fault={props.fault}>
      <ol
        class={styles.rows}
        ref={(el) => {
          list = el;
        }}
        onFocusOut={(event) => {
          const to = event.relatedTarget;
          if (!(to instanceof Node && event.currentTarget.contains(to))) props.onLeave();
        }}
      >
        {/* By place, not by value: a line that is typed in keeps its box and the focus in it. */}
        <Index each={props.rows}>
          {(row, at) => (
            <li>
              <Line row={row()} at={at + 1} {...props} />
            </li>
          )}
        </Index>
      </ol>
      <span>
        <Button size="s" onPress={add}>
          {DIVISIONS.add}
        </Button>
      </span>
    </FieldGroup>
  );
}

function Line(props: DivisionRowsProps & { readonly row: DivisionRow; readonly at: number }): JSX.Element {
  const change = (part: Partial<Pick<DivisionRow, 'name' | 'kind' | 'closed'>>): void =>
    props.onChange(withChanged(props.rows, props.row.key, part));
  return (
    <>
      <input
        class={boxClass(false)}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={DIVISIONS.name(props.at)}
        value={props.row.name}
        onInput={(event) => change({ name: event.currentTarget.value })}
        onBlur={() => tidyText(props.row.name) !== props.row.name && change({ name: tidyText(props.row.name) })}
      />
      <SelectBox
        name={DIVISIONS.kind(props.at)}
        choices={KINDS}
        value={props.row.kind}
        onChange={(kind) => kind !== '' && change({ kind })}
      />
      <Show
        when={props.row.id !== null}
        fallback={
          <Button
            size="s"
            look="quiet"
            name={DIVISIONS.removeOf(props.at)}
            onPress={() => props.onChange(props.rows.filter((row) => row.key !== props.row.key))}
          >
            {DIVISIONS.remove}
          </Button>
        }
      >
        <Checkbox
          id={`${props.id}-${props.row.key}`}
          label={DIVISIONS.closed}
          checked={props.row.closed}
          onChange={(closed) => change({ closed })}
        />
      </Show>
    </>
  );
}
