import { type BeforeLeaveEventArgs, useBeforeLeave } from '@solidjs/router';
import { createSignal, type JSX, onCleanup, onMount } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';

const T = ACTIVITIES.form;

export interface LeaveQuestionProps {
  /** Something is typed and not saved. */
  readonly when: boolean;
  /** The person gives it up. */
  readonly onLeave: () => void;
}

/** Asks before what was typed is lost: on another page of the app, and by the browser's own question on closing the window. */
export function LeaveQuestion(props: LeaveQuestionProps): JSX.Element {
  const [asked, setAsked] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (!props.when || event.defaultPrevented) return;
    event.preventDefault();
    setAsked(event);
  });
  const closing = (event: BeforeUnloadEvent): void => {
    if (props.when) event.preventDefault();
  };
  onMount(() => {
    window.addEventListener('beforeunload', closing);
    onCleanup(() => window.removeEventListener('beforeunload', closing));
  });
  const stay = (): void => {
    setAsked(undefined);
  };
  const leave = (): void => {
    const event = asked();
    setAsked(undefined);
    props.onLeave();
    event?.retry(true);
  };
  return (
    <Dialog
      open={asked() !== undefined}
      onClose={stay}
      title={T.unsavedTitle}
      foot={
        <>
          <Button look="primary" onPress={stay}>
            {T.stay}
          </Button>
          <Button onPress={leave}>{T.leave}</Button>
        </>
      }
    >
      <p>{T.unsavedWords}</p>
    </Dialog>
  );
}
