import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import type { StationId } from '../../../domain/ids.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { timeInTable, UNKNOWN } from '../../../text/times.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import type { SendersCheck } from './handover-view.ts';

export type Basis = 'here' | 'sender';

export const stationCode = (names: Names, id: StationId | null): string =>
  names.registers().stations.find((station) => station.id === id)?.code ?? UNKNOWN;

/** Whether the receiver reads the bytes here, or takes them by what the giver's PC signed. Asked only where that is another PC. */
export function BasisChoice(props: {
  readonly names: Names;
  readonly sender: SendersCheck | null;
  readonly value: Basis;
  readonly onChange: (basis: Basis) => void;
}): JSX.Element {
  const office = useOffice();
  const elsewhere = () => props.names.registers().stations.length > 1;
  const sender = () => (props.sender?.station === office.desk.station.station ? null : props.sender);
  return (
    <Show when={elsewhere()}>
      <Show
        when={sender()}
        fallback={
          <Show when={props.sender === null}>
            <Sub>{HANDOVER.basisNone}</Sub>
          </Show>
        }
      >
        {(check) => (
          <Sheet>
            <Stack>
              <RadioChoices
                id="basis"
                label={HANDOVER.basis}
                stacked
                value={props.value}
                choices={[
                  { value: 'here', label: HANDOVER.basisHere },
                  {
                    value: 'sender',
                    label: HANDOVER.basisSender(stationCode(props.names, check().station), timeInTable(check().at)),
                  },
                ]}
                onChange={props.onChange}
              />
              <Show when={props.value === 'sender'}>
                <Sub>{HANDOVER.basisSenderWhy}</Sub>
              </Show>
            </Stack>
          </Sheet>
        )}
      </Show>
    </Show>
  );
}
