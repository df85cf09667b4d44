import { type JSX, Show } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';

/** An address that leads to no activity of this station, or to one that is not for this person. */
export function NotHere(props: { readonly hidden?: boolean | undefined }): JSX.Element {
  return (
    <Show
      when={props.hidden}
      fallback={
        <Empty title={ACTIVITIES.missing} words={ACTIVITIES.missingWords}>
          <Button href="/activities">{ACTIVITIES.back}</Button>
        </Empty>
      }
    >
      <Empty title={ACTIVITIES.hidden} words={ACTIVITIES.hiddenWords}>
        <Button href="/activities">{ACTIVITIES.back}</Button>
      </Empty>
    </Show>
  );
}
