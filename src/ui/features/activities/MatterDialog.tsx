import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { SERVED_DOCUMENTS } from '../../../domain/course-words.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import { courseRefusal } from '../../../text/course.ts';
import { SERVED_DOCUMENT } from '../../../text/findings.ts';
import { MATTER, MATTER_FIELD, type MatterFieldName } from '../../../text/matter.ts';
import { tidyDocumentNumber } from '../../../text/typed.ts';
import { stateMatter } from '../../../usecases/attest-content.ts';
import { Checkbox, Checkboxes, RadioChoices } from '../../kit/Choices.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignDialog, type Signed } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { matterName } from './activity-form-view.ts';
import type { DeskPart } from './desk-acts.ts';
import { ItemRows } from './ItemRows.tsx';
import {
  MATTER_FORMS,
  type MatterDraft,
  type MatterField,
  matterDraft,
  matterFault,
  matterStatement,
  type Row,
} from './matter-view.ts';
import { statementWords } from './matter-words.ts';

/** What one row of the list asks beyond its steps; the last one signed counts. */
export function StateMatter(props: DeskPart & { readonly row: Row; readonly onClose: () => void }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const id = createUniqueId();
  const { activity, course } = props.judged.records;
  const matter = matterName(props.row);
  const window = { from: activity.arrived?.at ?? null, to: activity.finished?.at ?? null };
  const [draft, setDraft] = createSignal<MatterDraft>(matterDraft(props.row, course, window));
  const change = (part: Partial<MatterDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const write = (name: MatterFieldName, text: string): void => {
    setDraft((before) => ({ ...before, texts: { ...before.texts, [name]: text } }));
  };
  const made = () => matterStatement(props.row, draft(), window.from);
  const sentence = (): string => {
    const known = made();
    const words = known === null ? '…' : statementWords(known.statement, props.naming.person);
    const no = formatNumber(activity.no, props.naming.numberStyle);
    return MATTER.sentence(props.naming.person(seat().person), no, matter, words);
  };
  const sign = async (): Promise<Signed> => {
    const known = made();
    if (known === null) return { kind: 'refused', words: matterFault(props.row, draft()) ?? MATTER.itemsMissing };
    const act = () => stateMatter(office.desk, seat(), activity, known.statement, known.lines);
    return signRoutine(act, courseRefusal);
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
      cannot={matterFault(props.row, draft())}
      onClose={props.onClose}
      onSign={sign}
    >
      <p>{MATTER.lead}</p>
      <Fields beside>
        <For each={MATTER_FORMS[props.row]}>
          {(field) => (
            <OneField
              id={`${id}-${field.name}`}
              field={field}
              value={draft().texts[field.name] ?? ''}
              onInput={(text) => write(field.name, text)}
            />
          )}
        </For>
      </Fields>
      <Show when={props.row === 4}>
        <ItemRows id={`${id}-items`} items={draft().items} onChange={(items) => change({ items })} />
      </Show>
      <Show when={props.row === 9}>
        <Served id={id} draft={draft()} onChange={change} />
      </Show>
      <Show when={props.row === 10}>
        <Witness id={id} value={draft().witness} onChange={(witness) => change({ witness })} />
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
  readonly value: PersonId | '';
  readonly onChange: (witness: PersonId | '') => void;
}): JSX.Element {
  const names = createNames();
  return (
    <Select
      id={`${props.id}-witness`}
      label={MATTER.witness}
      hint={MATTER.witnessHint}
      none={MATTER.witnessOutside}
      choices={names.registers().persons.map((one) => ({ value: one.id, label: one.name ?? one.id }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
