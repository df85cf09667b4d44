import { createSignal, type JSX, Show } from 'solid-js';
import { MEDIUM_KINDS, type MediumKind } from '../../../domain/carrier.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { MediumRecord } from '../../../domain/records.ts';
import { EQUIPMENT } from '../../../text/equipment.ts';
import { MEDIUM_KIND } from '../../../text/nouns.ts';
import { RULE } from '../../../text/refusals.ts';
import { type MediumFacts, registerMedium } from '../../../usecases/register-medium.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { createOwnForm, type KeptForm } from '../../live/drafts.ts';
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

const draftOf = (medium: MediumRecord | null, me: PersonId) => ({
  label: medium?.label ?? '',
  kind: (medium?.kind ?? 'portableDisk') as string,
  serialNo: medium?.serialNo ?? '',
  place: medium?.place ?? '',
  keeper: (medium?.keeper ?? me) as string,
  capacity: medium?.capacityGB === null || medium === null ? '' : String(medium.capacityGB),
  inService: (medium?.inService ?? true) ? 'yes' : 'no',
});

type MediumDraft = ReturnType<typeof draftOf>;

const kindIn = ({ kind }: MediumDraft): MediumKind => MEDIUM_KINDS.find((one) => one === kind) ?? 'portableDisk';

function factsOf(draft: MediumDraft): MediumFacts {
  const capacity = Number.parseInt(draft.capacity, 10);
  return {
    kind: kindIn(draft),
    keeper: draft.keeper === '' ? null : (draft.keeper as PersonId),
    inService: draft.inService === 'yes',
    capacityGB: Number.isSafeInteger(capacity) && capacity >= 0 ? capacity : null,
    label: draft.label,
    serialNo: textOrNull(draft.serialNo),
    place: textOrNull(draft.place),
  };
}

/** Registers a storage medium, or corrects one. */
export function MediumDialog(props: MediumDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const started = draftOf(props.medium, seat().person);
  const kept = createOwnForm(`medium ${props.medium?.id ?? 'new'}.`, () => started);
  const draft = kept.texts;
  const [refusal, setRefusal] = createSignal('');
  const form = createChecks({
    label: { label: EQUIPMENT.label, check: () => (draft().label.trim() === '' ? EQUIPMENT.labelMissing : undefined) },
  });
  const save = async () => {
    if (!form.submit()) return;
    const saved = await registerMedium(office.desk, seat(), factsOf(draft()), props.medium?.id ?? null);
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
      <DraftNotes form={kept} />
      <FaultList faults={form.faults()} />
      <Show when={refusal()}>
        <p class={styles.fault} role="alert">
          {refusal()}
        </p>
      </Show>
      <MediumFields draft={draft()} set={kept.write} form={form} names={props.names} />
    </Dialog>
  );
}

interface MediumFieldsProps {
  readonly draft: MediumDraft;
  readonly set: KeptForm<keyof MediumDraft>['write'];
  readonly form: Checks<'label'>;
  readonly names: Names;
}

function MediumFields(props: MediumFieldsProps): JSX.Element {
  return (
    <div class={styles.pair}>
      <TextField
        {...props.form.field('label')}
        label={EQUIPMENT.label}
        hint={EQUIPMENT.labelMediumHint}
        maxLength={40}
        value={props.draft.label}
        onInput={(label) => props.set({ label })}
      />
      <RadioChoices
        id="kind"
        label={EQUIPMENT.kind}
        value={kindIn(props.draft)}
        choices={MEDIUM_KINDS.map((kind) => ({ value: kind, label: MEDIUM_KIND[kind] }))}
        onChange={(kind) => props.set({ kind })}
      />
      <TextField
        id="serialNo"
        label={EQUIPMENT.serialNo}
        optional
        maxLength={60}
        value={props.draft.serialNo}
        onInput={(serialNo) => props.set({ serialNo })}
      />
      <TextField
        id="place"
        label={EQUIPMENT.place}
        optional
        maxLength={100}
        value={props.draft.place}
        onInput={(place) => props.set({ place })}
      />
      <NumberField
        id="capacity"
        label={EQUIPMENT.capacity}
        unit={EQUIPMENT.capacityUnit}
        optional
        value={props.draft.capacity}
        onInput={(capacity) => props.set({ capacity })}
      />
      <Select
        id="keeper"
        label={EQUIPMENT.keeper}
        optional
        none={EQUIPMENT.nobody}
        value={props.draft.keeper}
        choices={personChoices(props.names)}
        onChange={(keeper) => props.set({ keeper })}
      />
      <RadioChoices
        id="mediumInService"
        label={EQUIPMENT.status}
        value={props.draft.inService}
        choices={[
          { value: 'yes', label: EQUIPMENT.inService },
          { value: 'no', label: EQUIPMENT.outOfService },
        ]}
        onChange={(inService) => props.set({ inService })}
      />
    </div>
  );
}
