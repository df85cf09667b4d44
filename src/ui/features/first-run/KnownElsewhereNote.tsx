import type { JSX } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { Note } from '../../kit/Note.tsx';

/** The station is its origin: keys, book and buffer stay with the address the bureau was founded under. */
export function KnownElsewhereNote(props: { readonly origin: string }): JSX.Element {
  return (
    <Note
      tone="wait"
      title={FIRST_RUN.elsewhere.title}
      act={
        <Button look="primary" href={props.origin}>
          {FIRST_RUN.elsewhere.open}
        </Button>
      }
    >
      {FIRST_RUN.elsewhere.words(props.origin)}
    </Note>
  );
}
