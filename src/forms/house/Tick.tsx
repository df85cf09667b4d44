import type { JSX } from 'solid-js';

/** A box and its words; an unticked one can be ticked by hand. */
export function Tick(props: { readonly on: boolean; readonly children: JSX.Element }): JSX.Element {
  return (
    <span class="tick" data-mark={props.on ? '√' : ''}>
      {props.children}
    </span>
  );
}
