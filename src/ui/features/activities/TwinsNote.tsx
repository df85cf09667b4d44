import { createMemo, type JSX, Show } from 'solid-js';
import type { ActivityRecord } from '../../../domain/records.ts';
import { TWINS } from '../../../text/party.ts';
import { twinsAmong } from '../../../usecases/merge-activities.ts';
import { Note } from '../../kit/Note.tsx';

/** Trap 17: two machines may have created one activity each. */
export function TwinsNote(props: { readonly activities: readonly ActivityRecord[] }): JSX.Element {
  const pairs = createMemo(() => twinsAmong(props.activities).length);
  return (
    <Show when={pairs() > 0}>
      <Note tone="wait" title={TWINS.found(pairs())}>
        <a href="/activities/twins">{TWINS.look}</a>
      </Note>
    </Show>
  );
}
