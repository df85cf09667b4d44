import { For, type JSX } from 'solid-js';
import { STATIONS } from '../../../text/joining.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { SYNC } from '../../../text/sync.ts';
import { keyGroups, NOT_APPLICABLE, timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mono } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';

const C = STATIONS.columns;

/** The machines of the bureau, each with a key of its own. */
export function StationList(props: { readonly names: Names; readonly cannot: string | undefined }): JSX.Element {
  const office = useOffice();
  const stations = () => [...props.names.registers().stations].sort((a, b) => (a.code < b.code ? -1 : 1));
  const here = (id: string) => (id === office.desk.station.station ? STATIONS.here : '');
  return (
    <Sheet
      title={STATIONS.title}
      bare
      aside={
        <Button size="s" href="/sync/invite" cannot={props.cannot} reasonAt="hidden">
          {SYNC.invite}
        </Button>
      }
    >
      <Table name={STATIONS.title} minWidth="30rem">
        <thead>
          <tr>
            <th>{C.code}</th>
            <th>{C.name}</th>
            <th>{C.place}</th>
            <th>{C.at}</th>
            <th>{C.key}</th>
          </tr>
        </thead>
        <tbody>
          <For each={stations()}>
            {(station) => (
              <tr>
                <td>{station.code}</td>
                <td>
                  {station.name ?? UNKNOWN_NAME}
                  {here(station.id)}
                </td>
                <td>{station.place ?? NOT_APPLICABLE}</td>
                <td>{timeInTable(station.admitted.at)}</td>
                <td>
                  <Mono>{keyGroups(station.key)}</Mono>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </Sheet>
  );
}
