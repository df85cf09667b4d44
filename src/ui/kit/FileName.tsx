import { type JSX, Show } from 'solid-js';
import { Sub } from './Words.tsx';

/** A file by its path: the name first, as a narrow cell clips the end and names are what tells files apart. */
export function FileName(props: { readonly path: string }): JSX.Element {
  const slash = (): number => props.path.lastIndexOf('/');
  return (
    <>
      {props.path.slice(slash() + 1)}
      <Show when={slash() > 0}>
        {' '}
        <Sub>{props.path.slice(0, slash())}</Sub>
      </Show>
    </>
  );
}
