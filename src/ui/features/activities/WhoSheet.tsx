import { createMemo, createUniqueId, type JSX, Show } from 'solid-js';
import type { DeviceId, DivisionId, PersonId } from '../../../domain/ids.ts';
import type { BureauRecord, DeviceRecord, PersonRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { CARRIER } from '../../../text/nouns.ts';
import { Checkboxes } from '../../kit/Choices.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { type Choice, Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { deviceCandidates, officerCandidates } from './activity-form-view.ts';
import type { FormPart } from './form-part.ts';

const T = ACTIVITIES.form;

export interface WhoSheetProps extends FormPart {
  readonly me: PersonId;
  readonly bureau: BureauRecord | null;
  readonly persons: readonly PersonRecord[];
  readonly devices: readonly DeviceRecord[];
}

export function WhoSheet(props: WhoSheetProps): JSX.Element {
  const divisions = createMemo((): readonly Choice<DivisionId>[] =>
    (props.bureau?.divisions ?? [])
      .filter((division) => !division.closed || division.id === props.fields.division)
      .map(({ id, name }) => ({ value: id, label: name ?? UNKNOWN_NAME })),
  );
  return (
    <Sheet title={T.who}>
      <Stack>
        <Select
          {...props.checks.field('division')}
          label={T.division}
          width="16rem"
          choices={divisions()}
          value={props.fields.division}
          onChange={(division) => props.change({ division })}
        />
        <Officers {...props} />
        <Devices {...props} />
      </Stack>
    </Sheet>
  );
}

function Officers(props: WhoSheetProps): JSX.Element {
  const id = createUniqueId();
  const found = createMemo(() => officerCandidates(props.persons, props.fields, props.me));
  const choice = ({ id: value, name, officerNo }: PersonRecord): Choice<PersonId> => ({
    value,
    label: name ?? UNKNOWN_NAME,
    hint: officerNo ?? undefined,
  });
  return (
    <Show when={found().near.length + found().far.length > 0} fallback={<Note tone="wait">{T.noOfficers}</Note>}>
      <Checkboxes
        {...props.checks.field('officers')}
        label={T.officers}
        hint={T.officersHint}
        choices={found().near.map(choice)}
        value={props.fields.officers}
        onChange={(officers) => props.change({ officers })}
      />
      <Show when={found().far.length > 0}>
        <Select
          id={`${id}-more`}
          label={T.moreOfficers}
          optional
          width="16rem"
          choices={found().far.map(choice)}
          value=""
          onChange={(one) => one !== '' && props.change({ officers: [...props.fields.officers, one] })}
        />
      </Show>
    </Show>
  );
}

function Devices(props: WhoSheetProps): JSX.Element {
  const id = createUniqueId();
  const found = createMemo(() => deviceCandidates(props.devices, props.fields));
  const choice = ({ id: value, label, carrier }: DeviceRecord): Choice<DeviceId> => ({
    value,
    label: label ?? UNKNOWN_NAME,
    hint: CARRIER[carrier],
  });
  return (
    <Show when={found().near.length + found().far.length > 0} fallback={<Note>{T.noDevices}</Note>}>
      <Checkboxes
        {...props.checks.field('devices')}
        label={T.devices}
        hint={T.devicesHint}
        optional
        choices={found().near.map(choice)}
        value={props.fields.devices}
        onChange={(devices) => props.change({ devices })}
      />
      <Show when={found().far.length > 0}>
        <Select
          id={`${id}-more`}
          label={T.moreDevices}
          optional
          width="16rem"
          choices={found().far.map(choice)}
          value=""
          onChange={(one) => one !== '' && props.change({ devices: [...props.fields.devices, one] })}
        />
      </Show>
    </Show>
  );
}
