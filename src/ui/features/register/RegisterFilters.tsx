import { createEffect, createSignal, type JSX, on, onCleanup } from 'solid-js';
import type { DeviceId, PersonId } from '../../../domain/ids.ts';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import type { RecordingState } from '../../../domain/records.ts';
import { CHECKLIST } from '../../../regulation/checklist.ts';
import { RECORDING_STATE } from '../../../text/nouns.ts';
import { matterName, type QueryWord, queryWords, REGISTER } from '../../../text/register.ts';
import { DateRange } from '../../kit/DateRange.tsx';
import { Filters } from '../../kit/Filters.tsx';
import { WHOLE_REGISTER } from '../../kit/register-address.ts';
import { type Choice, Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Naming } from './register-csv.ts';
import { readRange } from './register-view.ts';

const T = REGISTER.filter;
/** A search of the whole register for every key would be late for the next one. */
const TYPING_PAUSE_MS = 250;

const MATTERS: readonly Choice[] = CHECKLIST.map(({ row }) => ({ value: String(row), label: matterName(row) }));
const STATES: readonly Choice<RecordingState>[] = (Object.keys(RECORDING_STATE) as RecordingState[]).map((value) => ({
  value,
  label: RECORDING_STATE[value],
}));

export interface RegisterFiltersProps {
  readonly query: RegisterQuery;
  readonly onChange: (part: Partial<RegisterQuery>) => void;
  readonly naming: Naming;
  readonly officers: readonly Choice<PersonId>[];
  readonly devices: readonly Choice<DeviceId>[];
  readonly counts: { readonly all: number; readonly shown: number; readonly selected: number };
}

/** Words and dates take effect when typing pauses or the field is left; what can't be read filters nothing and says so. */
export function RegisterFilters(props: RegisterFiltersProps): JSX.Element {
  const clear = (id: QueryWord['id']): void =>
    props.onChange(id === 'dates' ? { from: null, to: null } : { [id]: WHOLE_REGISTER[id] });
  return (
    <Filters
      counts={props.counts}
      applied={queryWords(props.query, props.naming)}
      onRemove={(id) => clear(id as QueryWord['id'])}
      onClear={() => {
        const { sort, descending } = props.query;
        props.onChange({ ...WHOLE_REGISTER, sort, descending });
      }}
    >
      <SearchField value={props.query.text} onChange={(text) => props.onChange({ text })} />
      <Dates from={props.query.from} to={props.query.to} onChange={props.onChange} />
      <Select
        id="register-matter"
        label={T.matter}
        width="8rem"
        none={T.allMatters}
        choices={MATTERS}
        value={props.query.matter === null ? '' : String(props.query.matter)}
        onChange={(row) => props.onChange({ matter: row === '' ? null : Number(row) })}
      />
      <Select<PersonId>
        id="register-officer"
        label={T.officer}
        width="6.75rem"
        none={T.all}
        choices={props.officers}
        value={props.query.officer ?? ''}
        onChange={(officer) => props.onChange({ officer: officer === '' ? null : officer })}
      />
      <Select<DeviceId>
        id="register-device"
        label={T.device}
        width="7.25rem"
        none={T.all}
        choices={props.devices}
        value={props.query.device ?? ''}
        onChange={(device) => props.onChange({ device: device === '' ? null : device })}
      />
      <Select<RecordingState>
        id="register-state"
        label={T.state}
        width="7rem"
        none={T.all}
        choices={STATES}
        value={props.query.state ?? ''}
        onChange={(state) => props.onChange({ state: state === '' ? null : state })}
      />
    </Filters>
  );
}

function SearchField(props: { readonly value: string; readonly onChange: (text: string) => void }): JSX.Element {
  const [typed, setTyped] = createSignal(props.value);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(waiting);
    if (typed() !== props.value) props.onChange(typed());
  };
  onCleanup(() => clearTimeout(waiting));
  createEffect(on(() => props.value, setTyped, { defer: true }));
  return (
    <OnEnter act={settle}>
      <TextField
        id="register-text"
        label={T.text}
        width="13.5rem"
        inputMode="search"
        placeholder={T.textHint}
        maxLength={200}
        value={typed()}
        onInput={(text) => {
          setTyped(text);
          clearTimeout(waiting);
          waiting = setTimeout(settle, TYPING_PAUSE_MS);
        }}
        onLeave={settle}
      />
    </OnEnter>
  );
}

/** Enter in a filter is the end of typing. Input methods use it to take what was composed. */
function OnEnter(props: { readonly act: () => void; readonly children: JSX.Element }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the focus
    <div
      style={{ display: 'contents' }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) props.act();
      }}
    >
      {props.children}
    </div>
  );
}

type Range = Pick<RegisterQuery, 'from' | 'to'>;

function Dates(props: Range & { readonly onChange: (range: Range) => void }): JSX.Element {
  const [typed, setTyped] = createSignal({ from: props.from ?? '', to: props.to ?? '' });
  const [fault, setFault] = createSignal<string>();
  createEffect(
    on(
      () => [props.from, props.to] as const,
      ([from, to]) => {
        setTyped({ from: from ?? '', to: to ?? '' });
        setFault(undefined);
      },
      { defer: true },
    ),
  );
  const settle = (): void => {
    const range = readRange(typed());
    setFault(range.ok ? undefined : range.refusal);
    if (range.ok && (range.value.from !== props.from || range.value.to !== props.to)) props.onChange(range.value);
  };
  return (
    <OnEnter act={settle}>
      <DateRange
        id="register-dates"
        label={T.dates}
        from={typed().from}
        to={typed().to}
        fault={fault()}
        onFrom={(from) => setTyped({ ...typed(), from })}
        onTo={(to) => setTyped({ ...typed(), to })}
        onLeave={settle}
      />
    </OnEnter>
  );
}
