import { createSignal, For, type JSX, Show } from 'solid-js';
import type { MediumId } from '../../../domain/ids.ts';
import { SPILL } from '../../../text/spill.ts';
import { STORE } from '../../../text/store.ts';
import { NOT_APPLICABLE, timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { Names } from '../../live/names.ts';
import type { CopyLine } from './spill-view.ts';

/** Copies on media: gone by which station's word, or still there and waiting for the medium, which can be connected here. */
export function CopyTable(props: { readonly copies: readonly CopyLine[]; readonly names: Names }): JSX.Element {
  const footage = useFootageDesk();
  const [refusal, setRefusal] = createSignal<string>();
  const isDisc = (id: MediumId): boolean =>
    props.names.registers().media.find((medium) => medium.id === id)?.kind === 'opticalDisc';
  const isHere = (id: MediumId): boolean => footage.media()[id] === 'connected';
  const connects = ({ state, medium }: CopyLine): boolean => state === 'open' && !isDisc(medium) && !isHere(medium);
  const connect = async (medium: MediumId): Promise<void> => {
    const connected = await footage.connectMedium(medium);
    setRefusal(connected.ok ? undefined : STORE.refusal[connected.refusal.code]);
  };
  const words = ({ state, medium, signed }: CopyLine): string => {
    if (state === 'open')
      return isDisc(medium) ? SPILL.copyStates.disc : SPILL.copyStates[isHere(medium) ? 'here' : 'open'];
    if (signed === null) return SPILL.copyStates.different;
    return SPILL.copySaid(SPILL.copyStates[state], timeInTable(signed.at), byStation(props.names, signed.by));
  };
  const C = SPILL.copyColumns;
  return (
    <>
      <Show when={refusal()}>{(said) => <Note tone="wait" title={said()} />}</Show>
      <Table name={SPILL.copies} minWidth="38rem">
        <thead>
          <tr>
            <th>{C.recording}</th>
            <th>{C.medium}</th>
            <th>{C.place}</th>
            <th>{C.state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.copies}>
            {(copy) => (
              <tr>
                <td>{copy.recording}</td>
                <td>{props.names.medium(copy.medium)}</td>
                <td>{copy.path ?? NOT_APPLICABLE}</td>
                <td>
                  {words(copy)}{' '}
                  <Show when={connects(copy)}>
                    <Button
                      size="s"
                      name={SPILL.connectOf(props.names.medium(copy.medium))}
                      onPress={() => connect(copy.medium)}
                    >
                      {SPILL.connect}
                    </Button>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </>
  );
}

const byStation = (names: Names, by: NonNullable<CopyLine['signed']>['by']): string =>
  by.kind === 'station' ? names.station(by.station) : '';
