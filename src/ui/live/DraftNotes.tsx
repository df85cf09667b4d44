import { type JSX, Show } from 'solid-js';
import { DESK } from '../../text/activity-desk.ts';
import { Button } from '../kit/Button.tsx';
import { Note } from '../kit/Note.tsx';
import type { KeptForm } from './drafts.ts';

const T = DESK.shared;

/** Why a form is not blank, or no more what one was typing. */
export function DraftNotes(props: {
  readonly form: Pick<KeptForm<never>, 'cleared' | 'resumed' | 'drop'>;
}): JSX.Element {
  return (
    <>
      <Show when={props.form.cleared()}>
        <Note tone="wait" title={T.cleared} />
      </Show>
      <Show when={props.form.resumed()}>
        <Note title={T.resumed}>
          <Button size="s" onPress={props.form.drop}>
            {T.anew}
          </Button>
        </Note>
      </Show>
    </>
  );
}
