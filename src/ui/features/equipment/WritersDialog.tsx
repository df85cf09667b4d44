import { createSignal, type JSX } from 'solid-js';
import { ownWritersOf } from '../../../domain/device-profile.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { MOVE, WRITERS, writersRefusal } from '../../../text/equipment.ts';
import { stateOwnWriters } from '../../../usecases/own-writers.ts';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { linesOf, unfitWriters } from './device-view.ts';

/** Which names of programs the encoder of this model writes itself, so that they are not asked about (Art. 11). */
export function WritersDialog(props: {
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const known = ownWritersOf(props.device, props.names.registers().devices);
  const [typed, setTyped] = createSignal(known.join('\n'));
  const name = () => props.names.device(props.device.id);
  const cannot = () => {
    const unfit = unfitWriters(typed());
    return unfit.length === 0 ? undefined : WRITERS.unfit(unfit);
  };
  return (
    <SignDialog
      title={WRITERS.title(name())}
      sentence={WRITERS.says(props.names.person(seat().person), name(), linesOf(typed()))}
      correction={WRITERS.correction}
      act={WRITERS.act}
      wayOut={MOVE.wayOut}
      done={WRITERS.done}
      cannot={cannot()}
      onClose={props.onClose}
      onSign={() =>
        signRoutine(() => stateOwnWriters(office.desk, seat(), props.device, linesOf(typed())), writersRefusal)
      }
    >
      <TextField
        id="own-writers"
        label={WRITERS.label}
        hint={WRITERS.hint}
        optional
        mono
        rows={3}
        maxLength={800}
        value={typed()}
        onInput={setTyped}
      />
    </SignDialog>
  );
}
