import { createSignal, type JSX, Show } from 'solid-js';
import { shortCode } from '../../../ledger/witness.ts';
import { RULE } from '../../../text/refusals.ts';
import { closeRefusal, WITNESS } from '../../../text/witness.ts';
import { closeMonth, confirmMonthClose } from '../../../usecases/sign-checkpoint.ts';
import type { WitnessedDay } from '../../../usecases/witnesses.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Note } from '../../kit/Note.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createSigning } from '../../live/signing.ts';
import { type ClosingLine, monthsToClose } from './witness-view.ts';

export type MonthAct =
  | { readonly kind: 'close'; readonly latest: WitnessedDay }
  | { readonly kind: 'confirm'; readonly line: ClosingLine };

/** 月结 and its 会签. */
export function MonthDialog(props: {
  readonly act: MonthAct;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const months = monthsToClose(office.now());
  const [chosen, setChosen] = createSignal(months[0] ?? '');
  const me = () => seat().person;
  const closes = () => props.act.kind === 'close';
  const month = () => (props.act.kind === 'close' ? chosen() : props.act.line.month);
  const code = () => shortCode(props.act.kind === 'close' ? props.act.latest.root : props.act.line.closing.root);
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const { act } = props;
    const done =
      act.kind === 'close'
        ? await signing.sign(typed, (by) => closeMonth(office.desk, by, month()), closeRefusal)
        : await signing.sign(
            typed,
            (by) => confirmMonthClose(office.desk, by, month(), act.line.closing),
            (refusal) => RULE[refusal.rule],
          );
    if (done) props.onClose();
  };
  return (
    <Dialog open wide firm title={closes() ? WITNESS.close : WITNESS.confirmOf(month())} onClose={props.onClose}>
      <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Show when={closes()}>
        <RadioChoices
          id="close-month"
          label={WITNESS.month}
          value={chosen()}
          choices={months.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
      </Show>
      <SignBox
        sentence={(closes() ? WITNESS.closeSays : WITNESS.confirmSays)(props.names.person(me()), month(), code())}
        correction={closes() ? WITNESS.closeCorrection : WITNESS.confirmCorrection}
        act={closes() ? WITNESS.close : WITNESS.confirm}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{WITNESS.wayOut}</Button>}
      />
    </Dialog>
  );
}
