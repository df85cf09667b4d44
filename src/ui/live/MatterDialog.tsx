import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { CourseRecord } from '../../domain/course-records.ts';
import { SERVED_DOCUMENTS } from '../../domain/course-words.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatNumber } from '../../domain/numbering.ts';
import type { ActivityRecord, PersonRecord } from '../../domain/records.ts';
import { matterByRow } from '../../regulation/checklist.ts';
import { DESK } from '../../text/activity-desk.ts';
import { courseRefusal } from '../../text/course.ts';
import { SERVED_DOCUMENT } from '../../text/findings.ts';
import { MATTER, MATTER_FIELD } from '../../text/matter.ts';
import { tidyDocumentNumber } from '../../text/typed.ts';
import { stateMatter } from '../../usecases/attest-content.ts';
import { Checkbox, Checkboxes, RadioChoices } from '../kit/Choices.tsx';
import { DateField } from '../kit/DateField.tsx';
import { ItemRows } from '../kit/ItemRows.tsx';
import { Fields } from '../kit/Layout.tsx';
import { matterIn, matterTexts } from '../kit/matter-draft.ts';
import {
  MATTER_FORMS,
  type MatterDraft,
  type MatterField,
  matterDraft,
  matterFault,
  matterStatement,
  type Row,
} from '../kit/matter-view.ts';
import { statementWords } from '../kit/matter-words.ts';
import { Select } from '../kit/Select.tsx';
import { SignDialog, type Signed } from '../kit/SignDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { DraftNotes } from './DraftNotes.tsx';
import { signRoutine } from './dialog-signing.ts';
import { createSharedForm } from './drafts.ts';
import { createNames } from './names.ts';
import { useOffice, useSeat } from './office.ts';

/** What one row of the list asks beyond its steps; the last one signed counts. */
export function StateMatter(props: {
  readonly activity: ActivityRecord;
  readonly course: CourseRecord | null;
  readonly row: Row;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const names = createNames();
  const { row } = props;
  const matter = matterByRow(row)?.cells.matter.normalized ?? '';
  const window = () => ({ from: props.activity.arrived?.at ?? null, to: props.activity.finished?.at ?? null });
  const stated = createMemo(() => matterTexts(row, matterDraft(row, props.course, window())));
  const form = createSharedForm(props.activity.id, `matter ${row}.`, stated);
  const draft = createMemo((): MatterDraft => matterIn(row, form.texts()));
  const change = (part: Partial<MatterDraft>): void => form.write(matterTexts(row, { ...draft(), ...part }));
  const made = () => matterStatement(row, draft(), { arrivedAt: window().from, now: office.now() });
  const fault = () => matterFault(row, draft(), office.now());
  const sentence = (): string => {
    const known = made();
    const words = known === null ? '…' : statementWords(known.statement, names.person);
    const no = formatNumber(props.activity.no, office.settings().numberStyle);
    return MATTER.sentence(names.person(seat().person), no, matter, words);
  };
  const sign = async (): Promise<Signed> => {
    const known = made();
    if (known === null) return { kind: 'refused', words: fault() ?? MATTER.itemsMissing };
    const act = () => stateMatter(office.desk, seat(), props.activity, known.statement, known.lines);
    const signed = await signRoutine(act, courseRefusal);
    if (signed.kind === 'done') form.drop();
    return signed;
  };
  return (
    <SignDialog
      wide
      title={MATTER.title(matter)}
      sentence={sentence()}
      correction={MATTER.correction}
      act={MATTER.act}
      wayOut={MATTER.wayOut}
      done={MATTER.done}
      cannot={fault()}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>{`${MATTER.lead}${DESK.shared.hint}`}</p>
      <DraftNotes form={form} />
      <Fields beside>
        <For each={MATTER_FORMS[row]}>
          {(field) => (
            <OneField
              id={`${id}-${field.name}`}
              field={field}
              value={draft().texts[field.name] ?? ''}
              onInput={(text) => form.write({ [field.name]: text })}
            />
          )}
        </For>
      </Fields>
      <Show when={row === 4}>
        <ItemRows id={`${id}-items`} items={draft().items} onChange={(items) => change({ items })} />
      </Show>
      <Show when={row === 8}>
        <Checkbox
          id={`${id}-police`}
          label={MATTER.police}
          checked={draft().policeCalled}
          onChange={(policeCalled) => change({ policeCalled })}
        />
      </Show>
      <Show when={row === 9}>
        <Served id={id} draft={draft()} onChange={change} />
      </Show>
      <Show when={row === 10}>
        <Witness
          id={id}
          persons={names.registers().persons}
          value={draft().witness}
          onChange={(witness) => change({ witness })}
        />
      </Show>
    </SignDialog>
  );
}

function OneField(props: {
  readonly id: string;
  readonly field: MatterField;
  readonly value: string;
  readonly onInput: (text: string) => void;
}): JSX.Element {
  const label = (): string => MATTER_FIELD[props.field.name];
  const shared = () => ({
    id: props.id,
    label: label(),
    optional: props.field.optional,
    value: props.value,
    onInput: props.onInput,
  });
  switch (props.field.kind) {
    case 'moment':
      return <DateField {...shared()} precision="minute" />;
    case 'date':
      return <DateField {...shared()} />;
    case 'days':
      return <TextField {...shared()} width="6rem" inputMode="numeric" unit={MATTER.days} hint={MATTER.daysHint} />;
    case 'times':
      return <TextField {...shared()} width="6rem" inputMode="numeric" unit={MATTER.times} />;
    case 'result':
      return (
        <RadioChoices
          id={props.id}
          label={label()}
          optional
          choices={Object.entries(MATTER.results).map(([value, words]) => ({ value, label: words }))}
          value={props.value}
          onChange={props.onInput}
        />
      );
    case 'text':
      return <TextField {...shared()} maxLength={300} tidy={tidyDocumentNumber} />;
  }
}

function Served(props: {
  readonly id: string;
  readonly draft: MatterDraft;
  readonly onChange: (part: Partial<MatterDraft>) => void;
}): JSX.Element {
  return (
    <>
      <Checkboxes
        id={`${props.id}-served`}
        label={MATTER.served}
        choices={SERVED_DOCUMENTS.map((value) => ({ value, label: SERVED_DOCUMENT[value] }))}
        value={props.draft.served}
        onChange={(served) => props.onChange({ served })}
      />
      <Checkbox
        id={`${props.id}-cameras`}
        label={MATTER.surveillance}
        checked={props.draft.surveillance}
        onChange={(surveillance) => props.onChange({ surveillance })}
      />
    </>
  );
}

function Witness(props: {
  readonly id: string;
  readonly persons: readonly PersonRecord[];
  readonly value: PersonId | '';
  readonly onChange: (witness: PersonId | '') => void;
}): JSX.Element {
  return (
    <Select
      id={`${props.id}-witness`}
      label={MATTER.witness}
      hint={MATTER.witnessHint}
      none={MATTER.witnessOutside}
      choices={props.persons.map((one) => ({ value: one.id, label: one.name ?? one.id }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
