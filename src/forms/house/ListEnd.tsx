import type { JSX } from 'solid-js';

interface ListEndProps {
  readonly columns: number;
  /** The list's last row, or the ／ of an empty one. */
  readonly lastRow: JSX.Element;
  readonly children: JSX.Element;
}

/**
 * The end of a list that may run over pages, and what closes the form: signatures never stand on a page of their own.
 * One unbreakable row group, because Chromium (seen in 156) gives up `break-before: avoid` after a table that was
 * already split, and then splits the signatures instead.
 */
export function ListEnd(props: ListEndProps): JSX.Element {
  return (
    <tbody class="closing">
      {props.lastRow}
      <tr>
        <td class="closing" colspan={props.columns}>
          {props.children}
        </td>
      </tr>
    </tbody>
  );
}

/** A list without rows says so. */
export function EmptyRow(props: { readonly columns: number }): JSX.Element {
  return (
    <tr>
      <td colspan={props.columns}>／</td>
    </tr>
  );
}
