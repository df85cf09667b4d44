import { createEffect, createSignal, createUniqueId, type JSX, on, Show } from 'solid-js';
import type { Instant } from '../../domain/time.ts';
import { ACTIVITIES } from '../../text/activities.ts';
import { Button } from './Button.tsx';
import { DateField } from './DateField.tsx';
import { Dialog } from './Dialog.tsx';
import { Stack } from './Layout.tsx';
import { Note } from './Note.tsx';
import { SignBox } from './SignBox.tsx';
import { momentText, readMomentFrom } from './typed-moment.ts';

export interface ReturnDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly who: string;
  readonly no: string;
  /** The end of the activity: nobody returns before it. */
  readonly endedAt: Instant;
  readonly now: () => Instant;
  /** Undefined when it is signed, else what to tell the person. */
  readonly onReturn: (returnedAt: Instant) => Promise<string | undefined>;
}

const T = ACTIVITIES.returnDialog;

/** 已返回单位: the moment from which the 24 clock hours of Art. 13 run. Now, unless another is typed. */
export function ReturnDialog(props: ReturnDialogProps): JSX.Element {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTyped(momentText(props.now()));
        setFault(undefined);
      },
    ),
  );
  const returnedAt = (): Instant | undefined => readMomentFrom(typed(), props.endedAt);
  const impossible = (): string | undefined => {
    const at = returnedAt();
    if (at === undefined) return T.unreadable;
    return at < props.endedAt || at > props.now() ? T.impossible(momentText(props.endedAt)) : undefined;
  };
  const sign = async (): Promise<void> => {
    const at = returnedAt();
    if (at === undefined) return;
    const words = await props.onReturn(at);
    setFault(words);
    if (words === undefined) props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={T.title} firm>
      <Stack>
        <p>{T.lead}</p>
        <DateField
          id={`${id}-at`}
          label={T.at}
          hint={T.hint}
          width="20rem"
          precision="minute"
          value={typed()}
          onInput={setTyped}
        />
        <Show when={fault()}>{(said) => <Note tone="wait" title={said()} />}</Show>
        <SignBox
          sentence={T.sentence(props.who, props.no, typed())}
          correction={T.correction}
          act={T.act}
          signers={[]}
          cannot={impossible()}
          onSign={sign}
          wayOut={<Button onPress={props.onClose}>{T.wayOut}</Button>}
        />
      </Stack>
    </Dialog>
  );
}
