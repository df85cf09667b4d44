import { For, type JSX } from 'solid-js';
import { EmptyRow, ListEnd } from './ListEnd.tsx';

interface ListProps<R> {
  /** Names the list for the form's own column widths. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly R[];
  /** One `tr`; numbers begin at 1. */
  readonly row: (row: R, no: number) => JSX.Element;
  /** What closes the form: never on a page of its own. */
  readonly children: JSX.Element;
}

/** A list that may run over pages: its header row repeats, its rows are never split. */
export function List<R>(props: ListProps<R>): JSX.Element {
  const last = (): R | undefined => props.rows.at(-1);
  return (
    <table class={props.name}>
      <thead>
        <tr>
          <For each={props.columns}>{(heading) => <th class="lines">{heading}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows.slice(0, -1)}>{(row, index) => props.row(row, index() + 1)}</For>
      </tbody>
      <ListEnd columns={props.columns.length} lastRow={lastRow(props, last())}>
        {props.children}
      </ListEnd>
    </table>
  );
}

const lastRow = <R,>(props: ListProps<R>, last: R | undefined): JSX.Element =>
  last === undefined ? <EmptyRow columns={props.columns.length} /> : props.row(last, props.rows.length);
