import { createSignal, type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { MEDIUM_KINDS, type MediumKind } from '../../../domain/carrier.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { MediumRecord } from '../../../domain/records.ts';
import { EQUIPMENT } from '../../../text/equipment.ts';
import { MEDIUM_KIND } from '../../../text/nouns.ts';
import { RULE } from '../../../text/refusals.ts';
import { registerMedium } from '../../../usecases/register-medium.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { createChecks } from '../../kit/checks.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { personChoices } from './DeviceDialog.tsx';
import styles from './equipment.module.css';

export interface MediumDialogProps {
  readonly medium: MediumRecord | null;
  readonly names: Names;
  readonly onClose: () => void;
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Registers a storage medium, or corrects one. */
export function MediumDialog(props: MediumDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [draft, setDraft] = createStore({
    label: props.medium?.label ?? '',
    kind: (props.medium?.kind ?? 'portableDisk') as MediumKind,
    serialNo: props.medium?.serialNo ?? '',
    place: props.medium?.place ?? '',
    keeper: (props.medium?.keeper ?? seat().person) as string,
    capacity: props.medium?.capacityGB === null || props.medium === null ? '' : String(props.medium.capacityGB),
    inService: (props.medium?.inService ?? true) ? 'yes' : 'no',
  });
  const [refusal, setRefusal] = createSignal('');
  const form = createChecks({
    label: { label: EQUIPMENT.label, check: () => (draft.label.trim() === '' ? EQUIPMENT.labelMissing : undefined) },
  });
  const save = async () => {
    if (!form.submit()) return;
    const capacity = Number.parseInt(draft.capacity, 10);
    const facts = {
      kind: draft.kind,
      keeper: draft.keeper === '' ? null : (draft.keeper as PersonId),
      inService: draft.inService === 'yes',
      capacityGB: Number.isSafeInteger(capacity) && capacity >= 0 ? capacity : null,
      label: draft.label,
      serialNo: textOrNull(draft.serialNo),
      place: textOrNull(draft.place),
    };
    const saved = await registerMedium(office.desk, seat(), facts, props.medium?.id ?? null);
    if (saved.ok) props.onClose();
    else setRefusal(saved.refusal.code === 'rule' ? RULE[saved.refusal.rule] : EQUIPMENT.labelMissing);
  };
  return (
    <Dialog
      open
      wide
      firm
      title={props.medium === null ? EQUIPMENT.addMedium : EQUIPMENT.changeDevice(props.medium.label ?? '')}
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
      <div class={styles.pair}>
        <TextField
          {...form.field('label')}
          label={EQUIPMENT.label}
          hint={EQUIPMENT.labelMediumHint}
          maxLength={40}
          value={draft.label}
          onInput={(label) => setDraft({ label })}
        />
        <RadioChoices
          id="kind"
          label={EQUIPMENT.kind}
          value={draft.kind}
          choices={MEDIUM_KINDS.map((kind) => ({ value: kind, label: MEDIUM_KIND[kind] }))}
          onChange={(kind) => setDraft({ kind })}
        />
        <TextField
          id="serialNo"
          label={EQUIPMENT.serialNo}
          optional
          maxLength={60}
          value={draft.serialNo}
          onInput={(serialNo) => setDraft({ serialNo })}
        />
        <TextField
          id="place"
          label={EQUIPMENT.place}
          optional
          maxLength={100}
          value={draft.place}
          onInput={(place) => setDraft({ place })}
        />
        <NumberField
          id="capacity"
          label={EQUIPMENT.capacity}
          unit={EQUIPMENT.capacityUnit}
          optional
          value={draft.capacity}
          onInput={(capacity) => setDraft({ capacity })}
        />
        <Select
          id="keeper"
          label={EQUIPMENT.keeper}
          optional
          none={EQUIPMENT.nobody}
          value={draft.keeper}
          choices={personChoices(props.names)}
          onChange={(keeper) => setDraft({ keeper })}
        />
        <RadioChoices
          id="mediumInService"
          label={EQUIPMENT.status}
          value={draft.inService}
          choices={[
            { value: 'yes', label: EQUIPMENT.inService },
            { value: 'no', label: EQUIPMENT.outOfService },
          ]}
          onChange={(inService) => setDraft({ inService })}
        />
      </div>
    </Dialog>
  );
}
