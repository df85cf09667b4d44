import { createSignal, type JSX, Show } from 'solid-js';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Stack } from './Layout.tsx';
import { Note } from './Note.tsx';
import { SignBox, type Signer } from './SignBox.tsx';

/** What came of an act: nothing to say; words for the person; or that the passphrase typed for it was wrong. */
export type Signed = { readonly kind: 'done' } | { readonly kind: 'refused' | 'passphrase'; readonly words: string };

export interface SignDialogProps {
  readonly onClose: () => void;
  readonly title: string;
  /** The form: what is to be said, above the sentence it makes. */
  readonly children?: JSX.Element;
  readonly sentence: string;
  readonly correction: string;
  readonly act: string;
  readonly wayOut: string;
  /** Said once it is signed. */
  readonly done: string;
  /** What is still missing. */
  readonly cannot?: string | undefined;
  /** Types the passphrase again: approvals and decisions. Routine marks leave it out. */
  readonly signer?: Signer | undefined;
  readonly onSign: (passphrase: string) => Promise<Signed>;
  readonly wide?: boolean | undefined;
}

/** A form and the signature under it, in one dialog that is open while it is drawn. */
export function SignDialog(props: SignDialogProps): JSX.Element {
  const [fault, setFault] = createSignal<Exclude<Signed, { readonly kind: 'done' }>>();
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const { signer } = props;
    const outcome = await props.onSign(signer === undefined ? '' : (typed[signer.id] ?? ''));
    if (outcome.kind !== 'done') {
      announce(outcome.words, 'assertive');
      return void setFault(outcome);
    }
    announce(props.done);
    props.onClose();
  };
  const words = (kind: Signed['kind']): string | undefined => {
    const known = fault();
    return known?.kind === kind ? known.words : undefined;
  };
  const faults = (): Readonly<Record<string, string>> => {
    const [said, signer] = [words('passphrase'), props.signer];
    return said === undefined || signer === undefined ? {} : { [signer.id]: said };
  };
  return (
    <Dialog open onClose={props.onClose} title={props.title} firm wide={props.wide}>
      <Stack>
        {props.children}
        <Show when={words('refused')}>{(said) => <Note tone="wait" title={said()} />}</Show>
        <SignBox
          sentence={props.sentence}
          correction={props.correction}
          act={props.act}
          signers={props.signer === undefined ? [] : [props.signer]}
          faults={faults()}
          cannot={props.cannot}
          onSign={sign}
          wayOut={<Button onPress={props.onClose}>{props.wayOut}</Button>}
        />
      </Stack>
    </Dialog>
  );
}
