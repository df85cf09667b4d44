import { For, type JSX, Show } from 'solid-js';
import type { SpillRecord } from '../../../domain/spill-record.ts';
import { SPILL } from '../../../text/spill.ts';
import { SYNC } from '../../../text/sync.ts';
import { NOT_APPLICABLE, timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import type { Names } from '../../live/names.ts';
import { createWatched } from '../../live/watched.ts';
import { CopyTable } from './CopyTable.tsx';
import { copyLines, stationLines } from './spill-view.ts';

/** Where it has happened, by each station's own word, and where nobody can say so yet. */
export function StationsDialog(props: {
  readonly spill: SpillRecord;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const recordings = createWatched(
    () => props.spill.recordings,
    (model, ids) => model.getMany('recording', ids),
  );
  const copies = () => copyLines(props.spill, recordings() ?? []);
  const hasFiles = () => props.spill.recordings.length > 0;
  const C = SPILL.stationColumns;
  return (
    <Dialog
      open
      wide
      title={SPILL.stationsTitle}
      onClose={props.onClose}
      foot={<Button onPress={props.onClose}>{SPILL.close}</Button>}
    >
      <Stack>
        <Table name={SPILL.stationsTitle} minWidth="34rem">
          <thead>
            <tr>
              <th>{C.station}</th>
              <th>{C.state}</th>
              <th>{C.at}</th>
              <th>{C.words}</th>
              <Show when={hasFiles()}>
                <th>{C.files}</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={stationLines(props.spill, props.names.registers().stations)}>
              {({ station, state, at, words, files }) => (
                <tr>
                  <td>{SYNC.station(station.code, station.name ?? '')}</td>
                  <td>{SPILL.states[state]}</td>
                  <td>{at === null ? NOT_APPLICABLE : timeInTable(at)}</td>
                  <td>{words === null ? NOT_APPLICABLE : SPILL.deleted(words)}</td>
                  <Show when={hasFiles()}>
                    <td>{files === null ? NOT_APPLICABLE : SPILL.deletedFiles(files)}</td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
        <Note>{SPILL.honest}</Note>
        <Show when={hasFiles()}>
          <h3>{SPILL.copies}</h3>
          <p>{SPILL.copiesWhy}</p>
          <Show when={copies().length > 0} fallback={<p>{SPILL.noCopies}</p>}>
            <CopyTable copies={copies()} names={props.names} />
          </Show>
        </Show>
      </Stack>
    </Dialog>
  );
}
