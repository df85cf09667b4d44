import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import type { AwayGround } from '../../domain/records.ts';
import { ACTIVITIES } from '../../text/activities.ts';
import { AWAY_GROUND } from '../../text/nouns.ts';
import { Button } from './Button.tsx';
import { RadioChoices } from './Choices.tsx';
import { Dialog } from './Dialog.tsx';
import { Stack } from './Layout.tsx';
import { Note } from './Note.tsx';
import { SignBox } from './SignBox.tsx';
import { TextField } from './TextField.tsx';

export interface AwayDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly who: string;
  readonly no: string;
  /** Undefined when it is signed, else what to tell the person. */
  readonly onDeclare: (ground: AwayGround, statement: string) => Promise<string | undefined>;
}

const T = ACTIVITIES.awayDialog;
const MOST = 500;
const GROUNDS = (Object.keys(AWAY_GROUND) as AwayGround[]).map((value) => ({ value, label: AWAY_GROUND[value] }));

/** Art. 13: why the footage cannot be handed in on the day. A ground and a statement, both. */
export function AwayDialog(props: AwayDialogProps): JSX.Element {
  const id = createUniqueId();
  const [ground, setGround] = createSignal<AwayGround | ''>('');
  const [statement, setStatement] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  const tooLong = (): string | undefined => (statement().trim().length > MOST ? T.statementTooLong : undefined);
  const missing = (): string | undefined => {
    if (ground() === '') return T.groundMissing;
    return statement().trim() === '' ? T.statementMissing : tooLong();
  };
  const sign = async (): Promise<void> => {
    const chosen = ground();
    if (chosen === '') return;
    const words = await props.onDeclare(chosen, statement().trim());
    setFault(words);
    if (words !== undefined) return;
    setGround('');
    setStatement('');
    props.onClose();
  };
  const words = (): string => {
    const chosen = ground();
    return T.sentence(props.who, props.no, chosen === '' ? '…' : AWAY_GROUND[chosen]);
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={T.title} firm>
      <Stack>
        <p>{T.lead}</p>
        <RadioChoices id={`${id}-ground`} label={T.ground} choices={GROUNDS} value={ground()} onChange={setGround} />
        <TextField
          id={`${id}-statement`}
          label={T.statement}
          hint={T.statementHint}
          rows={3}
          value={statement()}
          onInput={setStatement}
          fault={tooLong()}
        />
        <Show when={fault()}>{(said) => <Note tone="wait" title={said()} />}</Show>
        <SignBox
          sentence={words()}
          correction={T.correction}
          act={T.act}
          signers={[]}
          cannot={missing()}
          onSign={sign}
          wayOut={<Button onPress={props.onClose}>{T.wayOut}</Button>}
        />
      </Stack>
    </Dialog>
  );
}
