import { createSignal, type JSX } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { beijingDate } from '../../../domain/time.ts';
import { RULE } from '../../../text/refusals.ts';
import { STANDING } from '../../../text/standing.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { noteTraining } from '../../../usecases/officer-standing.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';

/** Art. 1: 保障每一名执法人员正确使用. */
export function TrainingDialog(props: {
  readonly person: PersonId;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [day, setDay] = createSignal(beijingDate(office.desk.now()));
  const [subject, setSubject] = createSignal('');
  const name = () => props.names.person(props.person);
  const fault = (): string | undefined => {
    const on = readTypedDate(day());
    if (on === undefined) return STANDING.dateUnfit;
    return on > beijingDate(office.desk.now()) ? STANDING.dateAhead : undefined;
  };
  return (
    <SignDialog
      title={STANDING.trainTitle(name())}
      sentence={STANDING.trainSays(props.names.person(seat().person), name(), day(), subject().trim())}
      correction={STANDING.trainCorrection}
      act={STANDING.trainAct}
      wayOut={STANDING.wayOut}
      done={STANDING.trainDone}
      cannot={fault()}
      onClose={props.onClose}
      onSign={() =>
        signRoutine(
          () => noteTraining(office.desk, seat(), props.person, readTypedDate(day()) ?? '', subject()),
          (refusal) => RULE[refusal.rule],
        )
      }
    >
      <Fields>
        <DateField id="trained-on" label={STANDING.trainedOn} value={day()} onInput={setDay} />
        <TextField
          id="trained-in"
          label={STANDING.trainSubject}
          optional
          maxLength={100}
          value={subject()}
          onInput={setSubject}
        />
      </Fields>
    </SignDialog>
  );
}
