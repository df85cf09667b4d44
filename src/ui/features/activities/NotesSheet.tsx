import { createUniqueId, type JSX, Show } from 'solid-js';
import { DESK } from '../../../text/activity-desk.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { createSharedDraft } from '../../live/drafts.ts';
import { useSeat } from '../../live/office.ts';
import { type DeskPart, isOfficerOf } from './desk-acts.ts';

const T = DESK.shared;

/** Plans and notes of the activity's officers, unsigned: shared among the stations where they sign, never in the book. */
export function NotesSheet(props: DeskPart): JSX.Element {
  const seat = useSeat();
  return (
    <Show when={isOfficerOf(props, seat().record)}>
      <Pad {...props} />
    </Show>
  );
}

function Pad(props: DeskPart): JSX.Element {
  const id = createUniqueId();
  const draft = createSharedDraft(props.judged.records.activity.id, 'note');
  return (
    <Sheet low title={T.notes}>
      <TextField
        id={id}
        label={T.label}
        hint={T.notesHint}
        optional
        rows={4}
        maxLength={2000}
        value={draft.text()}
        onInput={draft.write}
      />
    </Sheet>
  );
}
