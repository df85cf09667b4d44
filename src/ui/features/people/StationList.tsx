import { For, type JSX, Show } from 'solid-js';
import type { StationRecord } from '../../../domain/records.ts';
import { STATIONS } from '../../../text/inviting.ts';
import { KEY_STATE, LEAVE } from '../../../text/membership.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { SYNC } from '../../../text/sync.ts';
import { keyGroups, NOT_APPLICABLE, timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mono } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { isPresent } from './membership-view.ts';

const C = STATIONS.columns;

/** The machines of the bureau, each with a key of its own. */
export function StationList(props: {
  readonly names: Names;
  readonly cannot: string | undefined;
  readonly onWithdraw: (station: StationRecord) => void;
}): JSX.Element {
  const office = useOffice();
  const stations = () =>
    props.names
      .registers()
      .stations.filter(isPresent)
      .sort((a, b) => (a.code < b.code ? -1 : 1));
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
            <th />
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
                  <Show when={station.forks.some(({ key }) => key === station.key)}>{KEY_STATE.frozen}</Show>
                </td>
                <td>
                  <Show when={props.cannot === undefined}>
                    <Button
                      size="s"
                      look="quiet"
                      opens="dialog"
                      name={LEAVE.stationTitle(SYNC.station(station.code, station.name ?? ''))}
                      cannot={here(station.id) === '' ? undefined : LEAVE.ownStation}
                      reasonAt="hidden"
                      onPress={() => props.onWithdraw(station)}
                    >
                      {LEAVE.act}
                    </Button>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </Sheet>
  );
}
