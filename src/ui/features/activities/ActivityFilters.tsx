import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { ACTIVITY_STAGES, type ActivityStage } from '../../../domain/activity-stage.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { ACTIVITIES, ACTIVITY_STAGE } from '../../../text/activities.ts';
import { readTypedDate } from '../../../text/typed.ts';
import { DateField } from '../../kit/DateField.tsx';
import { type AppliedFilter, Filters } from '../../kit/Filters.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { type ActivityFilter, NO_FILTER } from './activities-view.ts';

const T = ACTIVITIES.filter;
const STAGES = ACTIVITY_STAGES.map((value) => ({ value, label: ACTIVITY_STAGE[value] }));

export interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
  readonly me: PersonRecord;
  readonly all: number;
  readonly shown: number;
}

/** Words, state and dates; a date that cannot be read filters nothing and says so. */
export function ActivityFilters(props: ActivityFiltersProps): JSX.Element {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal({ from: '', to: '' });
  const change = (part: Partial<ActivityFilter>): void => props.onChange({ ...props.filter, ...part });
  const typeDate = (end: 'from' | 'to', text: string): void => {
    setTyped({ ...typed(), [end]: text });
    change({ [end]: readTypedDate(text) ?? null });
  };
  const dateFault = (end: 'from' | 'to'): string | undefined => {
    const text = typed()[end];
    return text.trim().length < 8 || readTypedDate(text) !== undefined ? undefined : T.badDate;
  };
  const clear = (part: keyof ActivityFilter): void => {
    if (part === 'from' || part === 'to') setTyped({ ...typed(), [part]: '' });
    change({ [part]: NO_FILTER[part] });
  };
  return (
    <Filters
      counts={{ all: props.all, shown: props.shown, selected: 0 }}
      applied={appliedWords(props.filter)}
      onRemove={(part) => clear(part as keyof ActivityFilter)}
      onClear={() => {
        setTyped({ from: '', to: '' });
        props.onChange(NO_FILTER);
      }}
    >
      <TextField
        id={`${id}-text`}
        label={T.text}
        width="18rem"
        inputMode="search"
        value={props.filter.text}
        onInput={(text) => change({ text })}
      />
      <Select<ActivityStage>
        id={`${id}-stage`}
        label={T.stage}
        width="11rem"
        none={T.all}
        choices={STAGES}
        value={props.filter.stage ?? ''}
        onChange={(stage) => change({ stage: stage === '' ? null : stage })}
      />
      <DateField
        id={`${id}-from`}
        label={T.from}
        width="8.5rem"
        picker={false}
        value={typed().from}
        fault={dateFault('from')}
        onInput={(text) => typeDate('from', text)}
      />
      <DateField
        id={`${id}-to`}
        label={T.to}
        width="8.5rem"
        picker={false}
        value={typed().to}
        fault={dateFault('to')}
        onInput={(text) => typeDate('to', text)}
      />
      <Show when={props.me.roles.includes('officer')}>
        <Select<'mine'>
          id={`${id}-mine`}
          label={T.shortcut}
          width="8.5rem"
          none={T.all}
          choices={[{ value: 'mine', label: T.mine }]}
          value={props.filter.officer === null ? '' : 'mine'}
          onChange={(value) => change({ officer: value === '' ? null : props.me.id })}
        />
      </Show>
    </Filters>
  );
}

function appliedWords({ text, stage, from, to, officer }: ActivityFilter): readonly AppliedFilter[] {
  const words: readonly (AppliedFilter | null)[] = [
    text.trim() === '' ? null : { id: 'text', words: T.words.text(text.trim()) },
    stage === null ? null : { id: 'stage', words: T.words.stage(ACTIVITY_STAGE[stage]) },
    from === null ? null : { id: 'from', words: T.words.from(from) },
    to === null ? null : { id: 'to', words: T.words.to(to) },
    officer === null ? null : { id: 'officer', words: T.mine },
  ];
  return words.filter((word) => word !== null);
}
