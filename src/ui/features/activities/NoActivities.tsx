import { type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Empty } from '../../kit/Empty.tsx';
import { FirstActs } from '../../live/FirstActs.tsx';

const T = ACTIVITIES.empty;

/** `any`: there are some, but none this person may look at. */
export function NoActivities(props: { readonly any: boolean }): JSX.Element {
  return (
    <Show when={props.any} fallback={<FirstActs title={T.title} words={T.words} />}>
      <Empty title={T.notInSight} words={T.notInSightWords} />
    </Show>
  );
}
