import type { JSX } from 'solid-js';

/** Title, and the line under it: who keeps the form at the left, its number at the right. */
export function Head(props: { readonly title: string; readonly left?: string; readonly right?: string }): JSX.Element {
  return (
    <>
      <h1>{props.title}</h1>
      {props.left === undefined && props.right === undefined ? null : (
        <p class="line">
          <span>{props.left}</span>
          <span class="nowrap">{props.right}</span>
        </p>
      )}
    </>
  );
}
