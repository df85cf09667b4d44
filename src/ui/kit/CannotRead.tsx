import type { JSX } from 'solid-js';
import { isFault } from '../../base/fault.ts';
import { faultWords } from '../../text/faults.ts';
import { Trouble } from './Trouble.tsx';

/** The store gave no answer. */
export function CannotRead(props: { readonly error: unknown }): JSX.Element {
  const code = (): string => (isFault(props.error) ? props.error.code : 'unexpected');
  return <Trouble {...faultWords(code())} code={code()} />;
}
