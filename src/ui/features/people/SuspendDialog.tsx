import { createSignal, type JSX } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { beijingDate } from '../../../domain/time.ts';
import { DEFAULT_VALUES } from '../../../regulation/parameters.ts';
import { suspensionEnd } from '../../../regulation/suspension.ts';
import { STANDING, suspendRefusal } from '../../../text/standing.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { suspendOfficer } from '../../../usecases/officer-standing.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';

/** Art. 21(3): a decision made on paper is entered; one calendar month from its day. */
export function SuspendDialog(props: {
  readonly person: PersonId;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [day, setDay] = createSignal(beijingDate(office.desk.now()));
  const [decision, setDecision] = createSignal('');
  const name = () => props.names.person(props.person);
  const me = () => props.names.person(seat().person);
  const from = () => readTypedDate(day());
  const until = () => {
    const first = from();
    return first === undefined ? '' : suspensionEnd(first, DEFAULT_VALUES.suspensionMonths);
  };
  const cannot = (): string | undefined => {
    if (from() === undefined) return STANDING.dateUnfit;
    return decision().trim() === '' ? STANDING.decisionMissing : undefined;
  };
  return (
    <SignDialog
      title={STANDING.suspendTitle(name())}
      sentence={STANDING.suspendSays(me(), name(), day(), until(), decision().trim())}
      correction={STANDING.suspendCorrection}
      act={STANDING.suspendAct}
      wayOut={STANDING.wayOut}
      done={STANDING.suspendDone}
      cannot={cannot()}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={(passphrase) =>
        signAgain(
          office,
          seat().person,
          passphrase,
          (by) => suspendOfficer(office.desk, by, props.person, from() ?? '', decision()),
          suspendRefusal,
        )
      }
    >
      <p>
        <Sub>{STANDING.suspendWhy}</Sub>
      </p>
      <Fields>
        <DateField id="suspended-from" label={STANDING.from} value={day()} onInput={setDay} />
        <TextField
          id="suspended-by"
          label={STANDING.decisionNo}
          maxLength={60}
          value={decision()}
          onInput={setDecision}
        />
      </Fields>
    </SignDialog>
  );
}
