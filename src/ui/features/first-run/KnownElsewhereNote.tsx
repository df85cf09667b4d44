import { type JSX, Show } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { Note } from '../../kit/Note.tsx';

/** A book that exists already: on this PC under another address or in another browser, or on the PC that serves this page. */
export type FoundedElsewhere =
  | { readonly kind: 'other-address'; readonly origin: string }
  | { readonly kind: 'other-browser' | 'other-pc' };

/** The station is its origin: keys, book and buffer stay with the address the bureau was founded under. */
export function KnownElsewhereNote(props: { readonly known: FoundedElsewhere }): JSX.Element {
  const T = FIRST_RUN.elsewhere;
  const other = () => (props.known.kind === 'other-address' ? props.known.origin : undefined);
  return (
    <Show
      when={other()}
      fallback={
        <Note tone="wait" title={props.known.kind === 'other-pc' ? T.otherPc : T.otherBrowser}>
          {props.known.kind === 'other-pc' ? T.otherPcWords : T.otherBrowserWords}
        </Note>
      }
    >
      {(origin) => (
        <Note
          tone="wait"
          title={T.title}
          act={
            <Button look="primary" href={origin()}>
              {T.open}
            </Button>
          }
        >
          {T.words(origin())}
        </Note>
      )}
    </Show>
  );
}
