import { For, type JSX } from 'solid-js';

/** Label and text, two a row; a row of one pair runs over the whole width. */
export type FactRow = readonly [string, string] | readonly [string, string, string, string];

export function FactRows(props: { readonly rows: readonly FactRow[] }): JSX.Element {
  return (
    <table class="facts">
      <tbody>
        <For each={props.rows}>
          {([label, text, secondLabel, secondText]) => (
            <tr>
              <th>{label}</th>
              <td class="left lines" colspan={secondLabel === undefined ? 3 : 1}>
                {text}
              </td>
              {secondLabel === undefined ? null : <th>{secondLabel}</th>}
              {secondLabel === undefined ? null : <td class="left lines">{secondText}</td>}
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
