import { createSignal, type JSX, Show, untrack } from 'solid-js';
import { CARRIERS, type Carrier } from '../../../domain/carrier.ts';
import type { DivisionId, PersonId } from '../../../domain/ids.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { EQUIPMENT } from '../../../text/equipment.ts';
import { CARRIER } from '../../../text/nouns.ts';
import { RULE } from '../../../text/refusals.ts';
import { type DeviceFacts, registerDevice } from '../../../usecases/register-device.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { createOwnForm, type KeptForm } from '../../live/drafts.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './equipment.module.css';

export interface DeviceDialogProps {
  /** null: a new one. */
  readonly device: DeviceRecord | null;
  readonly names: Names;
  readonly onClose: () => void;
}

const draftOf = (device: DeviceRecord | null, division: string) => ({
  label: device?.label ?? '',
  carrier: (device?.carrier ?? 'bodyCamera') as string,
  assetNo: device?.assetNo ?? '',
  brand: device?.brand ?? '',
  model: device?.model ?? '',
  serialNo: device?.serialNo ?? '',
  productNo: device?.productNo ?? '',
  storage: device?.storage ?? '',
  fileNameMark: device?.fileNameMark ?? '',
  division: (device?.division ?? division) as string,
  assignedTo: (device?.assignedTo ?? '') as string,
  inService: ((device?.inService ?? true) ? 'yes' : 'no') as string,
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const factsOf = (draft: DeviceDraft, carrier: Carrier): DeviceFacts => ({
  carrier,
  division: draft.division as DivisionId,
  assignedTo: draft.assignedTo === '' ? null : (draft.assignedTo as PersonId),
  inService: draft.inService === 'yes',
  label: draft.label,
  assetNo: textOrNull(draft.assetNo),
  brand: textOrNull(draft.brand),
  model: textOrNull(draft.model),
  serialNo: textOrNull(draft.serialNo),
  fileNameMark: textOrNull(draft.fileNameMark),
  productNo: textOrNull(draft.productNo),
  storage: textOrNull(draft.storage),
});

/** Registers a recording device, or corrects one. */
export function DeviceDialog(props: DeviceDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const started = untrack(() => draftOf(props.device, seat().record.division));
  const kept = createOwnForm(`device ${props.device?.id ?? 'new'}.`, () => started);
  const draft = kept.texts;
  const [refusal, setRefusal] = createSignal('');
  const form = createChecks({
    label: { label: EQUIPMENT.label, check: () => (draft().label.trim() === '' ? EQUIPMENT.labelMissing : undefined) },
    carrier: {
      label: EQUIPMENT.carrier,
      check: () => (carrierOf(draft()) === null ? EQUIPMENT.carrierMissing : undefined),
    },
    division: {
      label: EQUIPMENT.division,
      check: () => (draft().division === '' ? EQUIPMENT.divisionMissing : undefined),
    },
  });
  const save = async () => {
    const carrier = carrierOf(draft());
    if (!form.submit() || carrier === null) return;
    const saved = await registerDevice(office.desk, seat(), factsOf(draft(), carrier), props.device?.id ?? null);
    if (saved.ok) {
      kept.drop();
      props.onClose();
    } else setRefusal(saved.refusal.code === 'rule' ? RULE[saved.refusal.rule] : EQUIPMENT.labelMissing);
  };
  return (
    <Dialog
      open
      wide
      firm
      title={props.device === null ? EQUIPMENT.addDevice : EQUIPMENT.changeDevice(props.device.label ?? '')}
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{EQUIPMENT.wayOut}</Button>
          <Button look="primary" onPress={save}>
            {EQUIPMENT.save}
          </Button>
        </>
      }
    >
      <FaultList faults={form.faults()} />
      <Show when={refusal()}>
        <p class={styles.fault} role="alert">
          {refusal()}
        </p>
      </Show>
      <Stack>
        <DraftNotes form={kept} />
        <DeviceFields draft={draft()} set={kept.write} form={form} names={props.names} />
      </Stack>
    </Dialog>
  );
}

type DeviceDraft = ReturnType<typeof draftOf>;

const carrierOf = ({ carrier }: DeviceDraft): Carrier | null => CARRIERS.find((one) => one === carrier) ?? null;

interface DeviceFieldsProps {
  readonly draft: DeviceDraft;
  readonly set: KeptForm<keyof DeviceDraft>['write'];
  readonly form: Checks<'label' | 'carrier' | 'division'>;
  readonly names: Names;
}

function DeviceFields(props: DeviceFieldsProps): JSX.Element {
  const text = (key: 'assetNo' | 'brand' | 'model' | 'serialNo' | 'productNo' | 'storage', hint?: string) => (
    <TextField
      id={key}
      label={EQUIPMENT[key]}
      {...(hint === undefined ? {} : { hint })}
      optional
      maxLength={40}
      value={props.draft[key]}
      onInput={(value) => props.set({ [key]: value })}
    />
  );
  return (
    <div class={styles.pair}>
      <TextField
        {...props.form.field('label')}
        label={EQUIPMENT.label}
        hint={EQUIPMENT.labelDeviceHint}
        maxLength={40}
        value={props.draft.label}
        onInput={(label) => props.set({ label })}
      />
      <Select
        {...props.form.field('carrier')}
        label={EQUIPMENT.carrier}
        value={carrierOf(props.draft) ?? ''}
        choices={CARRIERS.map((c) => ({ value: c, label: CARRIER[c] }))}
        onChange={(carrier) => props.set({ carrier })}
      />
      {text('assetNo')}
      {text('brand')}
      {text('model')}
      {text('serialNo')}
      {text('productNo', EQUIPMENT.productNoHint)}
      {text('storage', EQUIPMENT.storageHint)}
      <TextField
        id="fileNameMark"
        label={EQUIPMENT.fileNameMark}
        hint={EQUIPMENT.fileNameMarkHint}
        optional
        maxLength={40}
        value={props.draft.fileNameMark}
        onInput={(fileNameMark) => props.set({ fileNameMark })}
      />
      <Select
        {...props.form.field('division')}
        label={EQUIPMENT.division}
        value={props.draft.division}
        choices={divisionChoices(props.names)}
        onChange={(division) => props.set({ division })}
      />
      <Select
        id="assignedTo"
        label={EQUIPMENT.assignedTo}
        optional
        none={EQUIPMENT.nobody}
        value={props.draft.assignedTo}
        choices={personChoices(props.names)}
        onChange={(assignedTo) => props.set({ assignedTo })}
      />
      <RadioChoices
        id="inService"
        label={EQUIPMENT.status}
        value={props.draft.inService === 'no' ? 'no' : 'yes'}
        choices={[
          { value: 'yes', label: EQUIPMENT.inService },
          { value: 'no', label: EQUIPMENT.outOfService },
        ]}
        onChange={(inService) => props.set({ inService })}
      />
    </div>
  );
}

export const divisionChoices = (names: Names) =>
  (names.registers().bureau?.divisions ?? [])
    .filter((division) => !division.closed)
    .map((division) => ({ value: division.id as string, label: names.division(division.id) }));

export const personChoices = (names: Names) =>
  names.registers().persons.map((person) => ({ value: person.id as string, label: names.person(person.id) }));
