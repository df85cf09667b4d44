import { createResource, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { ownWritersOf } from '../../../domain/device-profile.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { MOVE, WRITERS, writersRefusal } from '../../../text/equipment.ts';
import { stateOwnWriters } from '../../../usecases/own-writers.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { linesOf, unfitWriters, withLine } from './device-view.ts';

/** Which names of programs the encoder of this model writes itself, so that they are not asked about (Art. 11). */
export function WritersDialog(props: {
  readonly device: DeviceRecord;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footage = useFootageDesk();
  const known = ownWritersOf(props.device, props.names.registers().devices);
  const [typed, setTyped] = createSignal(known.join('\n'));
  const name = () => props.names.device(props.device.id);
  const cannot = () => {
    const unfit = unfitWriters(typed());
    return unfit.length === 0 ? undefined : WRITERS.unfit(unfit);
  };
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  // The dialog serves without them.
  const [found] = createResource(() => footage.foundWriters(props.device.id, stop.signal).catch(() => []));
  // Read while it is sought, a resource would empty the page and this dialog with it.
  const offered = () => (found.state === 'ready' ? found() : []).filter((one) => !linesOf(typed()).includes(one));
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
      <Show when={offered().length > 0}>
        <div>
          <Sub>{WRITERS.found}</Sub>
          <Line>
            <For each={offered()}>
              {(found) => (
                <Button size="s" name={WRITERS.take(found)} onPress={() => setTyped((text) => withLine(text, found))}>
                  {found}
                </Button>
              )}
            </For>
          </Line>
        </div>
      </Show>
    </SignDialog>
  );
}
